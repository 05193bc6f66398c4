package contracts_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// TestContractAgreesWithModel sells from random ladders to random buyers. After every step the contract's quotes are
// those of modelQuote, refusals and their values included; a purchase is charged what was quoted; and the sale holds
// exactly what it owes.
func TestContractAgreesWithModel(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	var quotes, refusals, purchases int
	rapid.Check(t, func(t *rapid.T) {
		model := drawSale(t)
		m := &market{c, c.sell(t, model.settings())}
		for i, referrer := range []account{carol, dave} {
			code := fmt.Sprint("CODE-", i)
			m.register(t, referrer, code)
			model.codes[code] = referrer.Address
		}
		vaultBefore, owed, paid := m.balance(t, vault), new(big.Int), new(big.Int)
		for range rapid.IntRange(2, 6).Draw(t, "steps") {
			for range 4 {
				if _, refused := compareQuote(t, m, model, drawOrder(t, model)); refused != "" {
					refusals++
				}
				quotes++
			}
			if rapid.IntRange(0, 4).Draw(t, "change a tier") == 0 && len(model.tiers) > 0 {
				changeTier(t, m, model)
			}
			o := drawOrder(t, model)
			bill, refused := compareQuote(t, m, model, o)
			if refused != "" {
				m.refuses(t, o.buyer, n(0), buying(o.quantity, o.code), refused)
				continue
			}
			checkPurchase(t, m, o, bill)
			model.book(o.buyer.Address, bill)
			owed.Add(owed, bill.referral)
			paid.Add(paid, bill.paid)
			purchases++
		}
		if held := m.balance(t, m.sale); held.Cmp(owed) != 0 {
			t.Fatalf("the sale holds %s and owes %s", held, owed)
		}
		sum := new(big.Int).Add(m.owed(t, carol.Address), m.owed(t, dave.Address))
		if sum.Cmp(owed) != 0 {
			t.Fatalf("the referrers are owed %s, the purchases say %s", sum, owed)
		}
		got := new(big.Int).Sub(m.balance(t, vault), vaultBefore)
		if want := new(big.Int).Sub(paid, owed); got.Cmp(want) != 0 {
			t.Fatalf("the treasury got %s of %s paid, want %s", got, paid, want)
		}
	})
	t.Logf("%d quotes, %d of them refused, %d purchases", quotes, refusals, purchases)
	if accepted := quotes - refusals; accepted < quotes/5 || refusals < quotes/5 || purchases < quotes/30 {
		t.Fatal("the cases are lopsided: change what is drawn")
	}
}

func drawTier(t *rapid.T, sold uint64) modelTier {
	price := rapid.OneOf(rapid.Uint64Range(0, 1000), rapid.Uint64()).Draw(t, "price")
	return modelTier{
		price:     new(big.Int).SetUint64(price),
		size:      sold + rapid.SampledFrom([]uint64{0, 1, 2, 4, 7, 11, 16, 30}).Draw(t, "size"),
		perWallet: rapid.SampledFrom([]uint64{0, 1, 3, 5, 8, noQuota, noQuota, noQuota}).Draw(t, "per wallet"),
		sold:      sold,
	}
}

func drawSale(t *rapid.T) *modelSale {
	s := &modelSale{
		sequential: rapid.Bool().Draw(t, "sequential"),
		maxNodes:   big.NewInt(rapid.Int64Range(0, 90).Draw(t, "max nodes")),
		discount:   rapid.SampledFrom([]int64{0, 1, 1000, 3333, 5000}).Draw(t, "discount"),
		reward:     rapid.SampledFrom([]int64{0, 1, 1000, 3334, 5000}).Draw(t, "reward"),
		bought:     map[common.Address]map[int]uint64{},
		codes:      map[string]common.Address{},
		lists:      map[int][]common.Address{},
	}
	for range rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, 6, 7, 8}).Draw(t, "tiers") {
		s.tiers = append(s.tiers, drawTier(t, 0))
	}
	if rapid.SampledFrom([]bool{true, true, false}).Draw(t, "no maximum") {
		s.maxNodes = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 96), big.NewInt(1))
	}
	return s
}

