package contracts_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

func TestPurchaseSplitsThePaymentToTheWei(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(111, 10, noQuota)))
	m.register(t, carol, "CAROL")

	// list 3 x 111 = 333; paid floor(333 x 0.9) = 299; referral floor(299 / 10) = 29; treasury the other 270
	p := m.buy(t, alice, 3, "CAROL")
	got := fmt.Sprint(p.Id, p.Buyer, p.Referrer, p.Quantity, p.List, p.Paid, p.Referral, p.Code)
	want := fmt.Sprint(1, alice.Address, carol.Address, 3, 333, 299, 29, "CAROL")
	if got != want {
		t.Errorf("purchase %s, want %s", got, want)
	}
	if got := m.balance(t, vault); got.Int64() != 270 {
		t.Errorf("the treasury has %s, want 270", got)
	}
	if owed, held := m.owed(t, carol.Address), m.balance(t, m.sale); owed.Int64() != 29 || held.Int64() != 29 {
		t.Errorf("owed %s and held %s, want 29 and 29", owed, held)
	}

	p = m.buy(t, bob, 2, "")
	if p.Id.Int64() != 2 || p.Paid.Int64() != 222 || p.Referral.Sign() != 0 || p.Referrer != (common.Address{}) {
		t.Errorf("without a code: %+v", p)
	}
	if got := m.balance(t, vault); got.Int64() != 270+222 {
		t.Errorf("the treasury has %s, want 492", got)
	}
	for wallet, want := range map[common.Address]int64{alice.Address: 3, bob.Address: 2, carol.Address: 0} {
		if got := ask(t, m.chain, m.sale, bind.PackBoughtOf(wallet), bind.UnpackBoughtOf); got.Int64() != want {
			t.Errorf("%s bought %s, want %d", wallet, got, want)
		}
	}
}

func TestFewerThanLeftOfAPartlySoldTier(t *testing.T) {
	t.Parallel()
	for _, mode := range []uint8{sequential, parallel} {
		m := newMarket(t, settings(mode, tier(100, 10, noQuota), tier(200, 10, noQuota)))
		m.buy(t, alice, 4, "")
		if p := m.buy(t, bob, 3, ""); p.Paid.Int64() != 300 { // 6 are left
			t.Errorf("mode %d: 3 of the 6 left cost %s, want 300", mode, p.Paid)
		}
		if p := m.buy(t, alice, 1, ""); p.Paid.Int64() != 100 {
			t.Errorf("mode %d: 1 of the 3 left cost %s, want 100", mode, p.Paid)
		}
		got := ask(t, m.chain, m.sale, bind.PackTiers(n(0)), bind.UnpackTiers)
		if got.Sold.Int64() != 8 {
			t.Errorf("mode %d: %s sold of the tier, want 8", mode, got.Sold)
		}
	}
}

func TestSpillOverTiers(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(1, 2, noQuota), tier(10, 3, 0), tier(100, 0, noQuota), tier(1000, 4, noQuota),
		tier(10_000, 5, noQuota)))
	q := m.quote(t, alice.Address, 8, "")
	// 2 of the first, none of the closed one and of the empty one, 4 of the fourth, 2 of the last
	if got := fmt.Sprint(q.PerTier, q.List); got != "[2 0 0 4 2] 24002" {
		t.Fatalf("quote %s, want [2 0 0 4 2] 24002", got)
	}
	if p := m.buy(t, alice, 8, ""); p.List.Int64() != 24_002 {
		t.Fatalf("charged %s", p.List)
	}
	for i, want := range []int64{2, 0, 0, 4, 2} {
		if got := ask(t, m.chain, m.sale, bind.PackBoughtInTier(alice.Address, n(int64(i))), bind.UnpackBoughtInTier); got.Int64() != want {
			t.Errorf("tier %d: bought %s, want %d", i, got, want)
		}
	}
}

