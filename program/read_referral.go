package program

import (
	"fmt"
	"math"
	"math/big"
	"strconv"

	"github.com/nodeledger/nodeledger/money"
)

func (r *reader) referral(n *node, adapter AdapterKind) Referral {
	tenth, _ := money.NewRatio(1, 10)
	ref := Referral{Discount: Always(tenth), Reward: Always(Reward{Levels: []money.Ratio{tenth}}), Settlement: OnChain}
	if n == nil {
		return ref
	}
	s := r.open(n, "referral", "referral")
	if s.get("discount") != nil {
		ref.Discount = dated(s, "discount", "referral.discount", func(e section) money.Ratio {
			return r.discount(e.need("share", "the part that a code takes off, such as 10%"), e.path("share"))
		}, r.discount)
	}
	if s.get("reward") != nil {
		ref.Reward = dated(s, "reward", "referral.reward", func(e section) Reward {
			list := e.need("levels", "the parts of the referrer, of who referred the referrer, and so on, such as [10%, 3%]")
			return Reward{r.levels(list, e.path("levels")), choice(e, "of", "paid", "paid", "list") == "list"}
		}, func(n *node, name string) Reward { return Reward{Levels: []money.Ratio{r.ratio(n, name, true)}} })
	}
	if adapter != EventAdapter {
		for _, key := range []string{"codes", "tiers"} {
			s.needless(key, "are only for adapter: event: this contract has one discount and one reward")
		}
		for _, e := range ref.Reward {
			if len(e.Value.Levels) > 1 || e.Value.OfList {
				r.fault(s.placeOf("reward"), "referral.reward has several levels, or is of the list price; that is only for adapter: event: "+
					"this contract pays one referrer, of what was paid")
				break
			}
		}
	}
	ref.Own = append(r.ownTerms(s, "codes", "referral.code"), r.ownTerms(s, "tiers", "referral.tier")...)
	ref.PerUnit = choice(s, "floored", "total", "total", "per_unit") == "per_unit"
	ref.Settlement = choice(s, "settlement", OnChain, OnChain, Accrued)
	ref.SelfRefuse = choice(s, "self_referral", "flag", "flag", "refuse") == "refuse"
	return ref
}

// discount reads a part of the list price that is less than all of it.
func (r *reader) discount(n *node, name string) money.Ratio {
	part := r.ratio(n, name, true)
	if n != nil && part.Num() > 0 && part.Num() == part.Den() {
		r.fault(n.place, "%s is the whole price; write less than 100%%", name)
	}
	return part
}

// mostLevels is how many people one purchase can earn something at most.
const mostLevels = 10

// levels reads the parts of the referrer and of those above; together they are at most the whole.
func (r *reader) levels(n *node, name string) (list []money.Ratio) {
	switch {
	case n == nil:
		return nil
	case n.kind != listNode || len(n.items) == 0 || len(n.items) > mostLevels:
		r.fault(n.place, "%s is %s; write a list of one to %d parts, such as [10%%, 3%%]", name, n.what(), mostLevels)
		return nil
	}
	before := len(r.mistakes)
	for i, item := range n.items {
		list = append(list, r.ratio(item, fmt.Sprintf("%s[%d]", name, i+1), true))
	}
	total := new(wholeSum)
	for _, part := range list {
		total.add(part)
	}
	if len(r.mistakes) == before && total.Cmp(big.NewRat(1, 1)) > 0 {
		r.fault(n.place, "%s sum to %s; nobody can earn more than was paid", name, total)
	}
	return list
}

// ownTerms reads the terms of single codes, or of single tiers.
func (r *reader) ownTerms(s section, key string, item shape) (list []OwnTerms) {
	orders := map[string]*positions{}
	r.each(s.get(key), s.path(key), item, 10_000, func(i int, e section) {
		own := OwnTerms{From: e.from("from")}
		which := ""
		if key == "codes" {
			own.Code = r.text(e.need("code", "the code as buyers type it"), e.path("code"))
			which = own.Code
		} else {
			e.need("tier", "the tier's number, counted from 1")
			own.Tier = int(e.count("tier", 0, 1, 1000))
			which = strconv.Itoa(own.Tier)
		}
		if n := e.get("discount"); n != nil {
			part := r.discount(n, e.path("discount"))
			own.Discount = &part
		}
		if n := e.get("reward"); n != nil {
			part := r.ratio(n, e.path("reward"), true)
			own.Reward = &part
		}
		if own.Discount == nil && own.Reward == nil {
			r.fault(e.place, "%s says neither discount nor reward; write one of them, or remove it", e.name)
		}
		order, again := orders[which]
		if !again {
			order = &positions{}
			orders[which] = order
		}
		if !e.broken {
			index := 0
			if again {
				index = i
			}
			order.check(e, own.From, index)
		}
		list = append(list, own)
	})
	return list
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
