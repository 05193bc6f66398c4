package sale_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

func carrying(tx byte, to byte, wei uint64) evm.Tx {
	return evm.Tx{Hash: common.Hash{tx}, Index: uint32(tx), To: who(to), Value: *uint256.NewInt(wei), Success: true}
}

// The value of a transaction is counted once, however many wallets its purchases name, and each of them is marked.
func TestOneValueForSeveralBuyers(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, sold+"      paid: moved\n      asset: ETH\n")
	reads(t, lines(t, r, []evm.Tx{carrying(1, 0xaa, 90)}, soldLog(0, 1, 1, 1), soldLog(1, 1, 2, 1), soldLog(2, 1, 3, 1)),
		"0: 1 buys 1 paid 0.00000000000000003 ETH moved 0.00000000000000003 ETH [paid-together]",
		"1: 2 buys 1 paid 0.00000000000000003 ETH moved 0.00000000000000003 ETH [paid-together]",
		"2: 3 buys 1 paid 0.00000000000000003 ETH moved 0.00000000000000003 ETH [paid-together]")
	reads(t, lines(t, r, []evm.Tx{carrying(1, 9, 90)}, soldLog(0, 1, 1, 1), soldLog(1, 1, 2, 2)),
		"0: 1 buys 1 paid 0.00000000000000003 ETH moved 0.00000000000000003 ETH [paid-indirectly paid-together]",
		"1: 2 buys 2 paid 0.00000000000000006 ETH moved 0.00000000000000006 ETH [paid-indirectly paid-together]")
}

// Logs of a transaction that differ in their asset or in who referred are not one purchase.
func TestLogsThatAreNotOnePurchase(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, `  purchases:
    - event: "Sold(address indexed by, uint256 paid, address token, address from)"
      per: transaction
      buyer: by
      quantity: one_per_log
      paid: { field: paid }
      referrer: from
      asset:
        field: token
        is: { "0x00000000000000000000000000000000000000cc": USDC, "0x00000000000000000000000000000000000000dd": USDT }
`)
	log := func(index uint32, paid int, token, from byte) evm.Log {
		return told(index, 1, bazaarContract, "Sold(address,uint256,address,address)", 1, who(1), paid, who(token), who(from))
	}
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 9_000_000), sent(1, 1, usdt, 1, 7, 5),
		log(2, 2_000_000, 0xcc, 8), log(3, 3_000_000, 0xcc, 8), log(4, 4_000_000, 0xcc, 9), log(5, 5, 0xdd, 8)),
		"2: 1 buys 2 paid 5 USDC moved 5 USDC referrer 8", "4: 1 buys 1 paid 4 USDC moved 4 USDC referrer 9",
		"5: 1 buys 1 paid 0.000000000000000005 USDT moved 0.000000000000000005 USDT referrer 8")
}

// A buyer that pays itself pays nothing more, and one that moves nothing of an asset did not choose it.
func TestTransfersThatPayNothing(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, sold+"      paid: moved\n")
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 1, 900_000_000), sent(1, 1, usdc, 1, 7, 2_000_000), soldLog(2, 1, 1, 1)),
		"2: 1 buys 1 paid 2 USDC moved 2 USDC")
	r, _ = shop(t, sold+"      paid: moved\n      asset: moved\n")
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 0), sent(1, 1, usdc, 1, 1, 7), sent(2, 1, usdt, 1, 7, 5), soldLog(3, 1, 1, 1)),
		"3: 1 buys 1 paid 0.000000000000000005 USDT moved 0.000000000000000005 USDT")
}

