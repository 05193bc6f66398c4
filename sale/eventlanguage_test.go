package sale_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// shop is a program file whose sale group is given, paid in USDC with 6 decimals unless it says otherwise.
func shop(t *testing.T, group string, more ...string) (sale.Reader, *program.Program) {
	t.Helper()
	text := `program: shop
schema: 1
assets:
  ETH: { decimals: 18, kind: native }
  USDC: { decimals: 6, kind: erc20, address: "0x00000000000000000000000000000000000000cc" }
  USDT: { decimals: 18, kind: erc20, address: "0x00000000000000000000000000000000000000dd" }
chain: { id: 31337, start_block: 0 }
sale:
  adapter: event
  asset: USDC
` + group + strings.Join(more, "")
	if !strings.Contains(group, "contracts:") {
		text = strings.Replace(text, "sale:\n", "sale:\n  contract: \"0x00000000000000000000000000000000000000aa\"\n", 1)
	}
	p, err := program.Read("shop.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r, err := sale.NewReader(p)
	if err != nil {
		t.Fatal(err)
	}
	return r, p
}

var (
	usdc = common.HexToAddress("0xcc")
	usdt = common.HexToAddress("0xdd")
)

// told is a log whose arguments are words; names with * are indexed. Lists and text are not for it.
func told(index uint32, tx byte, contract common.Address, signature string, indexed int, words ...any) evm.Log {
	l := evm.Log{Address: contract, Topics: []common.Hash{evm.Topic(signature)}, TxHash: common.Hash{tx}, TxIndex: uint32(tx), Index: index}
	for i, w := range words {
		word := common.BigToHash(big.NewInt(0))
		switch v := w.(type) {
		case int:
			word = common.BigToHash(big.NewInt(int64(v)))
		case common.Address:
			word = evm.Padded(v)
		case common.Hash:
			word = v
		}
		if i < indexed {
			l.Topics = append(l.Topics, word)
		} else {
			l.Data = append(l.Data, word[:]...)
		}
	}
	return l
}

// sent is a transfer of a token.
func sent(index uint32, tx byte, token common.Address, from, to byte, amount int) evm.Log {
	return told(index, tx, token, "Transfer(address,address,uint256)", 2, who(from), who(to), amount)
}

// minted is a transfer of a licence of the sale's own contract.
func minted(index uint32, tx byte, from, to byte, id int) evm.Log {
	return told(index, tx, bazaarContract, "Transfer(address,address,uint256)", 3, who(from), who(to), id)
}

func who(n byte) common.Address { return common.Address{19: n} }

// lines gives the events of a block of logs, each in one line.
func lines(t *testing.T, r sale.Reader, txs []evm.Tx, logs ...evm.Log) []string {
	t.Helper()
	events, err := r.Read(&sale.Block{Number: 100, Hash: common.Hash{1}, Time: 1_713_000_000, Logs: logs, Txs: txs})
	if err != nil {
		return []string{"error: " + err.Error()}
	}
	out := make([]string, len(events))
	for i, e := range events {
		out[i] = line(e)
	}
	return out
}

func line(e sale.Event) string {
	short := func(w ledger.Wallet) string { return fmt.Sprint(w[19]) }
	switch e := e.(type) {
	case sale.Payment:
		s := fmt.Sprintf("%d: %s buys %d", e.Index, short(e.Buyer), e.Quantity)
		if e.GoesTo() != e.Buyer {
			s += " for " + short(e.GoesTo())
		}
		if e.Tier != 0 {
			s += fmt.Sprintf(" of tier %d", e.Tier)
		}
		for _, part := range []struct {
			word   string
			amount interface{ String() string }
			there  bool
		}{{"paid", e.Paid, e.Paid != nil}, {"net", e.Net, e.Net != nil}, {"list", e.List, e.List != nil}, {"moved", e.Value, e.Value != nil},
			{"price", e.Price, e.Price != nil}} {
			if part.there {
				s += " " + part.word + " " + part.amount.String()
			}
		}
		if e.Code != "" {
			s += " code " + e.Code
		}
		if e.Referred {
			s += " referrer " + short(e.Referrer)
		}
		if len(e.Marks) > 0 {
			s += fmt.Sprintf(" %v", e.Marks)
		}
		return s
	case sale.Gift:
		return fmt.Sprintf("%d: %s is given %d", e.Index, short(e.Holder), e.Quantity)
	case sale.Withdrawal:
		return fmt.Sprintf("%d: %s withdraws %s of %s", e.Index, short(e.Wallet), e.Amount, short(e.Contract))
	case sale.Proceeds:
		return fmt.Sprintf("%d: %s gets the proceeds %s of %s", e.Index, short(e.Wallet), e.Amount, short(e.Contract))
	case sale.Refund:
		return fmt.Sprintf("%d: %s is paid back %s for %d of %s, restock %t", e.Index, short(e.Buyer), e.Amount, e.Quantity,
			short(e.ComesFrom()), e.Restock)
	case sale.Transfer:
		return fmt.Sprintf("%d: licence %s from %s to %s", e.Index, e.Licence.Dec(), short(e.From), short(e.To))
	case sale.CodeSet:
		return fmt.Sprintf("%d: code %s is of %s, %t", e.Index, e.Code, short(e.Wallet), e.Active)
	case sale.Commission:
		return fmt.Sprintf("%d: commission %s of %s", e.Index, e.Amount, short(e.Wallet))
	}
	return fmt.Sprintf("%T", e)
}

func reads(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("read\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

const sold = `  purchases:
    - event: "Sold(address indexed by, uint256 n)"
      buyer: by
      quantity: n
`

func soldLog(index uint32, tx, by byte, n int) evm.Log {
	return told(index, tx, bazaarContract, "Sold(address,uint256)", 1, who(by), n)
}

// What moved is what was paid: all transfers of the asset from the buyer in the transaction, of no other token and of nobody else.
func TestWhatMovedIsWhatWasPaid(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, sold+"      paid: moved\n")
	if w := r.Watch(); len(w.Moved) != 2 || w.Bodies {
		t.Errorf("it watches %+v", w)
	}
	reads(t, lines(t, r, nil,
		sent(0, 1, usdc, 1, 7, 2_000_000), sent(1, 1, usdc, 1, 8, 500_000), sent(2, 1, usdt, 1, 8, 9),
		sent(3, 1, usdc, 2, 7, 5), soldLog(4, 1, 1, 2),
		sent(5, 2, usdc, 3, 7, 4), soldLog(6, 3, 3, 1)),
		"4: 1 buys 2 paid 2.5 USDC moved 2.5 USDC [paid-indirectly]", "6: 3 buys 1 paid 0 USDC moved 0 USDC")
}

// Of several purchases of one wallet in a transaction only the sum is known: it is divided as the nodes are, and marked; where the logs
// state amounts, the last one carries what differs.
func TestSeveralPurchasesOfOneTransaction(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, sold+"      paid: moved\n")
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 10), soldLog(1, 1, 1, 1), soldLog(2, 1, 1, 2)),
		"1: 1 buys 1 paid 0.000003 USDC moved 0.000003 USDC [paid-together]",
		"2: 1 buys 2 paid 0.000007 USDC moved 0.000007 USDC [paid-together]")
	r, _ = shop(t, `  purchases:
    - { event: "Sold(address indexed by, uint256 n, uint256 paid)", buyer: by, quantity: n, paid: { field: paid } }
`)
	stated := func(index uint32, n, paid int) evm.Log {
		return told(index, 1, bazaarContract, "Sold(address,uint256,uint256)", 1, who(1), n, paid)
	}
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 10), stated(1, 1, 3), stated(2, 2, 6)),
		"1: 1 buys 1 paid 0.000003 USDC moved 0.000003 USDC", "2: 1 buys 2 paid 0.000006 USDC moved 0.000007 USDC")
}

