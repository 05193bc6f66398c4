package fairness_test

import (
	"math/big"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/sale/fairness"
)

const opening = 1_713_000_000

// shop is a sale with three tiers at 100 wei a node: two nodes a wallet of the first, three of the second, a third without a quota. A
// code takes 10% off, and 10% of what is paid is its owner's.
type shop struct {
	state *sale.State
	tally *fairness.Tally
}

func newShop(t *testing.T) *shop {
	t.Helper()
	p, err := program.Read("sale.yaml", []byte(`program: sale
schema: 1
chain: { id: 1, start_block: 0 }
sale:
  contract: "0x00000000000000000000000000000000000000aa"
  adapter: nodesale
  mode: parallel
  tiers:
    - { price: 0.0000000000000001, size: 1000, per_wallet: 2 }
    - { price: 0.0000000000000001, size: 1000, per_wallet: 3 }
    - { price: 0.0000000000000001, size: 1000000000000 }
referral: { discount: 10%, reward: 10% }
`))
	check(t, err)
	return &shop{sale.NewState(p), fairness.New(p.Sale.Asset)}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func person(n byte) ledger.Wallet { return ledger.Wallet{19: n} }

// deal is a purchase so many seconds after the first one; referrer 0 is none.
type deal struct {
	buyer, referrer byte
	nodes, after    uint64
}

// buy sells, as the fold does it.
func (s *shop) buy(t *testing.T, list ...deal) {
	t.Helper()
	for _, d := range list {
		pay := sale.Payment{Buyer: person(d.buyer), Quantity: d.nodes, Referred: d.referrer > 0, Referrer: person(d.referrer)}
		p, err := s.state.Buy(pay)
		check(t, err)
		reward := money.Zero(p.Paid.Asset())
		if p.Referred {
			reward = p.Shares[0].Amount
		}
		check(t, s.tally.Add(&p, opening+d.after, s.state.Used(p.Buyer), reward))
	}
}

func (s *shop) report(t *testing.T) fairness.Report {
	t.Helper()
	r, err := s.tally.Report(s.state)
	check(t, err)
	return r
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// spread is a sale in which wallets bought so many nodes.
func spread(t *testing.T, nodes ...uint64) fairness.Report {
	t.Helper()
	s := newShop(t)
	for i, n := range nodes {
		s.buy(t, deal{buyer: byte(i + 1), nodes: n})
	}
	return s.report(t)
}

func TestTheGiniIsWhatItIsByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		nodes []uint64
		want  *big.Rat
	}{
		{nil, new(big.Rat)},
		{[]uint64{7}, new(big.Rat)},
		{[]uint64{4, 4, 4}, new(big.Rat)},
		{[]uint64{1, 3}, big.NewRat(1, 4)},                          // (-1x1 + 1x3) / (2 x 4)
		{[]uint64{7, 1, 1, 1}, big.NewRat(9, 20)},                   // (-3 - 1 + 1 + 21) / (4 x 10)
		{[]uint64{1, 2, 3, 4, 5}, big.NewRat(4, 15)},                // (-4 - 4 + 0 + 8 + 20) / (5 x 15)
		{[]uint64{1, 1, 1_000_000}, big.NewRat(999_999, 1_500_003)}, // (-2 + 0 + 2,000,000) / (3 x 1,000,002)
	} {
		if got := spread(t, c.nodes...).Gini; got.Cmp(c.want) != 0 {
			t.Errorf("of %v it is %s, want %s", c.nodes, got, c.want)
		}
	}
}

// The Gini is half the mean difference between two wallets, by the mean: another way to the same number.
func TestTheGiniIsHalfTheMeanDifference(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		nodes := rapid.SliceOfN(rapid.Uint64Range(1, 1000), 1, 40).Draw(r, "nodes")
		var sum, differences int64
		for _, a := range nodes {
			sum += int64(a)
			for _, b := range nodes {
				differences += max(int64(a)-int64(b), int64(b)-int64(a))
			}
		}
		got, want := spread(t, nodes...).Gini, big.NewRat(differences, 2*int64(len(nodes))*sum)
		if got.Cmp(want) != 0 {
			r.Fatalf("of %v it is %s, want %s", nodes, got, want)
		}
		if got.Sign() < 0 || got.Cmp(big.NewRat(1, 1)) >= 0 {
			r.Fatalf("of %v it is %s", nodes, got)
		}
	})
}

// One of many with nearly everything brings it close to 1: n wallets, and (n-1)/n is the most that there can be.
func TestTheGiniOfOneThatHasNearlyAll(t *testing.T) {
	t.Parallel()
	nodes := []uint64{1_000_000_000}
	for range 199 {
		nodes = append(nodes, 1)
	}
	if got := spread(t, nodes...).Gini; got.Cmp(big.NewRat(994, 1000)) < 0 || got.Cmp(big.NewRat(199, 200)) >= 0 {
		t.Errorf("it is %s", got.FloatString(6))
	}
}

// In which order wallets bought changes nothing but the first minutes, as long as tiers cost the same.
func TestTheOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) deal {
			wallet := rapid.ByteRange(1, 9)
			return deal{wallet.Draw(r, "buyer"), wallet.Draw(r, "referrer") - 1, rapid.Uint64Range(0, 9).Draw(r, "nodes"), 0}
		}), 0, 40).Draw(r, "purchases")
		shuffled := rapid.Permutation(list).Draw(r, "another order")
		one, two := newShop(t), newShop(t)
		one.buy(t, list...)
		two.buy(t, shuffled...)
		if a, b := one.report(t), two.report(t); !reflect.DeepEqual(a, b) {
			r.Fatalf("%+v\n%+v", a, b)
		}
	})
}

