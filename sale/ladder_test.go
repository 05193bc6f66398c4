package sale_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

var eth = money.MustAsset("ETH", 18)

// gpunet is the 2024 ladder's shape: tier i gives a wallet i nodes, tier 5 none.
func gpunet(size uint64) sale.Ladder {
	l := sale.Ladder{Mode: program.Parallel}
	for i := uint64(1); i <= 15; i++ {
		quota := i
		if i == 5 {
			quota = 0
		}
		l.Rungs = append(l.Rungs, sale.Rung{Tier: program.Tier{Price: money.Units(eth, 1000+i), Size: size, PerWallet: quota}})
	}
	return l
}

func TestAWalletTakes115NodesOfFifteenTiers(t *testing.T) {
	t.Parallel()
	l := gpunet(1000)
	slices, err := l.Walk(115, nil)
	if err != nil || len(slices) != 14 {
		t.Fatalf("%v %v", slices, err)
	}
	var none *sale.NotEnough
	if _, err := l.Walk(116, nil); !errors.As(err, &none) || none.Available != 115 {
		t.Fatalf("116: %v", err)
	}
	if _, err := l.Walk(0, nil); !errors.Is(err, sale.ErrZeroNodes) || problem.Of(err).Code != problem.ZeroNodes {
		t.Fatalf("0: %v", err)
	}
}

func TestFewerThanATierHasLeftIsNoProblem(t *testing.T) {
	t.Parallel()
	l := gpunet(1000)
	l.Rungs[2].Sold = 998
	slices, err := l.Walk(4, nil)
	if err != nil || slices[2].Quantity != 1 {
		t.Fatalf("%v %v", slices, err)
	}
}

func TestASequentialPurchaseSpillsOnlyWhenTheTierRunsOut(t *testing.T) {
	t.Parallel()
	l := sale.Ladder{Mode: program.Sequential, Rungs: []sale.Rung{
		{Tier: program.Tier{Price: money.Units(eth, 1), Size: 3, PerWallet: program.NoQuota}},
		{Tier: program.Tier{Price: money.Units(eth, 2), Size: 5, PerWallet: 0}},
		{Tier: program.Tier{Price: money.Units(eth, 3), Size: 10, PerWallet: 4}},
	}}
	slices, err := l.Walk(7, nil)
	if err != nil || len(slices) != 2 || slices[0].Quantity != 3 || slices[1].Tier != 3 || slices[1].Quantity != 4 {
		t.Fatalf("%v %v", slices, err)
	}
	var stops *sale.QuotaStops
	if _, err := l.Walk(8, nil); !errors.As(err, &stops) || stops.Tier != 3 || stops.Room != 4 || stops.Wanted != 5 {
		t.Fatalf("8: %v", err)
	}
	limit := uint64(6)
	l.Max = &limit
	var none *sale.NotEnough
	if _, err := l.Walk(7, nil); !errors.As(err, &none) || none.Available != 6 {
		t.Fatalf("over the limit: %v", err)
	}
}

func ladders() *rapid.Generator[sale.Ladder] {
	return rapid.Custom(func(t *rapid.T) sale.Ladder {
		l := sale.Ladder{Mode: rapid.SampledFrom([]program.Mode{program.Parallel, program.Sequential}).Draw(t, "mode")}
		for range rapid.IntRange(1, 8).Draw(t, "tiers") {
			size := rapid.Uint64Range(0, 30).Draw(t, "size")
			l.Rungs = append(l.Rungs, sale.Rung{
				Tier: program.Tier{
					Price: money.Units(eth, rapid.Uint64().Draw(t, "price")), Size: size,
					PerWallet: rapid.OneOf(rapid.Uint64Range(0, 12), rapid.Just(program.NoQuota)).Draw(t, "quota"),
				},
				Sold: rapid.Uint64Range(0, size+2).Draw(t, "sold"),
			})
		}
		return l
	})
}

