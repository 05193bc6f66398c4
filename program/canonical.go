package program

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// The canonical content of a program is a JSON object in the shape of the program file itself:
//   - keys are those of the file, sorted; no white space; UTF-8 without escapes of <, > and &;
//   - every number is a string: counts in digits, amounts in whole units without trailing zeros ("0.075"), ratios as
//     exact decimals where one of at most 18 places exists ("0.1"), otherwise as fractions in lowest terms ("1/3");
//   - addresses are in lower case, hashes too; instants as From.String writes them, durations as Duration.String;
//   - defaults are written out, what is absent and has no default is left out;
//   - a dated setting is the list of its entries (Canonical), or the one entry in force without its "from" (Version).
//
// Canonical content is itself a legal program file: reading it gives a program of the same digest.

// content writes the program.
func (p *Program) content(e *encoder) object {
	e.used = map[string]bool{}
	o := object{"program": p.Name, "schema": number(SchemaVersion)}
	o.put("chain", p.chainContent(e))
	o.put("sale", p.saleContent(e))
	o.put("holdings", string(p.Holds))
	o.put("referral", p.Refer.content())
	o.put("score", setting(e, p.Score, func(list []Bracket) object {
		return object{"brackets": listed(list, func(b Bracket) any {
			return object{"nodes": number(b.Nodes), "factor": b.Factor.String()}
		})}
	}))
	if p.Points != nil {
		o.put("points", p.Points.content(e))
	}
	if p.Token != nil {
		o.put("token", p.Token.content(e))
	}
	if p.Income != nil {
		o.put("revenue", p.Income.content(e))
	}
	o.put("payout", p.payoutContent(e))
	o.put("campaigns", p.campaignContent(e))
	o.put("assets", p.assetContent(e)) // last: it names the assets that the rest speaks of
	if e.whole() && len(p.Title) > 0 {
		title := object{}
		for language, text := range p.Title {
			title.put(language, text)
		}
		o["title"] = title
	}
	return o
}

func (p *Program) chainContent(e *encoder) object {
	o := object{"id": number(p.Chain.ID)}
	if e.whole() {
		o["start_block"], o["proof"], o["finality"] = number(p.Chain.StartBlock), string(p.Chain.Proof), "finalized"
		if p.Chain.Depth > 0 {
			o["finality"] = number(p.Chain.Depth)
		}
	}
	return o
}

func (p *Program) assetContent(e *encoder) any {
	all := object{}
	for _, a := range p.Assets {
		if !e.whole() && !e.used[a.Asset.Symbol()] {
			continue
		}
		o := object{"decimals": number(uint64(a.Asset.Decimals())), "kind": string(a.Kind)}
		if a.Address != (common.Address{}) {
			o["address"] = lower(a.Address)
		}
		if !a.Supply.IsZero() {
			o["supply"] = a.Supply.Decimal().String()
		}
		all[a.Asset.Symbol()] = o
	}
	return all
}

func (r Referral) content() object {
	o := object{"discount": r.Discount.String(), "reward": r.Reward.String(), "settlement": string(r.Settlement),
		"floored": "total", "self_referral": "flag"}
	if r.PerUnit {
		o["floored"] = "per_unit"
	}
	if r.SelfRefuse {
		o["self_referral"] = "refuse"
	}
	return o
}

func (p *Program) payoutContent(e *encoder) any {
	o, least := object{}, object{}
	if e.whole() && p.Payout.Treasury != (common.Address{}) {
		o["treasury"] = lower(p.Payout.Treasury)
	}
	if e.whole() && len(p.Payout.Distributors) > 0 {
		claimed := object{}
		for _, d := range p.Payout.Distributors {
			claimed[d.Asset.Symbol()] = lower(d.Address)
		}
		o["distributor"] = claimed
	}
	for _, a := range p.Payout.Minimums {
		least[a.Asset().Symbol()] = e.amount(a)
	}
	if len(least) > 0 {
		o["minimum"] = least
	}
	if len(o) == 0 {
		return nil
	}
	return o
}

// campaignContent leaves out campaigns that are not running at the moment, so that a campaign added for later does not
// change what was.
func (p *Program) campaignContent(e *encoder) any {
	var list []any
	for _, c := range p.Campaigns {
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
