package canonical

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// The canonical content of a program is a JSON object in the shape of the program file itself:
//   - keys are those of the file, sorted; no white space; UTF-8 without escapes of <, > and &;
//   - every number is a string: counts in digits, amounts in whole units without trailing zeros ("0.075"), ratios as
//     exact decimals where one of at most 18 places exists ("0.1"), otherwise as fractions in lowest terms ("1/3");
//   - addresses are in lower case, hashes too; instants as [program.From.String] writes them, durations as [program.Duration.String];
//   - defaults are written out, what is absent and has no default is left out;
//   - a dated setting is the list of its entries ([Text]), or the one entry in force without its "from" ([RulesAt]).
//
// Canonical content is itself a legal program file: reading it gives a program of the same digest.

// content writes the program.
func content(p *program.Program, e *encoder) object {
	e.used = map[string]bool{}
	o := object{"program": p.Name, "schema": number(program.SchemaVersion)}
	o.put("chain", chain(e, p.Chain))
	o.put("sale", sale(e, p.Sale))
	o.put("holdings", string(p.Holdings))
	o.put("referral", referral(e, p.Referral))
	o.put("score", setting(e, p.Score, func(list []program.Bracket) object {
		return object{"brackets": listed(list, func(b program.Bracket) any {
			return object{"nodes": number(b.Nodes), "factor": b.Factor.String()}
		})}
	}))
	if p.Points != nil {
		o.put("points", points(e, p.Points))
	}
	if p.Token != nil {
		o.put("token", token(e, p.Token))
	}
	o.put("stakes", stakes(e, p))
	if p.Revenue != nil {
		o.put("revenue", revenue(e, p.Revenue))
	}
	o.put("payout", payout(e, p.Payout))
	if e.whole() && len(p.Wallets) > 0 {
		own := object{}
		for _, w := range p.Wallets {
			own[w.Name] = lower(w.Address)
		}
		o["wallets"] = own
	}
	o.put("campaigns", campaigns(e, p.Campaigns))
	if e.whole() && len(p.Recovery) > 0 {
		wallet := func(w common.Address) any { return lower(w) }
		recovery := object{"recovery": listed(p.Recovery, wallet)}
		if len(p.RecoveryContracts) > 0 {
			recovery["contracts"] = listed(p.RecoveryContracts, wallet)
		}
		o["operators"] = recovery
	}
	if e.whole() {
		o.put("sources", sources(p.Sources))
		o.put("valuations", valuations(p.Valuations))
	}
	o.put("assets", assets(e, p.Assets)) // last: it names the assets that the rest speaks of
	if e.whole() && len(p.Title) > 0 {
		title := object{}
		for language, text := range p.Title {
			title.put(language, text)
		}
		o["title"] = title
	}
	return o
}

func chain(e *encoder, c program.Chain) object {
	o := object{"id": number(c.ID)}
	if e.whole() {
		o["start_block"], o["proof"], o["finality"] = number(c.StartBlock), string(c.Proof), "finalized"
		if c.Depth > 0 {
			o["finality"] = number(c.Depth)
		}
		if c.Agree > 0 {
			o["agree"] = number(c.Agree)
		}
		if c.Consensus != (program.Consensus{}) {
			o["consensus"] = consensus(c.Consensus)
		}
	}
	return o
}

func consensus(c program.Consensus) object {
	o := object{}
	if c.Checkpoint != (common.Hash{}) {
		o["checkpoint"] = c.Checkpoint.Hex()
	}
	if !c.MaxAge.IsZero() {
		o["max_age"] = c.MaxAge.String()
	}
	if c.GoesOn {
		o["wait"] = false
	}
	return o
}

func assets(e *encoder, list []program.AssetUse) any {
	all := object{}
	for _, a := range list {
		pays := e.moved && (a.Kind == program.Native || a.Kind == program.ERC20)
		if !e.whole() && !e.used[a.Asset.Symbol()] && !pays {
			continue
		}
		o := object{"decimals": number(uint64(a.Asset.Decimals())), "kind": string(a.Kind)}
		if a.Address != (common.Address{}) {
			o["address"] = lower(a.Address)
		}
		if !a.Supply.IsZero() {
			o["supply"] = a.Supply.Decimal().String()
		}
		if e.whole() && !a.Balances.IsZero() {
			o["balances_slot"], o["balances_order"] = a.Balances.Slot.Hex(), string(a.Balances.Order)
		}
		all[a.Asset.Symbol()] = o
	}
	return all
}

func sources(list []program.Source) object {
	var o object
	for _, s := range list {
		if o == nil {
			o = object{}
		}
		one := object{"origin": string(s.Origin), "en": s.Text["en"], "zh": s.Text["zh"]}
		if len(s.Items) > 0 {
			one["items"] = listed(s.Items, func(n uint64) any { return number(n) })
		}
		o[s.Setting] = one
	}
	return o
}