func TestAWalkNeverTakesMoreThanThereIs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := ladders().Draw(t, "ladder")
		used := rapid.SliceOfN(rapid.Uint64Range(0, 15), 0, len(l.Rungs)).Draw(t, "used")
		quantity := rapid.Uint64Range(1, 100).Draw(t, "quantity")
		slices, err := l.Walk(quantity, used)
		if err != nil {
			var none *sale.NotEnough
			if errors.As(err, &none) && none.Available > 0 {
				if _, err := l.Walk(none.Available, used); err != nil {
					t.Fatalf("%d are said to be available: %v", none.Available, err)
				}
			}
			return
		}
		sum, before := uint64(0), 0
		for _, s := range slices {
			r := l.Rungs[s.Tier-1]
			var took uint64
			if s.Tier-1 < len(used) {
				took = used[s.Tier-1]
			}
			if s.Quantity == 0 || s.Quantity > r.Left() || (r.PerWallet != program.NoQuota && took+s.Quantity > r.PerWallet) || s.Tier <= before {
				t.Fatalf("tier %d gives %d of %+v to a wallet that has %d", s.Tier, s.Quantity, r, took)
			}
			sum, before = sum+s.Quantity, s.Tier
		}
		if sum != quantity {
			t.Fatalf("%d nodes were given, %d asked", sum, quantity)
		}
	})
}

func TestAQuoteAddsUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := ladders().Draw(t, "ladder")
		discount, _ := money.NewRatio(rapid.Uint64Range(0, 10_000).Draw(t, "discount"), 10_000)
		reward, _ := money.NewRatio(rapid.Uint64Range(0, 10_000).Draw(t, "reward"), 10_000)
		terms := sale.Terms{
			Asset: eth, Discount: discount, Reward: reward, PerUnit: rapid.Bool().Draw(t, "per unit"),
			Split: rapid.SampledFrom([]sale.Split{sale.Whole, sale.Floored}).Draw(t, "split"),
		}
		code := rapid.Bool().Draw(t, "code")
		q, err := l.Price(rapid.Uint64Range(1, 60).Draw(t, "quantity"), nil, terms, code)
		if err != nil {
			return
		}
		list, perUnit := new(big.Int), new(big.Int)
		keep, all := big.NewInt(int64(discount.Den()-discount.Num())), big.NewInt(int64(discount.Den()))
		for _, s := range q.Slices {
			n := new(big.Int).SetUint64(s.Quantity)
			list.Add(list, new(big.Int).Mul(s.Rung.Price.Big(), n))
			unit := new(big.Int).Div(new(big.Int).Mul(s.Rung.Price.Big(), keep), all)
			perUnit.Add(perUnit, unit.Mul(unit, n))
		}
		paid := list
		if code && terms.PerUnit {
			paid = perUnit
		} else if code {
			paid = new(big.Int).Div(new(big.Int).Mul(list, keep), all)
		}
		if q.List.Big().Cmp(list) != 0 || q.Paid.Big().Cmp(paid) != 0 {
			t.Fatalf("list %s, paid %s; by hand %s and %s", q.List.Digits(), q.Paid.Digits(), list, paid)
		}
		if sum, err := q.Discount.Add(q.Paid); err != nil || sum != q.List {
			t.Fatalf("discount + paid is %v, list %v", sum, q.List)
		}
		if sum, err := money.Sum(eth, q.Treasury, q.Referral, q.Dust); err != nil || sum != q.Paid {
			t.Fatalf("treasury + referral + dust is %v, paid %v", sum, q.Paid)
		}
		if !code && (!q.Referral.IsZero() || !q.Dust.IsZero() || !q.Discount.IsZero()) {
			t.Fatalf("without a code: %+v", q)
		}
		if terms.Split == sale.Whole && !q.Dust.IsZero() {
			t.Fatalf("dust %v where the treasury gets the rest", q.Dust)
		}
	})
}

// What is said to be available is what a purchase gets, and one more is refused.
func TestAvailableIsTheMostThatAPurchaseTakes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := ladders().Draw(t, "ladder")
		used := rapid.SliceOfN(rapid.Uint64Range(0, 30), 0, 4).Draw(t, "used")
		n := l.Available(used)
		if n > 0 {
			if _, err := l.Walk(n, used); err != nil {
				t.Fatalf("%d of %+v: %v", n, l, err)
			}
		}
		if n < math.MaxUint64 {
			if _, err := l.Walk(n+1, used); err == nil {
				t.Fatalf("%d of %+v, and %d are sold", n, l, n+1)
			}
		}
	})
	l := gpunet(1000)
	if l.Available(nil) != 115 || l.Available([]uint64{1, 1}) != 113 || l.Most() != 15_000 {
		t.Errorf("%d, %d, %d", l.Available(nil), l.Available([]uint64{1, 1}), l.Most())
	}
}
