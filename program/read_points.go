package program

import (
	"fmt"
	"math"
	"slices"

	"github.com/nodeledger/nodeledger/money"
)

func (r *reader) points(n *node) *Points {
	if n == nil {
		return nil
	}
	s := r.open(n, "points", "points")
	s.need("asset", "the symbol of an asset of kind points")
	p := &Points{Asset: r.kindOf(s, "asset", Credit)}
	whole := func(n *node, name string) money.Amount { return r.amount(n, name, p.Asset) }
	s.noBlocks("price", "a day of a statement")
	s.noBlocks("health", "a report of a node's health")
	p.Cap = dated(s, "cap", "points.cap", func(e section) money.Amount {
		return whole(e.need("amount", "the most that is ever emitted"), e.path("amount"))
	}, whole)
	price := func(n *node, name string) money.Ratio { return r.ratio(n, name, false) }
	p.Price = dated(s, "price", "points.price", func(e section) money.Ratio {
		return price(e.need("usd", "the US dollars for one point"), e.path("usd"))
	}, price)
	p.Emission = dated(s, "emission", "points.emission", func(e section) money.Amount {
		return whole(e.need("per_day", "how many points a UTC day emits"), e.path("per_day"))
	}, whole)
	p.Pools = dated(s, "pools", "points.pools", r.pools, nil)
	p.Eligible = dated(s, "eligible", "points.eligible", func(e section) Eligibility {
		return r.eligibility(e, p.Asset)
	}, nil)
	p.Stake = datedList(s, "stake_score", "points.stake_score", "brackets", func(n *node, name string) []StakeFactor {
		return r.stakeFactors(n, name, p.Asset)
	})
	p.Health = dated(s, "health", "points.health", r.health, nil)
	p.AtTGE = r.conversion(s.get("at_tge"))
	if p.Emission != nil && p.Pools == nil && !s.has("pools") {
		r.fault(s.placeOf("emission"), "points.emission has no pools to go to; write points.pools, such as { validators: 20%%, providers: "+
			"80%%, queens: 0%% }")
	}
	return p
}

// kindOf reads the symbol of an asset that must be of a kind.
func (r *reader) kindOf(s section, key string, kind AssetKind) money.Asset {
	use := s.asset(key)
	if use.Kind != "" && use.Kind != kind {
		r.fault(s.placeOf(key), "%s is %s, which is of kind %s; write an asset of kind %s", s.path(key), use.Asset, use.Kind, kind)
	}
	return use.Asset
}

func (r *reader) pools(e section) Pools {
	before := len(r.mistakes)
	for _, key := range []string{"validators", "providers", "queens"} {
		e.need(key, key+": and its share, 0% for none")
	}
	p := Pools{
		Validators: r.ratio(e.get("validators"), e.path("validators"), true),
		Providers:  r.ratio(e.get("providers"), e.path("providers"), true),
		Queens:     r.ratio(e.get("queens"), e.path("queens"), true),
		Idle:       choice(e, "idle", IdleSkip, IdleSkip, IdleCarry),
	}
	if len(r.mistakes) == before && !e.broken {
		r.sum(e.place, "the shares of "+e.name, p.Validators, p.Providers, p.Queens)
	}
	return p
}

// eligibility reads validators: all_holders, or { stake: 100 GPOINT, health: above 0 }.
func (r *reader) eligibility(e section, points money.Asset) Eligibility {
	n := e.need("validators", "all_holders, or { stake: 100 GPOINT, health: above 0 }")
	switch {
	case n == nil:
		return Eligibility{}
	case n.kind == scalarNode && n.text == "all_holders":
		return Eligibility{AllHolders: true}
	case n.kind != groupNode:
		r.fault(n.place, "%s is %s; write all_holders, or { stake: 100 GPOINT, health: above 0 }", e.path("validators"), n.what())
		return Eligibility{}
	}
	s := r.open(n, "points.eligible.validators", e.path("validators"))
	if len(s.fields) == 0 {
		r.fault(s.place, "%s sets no condition; write stake, health or both, or all_holders", s.name)
	}
	el := Eligibility{Stake: r.leastStakes(s, points)}
	if h := s.get("health"); h != nil {
		const prefix = "above "
		if h.kind != scalarNode || len(h.text) <= len(prefix) || h.text[:len(prefix)] != prefix {
			r.fault(h.place, "%s is %s; write \"above \" and a number from 0 to 1, such as above 0", s.path("health"), h.what())
			return el
		}
		bound := *h
		bound.text = h.text[len(prefix):]
		el.MinHealth, el.HealthAbove = true, r.ratio(&bound, s.path("health"), true)
		if el.HealthAbove.Num() == el.HealthAbove.Den() {
			r.fault(h.place, "%s is %s, which no health can be; write less than 1", s.path("health"), h.what())
		}
	}
	return el
}