// Ether is the value of the transaction: marked where it went to another contract, unknown where the transaction cannot be read.
func TestEtherThatMoved(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, sold+"      paid: moved\n      asset: ETH\n")
	if w := r.Watch(); !w.Bodies || len(w.Moved) != 0 {
		t.Errorf("it watches %+v", w)
	}
	reads(t, lines(t, r, []evm.Tx{carrying(1, 0xaa, 5), carrying(2, 9, 6)}, soldLog(0, 1, 1, 1), soldLog(1, 2, 1, 1), soldLog(2, 3, 1, 1)),
		"0: 1 buys 1 paid 0.000000000000000005 ETH moved 0.000000000000000005 ETH",
		"1: 1 buys 1 paid 0.000000000000000006 ETH moved 0.000000000000000006 ETH [paid-indirectly]",
		"2: 1 buys 1")
}

// The asset is what a field says, or whichever moved. A value that the file does not name stops the reading.
func TestTheAssetOfAPurchase(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, `  purchases:
    - event: "Sold(address indexed by, uint256 n, uint256 paid, address token)"
      buyer: by
      quantity: n
      paid: { field: paid, each: unit }
      asset:
        field: token
        is: { "0x00000000000000000000000000000000000000cc": USDC, "0x00000000000000000000000000000000000000dd": USDT, zero: ETH }
`)
	in := func(token byte) evm.Log {
		return told(1, 1, bazaarContract, "Sold(address,uint256,uint256,address)", 1, who(1), 3, 1_000_000, who(token))
	}
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 3_000_000), in(0xcc)), "1: 1 buys 3 paid 3 USDC moved 3 USDC")
	reads(t, lines(t, r, nil, in(0xdd)), "1: 1 buys 3 paid 0.000000000003 USDT moved 0 USDT")
	reads(t, lines(t, r, nil, in(0)), "1: 1 buys 3 paid 0.000000000003 ETH")
	got := lines(t, r, nil, in(0xee))
	if len(got) != 1 || !strings.Contains(got[0], "does not say which asset that is: write it into asset.is") {
		t.Errorf("an unknown token: %v", got)
	}
	r, _ = shop(t, sold+"      paid: moved\n      asset: moved\n")
	reads(t, lines(t, r, nil, sent(0, 1, usdt, 1, 7, 5), soldLog(1, 1, 1, 1)),
		"1: 1 buys 1 paid 0.000000000000000005 USDT moved 0.000000000000000005 USDT")
	reads(t, lines(t, r, nil, soldLog(1, 1, 1, 1)), "1: 1 buys 1 paid 0 USDC moved 0 USDC")
}

