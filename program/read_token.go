package program

import (
	"math/big"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

func (r *reader) token(n *node) *Token {
	if n == nil {
		return nil
	}
	s, before := r.open(n, "token", "token"), len(r.mistakes)
	s.need("asset", "the symbol of an asset of kind token")
	use := s.asset("asset")
	t := &Token{Asset: r.kindOf(s, "asset", Coin), Supply: use.Supply, TGE: s.instant("tge"), Lock: s.duration("lock")}
	if use.Kind == Coin && use.Supply.IsZero() {
		r.fault(s.placeOf("asset"), "token.asset is %s, which has no supply; write supply in assets.%s", use.Asset, use.Asset)
	}
	t.Allocation = r.allocation(s.need("allocation", "the parts of the supply with their shares"))
	if n := s.get("drop"); n != nil {
		t.Drop = r.drop(n, t)
	}
	if n := s.get("emission"); n != nil {
		t.Emission = r.emission(n, s.path("emission"), t)
	}
	if len(r.mistakes) == before {
		r.enough(s, t)
	}
	t.Vesting = r.vestings(s.get("vesting"), t)
	return t
}

func (r *reader) allocation(n *node) []Allocation {
	if n == nil {
		return nil
	}
	var list []Allocation
	var shares []money.Ratio
	s, before := r.group(n, "token.allocation"), len(r.mistakes)
	for _, name := range s.order {
		share := r.ratio(s.get(name), "token.allocation."+clip(name), true)
		if !partForm.MatchString(name) {
			r.fault(s.keyAt[name], "%q cannot name a part of the allocation; write lower-case letters, digits and underscores", clip(name))
		}
		list, shares = append(list, Allocation{name, share}), append(shares, share)
	}
	switch {
	case len(list) > 64:
		r.fault(s.place, "token.allocation has %d parts; the most is 64", len(list))
	case len(r.mistakes) == before:
		r.sum(s.place, "the shares of token.allocation", shares...)
	}
	return list
}

// part reads the name of a part of the allocation.
func (r *reader) part(s section, t *Token) string {
	n := s.need("of", "the part of the allocation that it is taken from")
	return r.partNamed(n, s.path("of"), r.text(n, s.path("of")), t)
}

// partOr is part where the file may leave it out: then it is the usual one, or none where the allocation has no such part.
func (r *reader) partOr(s section, t *Token, usual string) string {
	if s.has("of") {
		return r.part(s, t)
	}
	if _, has := t.Part(usual); has {
		return usual
	}
	return ""
}

// partNamed checks a name of a part.
func (r *reader) partNamed(n *node, path, name string, t *Token) string {
	if _, has := t.Part(name); has {
		return name
	}
	var parts []string
	for _, a := range t.Allocation {
		parts = append(parts, a.Name)
	}
	if name != "" && len(parts) > 0 {
		if guess := problem.Nearest(name, parts); guess != "" {
			r.fault(n.place, "%s is %q, which is not in token.allocation; did you mean %q?", path, clip(name), guess)
		} else {
			r.fault(n.place, "%s is %q, which is not in token.allocation; write %s", path, clip(name), strings.Join(parts, " or "))
		}
	}
	return name
}

func (r *reader) drop(n *node, t *Token) *Drop {
	s := r.open(n, "token.drop", "token.drop")
	return &Drop{
		Of:    r.part(s, t),
		Share: r.ratio(s.need("share", "the share of the supply that is dropped, such as 5%"), "token.drop.share", true),
		By:    choice(s, "by", ByNodes, ByNodes, ByScore),
	}
}

// emission reads the series of emissions: a list, or a single one.
func (r *reader) emission(n *node, name string, t *Token) []Series {
	if n.kind == groupNode {
		return []Series{r.series(r.open(n, "token.emission", name), t)}
	}
	var list []Series
	r.each(n, name, "token.emission", 64, func(_ int, s section) { list = append(list, r.series(s, t)) })
	return list
}

// begins reads when a series begins: a date, or a time after the TGE.
func (r *reader) begins(s section, t *Token) (from time.Time, after Duration) {
	n := s.get("from")
	if n == nil {
		return from, after
	}
	if d, err := ParseDuration(n.text); n.kind == scalarNode && err == nil && !d.IsZero() {
		return from, d
	}
	if at, ok := parseInstant(n.text); n.kind == scalarNode && ok {
		if at.Before(t.TGE) {
			r.fault(n.place, "%s is %s, before the TGE; write a later date, or leave it out for the TGE", s.path("from"), n.text)
		}
		return at, after
	}
	r.fault(n.place, "%s is %s; write a date such as 2028-01-01, or a time after the TGE such as 4y", s.path("from"), n.what())
	return from, after
}

func (r *reader) series(s section, t *Token) Series {
	e := Series{
		Of:    r.part(s, t),
		First: r.ratio(s.need("first", "the share of the supply in the first period, such as 15%"), s.path("first"), true),
	}
	e.From, e.After = r.begins(s, t)
	s.noBlocks("pools", "a day of the emission")
	e.Pools = dated(s, "pools", "points.pools", r.pools, nil)
	before := len(r.mistakes)
	if p := s.need("period", "the length of a period, such as 2y"); p != nil {
		if e.Period = s.duration("period"); e.Period.IsZero() && len(r.mistakes) == before {
			r.fault(p.place, "%s is none; write a length such as 2y", s.path("period"))
		}
	}
	then := s.need("then", "half, none, or the ratio of each period to the one before it")
	switch {
	case then == nil || then.text == "none":
	case then.text == "half":
		e.Then, _ = money.NewRatio(1, 2)
	default:
		e.Then = r.ratio(then, s.path("then"), true)
		if e.Then.Num() == e.Then.Den() {
			r.fault(then.place, "%s is the whole, so the emission would never end; write half, none or a ratio below 1", s.path("then"))
		}
	}
	return e
}

// enough checks that each part of the allocation holds what is dropped and emitted from it. A series of emissions sums to
// first / (1 - then) of the supply.
func (r *reader) enough(s section, t *Token) {
	for _, part := range t.Allocation {
		spent, last := new(big.Rat), (*node)(nil)
		if t.Drop != nil && t.Drop.Of == part.Name {
			spent.Add(spent, t.Drop.Share.Rat())
			last = s.get("drop")
		}
		for i := range t.Emission {
			if e := &t.Emission[i]; e.Of == part.Name {
				rest := new(big.Rat).Sub(big.NewRat(1, 1), e.Then.Rat())
				spent.Add(spent, rest.Quo(e.First.Rat(), rest))
				last = s.get("emission")
			}
		}
		if spent.Cmp(part.Share.Rat()) > 0 {
			sum, held := &wholeSum{*spent}, &wholeSum{*part.Share.Rat()}
			r.fault(last.place, "%s of the supply is dropped and emitted from %s, which holds %s; write smaller shares", sum, part.Name, held)
		}
	}
}

// conversionPart checks the part of the allocation that points become tokens of: it holds what the highest cap becomes, and the cap is
// needed, since what nobody bounds cannot be promised out of a part that ends.
func (r *reader) conversionPart(s section, p *Program) {
	if p.Points == nil || p.Points.AtTGE == nil || p.Token == nil {
		return
	}
	c, points := p.Points.AtTGE, s.get("points")
	if c.Of == "" {
		if _, has := p.Token.Part(ConversionPart); has {
			c.Of = ConversionPart
		} else {
			r.fault(points.place, "points.at_tge says no part of token.allocation that tokens are taken from, and there is no part %s; "+
				"write of", ConversionPart)
			return
		}
	}
	part, has := p.Token.Part(r.partNamed(points, "points.at_tge.of", c.Of, p.Token))
	if !has {
		return
	}
	if len(p.Points.Cap) == 0 {
		r.fault(points.place, "points become tokens of %s, and nothing bounds how many; write points.cap", part.Name)
		return
	}
	most := new(big.Rat)
	for _, e := range p.Points.Cap {
		if c := e.Value.Rat(); c.Cmp(most) > 0 {
			most = c
		}
	}
	most.Mul(most, c.Rate.Rat())
	if holds := new(big.Rat).Mul(p.Token.Supply.Rat(), part.Share.Rat()); most.Cmp(holds) > 0 {
		r.fault(points.place, "points up to points.cap become %s %s, more than the %s that %s holds; write another part, a smaller rate or cap",
			money.Exact(most), c.Becomes, money.Exact(holds), part.Name)
	}
}

func (r *reader) vestings(n *node, t *Token) []Vesting {
	if n == nil {
		return nil
	}
	var list []Vesting
	group := r.group(n, "token.vesting")
	for _, name := range group.order {
		item := group.get(name)
		if !partForm.MatchString(name) {
			r.fault(group.keyAt[name], "%q cannot name a vesting; write lower-case letters, digits and underscores", clip(name))
		}
		s := r.open(item, "token.vesting", "token.vesting."+clip(name))
		if !s.broken {
			list = append(list, r.vesting(s, name, t))
		}
	}
	return list
}

func (r *reader) vesting(s section, name string, t *Token) Vesting {
	v := Vesting{
		Name:    name,
		Of:      r.partOr(s, t, GrantsPart),
		Total:   r.positive(s, "total", t.Asset),
		Start:   s.instant("start"),
		AtStart: r.ratio(s.get("at_start"), s.path("at_start"), true),
		Cliff:   s.duration("cliff"),
		Begins:  choice(s, "begins", AfterCliff, AfterCliff, AccrueTo),
	}
	if s.has("tranches") {
		v.Step = choice(s, "step", Listed, Listed)
		for _, key := range []string{"cliff", "duration", "begins"} {
			s.needless(key, "says nothing beside tranches, which have their own times")
		}
		v.Tranches = r.tranches(s, v.AtStart)
		return v
	}
	before := len(r.mistakes)
	if n := s.need("duration", "how long it vests, such as 24mo, or a list of tranches"); n != nil {
		if v.Duration = s.duration("duration"); v.Duration.IsZero() && len(r.mistakes) == before {
			r.fault(n.place, "%s is none; write a length such as 24mo, or a list of tranches", s.path("duration"))
		}
	}
	v.Step = choice(s, "step", Linear, Linear, Monthly)
	if n := s.get("step"); n != nil && v.Step == Monthly && len(r.mistakes) == before && v.Duration.Months() == 0 {
		r.fault(n.place, "%s is monthly, but %s is not in calendar months; write one such as 24mo", s.path("step"), s.path("duration"))
	}
	return v
}

func (r *reader) tranches(s section, atStart money.Ratio) []Tranche {
	var list []Tranche
	n, before := s.get("tranches"), len(r.mistakes)
	shares := []money.Ratio{atStart}
	r.each(n, s.path("tranches"), "token.tranche", 400, func(i int, item section) {
		clean := len(r.mistakes)
		item.need("after", "the time after the start, such as 3mo")
		item.need("share", "the share that becomes available, such as 25%")
		tranche := Tranche{item.duration("after"), r.ratio(item.get("share"), item.path("share"), true)}
		if last := len(list) - 1; last >= 0 && len(r.mistakes) == clean {
			was := list[last].After
			if (was.months > 0) != (tranche.After.months > 0) && !was.IsZero() {
				r.fault(item.placeOf("after"), "%s is %s and the one above it %s; write all in calendar months or all in exact time",
					item.path("after"), tranche.After, was)
			} else if tranche.After.months <= was.months && tranche.After.exact <= was.exact {
				r.fault(item.placeOf("after"), "%s is %s, not after the %s above it; write the tranches in order of time", item.path("after"),
					tranche.After, was)
			}
		}
		list, shares = append(list, tranche), append(shares, tranche.Share)
	})
	if len(r.mistakes) == before && n != nil {
		r.sum(n.place, "at_start and the tranches of "+s.name, shares...)
	}
	return list
}