// leastStakes reads one amount, or a list of one in each of several assets.
func (r *reader) leastStakes(s section, points money.Asset) []money.Amount {
	n := s.get("stake")
	if n == nil {
		return nil
	}
	if n.kind != listNode {
		return []money.Amount{r.amountOf(n, s.path("stake"), points)}
	}
	var list []money.Amount
	for i, item := range n.items {
		name := fmt.Sprintf("%s[%d]", s.path("stake"), i+1)
		least := r.amountOf(item, name, points)
		if slices.ContainsFunc(list, func(a money.Amount) bool { return a.Asset() == least.Asset() }) {
			r.fault(item.place, "%s is a second amount of %s; write one in each asset", name, least.Asset())
		}
		list = append(list, least)
	}
	if len(list) == 0 {
		r.fault(n.place, "%s is an empty list; write an amount or remove the key", s.path("stake"))
	}
	return list
}

func (r *reader) stakeFactors(n *node, name string, points money.Asset) []StakeFactor {
	var list []StakeFactor
	r.each(n, name, "points.stake_score.bracket", 1000, func(i int, s section) {
		before := len(r.mistakes)
		s.need("stake", "the least stake, such as 100")
		s.need("factor", "the factor on each point of it, such as 1.25")
		f := StakeFactor{r.amountOf(s.get("stake"), s.path("stake"), points), r.ratio(s.get("factor"), s.path("factor"), false)}
		if len(r.mistakes) > before || s.broken || s.get("stake") == nil || s.get("factor") == nil || points.IsZero() {
			return
		}
		last := len(list) - 1
		switch {
		case i == 0 && !f.Stake.IsZero():
			r.fault(s.placeOf("stake"), "%s is %s; the first bracket begins at 0, write its factor too", s.path("stake"), f.Stake)
		case last >= 0 && f.Stake.Asset() != list[last].Stake.Asset():
			r.fault(s.placeOf("stake"), "%s is in %s and the one above it in %s; write all in one asset", s.path("stake"), f.Stake.Asset(),
				list[last].Stake.Asset())
		case last >= 0 && f.Stake.Cmp(list[last].Stake) <= 0:
			r.fault(s.placeOf("stake"), "%s is %s, not more than the %s above it; write the brackets in rising order", s.path("stake"),
				f.Stake, list[last].Stake)
		case last >= 0 && f.Factor.Cmp(list[last].Factor) < 0:
			r.fault(s.placeOf("factor"), "%s is %s, less than the %s above it, so splitting a stake would pay; write at least %s",
				s.path("factor"), f.Factor, list[last].Factor, list[last].Factor)
		}
		list = append(list, f)
	})
	return list
}

// health reads what moves a provider's health. What is absent moves nothing; it starts at 1.
func (r *reader) health(e section) Health {
	one, _ := money.NewRatio(1, 1)
	h := Health{Start: one, CheckRow: 1}
	if n := e.get("start"); n != nil {
		h.Start = r.ratio(n, e.path("start"), true)
	}
	if n := e.get("drill"); n != nil {
		s := r.open(n, "points.health.drill", e.path("drill"))
		h.DrillFailed = r.ratio(s.get("failed"), s.path("failed"), true)
		h.DrillPassed = r.ratio(s.get("passed"), s.path("passed"), true)
	}
	if n := e.get("check"); n != nil {
		s := r.open(n, "points.health.check", e.path("check"))
		h.CheckFailed = r.ratio(s.get("failed"), s.path("failed"), true)
		h.CheckPassed = r.ratio(s.get("passed"), s.path("passed"), true)
		h.CheckRow = s.count("in_a_row", 1, 1, 1_000_000)
	}
	r.each(e.get("ratings"), e.path("ratings"), "points.health.rating", 100, func(i int, s section) {
		before := len(r.mistakes)
		s.need("at_least", "the least rating, such as 4")
		g := Rating{
			AtLeast: s.count("at_least", 0, 0, math.MaxInt32),
			Gains:   r.ratio(s.get("gains"), s.path("gains"), true),
			Loses:   r.ratio(s.get("loses"), s.path("loses"), true),
		}
		if len(r.mistakes) > before {
			return
		}
		if s.has("gains") && s.has("loses") {
			r.fault(s.placeOf("loses"), "%s gains and loses; write one of them", s.name)
		}
		if last := len(h.Ratings) - 1; last >= 0 && g.AtLeast <= h.Ratings[last].AtLeast {
			r.fault(s.placeOf("at_least"), "%s is %d, not more than the %d above it; write the ratings in rising order", s.path("at_least"),
				g.AtLeast, h.Ratings[last].AtLeast)
		}
		h.Ratings = append(h.Ratings, g)
	})
	return h
}

func (r *reader) conversion(n *node) *Conversion {
	if n == nil {
		return nil
	}
	s := r.open(n, "points.at_tge", "points.at_tge")
	s.need("becomes", "the symbol of an asset of kind token")
	c := &Conversion{Becomes: r.kindOf(s, "becomes", Coin), Lock: s.duration("lock")}
	if n := s.get("of"); n != nil {
		c.Of = r.text(n, s.path("of"))
	}
	c.Rate, _ = money.NewRatio(1, 1)
	if n := s.get("rate"); n != nil {
		before := len(r.mistakes)
		if c.Rate = r.ratio(n, s.path("rate"), false); c.Rate.IsZero() && len(r.mistakes) == before {
			r.fault(n.place, "points.at_tge.rate is zero; write how many tokens one point becomes")
		}
	}
	return c
}
