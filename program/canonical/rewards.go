package canonical

import (
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// points are nothing while no dated setting of them has begun, so that points added for later change no version
// before.
func points(e *encoder, p *program.Points) any {
	before := e.live
	e.live = false
	dated := object{}
	dated.put("cap", setting(e, p.Cap, func(a money.Amount) object { return object{"amount": e.amount(a)} }))
	dated.put("price", setting(e, p.Price, func(r money.Ratio) object { return object{"usd": r.String()} }))
	dated.put("emission", setting(e, p.Emission, func(a money.Amount) object { return object{"per_day": e.amount(a)} }))
	dated.put("pools", setting(e, p.Pools, pools))
	dated.put("eligible", setting(e, p.Eligible, func(el program.Eligibility) object { return object{"validators": eligible(e, el)} }))
	dated.put("stake_score", setting(e, p.Stake, func(list []program.StakeFactor) object {
		return object{"brackets": listed(list, func(f program.StakeFactor) any {
			return object{"stake": e.named(f.Stake), "factor": f.Factor.String()}
		})}
	}))
	dated.put("health", setting(e, p.Health, health))
	begun := e.live || e.whole() || !hasDates(p)
	if e.live = e.live || before; !begun {
		return nil
	}
	dated["asset"] = e.asset(p.Asset)
	if p.AtTGE != nil {
		c := object{"becomes": e.asset(p.AtTGE.Becomes), "rate": p.AtTGE.Rate.String(), "lock": p.AtTGE.Lock.String()}
		if p.AtTGE.Of != "" {
			c["of"] = p.AtTGE.Of
		}
		dated["at_tge"] = c
	}
	return dated
}

func pools(s program.Pools) object {
	o := object{"validators": s.Validators.String(), "providers": s.Providers.String(), "queens": s.Queens.String()}
	if s.Idle == program.IdleCarry {
		o["idle"] = string(s.Idle)
	}
	return o
}

// hasDates says that the points have a dated setting at all.
func hasDates(p *program.Points) bool {
	return len(p.Cap)+len(p.Price)+len(p.Emission)+len(p.Pools)+len(p.Eligible)+len(p.Stake)+len(p.Health) > 0
}

func eligible(e *encoder, el program.Eligibility) any {
	if el.AllHolders {
		return "all_holders"
	}
	o := object{}
	if len(el.Stake) == 1 {
		o["stake"] = e.named(el.Stake[0])
	} else if len(el.Stake) > 1 {
		o["stake"] = listed(el.Stake, func(a money.Amount) any { return e.named(a) })
	}
	if el.MinHealth {
		o["health"] = "above " + el.HealthAbove.String()
	}
	return o
}

func health(h program.Health) object {
	o := object{
		"start": h.Start.String(),
		"drill": object{"failed": h.DrillFailed.String(), "passed": h.DrillPassed.String()},
		"check": object{"failed": h.CheckFailed.String(), "passed": h.CheckPassed.String(), "in_a_row": number(h.CheckRow)},
	}
	if len(h.Ratings) > 0 {
		o["ratings"] = listed(h.Ratings, func(g program.Rating) any {
			o := object{"at_least": number(g.AtLeast)}
			if !g.Gains.IsZero() {
				o["gains"] = g.Gains.String()
			}
			if !g.Loses.IsZero() {
				o["loses"] = g.Loses.String()
			}
			return o
		})
	}
	return o
}

// token has the time of the TGE from that time on, so that setting it changes no version before.
func token(e *encoder, t *program.Token) object {
	o := object{"asset": e.asset(t.Asset), "lock": t.Lock.String()}
	if f := (program.From{Time: t.TGE}); e.whole() {
		e.boundary(f)
		o.put("tge", f.String())
	} else if f.Begun(*e.at) {
		o.put("tge", f.String())
	}
	parts := object{}
	for _, a := range t.Allocation {
		parts[a.Name] = a.Share.String()
	}
	o["allocation"] = parts
	if d := t.Drop; d != nil {
		o["drop"] = object{"of": d.Of, "share": d.Share.String(), "by": string(d.By)}
	}
	o.put("emission", emission(e, t.Emission))
	if len(t.Vesting) > 0 {
		all := object{}
		for _, v := range t.Vesting {
			all[v.Name] = vesting(e, v)
		}
		o["vesting"] = all
	}
	return o
}

// emission is one series that begins with the TGE as a group, as it was before there could be several, and otherwise a list: of all series,
// or of those that are not dated later. One that begins a time after the TGE has no date.
func emission(e *encoder, all []program.Series) any {
	var list entries
	for i := range all {
		s := &all[i]
		from := program.From{Time: s.From}
		e.boundary(from)
		if !e.whole() && !from.Begun(*e.at) {
			continue
		}
		o := object{"of": s.Of, "first": s.First.String(), "period": s.Period.String(), "then": s.Then.String()}
		o.put("pools", setting(e, s.Pools, pools))
		o.put("from", s.Start())
		list = append(list, o)
	}
	switch {
	case len(list) == 0:
		return nil
	case len(list) == 1 && list[0].(object)["from"] == nil:
		return list[0]
	}
	return list
}

func vesting(e *encoder, v program.Vesting) object {
	o := object{"step": string(v.Step), "at_start": v.AtStart.String()}
	if v.Of != "" {
		o["of"] = v.Of
	}
	if !v.Total.IsZero() {
		o["total"] = e.amount(v.Total)
	}
	o.put("start", program.From{Time: v.Start}.String())
	if v.Step == program.Listed {
		o["tranches"] = listed(v.Tranches, func(t program.Tranche) any {
			return object{"after": t.After.String(), "share": t.Share.String()}
		})
		return o
	}
	o["cliff"], o["duration"], o["begins"] = v.Cliff.String(), v.Duration.String(), string(v.Begins)
	return o
}

// stakes are nothing while none of its settings has begun.
func stakes(e *encoder, p *program.Program) object {
	var o object
	put := func(key string, value any) {
		if o == nil {
			o = object{}
		}
		o[key] = value
	}
	if unbonding := setting(e, p.Unbonding, func(d program.Duration) object { return object{"time": d.String()} }); unbonding != nil {
		put("unbonding", unbonding)
	}
	var list entries
	for i := range p.Contracts {
		c := &p.Contracts[i]
		e.boundary(c.From)
		if !e.whole() && !c.From.Begun(*e.at) {
			continue
		}
		one := object{"contract": lower(c.Contract), "staked": stakeEvent(&c.Staked), "unstaked": stakeEvent(&c.Unstaked)}
		if e.whole() {
			one.put("from", c.From.String())
		}
		list = append(list, one)
	}
	if list != nil {
		put("contracts", list)
	}
	return o
}

func stakeEvent(s *program.StakeEvent) object {
	return object{"event": s.Declaration, "holder": s.Holder, "amount": s.Amount}
}

func parts(p program.Parts) object {
	return object{"share": p.Share.String(), "buyback": p.Buyback.String()}
}

// revenue is nothing while none of its dated settings has begun.
func revenue(e *encoder, v *program.Revenue) any {
	o := object{}
	o.put("split", setting(e, v.Split, func(s program.RevenueSplit) object {
		o := object{}
		if !s.None {
			o = parts(s.Parts)
		}
		var own object
		for _, of := range s.BySource {
			if own == nil {
				own = object{}
			}
			own[of.Source] = parts(of.Parts)
		}
		o.put("by_source", own)
		return o
	}))
	o.put("share", setting(e, v.Share, func(s program.ShareRule) object {
		o := object{"mode": string(s.Mode), "surplus": string(s.Surplus)}
		if s.Mode == program.ShareBrackets {
			o["brackets"] = listed(s.Brackets, func(b program.ShareBracket) any {
				return object{"nodes": number(b.Nodes), "amount": e.amount(b.Amount)}
			})
		}
		return o
	}))
	o.put("proven", setting(e, v.Proven, func(p program.Proven) object {
		o := object{}
		if len(p.Received) > 0 {
			received := object{}
			for _, r := range p.Received {
				received[r.Wallet.Name] = r.Source
			}
			o["received"] = received
		}
		o.put("buybacks", p.Buyback.Name)
		return o
	}))
	if e.whole() {
		o["close_by"] = number(uint64(v.CloseBy))
	}
	if e.whole() && len(v.Sources) > 0 {
		o["sources"] = listed(v.Sources, func(name string) any { return name })
	}
	if len(o) == 0 && !e.whole() {
		return nil
	}
	o["asset"] = e.asset(v.Asset)
	return o
}
