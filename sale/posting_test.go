package sale_test

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
)

// postings writes a draft's postings one a line, wallets shortened to their last two digits.
func postings(d ledger.Draft) string {
	short := func(a ledger.Account) string {
		return strings.ReplaceAll(a.String(), "0x"+strings.Repeat("00", 19), "")
	}
	var lines []string
	for _, p := range d.Postings {
		lines = append(lines, short(p.From)+" -> "+short(p.To)+" "+p.Amount.Digits()+" "+p.Amount.Asset().Symbol())
	}
	return strings.Join(lines, "\n")
}

func five() *sale.Purchase {
	u := func(n uint64) money.Amount { return money.Units(eth, n) }
	return &sale.Purchase{
		Payment: sale.Payment{
			Place: evm.Place{TxHash: common.Hash{1}, Index: 3}, Buyer: ledger.Wallet{19: 1}, Quantity: 5, Code: "ALPHA",
			Referred: true, Referrer: ledger.Wallet{19: 2},
		},
		List: u(1001), Discount: u(100), Paid: u(901), Referral: u(90), Treasury: u(810), Dust: u(1),
		Shares: []sale.Share{{Wallet: ledger.Wallet{19: 2}, Amount: u(90)}},
	}
}

// receiver is who the sale's proceeds go to.
var receiver = ledger.Wallet{19: 0xee}

func TestHowAPurchaseIsBooked(t *testing.T) {
	t.Parallel()
	context := sale.Context{Block: &sale.Block{Number: 7, Hash: common.Hash{7}, Time: 1_713_000_000}, Rule: "1", Receiver: receiver}
	pending := context
	pending.Pending = true
	unsaid := context
	unsaid.Receiver = ledger.Wallet{}
	base := sale.Books{Chain: 1, Program: "gpunet", Contract: ledger.Wallet{19: 0xcc}, SelfPays: true}
	held, accrued, licence, strict := base, base, base, base
	held.Held, accrued.Accrued, licence.Licence = true, true, true
	strict.Accrued, strict.SelfPays = true, false
	self := five()
	self.Flags = []sale.Flag{sale.SelfReferral}
	for name, c := range map[string]struct {
		books sale.Books
		p     *sale.Purchase
		in    sale.Context
		want  string
	}{
		"paid by the contract": {base, five(), context, `
income:sale:01 -> assets:wallet:ee 810 ETH
income:sale:01 -> expenses:referral:02 90 ETH
income:sale:01 -> expenses:dust 1 ETH
register:node:issuance -> register:node:01 5 NODE`},
		"paid by the contract, to a receiver that nobody names": {base, five(), unsaid, `
income:sale:01 -> assets:sale:cc 810 ETH
income:sale:01 -> expenses:referral:02 90 ETH
income:sale:01 -> expenses:dust 1 ETH
register:node:issuance -> register:node:01 5 NODE`},
		"held by the contract, not final": {held, five(), pending, `
income:sale:01 -> assets:wallet:ee 810 ETH
income:sale:01 -> assets:sale:cc 90 ETH
liabilities:referral:02:pending -> expenses:referral:02 90 ETH
income:sale:01 -> expenses:dust 1 ETH
register:node:issuance -> register:node:01 5 NODE`},
		"accrued": {accrued, five(), context, `
income:sale:01 -> assets:wallet:ee 901 ETH
liabilities:referral:02:payable -> expenses:referral:02 90 ETH
register:node:issuance -> register:node:01 5 NODE`},
		"a self-referral that earns nothing": {strict, self, context, `
income:sale:01 -> assets:wallet:ee 901 ETH
register:node:issuance -> register:node:01 5 NODE`},
		"nodes come from licences": {licence, five(), context, `
income:sale:01 -> assets:wallet:ee 810 ETH
income:sale:01 -> expenses:referral:02 90 ETH
income:sale:01 -> expenses:dust 1 ETH`},
	} {
		d := c.books.Purchase(c.p, c.in)
		if got := postings(d); got != strings.TrimSpace(c.want) {
			t.Errorf("%s:\n%s", name, got)
		}
		if _, _, _, err := (ledger.Head{}).Seal(d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		_, owes := c.books.Payable(c.p, c.in)
		if want := strings.Contains(c.want, ":pending") || strings.Contains(c.want, ":payable"); owes != want {
			t.Errorf("%s: becomes payable later: %v", name, owes)
		}
	}
}

func TestAPurchaseOfNothingIsSeenAndMovesNothing(t *testing.T) {
	t.Parallel()
	zero := money.Zero(eth)
	p := &sale.Purchase{
		Payment: sale.Payment{Place: evm.Place{TxHash: common.Hash{1}}, Buyer: ledger.Wallet{19: 1}, Code: "\xffx"},
		List:    zero, Discount: zero, Paid: zero, Referral: zero, Treasury: zero, Dust: zero, Flags: []sale.Flag{sale.ZeroNodes},
	}
	d := sale.Books{Chain: 1, Program: "gpunet"}.Purchase(p, sale.Context{Block: &sale.Block{Hash: common.Hash{7}, Time: 1}, Rule: "1"})
	tx, _, _, err := (ledger.Head{}).Seal(d)
	if err != nil {
		t.Fatal(err)
	}
	if len(tx.Postings) != 0 || tx.Meta["flags"] != "zero-nodes" || tx.Meta["code_hex"] != "ff78" {
		t.Fatalf("%+v", tx)
	}
}

func TestRefundsAndLicencesThatChangeHands(t *testing.T) {
	t.Parallel()
	in := sale.Context{Block: &sale.Block{Hash: common.Hash{7}, Time: 1_713_000_000}, Rule: "1", Receiver: receiver}
	books, licence := sale.Books{Chain: 1, Program: "gpunet"}, sale.Books{Chain: 1, Program: "gpunet", Licence: true}
	at := evm.Place{TxHash: common.Hash{1}}
	refund := sale.Refund{Place: at, Buyer: ledger.Wallet{19: 1}, Amount: money.Units(eth, 500), Quantity: 2}
	want := "assets:wallet:ee -> income:sale:01 500 ETH\nregister:node:01 -> register:node:issuance 2 NODE"
	if got := postings(books.Refund(refund, in)); got != want {
		t.Errorf("refund:\n%s", got)
	}
	for want, hands := range map[string][2]byte{
		"register:node:issuance -> register:node:01 1 NODE": {0, 1},
		"register:node:01 -> register:node:02 1 NODE":       {1, 2},
		"register:node:02 -> register:node:issuance 1 NODE": {2, 0},
	} {
		e := sale.Transfer{Place: at, From: ledger.Wallet{19: hands[0]}, To: ledger.Wallet{19: hands[1]}}
		d, ok := licence.Transfer(e, in)
		if got := postings(d); !ok || got != want {
			t.Errorf("transfer: %s", got)
		}
		if _, ok := books.Transfer(e, in); ok {
			t.Error("nodes of purchases moved with a licence")
		}
	}
	if _, ok := licence.Transfer(sale.Transfer{Place: at, From: ledger.Wallet{1}, To: ledger.Wallet{1}}, in); ok {
		t.Error("a licence moved from a wallet to itself")
	}
}