// N logs of one transaction are one purchase where they agree in who, what and how much.
func TestOnePurchasePerTransaction(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, `  tiers: [{ size: 100, price: 1 }]
  purchases:
    - event: "Transfer(address indexed from, address indexed to, uint256 indexed id)"
      where: { from: zero }
      per: transaction
      buyer: to
      quantity: one_per_log
      paid: moved
  refunds: [{ event: "Back(address indexed to, uint256 amount)", buyer: to, amount: amount, nodes: burns, restock: true }]
`)
	reads(t, lines(t, r, nil,
		sent(0, 1, usdc, 1, 7, 6), minted(1, 1, 0, 1, 1), minted(2, 1, 0, 1, 2), minted(3, 1, 0, 2, 3), // for two wallets
		minted(4, 2, 0, 1, 4),
		minted(5, 3, 1, 2, 4),                        // a resale
		minted(6, 4, 2, 0, 4), minted(7, 4, 2, 0, 3), // two are burnt ...
		told(8, 4, bazaarContract, "Back(address,uint256)", 1, who(1), 9)), // ... and somebody else is paid back
		"1: 1 buys 2 paid 0.000006 USDC moved 0.000006 USDC", "3: 2 buys 1 paid 0 USDC moved 0 USDC [paid-indirectly]",
		"4: 1 buys 1 paid 0 USDC moved 0 USDC",
		"8: 1 is paid back 0.000009 USDC for 2 of 2, restock true")
	back := told(2, 1, bazaarContract, "Back(address,uint256)", 1, who(1), 9)
	if got := lines(t, r, nil, minted(0, 1, 1, 0, 1), minted(1, 1, 2, 0, 2), back); !strings.Contains(got[0], "whose came back is not known") {
		t.Errorf("burns of two wallets: %v", got)
	}
	// With holdings from the licence each log is both, and what the sale's contract holds is not sold yet.
	r, _ = shop(t, `  licence: "0x00000000000000000000000000000000000000aa"
  purchases:
    - event: "Transfer(address indexed from, address indexed to, uint256 indexed id)"
      where: { from: zero }
      buyer: to
      quantity: one_per_log
      paid: moved
`, "holdings: licence\n")
	reads(t, lines(t, r, nil, minted(0, 1, 0, 1, 5), minted(1, 2, 1, 0xaa, 5)),
		"0: licence 5 from 0 to 1", "0: 1 buys 1 paid 0 USDC moved 0 USDC", "1: licence 5 from 1 to 0")
}

