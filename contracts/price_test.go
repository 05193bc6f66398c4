package contracts_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// TestPurchaseInFrontAtTheEdgeOfATier: alice is quoted 5 nodes, and before she is mined bob takes one of the tier.
func TestPurchaseInFrontAtTheEdgeOfATier(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		maxPrice, sent int64
		mined          uint64
		refund         int64
	}{
		"names what she was quoted": {500, 510, types.ReceiptStatusFailed, 0},
		"leaves room for the edge":  {520, 520, types.ReceiptStatusSuccessful, 10},
		"sends what it costs now":   {510, 510, types.ReceiptStatusSuccessful, 0},
		"sends what she was quoted": {510, 500, types.ReceiptStatusFailed, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := newMarket(t, settings(sequential, tier(100, 5, noQuota), tier(110, 50, noQuota)))
			if q := m.quote(t, alice.Address, 5, ""); q.Paid.Int64() != 500 {
				t.Fatalf("quoted %s", q.Paid)
			}
			before := m.balance(t, alice.Address)
			receipts := m.race(t, &m.sale,
				order{alice, n(test.sent), bind.PackBuy(n(5), "", n(test.maxPrice)), 1}, order{bob, n(100), buying(n(1), ""), 50})
			hers, his := receipts[0], receipts[1]
			if !minedBefore(his, hers) {
				t.Fatal("bob does not come first: the test shows nothing")
			}
			if his.Status != types.ReceiptStatusSuccessful || hers.Status != test.mined {
				t.Fatalf("bob's purchase %d, alice's %d, want 1 and %d", his.Status, hers.Status, test.mined)
			}
			spent := before.Sub(before, m.balance(t, alice.Address))
			spent.Sub(spent, new(big.Int).Mul(hers.EffectiveGasPrice, new(big.Int).SetUint64(hers.GasUsed)))
			want := int64(0)
			if hers.Status == types.ReceiptStatusSuccessful {
				want = 510
			}
			if spent.Int64() != want || test.refund != 0 && test.sent-test.refund != want {
				t.Errorf("alice spent %s, want %d", spent, want)
			}
			if got := m.balance(t, vault); got.Int64() != 100+want {
				t.Errorf("the treasury has %s, want %d", got, 100+want)
			}
			if left := m.balance(t, m.sale); left.Sign() != 0 {
				t.Errorf("%s stay in the sale", left)
			}
		})
	}
}

func TestMaxPrice(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	m.register(t, carol, "CAROL")
	for code, price := range map[string]int64{"": 300, "CAROL": 270} {
		m.refuses(t, alice, n(1000), bind.PackBuy(n(3), code, n(price-1)), fmt.Sprintf("PriceAboveMax(price=%d, maxPrice=%d)", price, price-1))
		m.refuses(t, alice, n(0), bind.PackBuy(n(3), code, n(0)), fmt.Sprintf("PriceAboveMax(price=%d, maxPrice=0)", price))
		m.refuses(t, alice, n(price-1), bind.PackBuy(n(3), code, n(price)), fmt.Sprintf("PaidTooLittle(price=%d, sent=%d)", price, price-1))
		m.do(t, alice, m.sale, n(price), bind.PackBuy(n(3), code, n(price)))
	}
}

// TestRefund: what is over goes to whoever sent it, and nobody else; a contract that refuses it buys nothing.
func TestRefund(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	m.register(t, carol, "CAROL")

	taking, _ := m.deploy(t, testcontracts.SafeLikeMetaData.Bin, nil)
	run := func(value int64, data []byte) []byte {
		return testcontracts.NewSafeLike().PackExecTransaction(
			m.sale, n(value), data, 0, n(0), n(0), n(0), common.Address{}, common.Address{}, nil)
	}
	m.do(t, dave, taking, n(1000), run(1000, buying(n(3), "CAROL")))
	if got := m.balance(t, taking); got.Int64() != 730 {
		t.Errorf("the buyer has %s of 1000 after a purchase for 270", got)
	}

	refusing, _ := m.deploy(t, testcontracts.RejectingMetaData.Bin, nil)
	b := testcontracts.NewRejecting()
	_, err := m.try(dave.Address, refusing, n(301), b.PackRun(m.sale, buying(n(3), "")))
	if want := fmt.Sprintf("RefundRejected(buyer=%s, amount=1)", refusing); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	m.do(t, dave, refusing, n(300), b.PackRun(m.sale, buying(n(3), ""))) // with the right price it can
	if m.sold(t) != 6 || m.balance(t, vault).Int64() != 243+300 || m.balance(t, m.sale).Int64() != 27 {
		t.Errorf("sold %d, the treasury has %s, the sale %s", m.sold(t), m.balance(t, vault), m.balance(t, m.sale))
	}
}