// Where what left the buyer is perhaps not the payment, the purchase is marked: somebody else paid, some came back, some went elsewhere, or
// two assets left.
func TestWhatMovedIsPerhapsNotThePayment(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, sold+"      paid: moved\n")
	for _, c := range []struct {
		moved []evm.Log
		want  string
	}{
		{[]evm.Log{sent(0, 1, usdc, 9, 0xaa, 5_000_000)}, "paid 0 USDC moved 0 USDC [paid-indirectly]"},
		{[]evm.Log{sent(0, 1, usdc, 1, 9, 5_000_000), sent(1, 1, usdc, 9, 1, 4_000_000)}, "paid 5 USDC moved 5 USDC [paid-indirectly]"},
		{[]evm.Log{sent(0, 1, usdc, 1, 0xaa, 1_000_000), sent(1, 1, usdc, 1, 9, 4_000_000)}, "paid 5 USDC moved 5 USDC [paid-indirectly]"},
		{[]evm.Log{sent(0, 1, usdc, 1, 7, 1_000_000), sent(1, 1, usdc, 1, 9, 4_000_000)}, "paid 5 USDC moved 5 USDC [paid-indirectly]"},
		{[]evm.Log{sent(0, 1, usdc, 1, 7, 1_000_000), sent(1, 1, usdc, 1, 7, 4_000_000)}, "paid 5 USDC moved 5 USDC"},
		{[]evm.Log{sent(0, 1, usdc, 1, 0xaa, 5_000_000), sent(1, 1, usdc, 0xaa, 9, 4_000_000)}, "paid 5 USDC moved 5 USDC"},
		{nil, "paid 0 USDC moved 0 USDC"}, // it was free
	} {
		reads(t, lines(t, r, nil, append(c.moved, soldLog(5, 1, 1, 1))...), "5: 1 buys 1 "+c.want)
	}
	r, _ = shop(t, sold+"      paid: moved\n      asset: moved\n")
	reads(t, lines(t, r, []evm.Tx{carrying(1, 0xaa, 5)}, sent(0, 1, usdt, 1, 7, 5), soldLog(1, 1, 1, 1)),
		"1: 1 buys 1 paid 0.000000000000000005 ETH moved 0.000000000000000005 ETH [paid-indirectly]")
	reads(t, lines(t, r, nil, sent(0, 1, usdt, 1, 7, 5), sent(1, 1, usdc, 1, 7, 5), soldLog(2, 1, 1, 1)),
		"2: 1 buys 1 paid 0.000005 USDC moved 0.000005 USDC [paid-indirectly]")
}

// Of purchases of which some state what was paid, the others share what is left; never is more given than moved.
func TestWhatIsLeftIsShared(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, sold+`      paid: moved
    - { event: "Stated(address indexed by, uint256 n, uint256 paid)", buyer: by, quantity: n, paid: { field: paid } }
`)
	stated := told(1, 1, bazaarContract, "Stated(address,uint256,uint256)", 1, who(1), 1, 90)
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 100), stated, soldLog(2, 1, 1, 4), soldLog(3, 1, 1, 1)),
		"1: 1 buys 1 paid 0.00009 USDC moved 0.00009 USDC",
		"2: 1 buys 4 paid 0.000008 USDC moved 0.000008 USDC [paid-together]",
		"3: 1 buys 1 paid 0.000002 USDC moved 0.000002 USDC [paid-together]")
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 50), soldLog(0, 1, 1, 4), stated),
		"0: 1 buys 4 paid 0 USDC moved 0 USDC [paid-together]", "1: 1 buys 1 paid 0.00009 USDC moved 0.00005 USDC")
	// Numbers of nodes whose sum is more than 64 bits.
	huge := soldLog(1, 1, 1, 0)
	copy(huge.Data[24:], []byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 100), huge, soldLog(2, 1, 1, 1)),
		"1: 1 buys 18446744073709551615 paid 0.000099 USDC moved 0.000099 USDC [paid-together]",
		"2: 1 buys 1 paid 0.000001 USDC moved 0.000001 USDC [paid-together]")
}

// A gift beside a purchase of the same wallet takes nothing away that was paid for.
func TestAGiftBesideAPurchase(t *testing.T) {
	t.Parallel()
	given := func(index uint32, n int) evm.Log {
		return told(index, 1, bazaarContract, "Given(address,uint256)", 1, who(1), n)
	}
	const gifts = `  gifts: [{ event: "Given(address indexed to, uint256 n)", holder: to, quantity: n }]
`
	r, _ := shop(t, sold+"      paid: moved\n"+gifts)
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 5_000_000), soldLog(1, 1, 1, 1), given(2, 1)),
		"1: 1 buys 1 paid 5 USDC moved 5 USDC", "2: 1 is given 1")
	reads(t, lines(t, r, nil, soldLog(1, 1, 1, 1), given(2, 1)), "2: 1 is given 1")
	reads(t, lines(t, r, nil, sent(0, 1, usdc, 1, 7, 5_000_000), soldLog(1, 1, 1, 1), soldLog(2, 1, 1, 1), given(3, 1)),
		"2: 1 buys 1 paid 5 USDC moved 5 USDC", "3: 1 is given 1")
	r, _ = shop(t, `  purchases:
    - { event: "Stated(address indexed by, uint256 n, uint256 paid)", buyer: by, quantity: n, paid: { field: paid } }
`+gifts)
	stated := func(index uint32, paid int) evm.Log {
		return told(index, 1, bazaarContract, "Stated(address,uint256,uint256)", 1, who(1), 1, paid)
	}
	reads(t, lines(t, r, nil, stated(1, 5), stated(2, 0), given(3, 2)), "1: 1 buys 1 paid 0.000005 USDC moved 0 USDC", "3: 1 is given 2")
}