// An event of which another speaks better is left out, each once.
func TestAnEventThatAnotherTellsBetter(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, `  contracts:
    - { address: "0x00000000000000000000000000000000000000aa", tier: 1, price: 2 }
    - { address: "0x00000000000000000000000000000000000000ab", tier: 2, price: 3, from: block 50, until: block 150 }
    - { address: "0x00000000000000000000000000000000000000ac", tier: 3, price: 4, from: block 150 }
  tiers: [{ size: 10, price: 2 }, { size: 10, price: 3 }, { size: 10, price: 4 }]
  purchases:
    - event: "Bought(address indexed by, uint256 paid)"
      unless: "BoughtWith(address indexed by, uint256 paid, bytes32 code)"
      buyer: by
      quantity: { paid_over: price }
      paid: { field: paid }
    - event: "BoughtWith(address indexed by, uint256 paid, bytes32 code)"
      buyer: by
      quantity: { paid_over: price }
      paid: { field: paid }
      code: code
`)
	plain := func(index uint32, at byte, paid int) evm.Log {
		return told(index, 1, who(at), "Bought(address,uint256)", 1, who(1), paid)
	}
	with := func(index uint32, at byte, paid int) evm.Log {
		return told(index, 1, who(at), "BoughtWith(address,uint256,bytes32)", 1, who(1), paid, common.Hash{'A', 'B'})
	}
	reads(t, lines(t, r, nil, plain(0, 0xaa, 4_000_000), with(1, 0xaa, 4_000_000), plain(2, 0xaa, 4_000_000), plain(3, 0xab, 6_500_000),
		with(4, 0xaa, 2_000_000), plain(5, 0xac, 4_000_000)),
		"1: 1 buys 2 of tier 1 paid 4 USDC moved 0 USDC price 2 USDC code AB",
		"2: 1 buys 2 of tier 1 paid 4 USDC moved 0 USDC price 2 USDC",
		"3: 1 buys 2 of tier 2 paid 6.5 USDC moved 0 USDC price 3 USDC [off-ladder]",
		"4: 1 buys 1 of tier 1 paid 2 USDC moved 0 USDC price 2 USDC code AB")
}

// Who buys may be who signed; who holds may be another; the code may stand in the calldata; quantities may be a list.
func TestWhatIsNotInTheFieldOfALog(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, `  purchases:
    - event: "Sold(address indexed to, uint256[] ids, uint256[] values)"
      buyer: transaction
      holder: to
      quantity: { sum: values }
      paid: moved
      code: { call: "mint(address to, string code, uint16 n)", field: code }
`)
	if w := r.Watch(); !w.Senders || !w.Bodies {
		t.Errorf("it watches %+v", w)
	}
	l := emit(t, 1, 1, "Sold(address,uint256[],uint256[])", []common.Hash{{31: 4}}, []string{"uint256[]", "uint256[]"},
		[]*big.Int{big.NewInt(7), big.NewInt(8)}, []*big.Int{big.NewInt(2), big.NewInt(3)})
	code := append(crypto.Keccak256([]byte("mint(address,string,uint16)"))[:4], common.FromHex("0x"+
		"0000000000000000000000000000000000000000000000000000000000000004"+"0000000000000000000000000000000000000000000000000000000000000060"+
		"0000000000000000000000000000000000000000000000000000000000000005"+"0000000000000000000000000000000000000000000000000000000000000005"+
		"414c504841000000000000000000000000000000000000000000000000000000")...)
	tx := evm.Tx{Hash: common.Hash{1}, Index: 1, To: bazaarContract, Input: code, From: who(3)}
	reads(t, lines(t, r, []evm.Tx{tx}, sent(0, 1, usdc, 3, 7, 5), l), "1: 3 buys 5 for 4 paid 0.000005 USDC moved 0.000005 USDC code ALPHA")
	tx.To = who(9) // through a router: its calldata is not the contract's
	reads(t, lines(t, r, []evm.Tx{tx}, l), "1: 3 buys 5 for 4 paid 0 USDC moved 0 USDC")
	tx.From = common.Address{}
	if got := lines(t, r, []evm.Tx{tx}, l); !strings.Contains(got[0], "who signed its transaction is not known") {
		t.Errorf("an unknown sender: %v", got)
	}
}

