package fairness

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// Listed is how many pairs a [Report] names at most, those with most nodes first. Its sums are of all of them.
const Listed = 20

// Report is how a sale went.
type Report struct {
	Opened  uint64 // when the first node was bought, seconds since 1970 UTC; 0: none was
	Wallets uint64 // that bought nodes and did not give all of them back
	Nodes   uint64 // that they bought, less those that came back
	Gini    *big.Rat
	Top     []Top
	Minutes [Minutes]Minute

	Coded, Plain Sum      // with somebody's code, and without one
	Own          Sum      // of Coded, with the buyer's own code
	Mutual       Saving   // of Coded, of all pairs of wallets that each bought with the other's code
	MutualShare  *big.Rat // of the list price that they saved
	MutualPairs  int
	Pairs        []Pair // the first of these
	Tiers        []Limit

	// What whoever has two wallets saves of the list price with the terms in force: a code's discount, and what comes back to its owner.
	Discount, Back *big.Rat
}

// Top is what the wallets with most nodes have.
type Top struct {
	First uint64   // how many wallets; all where there are fewer
	Nodes uint64   // that they have
	Share *big.Rat // of all nodes
}

// Pair is two wallets of which each bought with the other's code. A stands before B in the order of addresses.
type Pair struct {
	A, B ledger.Wallet
	Saving
}

// Saving is a sum and what stayed with those who dealt with each other: the discount and the reward.
type Saving struct {
	Sum
	Saved money.Amount
}

// Limit is how far the quota of a tier was used.
type Limit struct {
	Tier      int    // from 1
	PerWallet uint64 // the quota in force; 0 closes the tier, [program.NoQuota] is none
	Wallets   uint64 // that took nodes of the tier
	UsedUp    uint64 // that took as many as the quota allows, or more; 0 where there is no quota, or the tier is closed
}

// Report makes the report of what was counted, with the quotas and the terms that are in force in a state of the sale.
func (t *Tally) Report(s *sale.State) (r Report, err error) {
	r = Report{
		Opened: t.opened, Wallets: uint64(t.bought.Len()), Nodes: t.nodes, Gini: gini(t.sizes), Top: []Top{t.top(10), t.top(100)},
		Minutes: t.minutes, Coded: t.coded, Plain: t.plain, Own: t.own, MutualPairs: len(t.mutual), Tiers: t.limits(&s.Ladder),
		Discount: s.Terms.Discount.Rat(), Back: back(&s.Terms),
	}
	r.Pairs, r.Mutual, err = t.pairs(empty(s.Terms.Asset))
	if r.MutualShare = new(big.Rat); !r.Mutual.List.IsZero() {
		r.MutualShare.SetFrac(r.Mutual.Saved.Big(), r.Mutual.List.Big())
	}
	return r, err
}

// back is the reward of a purchase with a code, as a part of the list price. 10% of the 90% that are paid are 9%.
func back(t *sale.Terms) *big.Rat {
	part := t.Reward.Rat()
	if t.OfList {
		return part
	}
	return part.Mul(part, new(big.Rat).Sub(big.NewRat(1, 1), t.Discount.Rat()))
}

// gini is (sum over i of (2i - n - 1) x_i) / (n x sum of x_i), where x_1 <= ... <= x_n are the nodes of n wallets and i counts from 1.
// It is 0 where all have the same, and comes near to 1 where one of many has nearly all. sizes says how many wallets have so many nodes.
//
//	nodes 1 1 1 7: (-3x1 - 1x1 + 1x1 + 3x7) / (4 x 10) = 18/40 = 0.45
func gini(sizes map[uint64]uint64) *big.Rat {
	var wallets, nodes big.Int
	for x, count := range sizes {
		c := new(big.Int).SetUint64(count)
		wallets.Add(&wallets, c)
		nodes.Add(&nodes, c.Mul(c, new(big.Int).SetUint64(x)))
	}
	if nodes.Sign() == 0 {
		return new(big.Rat)
	}
	sum, before := new(big.Int), new(big.Int) // before: wallets with fewer
	for _, x := range slices.Sorted(maps.Keys(sizes)) {
		// Of the c wallets with x nodes, 2i - n - 1 adds up to c x (2 before + c - n).
		c := new(big.Int).SetUint64(sizes[x])
		weight := new(big.Int).Lsh(before, 1)
		weight.Add(weight, c).Sub(weight, &wallets).Mul(weight, c)
		sum.Add(sum, weight.Mul(weight, new(big.Int).SetUint64(x)))
		before.Add(before, c)
	}
	return new(big.Rat).SetFrac(sum, nodes.Mul(&nodes, &wallets))
}

// top is what the first wallets have, the largest first.
func (t *Tally) top(first uint64) Top {
	out, left := Top{First: first, Share: new(big.Rat)}, first
	for _, x := range slices.Backward(slices.Sorted(maps.Keys(t.sizes))) {
		n := min(left, t.sizes[x])
		out.Nodes += n * x
		left -= n
	}
	if t.nodes > 0 {
		out.Share.SetFrac(new(big.Int).SetUint64(out.Nodes), new(big.Int).SetUint64(t.nodes))
	}
	return out
}

// pairs are the first of the wallets that deal with each other, and the sum of all; none is an empty sum.
func (t *Tally) pairs(none Sum) (list []Pair, all Saving, err error) {
	all.Sum = none
	for d := range t.mutual {
		one := Pair{A: d.buyer, B: d.referrer, Saving: Saving{Sum: t.dealt(d)}}
		if err = one.join(t.dealt(d.back())); err != nil {
			return nil, all, err
		}
		if one.Saved, err = one.Discount.Add(one.Reward); err != nil {
			return nil, all, err
		}
		if err = all.join(one.Sum); err != nil {
			return nil, all, err
		}
		list = append(list, one)
	}
	slices.SortFunc(list, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Nodes, a.Nodes), a.A.Compare(b.A), a.B.Compare(b.B))
	})
	all.Saved, err = all.Discount.Add(all.Reward)
	return list[:min(len(list), Listed)], all, err
}

// limits are those of the tiers in force.
func (t *Tally) limits(l *sale.Ladder) []Limit {
	list := make([]Limit, len(l.Rungs))
	for i, rung := range l.Rungs {
		list[i] = Limit{Tier: i + 1, PerWallet: rung.PerWallet}
		if i >= len(t.takers) {
			continue
		}
		for taken, wallets := range t.takers[i] {
			list[i].Wallets += wallets
			if rung.PerWallet > 0 && rung.PerWallet != program.NoQuota && taken >= rung.PerWallet {
				list[i].UsedUp += wallets
			}
		}
	}
	return list
}