// An event gives way only to a log that is booked: of an entry in force, whose conditions hold.
func TestAnEventThatNothingTellsBetter(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, `  purchases:
    - event: "Bought(address indexed by, uint256 paid)"
      unless: "BoughtWith(address indexed by, uint256 paid, uint256 kind)"
      buyer: by
      quantity: one_per_log
      paid: { field: paid }
    - event: "BoughtWith(address indexed by, uint256 paid, uint256 kind)"
      where: { kind: 2 }
      from: block 90
      until: block 110
      buyer: by
      quantity: one_per_log
      paid: { field: paid }
`)
	with := func(kind int) evm.Log {
		return told(1, 1, bazaarContract, "BoughtWith(address,uint256,uint256)", 1, who(1), 5, kind)
	}
	plain := told(0, 1, bazaarContract, "Bought(address,uint256)", 1, who(1), 5)
	reads(t, lines(t, r, nil, plain, with(2)), "1: 1 buys 1 paid 0.000005 USDC moved 0 USDC")
	reads(t, lines(t, r, nil, plain, with(1)), "0: 1 buys 1 paid 0.000005 USDC moved 0 USDC")
	events, err := r.Read(&sale.Block{Number: 120, Hash: common.Hash{1}, Time: 1_713_000_000, Logs: []evm.Log{plain, with(2)}})
	if err != nil || len(events) != 1 {
		t.Errorf("after the other entry has ended: %v, %v", events, err)
	}
}

// A tier that no counting reaches is one that the file does not know.
func TestATierBeyondAllCounting(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, "  tiers: [{ size: 1, price: 1 }]\n  purchases:\n    - event: \"Sold(address indexed by, uint256 tier)\"\n"+
		"      buyer: by\n      quantity: one_per_log\n      paid: ladder\n      tier: tier\n")
	most := common.BigToHash(new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1)))
	reads(t, lines(t, r, nil, told(0, 1, bazaarContract, "Sold(address,uint256)", 1, who(1), most)), "0: 1 buys 1 of tier -1 moved 0 USDC")
}

