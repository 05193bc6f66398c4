package program

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

func (r *reader) referral(n *node, sale *Sale) Referral {
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
	ref.Own = append(r.ownTerms(s, "codes", "referral.code"), r.ownTerms(s, "tiers", "referral.tier")...)
	ref.Volume = r.volume(s.get("volume"))
	if n := s.get("wallets"); n != nil {
		ref.Wallets = &OwnTerms{}
		r.terms(r.open(n, "referral.wallets", "referral.wallets"), ref.Wallets)
	}
	ref.PerUnit = choice(s, "floored", "total", "total", "per_unit") == "per_unit"
	ref.Settlement = choice(s, "settlement", OnChain, OnChain, Accrued, Held)
	ref.SelfRefuse = choice(s, "self_referral", "flag", "flag", "refuse") == "refuse"
	r.ofEvents(s, ref, sale)
	return ref
}

// ofEvents refuses what only a contract that the file describes may have, and parents where others earn, too.
func (r *reader) ofEvents(s section, ref Referral, sale *Sale) {
	several := slices.ContainsFunc(ref.Reward, func(e Entry[Reward]) bool { return len(e.Value.Levels) > 1 })
	ofList := slices.ContainsFunc(ref.Reward, func(e Entry[Reward]) bool { return e.Value.OfList })
	parent := func(own OwnTerms) bool { return own.Parent != nil }
	if ref.Settlement == Held && sale.Adapter != EventAdapter {
		s.needless("settlement", "is held only for adapter: event, whose file says how rewards are taken")
	}
	switch {
	case sale.Adapter == EventAdapter:
		if several && slices.ContainsFunc(ref.Own, parent) {
			r.fault(s.placeOf("codes"), "referral.codes have a parent, and referral.reward has several levels: one of them says who else earns; "+
				"write one level, or no parent")
		}
		return
	case several || ofList:
		r.fault(s.placeOf("reward"), "referral.reward has several levels, or is of the list price; that is only for adapter: event: "+
			"this contract pays one referrer, of what was paid")
	}
	for _, key := range []string{"codes", "tiers", "volume", "wallets"} {
		s.needless(key, "are only for adapter: event: this contract has one discount and one reward")
	}
}

// held checks that rewards are taken only from a contract that holds them.
func (r *reader) held(top section, p *Program) {
	list := saleField(top, "withdrawals")
	if p.Sale.Event == nil || list == nil || p.Referral.Settlement == Held || len(list.items) != len(p.Sale.Event.Withdrawals) {
		return
	}
	for i, w := range p.Sale.Event.Withdrawals {
		if !w.Proceeds {
			r.fault(list.items[i].place, "sale.withdrawals[%d] takes rewards that the contract holds, and referral.settlement is %s; write "+
				"settlement: held there, or of: proceeds here", i+1, p.Referral.Settlement)
		}
	}
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
			own.Tier = int(e.count("tier", 0, 1, mostTiers))
			which = strconv.Itoa(own.Tier)
		}
		r.terms(e, &own)
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

// terms reads what somebody's own terms are; at least one of them.
func (r *reader) terms(e section, own *OwnTerms) {
	if n := e.get("discount"); n != nil {
		part := r.discount(n, e.path("discount"))
		own.Discount = &part
	}
	if n := e.get("reward"); n != nil {
		part := r.ratio(n, e.path("reward"), true)
		own.Reward = &part
	}
	own.Bonus = r.ratio(e.get("bonus"), e.path("bonus"), true)
	if n := e.get("parent"); n != nil {
		p, before := r.open(n, "referral.parent", e.path("parent")), len(r.mistakes)
		own.Parent = &Parent{
			Wallet: r.address(p.need("wallet", "the wallet that earns beside the code's owner"), p.path("wallet")),
			Reward: r.ratio(p.need("reward", "the part that it earns, such as 1%"), p.path("reward"), true),
		}
		if own.Parent.Wallet == (common.Address{}) && len(r.mistakes) == before {
			r.fault(p.placeOf("wallet"), "%s is the zero address; write the wallet that earns, or remove parent", p.path("wallet"))
		}
		var total wholeSum
		total.add(own.Parent.Reward)
		if own.Reward != nil {
			total.add(*own.Reward)
		}
		if total.Cmp(big.NewRat(1, 1)) > 0 {
			r.fault(n.place, "%s and reward sum to %s; nobody can earn more than was paid", e.path("parent"), &total)
		}
	}
	if !e.broken && own.Discount == nil && own.Reward == nil && own.Bonus.IsZero() && own.Parent == nil {
		r.fault(e.place, "%s says neither discount nor reward; write one of them, or remove it", e.name)
	}
}

// volume reads the terms of a code by what it has sold, in rising order.
func (r *reader) volume(n *node) (list []Volume) {
	r.each(n, "referral.volume", "referral.volume", 1000, func(_ int, s section) {
		s.need("nodes", "how many nodes a code has sold before these terms begin")
		before := len(r.mistakes)
		v := Volume{
			Nodes:    s.count("nodes", 0, 1, math.MaxUint64),
			Discount: r.discount(s.need("discount", "the part that a code takes off then, such as 11%"), s.path("discount")),
			Reward:   r.ratio(s.need("reward", "the part that its owner earns then, such as 11%"), s.path("reward"), true),
		}
		if last := len(list) - 1; last >= 0 && len(r.mistakes) == before && v.Nodes <= list[last].Nodes {
			r.fault(s.placeOf("nodes"), "%s is %d, not more than the %d above it; write them in rising order", s.path("nodes"), v.Nodes,
				list[last].Nodes)
		}
		list = append(list, v)
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
