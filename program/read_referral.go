package program

import (
	"math"

	"github.com/nodeledger/nodeledger/money"
)

func (r *reader) referral(n *node) Referral {
	tenth, _ := money.NewRatio(1, 10)
	ref := Referral{Discount: tenth, Reward: tenth, Settlement: OnChain}
	if n == nil {
		return ref
	}
	s := r.open(n, "referral", "referral")
	if d := s.get("discount"); d != nil {
		if ref.Discount = r.ratio(d, "referral.discount", true); ref.Discount.Num() == ref.Discount.Den() {
			r.fault(d.place, "referral.discount is the whole price; write less than 100%%")
		}
	}
	if d := s.get("reward"); d != nil {
		ref.Reward = r.ratio(d, "referral.reward", true)
	}
	ref.PerUnit = choice(s, "floored", "total", "total", "per_unit") == "per_unit"
	ref.Settlement = choice(s, "settlement", OnChain, OnChain, Accrued)
	ref.SelfRefuse = choice(s, "self_referral", "flag", "flag", "refuse") == "refuse"
	return ref
}

// brackets reads score brackets: the first begins at 1 node, nodes rise, factors never fall.
func (r *reader) brackets(n *node, name string) []Bracket {
	var list []Bracket
	r.each(n, name, "score.bracket", 1000, func(i int, s section) {
		s.need("nodes", "the least number of nodes")
		s.need("factor", "the factor on each node, such as 1.2")
		before := len(r.mistakes)
		b := Bracket{s.count("nodes", 0, 1, math.MaxUint64), r.ratio(s.get("factor"), s.path("factor"), false)}
		clean := len(r.mistakes) == before && s.get("nodes") != nil && s.get("factor") != nil
		switch {
		case !clean:
		case i == 0 && b.Nodes != 1:
			r.fault(s.placeOf("nodes"), "%s is %d; the first bracket begins at 1 node, write its factor too", s.path("nodes"), b.Nodes)
		case i > 0 && len(list) == i && b.Nodes <= list[i-1].Nodes:
			r.fault(s.placeOf("nodes"), "%s is %d, not more than the %d above it; write the brackets in rising order", s.path("nodes"),
				b.Nodes, list[i-1].Nodes)
		case i > 0 && len(list) == i && b.Factor.Cmp(list[i-1].Factor) < 0:
			r.fault(s.placeOf("factor"), "%s is %s, less than the %s above it, so splitting nodes over wallets would pay; write at least %s",
				s.path("factor"), b.Factor, list[i-1].Factor, list[i-1].Factor)
		}
		if clean {
			list = append(list, b)
		}
	})
	return list
}