func (s *modelSale) settings() nodesale.NodeSaleSettings {
	out := settings(parallel)
	if s.sequential {
		out.Mode = sequential
	}
	out.MaxNodes, out.DiscountBps, out.RewardBps = s.maxNodes, big.NewInt(s.discount), big.NewInt(s.reward)
	for _, tier := range s.tiers {
		out.Tiers = append(out.Tiers, tier.setting())
	}
	return out
}

func (m modelTier) setting() nodesale.NodeSaleTier {
	return nodesale.NodeSaleTier{Price: m.price, Size: m.size, PerWallet: m.perWallet}
}

func changeTier(t *rapid.T, m *market, s *modelSale) {
	i := rapid.IntRange(0, len(s.tiers)-1).Draw(t, "tier")
	s.tiers[i] = drawTier(t, s.tiers[i].sold)
	m.set(t, bind.PackSetTier(big.NewInt(int64(i)), s.tiers[i].setting()))
}

func drawOrder(t *rapid.T, s *modelSale) wish {
	tenTo30 := new(big.Int).Exp(big.NewInt(10), big.NewInt(30), nil)
	few := rapid.Map(rapid.SampledFrom([]int64{1, 1, 2, 3, 4, 5, 8}), big.NewInt)
	return wish{
		buyer: rapid.SampledFrom([]account{alice, bob, carol}).Draw(t, "buyer"),
		quantity: rapid.OneOf(few, few, few, few, few, few, few, rapid.Map(rapid.Int64Range(0, 70), big.NewInt),
			rapid.Just(tenTo30)).Draw(t, "quantity"),
		code: rapid.SampledFrom([]string{"", "", "", "", "CODE-0", "CODE-0", "CODE-1", "CODE-1", "code-0"}).Draw(t, "code"),
	}
}

// compareQuote asks both for a quote.
func compareQuote(t *rapid.T, m *market, s *modelSale, o wish) (modelBill, string) {
	t.Helper()
	bill, refused := modelQuote(s, o)
	compareBooks(t, s, o, bill, refused)
	data := bind.PackQuote(o.buyer.Address, o.quantity, o.code)
	if refused != "" {
		m.refuses(t, o.buyer, nil, data, refused)
		return bill, refused
	}
	q := ask(t, m.chain, m.sale, data, bind.UnpackQuote)
	got := fmt.Sprint(q.List, q.Discount, q.Paid, q.Referral, q.PerTier)
	want := fmt.Sprint(bill.list, new(big.Int).Sub(bill.list, bill.paid), bill.paid, bill.referral, bill.perTier)
	if got != want {
		t.Fatalf("%v: quote %s, model %s", o, got, want)
	}
	return bill, ""
}

// checkPurchase buys, and compares what is charged and what the event says with the bill.
func checkPurchase(t *rapid.T, m *market, o wish, bill modelBill) {
	t.Helper()
	data := buying(o.quantity, o.code)
	if bill.paid.Sign() > 0 {
		short := new(big.Int).Sub(bill.paid, big.NewInt(1))
		m.refuses(t, o.buyer, short, data, fmt.Sprintf("PaidTooLittle(price=%s, sent=%s)", bill.paid, short))
	}
	receipt := m.do(t, o.buyer, m.sale, bill.paid, data)
	p, err := bind.UnpackPurchasedEvent(receipt.Logs[0])
	must(t, err)
	got := fmt.Sprint(p.Buyer, p.Referrer, p.Quantity, p.List, p.Paid, p.Referral, p.Code)
	want := fmt.Sprint(o.buyer.Address, bill.referrer, o.quantity, bill.list, bill.paid, bill.referral, o.code)
	if got != want {
		t.Fatalf("purchase %s, model %s", got, want)
	}
}