// Tiers may count from 0, or be named; one that the file does not know is marked so.
func TestTiersOfALog(t *testing.T) {
	t.Parallel()
	tier := func(value any) evm.Log {
		return told(0, 1, bazaarContract, "Sold(address,uint256)", 1, who(1), value)
	}
	for how, want := range map[string]map[int]string{
		"tier": {
			0: "0: 1 buys 1 of tier -1", 1: "0: 1 buys 1 of tier 1", 1000: "0: 1 buys 1 of tier 1000", 2000: "0: 1 buys 1 of tier -1",
		},
		"{ field: tier, from: 0 }":             {0: "0: 1 buys 1 of tier 1", 1: "0: 1 buys 1 of tier 2"},
		"{ field: tier, is: { 7: 1, 30: 2 } }": {7: "0: 1 buys 1 of tier 1", 30: "0: 1 buys 1 of tier 2", 1: "0: 1 buys 1 of tier -1"},
	} {
		r, _ := shop(t, "  tiers: [{ size: 1, price: 1 }, { size: 1, price: 1 }]\n  purchases:\n"+
			"    - event: \"Sold(address indexed by, uint256 tier)\"\n"+
			"      buyer: by\n      quantity: one_per_log\n      paid: ladder\n      tier: "+how+"\n")
		for value, line := range want {
			reads(t, lines(t, r, nil, tier(value)), line+" moved 0 USDC")
		}
	}
}

// Gifts take the logs of their transaction that would be purchases; withdrawals of one event are told apart by who; codes come from events.
func TestGiftsWithdrawalsAndCodes(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, `  purchases:
    - event: "Transfer(address indexed from, address indexed to, uint256 indexed id)"
      where: { from: zero }
      per: transaction
      buyer: to
      quantity: one_per_log
      paid: moved
  gifts: [{ event: "Given(address indexed by, address indexed to, uint256 n)", holder: to, quantity: n }]
  withdrawals:
    - event: "Out(address indexed who, address token, uint256 amount)"
      where: { who: "0x0000000000000000000000000000000000000005" }
      wallet: who
      amount: amount
      of: proceeds
    - event: "Out(address indexed who, address token, uint256 amount)"
      wallet: who
      amount: amount
      asset: { field: token, is: { zero: ETH, "0x00000000000000000000000000000000000000cc": USDC } }
  registrations: [{ event: "Registered(bytes32 code, address wallet)", code: code, wallet: wallet }]
`, "referral: { settlement: held }\n")
	out := func(index uint32, by byte, token common.Address) evm.Log {
		return told(index, 2, bazaarContract, "Out(address,address,uint256)", 1, who(by), token, 3_000_000)
	}
	reads(t, lines(t, r, nil,
		minted(0, 1, 0, 1, 1), minted(1, 1, 0, 1, 2), told(2, 1, bazaarContract, "Given(address,address,uint256)", 2, who(9), who(1), 2),
		minted(3, 1, 0, 2, 3), out(4, 5, usdc), out(5, 6, usdc), out(6, 6, common.Address{}),
		told(7, 3, bazaarContract, "Registered(bytes32,address)", 0, common.Hash{'X'}, who(8)),
		told(8, 3, bazaarContract, "Registered(bytes32,address)", 0, common.Hash{'X'}, common.Address{})),
		"2: 1 is given 2", "3: 2 buys 1 paid 0 USDC moved 0 USDC", "4: 5 gets the proceeds 3 USDC of 170", "5: 6 withdraws 3 USDC of 170",
		"6: 6 withdraws 0.000000000003 ETH of 170", "7: code X is of 8, true", "8: code X is of 0, false")
}
