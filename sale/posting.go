package sale

import (
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Node is the asset that counts licences: whole, without decimals.
var Node = money.MustAsset("NODE", 0)

// The kinds of transactions of a sale.
const (
	PurchaseKind   ledger.Kind = "purchase"
	PayableKind    ledger.Kind = "referral-payable"
	WithdrawalKind ledger.Kind = "referral-withdrawal"
	CommissionKind ledger.Kind = "referral-unjoined"
	RefundKind     ledger.Kind = "refund"
	TransferKind   ledger.Kind = "licence-transfer"
	GiftKind       ledger.Kind = "gift"
	ProceedsKind   ledger.Kind = "sale-proceeds"
)

// The legs of the logs' sources.
const (
	purchaseLeg   = "purchase"
	payableLeg    = "payable"
	withdrawalLeg = "withdrawal"
	commissionLeg = "commission"
	refundLeg     = "refund"
	transferLeg   = "transfer"
	giftLeg       = "gift"
	proceedsLeg   = "proceeds"
)

// Books is how a program books a sale.
type Books struct {
	Chain    uint64
	Program  string
	Contract ledger.Wallet // of the sale
	Licence  bool          // nodes come from licences that change hands, not from purchases
	Accrued  bool          // the contract pays no referrer: the treasury owes the reward
	Held     bool          // the contract holds the reward until the referrer takes it
	SelfPays bool          // a self-referral earns its reward
	Asset    money.Asset   // of the sale
}

// BooksOf is how a program file says to book.
func BooksOf(p *program.Program) Books {
	return Books{
		Chain: p.Chain.ID, Program: p.Name, Contract: ledger.Wallet(p.Sale.Contract), Licence: p.Holdings == program.FromLicence,
		Accrued: p.Referral.Settlement == program.Accrued,
		Held: p.Referral.Settlement == program.Held ||
			p.Referral.Settlement == program.OnChain && p.Sale.Adapter == program.NodeSale,
		Asset:    p.Sale.Asset,
		SelfPays: !p.Referral.SelfRefuse,
	}
}

// Context is where an event of a block is booked.
type Context struct {
	Block      *Block
	Rule       string        // the version of the rules
	Pending    bool          // the block is not final
	Generation uint32        // how often the log was reversed before
	Receiver   ledger.Wallet // of the sale's proceeds; the zero Wallet: nobody says who it is
}

func (b Books) draft(kind ledger.Kind, leg string, p evm.Place, c Context) ledger.Draft {
	return ledger.Draft{
		Kind: kind, Program: b.Program, Rule: c.Rule, Effective: c.Block.When(), Booked: c.Block.When(),
		Source: ledger.LogSource(b.Chain, c.Block.Number, ledger.Hash(c.Block.Hash), ledger.Hash(p.TxHash), p.Index, leg, c.Generation),
	}
}

// owed are the rewards that a purchase makes payable later; none when they were paid at once or nothing is owed.
func (b Books) owed(p *Purchase) []Share {
	if !(b.Accrued || b.Held) || !b.Earns(p) {
		return nil
	}
	return p.Shares
}

// Earns says whether a purchase earns its referrer something: not where rewards accrue and a self-referral is refused.
func (b Books) Earns(p *Purchase) bool {
	return p.Referred && !(b.Accrued && !b.SelfPays && p.Has(SelfReferral))
}

// receiver is the account of what the sale brings: that of the contract that sold where nobody says who receives it.
func (b Books) receiver(c Context, contract ledger.Wallet) ledger.Account {
	if c.Receiver == (ledger.Wallet{}) {
		return b.funds(contract)
	}
	return ledger.WalletFunds(c.Receiver)
}

// funds is what a contract of the sale holds; the zero Wallet is the program's.
func (b Books) funds(contract ledger.Wallet) ledger.Account {
	if contract == (ledger.Wallet{}) {
		contract = b.Contract
	}
	return ledger.ContractFunds(contract)
}

// Purchase drafts a purchase:
//
//	income:sale:<buyer>                      -> assets:wallet:<receiver>       the treasury's part; all of it where rewards accrue
//	income:sale:<buyer>                      -> expenses:referral:<referrer>   the reward, where the contract paid it within the purchase
//	income:sale:<buyer>                      -> assets:sale:<contract>         the reward, where the contract holds it
//	liabilities:referral:<r>:pending|payable -> expenses:referral:<referrer>   the reward, where the contract holds it or it accrues
//	income:sale:<buyer>                      -> expenses:dust                  what the contract's rounding left behind
//	register:node:issuance                   -> register:node:<holder>         the licences, unless the licence contract tells them
//
// A reward is pending while the block is not final. A purchase that moves nothing is a transaction without postings, so
// that it can be seen.
func (b Books) Purchase(p *Purchase, c Context) ledger.Draft {
	d := b.draft(PurchaseKind, purchaseLeg, p.Place, c)
	d.Meta = b.purchaseMeta(p)
	income := ledger.SaleIncome(p.Buyer)
	move := func(from, to ledger.Account, a money.Amount) {
		if !a.IsZero() {
			d.Postings = append(d.Postings, ledger.Posting{From: from, To: to, Amount: a})
		}
	}
	stage := ledger.ReferralPayable
	if c.Pending {
		stage = ledger.ReferralPending
	}
	d.Postings = make([]ledger.Posting, 0, 5)
	switch {
	case b.Accrued:
		move(income, b.receiver(c, p.Contract), p.Paid)
	case b.Held:
		move(income, b.receiver(c, p.Contract), p.Treasury)
		move(income, b.funds(p.Contract), p.Referral)
	default:
		move(income, b.receiver(c, p.Contract), p.Treasury)
		for _, s := range p.Shares {
			move(income, ledger.ReferralExpense(s.Wallet), s.Amount)
		}
	}
	for _, s := range b.owed(p) {
		move(ledger.Referral(s.Wallet, stage), ledger.ReferralExpense(s.Wallet), s.Amount)
	}
	if !b.Accrued {
		move(income, ledger.Dust(), p.Dust)
	}
	if !b.Licence {
		move(ledger.Issuance(Node), ledger.Holding(p.GoesTo(), Node), money.Units(Node, p.Quantity))
	}
	return d
}

// Payable drafts the step of a pending reward to a payable one, once the purchase's block is final; ok is false when the
// purchase made nothing pending.
func (b Books) Payable(p *Purchase, c Context) (d ledger.Draft, ok bool) {
	d = b.draft(PayableKind, payableLeg, p.Place, c)
	for _, s := range b.owed(p) {
		if !s.Amount.IsZero() {
			d.Postings = append(d.Postings, ledger.Posting{
				From: ledger.Referral(s.Wallet, ledger.ReferralPayable), To: ledger.Referral(s.Wallet, ledger.ReferralPending), Amount: s.Amount,
			})
		}
	}
	return d, len(d.Postings) > 0
}

// Commission drafts what the contract paid for a purchase that no log tells of. Where rewards accrue it owes nobody anything, and moves
// nothing.
//
//	equity:suspense                  -> expenses:referral:<referrer>   what the contract paid
//	equity:suspense                  -> assets:sale:<contract>         where it holds that, from somewhere
//	liabilities:referral:<r>:payable -> expenses:referral:<referrer>   and owes it, once the block is final
func (b Books) Commission(e Commission, c Context) ledger.Draft {
	d := b.draft(CommissionKind, commissionLeg, e.Place, c)
	d.Meta = ledger.Meta{"amount": e.Amount.Digits(), "flags": string(Unjoined)}
	if e.Code != "" {
		putCode(d.Meta, e.Code)
	}
	if !e.Named {
		return d
	}
	d.Meta["referrer"] = e.Wallet.String()
	expense := ledger.ReferralExpense(e.Wallet)
	switch {
	case b.Accrued || e.Amount.IsZero():
	case b.Held:
		d.Postings = []ledger.Posting{{From: ledger.Suspense(), To: b.funds(e.Contract), Amount: e.Amount},
			{From: ledger.Referral(e.Wallet, ledger.ReferralPayable), To: expense, Amount: e.Amount}}
	default:
		d.Postings = []ledger.Posting{{From: ledger.Suspense(), To: expense, Amount: e.Amount}}
	}
	return d
}

// Withdrawal drafts a referrer's taking of what was payable: assets:sale:<contract> -> liabilities:referral:<r>:payable.
func (b Books) Withdrawal(w Withdrawal, c Context) ledger.Draft {
	d := b.draft(WithdrawalKind, withdrawalLeg, w.Place, c)
	if !w.Amount.IsZero() {
		d.Postings = []ledger.Posting{{
			From: b.funds(w.Contract), To: ledger.Referral(w.Wallet, ledger.ReferralPayable), Amount: w.Amount,
		}}
	}
	return d
}

// Proceeds drafts what a contract held of the sale and gave to a wallet: assets:sale:<contract> -> assets:wallet:<wallet>.
func (b Books) Proceeds(e Proceeds, c Context) ledger.Draft {
	d := b.draft(ProceedsKind, proceedsLeg, e.Place, c)
	d.Meta = ledger.Meta{"wallet": e.Wallet.String(), "amount": e.Amount.Digits()}
	if !e.Amount.IsZero() {
		d.Postings = []ledger.Posting{{From: b.funds(e.Contract), To: ledger.WalletFunds(e.Wallet), Amount: e.Amount}}
	}
	return d
}

// Gift drafts nodes that nobody paid for: register:node:issuance -> register:node:<holder>.
func (b Books) Gift(g Gift, c Context) ledger.Draft {
	d := b.draft(GiftKind, giftLeg, g.Place, c)
	d.Meta = ledger.Meta{"quantity": strconv.FormatUint(g.Quantity, 10)}
	if g.Quantity > 0 && !b.Licence {
		d.Postings = []ledger.Posting{{From: ledger.Issuance(Node), To: ledger.Holding(g.Holder, Node), Amount: money.Units(Node, g.Quantity)}}
	}
	return d
}

// Refund drafts a payment given back, and the licences that came back with it. It takes back what the buyer's purchase earned.
//
//	assets:wallet:<receiver> -> income:sale:<buyer>
//	register:node:<holder>   -> register:node:issuance
func (b Books) Refund(r Refund, c Context) ledger.Draft {
	d := b.draft(RefundKind, refundLeg, r.Place, c)
	d.Meta = ledger.Meta{"quantity": strconv.FormatUint(r.Quantity, 10)}
	if !r.Amount.IsZero() {
		d.Postings = append(d.Postings, ledger.Posting{From: b.receiver(c, r.Contract), To: ledger.SaleIncome(r.Buyer), Amount: r.Amount})
	}
	if r.Quantity > 0 && !b.Licence {
		d.Postings = append(d.Postings, ledger.Posting{From: ledger.Holding(r.ComesFrom(), Node), To: ledger.Issuance(Node),
			Amount: money.Units(Node, r.Quantity)})
	}
	return d
}

// Transfer drafts a licence that changes hands; ok is false when it does not, or when nodes come from purchases.
func (b Books) Transfer(t Transfer, c Context) (d ledger.Draft, ok bool) {
	if !b.Licence || t.From == t.To {
		return d, false
	}
	d = b.draft(TransferKind, transferLeg, t.Place, c)
	d.Meta = ledger.Meta{"licence": t.Licence.Dec()}
	from, to := ledger.Holding(t.From, Node), ledger.Holding(t.To, Node)
	if t.From == (ledger.Wallet{}) {
		from = ledger.Issuance(Node)
	}
	if t.To == (ledger.Wallet{}) {
		to = ledger.Issuance(Node)
	}
	d.Postings = []ledger.Posting{{From: from, To: to, Amount: money.Units(Node, 1)}}
	return d, true
}

func putCode(m ledger.Meta, code string) {
	if utf8.ValidString(code) {
		m["code"] = code
	} else {
		m["code_hex"] = hex.EncodeToString([]byte(code))
	}
}

func (b Books) purchaseMeta(p *Purchase) ledger.Meta {
	m := ledger.Meta{
		"quantity": strconv.FormatUint(p.Quantity, 10),
		"list":     p.List.Digits(),
		"paid":     p.Paid.Digits(),
	}
	if p.Code != "" {
		putCode(m, p.Code)
	}
	if asset := p.Paid.Asset(); asset != b.Asset {
		m["asset"] = asset.Symbol()
	}
	if p.GoesTo() != p.Buyer {
		m["holder"] = p.GoesTo().String()
	}
	if p.Referred {
		m["referrer"] = p.Referrer.String()
		m["referral"] = p.Referral.Digits()
	}
	if len(p.Shares) > 1 {
		above := make([]string, len(p.Shares)-1)
		for i, s := range p.Shares[1:] {
			above[i] = s.Wallet.String() + ":" + s.Amount.Digits()
		}
		m["above"] = strings.Join(above, " ")
	}
	if len(p.Slices) > 0 {
		m["tiers"] = p.Tiers()
	}
	if p.Unresolved {
		m["unresolved"] = "1"
	}
	if len(p.Flags) > 0 {
		names := make([]string, len(p.Flags))
		for i, f := range p.Flags {
			names[i] = string(f)
		}
		m["flags"] = strings.Join(names, " ")
	}
	if p.Meant != "" {
		m["meant"] = p.Meant
	}
	return m
}