// TestReentrantRefund: whoever is sent back what is over can neither buy nor withdraw from within.
func TestReentrantRefund(t *testing.T) {
	t.Parallel()
	for name, payload := range map[string][]byte{
		"buys":      buying(n(1), ""),
		"buys with": bind.PackBuyWith(n(1), "", highest, noExtra),
		"withdraws": bind.PackWithdrawReferral(),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := newMarket(t, settings(sequential, tier(1000, 50, noQuota)))
			m.license(t)
			value := int64(1000)
			if name == "withdraws" {
				value = 0
			}
			address, b := hostile(t, m.chain, m.sale, value, payload)
			m.registerFor(t, address, "HOSTILE")
			m.buy(t, bob, 1, "HOSTILE")
			before := m.balance(t, address)
			m.do(t, dave, address, nil, b.PackRun(m.sale, n(5000), buying(n(3), "")))
			checkRepelled(t, m.chain, address, 1)
			if got := new(big.Int).Sub(before, m.balance(t, address)); got.Int64() != 3000 {
				t.Errorf("3 nodes cost it %s, want 3000", got)
			}
			if m.sold(t) != 4 || m.owed(t, address).Int64() != 90 || m.balance(t, m.sale).Int64() != 90 {
				t.Errorf("sold %d, owed %s, held %s", m.sold(t), m.owed(t, address), m.balance(t, m.sale))
			}
		})
	}
}

func TestDeadline(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 50, noQuota)))
	now := m.now(t)
	extra := noExtra
	extra.Deadline = new(big.Int).SetUint64(now + 100)
	data := bind.PackBuyWith(n(1), "", highest, extra)
	m.do(t, alice, m.sale, n(100), data)
	m.wait(t, now+100-m.now(t)) // its last second
	if _, err := m.try(alice.Address, m.sale, n(100), data); err != nil {
		t.Errorf("refused at the deadline: %v", err)
	}
	m.wait(t, 1)
	late := fmt.Sprintf("TooLate(deadline=%d, time=%d)", now+100, now+101)
	m.refuses(t, alice, n(100), data, late)
	m.refuses(t, alice, nil, bind.PackQuoteWith(alice.Address, n(1), "", extra), late)
	m.do(t, alice, m.sale, n(100), bind.PackBuyWith(n(1), "", highest, noExtra)) // 0 is none
}

// TestLargestPurchase: what quote answers for can be mined, with licences over 15 tiers (TestGas has its gas); one more is refused.
func TestLargestPurchase(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1, 10_000, noQuota)))
	license := m.license(t)
	if got := ask(t, m.chain, m.sale, bind.PackMAXPURCHASE(), bind.UnpackMAXPURCHASE); got.Int64() != 4000 {
		t.Fatalf("MAX_PURCHASE is %s", got)
	}
	want := "PurchaseTooLarge(asked=4001, most=4000)"
	m.refuses(t, alice, nil, bind.PackQuote(alice.Address, n(4001), ""), want)
	m.refuses(t, alice, n(4001), buying(n(4001), ""), want)
	m.buy(t, alice, 4000, "")
	if got := ask(t, m.chain, license, bindNFT.PackBalanceOf(alice.Address), bindNFT.UnpackBalanceOf); got.Int64() != 4000 {
		t.Errorf("%s licences", got)
	}
}

// noExtra brings nothing along.
var noExtra = nodesale.NodeSaleExtra{Deadline: n(0), UpTo: n(0), Until: n(0)}