func TestTheLargestWallets(t *testing.T) {
	t.Parallel()
	var nodes []uint64
	for range 9 {
		nodes = append(nodes, 10)
	}
	for range 200 {
		nodes = append(nodes, 2)
	}
	r := spread(t, nodes...)
	same(t, "wallets", r.Wallets, 209)
	same(t, "nodes", r.Nodes, 490)
	same(t, "the top", r.Top, []fairness.Top{{10, 92, big.NewRat(92, 490)}, {100, 272, big.NewRat(272, 490)}})
	same(t, "the top of three", spread(t, 1, 2, 3).Top, []fairness.Top{{10, 6, big.NewRat(1, 1)}, {100, 6, big.NewRat(1, 1)}})
	same(t, "the top of nobody", spread(t).Top, []fairness.Top{{10, 0, new(big.Rat)}, {100, 0, new(big.Rat)}})
}

func TestTheFirstMinutesBeginWithTheFirstNode(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.buy(t, deal{9, 0, 0, 0}, deal{1, 0, 2, 30}, deal{1, 0, 1, 89}, deal{2, 0, 5, 89})
	s.buy(t, deal{1, 2, 4, 90}, deal{3, 0, 6, 149}, deal{4, 0, 7, 150})
	r := s.report(t)
	same(t, "the opening", r.Opened, opening+30)
	same(t, "the minutes", r.Minutes, [2]fairness.Minute{{3, 8, 2}, {2, 10, 2}})
}

// Two wallets that each buy with the other's code pay 19% less together than one that buys without a code.
func TestTwoWalletsThatDealWithEachOther(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	wei := func(n uint64) money.Amount { return money.Units(s.state.Terms.Asset, n) }
	s.buy(t, deal{2, 1, 10, 0}, deal{3, 1, 50, 0}, deal{4, 0, 7, 0})
	oneWay := s.report(t) // a friend, as far as anybody can tell
	same(t, "pairs where it is one way", oneWay.MutualPairs, 0)
	same(t, "the part that nobody saved", oneWay.MutualShare, new(big.Rat))
	s.buy(t, deal{1, 2, 20, 0}, deal{1, 2, 0, 0})
	s.buy(t, deal{5, 5, 3, 0}) // its own code
	r := s.report(t)
	want := fairness.Saving{Saved: wei(570)}
	want.Sum = fairness.Sum{Purchases: 2, Nodes: 30, List: wei(3000), Discount: wei(300), Reward: wei(270)}
	same(t, "the pairs", r.Pairs, []fairness.Pair{{person(1), person(2), want}})
	same(t, "of all", r.Mutual, want)
	same(t, "how many", r.MutualPairs, 1)
	same(t, "the part that they saved", r.MutualShare, big.NewRat(19, 100))
	same(t, "the discount", r.Discount, big.NewRat(10, 100))
	same(t, "what comes back", r.Back, big.NewRat(9, 100))
	same(t, "the own code", r.Own, fairness.Sum{Purchases: 1, Nodes: 3, List: wei(300), Discount: wei(30), Reward: wei(27)})
	same(t, "with a code", r.Coded, fairness.Sum{Purchases: 4, Nodes: 83, List: wei(8300), Discount: wei(830), Reward: wei(747)})
	same(t, "without", r.Plain, fairness.Sum{Purchases: 1, Nodes: 7, List: wei(700), Discount: wei(0), Reward: wei(0)})
	s.state.Terms.OfList = true
	same(t, "what comes back of the list price", s.report(t).Back, big.NewRat(10, 100))
}

// The list of pairs is bounded, and has those with most nodes; the sums are of all.
func TestThePairsAreBounded(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	for n := byte(1); n <= 50; n += 2 {
		s.buy(t, deal{n, n + 1, uint64(n), 0}, deal{n + 1, n, uint64(n), 0})
	}
	r := s.report(t)
	same(t, "pairs", r.MutualPairs, 25)
	same(t, "nodes", r.Mutual.Nodes, 1250)
	same(t, "listed", len(r.Pairs), fairness.Listed)
	for i, p := range r.Pairs {
		same(t, "nodes of a pair", p.Nodes, uint64(98-4*i))
		same(t, "its first wallet", p.A, person(byte(49-2*i)))
	}
}

func TestWhatCameBackIsNotHeld(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.buy(t, deal{1, 0, 4, 0}, deal{2, 0, 2, 0})
	s.tally.Return(person(1), 3)
	s.tally.Return(person(2), 5)
	s.tally.Return(person(3), 1)
	r := s.report(t)
	same(t, "wallets", r.Wallets, 1)
	same(t, "nodes", r.Nodes, 1)
	same(t, "the first minute", r.Minutes[0], fairness.Minute{Purchases: 2, Nodes: 6, Wallets: 2})
}

func TestWhoUsedUpAQuota(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.buy(t, deal{1, 0, 1, 0}, deal{1, 0, 1, 0}, deal{2, 0, 4, 0}, deal{3, 0, 9, 0}, deal{4, 0, 1, 0})
	same(t, "the tiers", s.report(t).Tiers, []fairness.Limit{
		{Tier: 1, PerWallet: 2, Wallets: 4, UsedUp: 3}, {Tier: 2, PerWallet: 3, Wallets: 2, UsedUp: 1},
		{Tier: 3, PerWallet: program.NoQuota, Wallets: 1},
	})
	s.state.Ladder.Rungs[0].PerWallet, s.state.Ladder.Rungs[1].PerWallet = 0, 2
	tiers := s.report(t).Tiers
	same(t, "a closed tier", tiers[0], fairness.Limit{Tier: 1, Wallets: 4})
	same(t, "a smaller quota", tiers[1], fairness.Limit{Tier: 2, PerWallet: 2, Wallets: 2, UsedUp: 2})
}