func valuations(list []program.Valuation) any {
	if len(list) == 0 {
		return nil
	}
	return listed(list, func(v program.Valuation) any { return object{"adoption": v.Adoption.String(), "usd": v.USD.String()} })
}

func referral(e *encoder, r program.Referral) object {
	o := object{"settlement": string(r.Settlement), "floored": "total", "self_referral": "flag"}
	o.put("discount", setting(e, r.Discount, func(part money.Ratio) object { return object{"share": part.String()} }))
	o.put("reward", setting(e, r.Reward, func(w program.Reward) object {
		o := object{"levels": listed(w.Levels, func(part money.Ratio) any { return part.String() })}
		if w.OfList {
			o["of"] = "list"
		}
		return o
	}))
	o.put("codes", ownTerms(e, r.Own, true))
	o.put("tiers", ownTerms(e, r.Own, false))
	if len(r.Volume) > 0 {
		o["volume"] = listed(r.Volume, func(v program.Volume) any {
			return object{"nodes": number(v.Nodes), "discount": v.Discount.String(), "reward": v.Reward.String()}
		})
	}
	if r.Wallets != nil {
		o["wallets"] = terms(*r.Wallets)
	}
	if r.PerUnit {
		o["floored"] = "per_unit"
	}
	if r.SelfRefuse {
		o["self_referral"] = "refuse"
	}
	return o
}

// ownTerms writes all terms of codes, or of tiers, or for each the ones in force.
func ownTerms(e *encoder, all []program.OwnTerms, codes bool) any {
	var list entries
	place := map[string]int{}
	for _, t := range all {
		if (t.Code != "") != codes {
			continue
		}
		o := terms(t)
		which := number(uint64(t.Tier))
		if codes {
			which = t.Code
			o["code"] = t.Code
		} else {
			o["tier"] = which
		}
		switch i, known := place[which]; {
		case e.whole():
			e.boundary(t.From)
			o.put("from", t.From.String())
			list = append(list, o)
		case !t.From.Begun(*e.at):
		case known:
			list[i] = o
		default:
			place[which] = len(list)
			list = append(list, o)
		}
	}
	if list == nil {
		return nil
	}
	return list
}

// terms writes what somebody's own terms are.
func terms(t program.OwnTerms) object {
	o := object{}
	if t.Discount != nil {
		o["discount"] = t.Discount.String()
	}
	if t.Reward != nil {
		o["reward"] = t.Reward.String()
	}
	if !t.Bonus.IsZero() {
		o["bonus"] = t.Bonus.String()
	}
	if t.Parent != nil {
		o["parent"] = object{"wallet": lower(t.Parent.Wallet), "reward": t.Parent.Reward.String()}
	}
	return o
}

func payout(e *encoder, p program.Payout) any {
	o, least := object{}, object{}
	address := func(a common.Address) object { return object{"address": lower(a)} }
	if e.whole() && len(p.Treasury) > 0 {
		o["treasury"] = setting(e, p.Treasury, address)
	}
	if e.whole() && len(p.Distributors) > 0 {
		claimed := object{}
		for _, d := range p.Distributors {
			claimed[d.Asset.Symbol()] = setting(e, d.Address, address)
		}
		o["distributor"] = claimed
	}
	for _, m := range p.Minimums {
		least.put(m.Asset.Symbol(), setting(e, m.Amount, func(a money.Amount) object { return object{"amount": e.amount(a)} }))
	}
	if len(least) > 0 {
		o["minimum"] = least
	}
	if e.whole() && p.Batch != program.DefaultBatch {
		o["batch"] = number(uint64(p.Batch))
	}
	if e.whole() && p.ManyClaims != (common.Address{}) {
		o["many_claims"] = lower(p.ManyClaims)
	}
	if len(o) == 0 {
		return nil
	}
	return o
}

// campaignContent leaves out campaigns that are not running at the moment, so that a campaign added for later does not
// change what was.
func campaigns(e *encoder, all []program.Campaign) any {
	var list entries
	for _, c := range all {
		if e.whole() {
			e.boundary(c.From)
			e.boundary(c.Until)
		} else if !c.Running(*e.at) {
			continue
		}
		o := object{"name": c.Name, "from": c.From.String(), "asset": e.asset(c.Asset), "budget": e.amount(c.Budget), "wallets": "everybody"}
		o.put("until", c.Until.String())
		if len(c.Wallets) > 0 {
			o["wallets"] = listed(slices.Clone(c.Wallets), func(w common.Address) any { return lower(w) })
		}
		if c.Rebate.IsZero() {
			o["amount"], o["per"] = e.amount(c.Fixed), string(c.Per)
		} else {
			o["rebate"] = c.Rebate.String()
		}
		list = append(list, o)
	}
	if list == nil {
		return nil
	}
	return list
}