// resolved works out the purchases of a block, one line each.
func resolved(t *testing.T, r sale.Reader, p *program.Program, logs ...evm.Log) (out []string) {
	t.Helper()
	events, err := r.Read(&sale.Block{Number: 100, Hash: common.Hash{1}, Time: 1_713_000_000, Logs: logs})
	if err != nil {
		t.Fatal(err)
	}
	s := sale.NewState(p)
	for _, e := range events {
		pay, ok := e.(sale.Payment)
		if !ok {
			out = append(out, line(e))
			continue
		}
		b, err := s.Buy(pay)
		if err != nil {
			out = append(out, "error: "+err.Error())
			continue
		}
		words := []string{"paid", b.Paid.String(), "list", b.List.String(), "treasury", b.Treasury.String(), "referral", b.Referral.String()}
		for _, f := range b.Flags {
			words = append(words, string(f))
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// What the treasury got may be in another asset than the sale's.
func TestNetInAnotherAsset(t *testing.T) {
	t.Parallel()
	r, p := shop(t, `  purchases:
    - event: "Sold(address indexed by, uint256 net, address from)"
      buyer: by
      quantity: one_per_log
      paid: { field: net, means: net }
      referrer: from
      asset: USDT
  commissions: [{ event: "Reward(address to, uint256 amount)", referrer: to, reward: amount, asset: USDT }]
`, "referral: { discount: 0%, reward: 10% }\n")
	reads(t, resolved(t, r, p, sent(0, 1, usdt, 1, 7, 1000),
		told(1, 1, bazaarContract, "Sold(address,uint256,address)", 1, who(1), 900, who(2)),
		told(2, 1, bazaarContract, "Reward(address,uint256)", 0, who(2), 100)),
		"paid 0.000000000000001 USDT list 0.000000000000001 USDT treasury 0.0000000000000009 USDT referral 0.0000000000000001 USDT")
}

// The prices of a way to buy are in the asset that it is paid in, and are compared with what was paid.
func TestPricesInAnotherAsset(t *testing.T) {
	t.Parallel()
	for _, paid := range []string{"ladder", "moved"} {
		r, p := shop(t, sold+"      paid: "+paid+"\n      asset: USDT\n      prices: [10]\n", "referral: { discount: 0%, reward: 0% }\n")
		ten := func(n int64) evm.Log {
			l := sent(0, 1, usdt, 1, 7, 0)
			new(big.Int).Mul(big.NewInt(n), big.NewInt(1_000_000_000_000_000_000)).FillBytes(l.Data)
			return l
		}
		reads(t, resolved(t, r, p, ten(20), soldLog(1, 1, 1, 2)), "paid 20 USDT list 20 USDT treasury 20 USDT referral 0 USDT")
		want := "paid 20 USDT list 20 USDT treasury 20 USDT referral 0 USDT value-differs"
		if paid == "moved" {
			want = "paid 25 USDT list 25 USDT treasury 25 USDT referral 0 USDT off-ladder"
		}
		reads(t, resolved(t, r, p, ten(25), soldLog(1, 1, 1, 2)), want)
	}
}

// A commission in another asset is of another purchase.
func TestACommissionInAnotherAsset(t *testing.T) {
	t.Parallel()
	r, p := shop(t, `  purchases:
    - event: "Sold(address indexed by, uint256 paid, address token)"
      buyer: by
      quantity: one_per_log
      paid: { field: paid }
      asset:
        field: token
        is: { "0x00000000000000000000000000000000000000cc": USDC, "0x00000000000000000000000000000000000000dd": USDT }
  commissions:
    - event: "Reward(address to, uint256 amount, address token)"
      referrer: to
      reward: amount
      asset:
        field: token
        is: { "0x00000000000000000000000000000000000000cc": USDC, "0x00000000000000000000000000000000000000dd": USDT }
`, "referral: { discount: 0%, reward: 10% }\n")
	log := func(index uint32, token byte) evm.Log {
		return told(index, 1, bazaarContract, "Sold(address,uint256,address)", 1, who(1), 100, who(token))
	}
	reward := func(index uint32, token byte) evm.Log {
		return told(index, 1, bazaarContract, "Reward(address,uint256,address)", 0, who(2), 10, who(token))
	}
	reads(t, resolved(t, r, p, sent(0, 1, usdc, 1, 7, 100), sent(1, 1, usdt, 1, 7, 100),
		log(2, 0xcc), log(3, 0xdd), reward(4, 0xdd), reward(5, 0xcc)),
		"paid 0.0001 USDC list 0.0001 USDC treasury 0.00009 USDC referral 0.00001 USDC",
		"paid 0.0000000000000001 USDT list 0.0000000000000001 USDT treasury 0.00000000000000009 USDT referral 0.00000000000000001 USDT")
	reads(t, resolved(t, r, p, sent(0, 1, usdc, 1, 7, 100), log(2, 0xcc), reward(4, 0xdd)),
		"paid 0.0001 USDC list 0.0001 USDC treasury 0.0001 USDC referral 0 USDC", "4: commission 0.00000000000000001 USDT of 2")
}

// Nodes that are more than can be counted are refused, given ones, too.
func TestGiftsBeyondCounting(t *testing.T) {
	t.Parallel()
	_, p := shop(t, sold+"      paid: moved\n")
	s := sale.NewState(p)
	if err := s.Give(sale.Gift{Quantity: 1 << 63}); err != nil {
		t.Fatal(err)
	}
	none := money.Zero(p.Sale.Asset)
	if err := s.Give(sale.Gift{Quantity: 1 << 63}); err == nil {
		t.Errorf("2^64 given nodes are %d", s.Totals.Exist())
	}
	if _, err := s.Buy(sale.Payment{Quantity: 1 << 63, Paid: &none}); err == nil {
		t.Errorf("2^64 nodes are %d", s.Totals.Exist())
	}
}

// Calldata that does not decode, as a contract of an old compiler takes it, stops nothing: the purchase has no code, and is marked.
func TestCalldataThatDoesNotDecode(t *testing.T) {
	t.Parallel()
	r, _ := shop(t, sold+"      paid: moved\n      code: { call: \"mint(string code, bool fast)\", field: code }\n")
	tx := carrying(1, 0xaa, 0)
	tx.Input = append(crypto.Keccak256([]byte("mint(string,bool)"))[:4], make([]byte, 96)...)
	tx.Input[35], tx.Input[67] = 0x40, 7 // fast is neither true nor false
	reads(t, lines(t, r, []evm.Tx{tx}, soldLog(1, 1, 1, 1)), "1: 1 buys 1 paid 0 USDC moved 0 USDC [unknown-code]")
	tx.Input = tx.Input[:4]
	reads(t, lines(t, r, []evm.Tx{tx}, soldLog(1, 1, 1, 1)), "1: 1 buys 1 paid 0 USDC moved 0 USDC [unknown-code]")
	// Lists whose elements are all the same bytes: a few megabytes would be read as terabytes.
	r, _ = shop(t, sold+"      paid: moved\n      code: { call: \"mint(string code, uint256[][] lists)\", field: code }\n")
	tx.Input = append(crypto.Keccak256([]byte("mint(string,uint256[][])"))[:4], make([]byte, 4<<20)...)
	word := func(at, value int) { big.NewInt(int64(value)).FillBytes(tx.Input[4+32*at:][:32]) }
	const n = 1 << 16
	word(0, 64)
	word(1, 96)
	word(3, n)
	for i := range n {
		word(4+i, 32*n)
	}
	word(4+n, n-8)
	reads(t, lines(t, r, []evm.Tx{tx}, soldLog(1, 1, 1, 1)), "1: 1 buys 1 paid 0 USDC moved 0 USDC [unknown-code]")
}