// TestParallelQuotas has the ladder of the sale of 2024: tier i allows i nodes to a wallet, tier 5 none, 115 in all.
func TestParallelQuotas(t *testing.T) {
	t.Parallel()
	var tiers []nodesale.NodeSaleTier
	var list int64
	for i := int64(1); i <= 15; i++ {
		quota := uint64(i)
		if i == 5 {
			quota = 0
		}
		tiers = append(tiers, tier(i*100, 1000, quota))
		list += i * 100 * int64(quota)
	}
	m := newMarket(t, settings(parallel, tiers...))
	if q := m.quote(t, alice.Address, 115, ""); q.List.Int64() != list {
		t.Fatalf("115 nodes cost %s, want %d", q.List, list)
	}
	m.refuses(t, alice, nil, buying(n(116), ""), "NotEnoughNodes(asked=116, available=115)")
	m.buy(t, alice, 4, "") // 1 + 2 + 1
	if q := m.quote(t, alice.Address, 3, ""); fmt.Sprint(q.PerTier[:4]) != "[0 0 2 1]" {
		t.Fatalf("the next 3 come from %v, want 2 of the third and 1 of the fourth", q.PerTier)
	}
	m.refuses(t, alice, nil, buying(n(112), ""), "NotEnoughNodes(asked=112, available=111)")
	m.buy(t, bob, 115, "")
}

func TestLoweredQuotaCountsWhatWasBought(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 10, 5)))
	m.buy(t, alice, 4, "")
	m.set(t, bind.PackSetTier(n(0), tier(100, 10, 3)))
	want := fmt.Sprintf("QuotaExceeded(wallet=%s, tier=0, room=0, wanted=1)", alice.Address)
	m.refuses(t, alice, n(100), buying(n(1), ""), want)
	m.buy(t, bob, 3, "")
}

func TestHighestPricesDoNotOverflow(t *testing.T) {
	t.Parallel()
	most := new(big.Int).Sub(new(big.Int).Lsh(n(1), 128), n(1))
	all := nodesale.NodeSaleTier{Price: most, Size: noQuota, PerWallet: noQuota}
	s := settings(sequential, nodesale.NodeSaleTier{Price: most, Size: 1000, PerWallet: noQuota}, all)
	m := newMarket(t, s)
	m.register(t, carol, "CAROL")
	q := m.quote(t, alice.Address, 4000, "CAROL")
	list := new(big.Int).Mul(n(4000), most)
	paid := new(big.Int).Div(new(big.Int).Mul(list, n(9000)), n(10_000))
	if q.List.Cmp(list) != 0 || q.Paid.Cmp(paid) != 0 {
		t.Fatalf("list %s paid %s, want %s and %s", q.List, q.Paid, list, paid)
	}
}

func TestFreeNodes(t *testing.T) {
	t.Parallel()
	s := settings(sequential, tier(0, 5, noQuota), tier(100, 5, noQuota))
	s.DiscountBps = n(5000)
	m := newMarket(t, s)
	m.register(t, carol, "CAROL")
	if p := m.buy(t, alice, 3, "CAROL"); p.List.Sign() != 0 || p.Paid.Sign() != 0 || p.Referral.Sign() != 0 {
		t.Fatalf("%+v, want nothing paid", p)
	}
	if p := m.buy(t, alice, 4, "CAROL"); p.List.Int64() != 200 || p.Paid.Int64() != 100 || p.Referral.Int64() != 10 {
		t.Fatalf("%+v, want a list of 200, half of it paid, and a tenth of that credited", p)
	}
}

func TestSeveralPurchasesInOneTransaction(t *testing.T) {
	t.Parallel()
	m := newMarket(t, settings(sequential, tier(100, 4, noQuota), tier(300, 9, noQuota)))
	m.register(t, carol, "CAROL")
	buyer, _ := m.deploy(t, testcontracts.MultiBuyerMetaData.Bin, nil)
	data := testcontracts.NewMultiBuyer().PackBuyAll(m.sale, []*big.Int{n(3), n(2), n(1)}, []string{"", "CAROL", ""})
	receipt := m.do(t, alice, buyer, n(300+360+300), data)
	var got []string
	for _, log := range receipt.Logs {
		p, err := bind.UnpackPurchasedEvent(log)
		must(t, err)
		got = append(got, fmt.Sprint(p.Id, p.Quantity, p.List, p.Paid, p.Buyer == buyer))
	}
	// the second one takes the last node of the first tier and one of the next: 400, less 10%
	if want := "[1 3 300 300 true 2 2 400 360 true 3 1 300 300 true]"; fmt.Sprint(got) != want {
		t.Fatalf("purchases %v, want %s", got, want)
	}
}
