package canonical

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

func sale(e *encoder, s program.Sale) object {
	o := object{"contract": lower(s.Contract), "adapter": string(s.Adapter), "mode": string(s.Mode), "asset": e.asset(s.Asset)}
	if s.Licence != (common.Address{}) {
		o["licence"] = lower(s.Licence)
	}
	if s.MaxNodes > 0 {
		o["max_nodes"] = number(s.MaxNodes)
	}
	o.put("tiers", setting(e, s.Tiers, func(list []program.Tier) object {
		return object{"tiers": listed(list, func(t program.Tier) any {
			o := object{"size": number(t.Size), "price": e.amount(t.Price)}
			if t.PerWallet != program.NoQuota {
				o["per_wallet"] = number(t.PerWallet)
			}
			return o
		})}
	}))
	o.put("treasury", setting(e, s.Treasury, func(a common.Address) object { return object{"address": lower(a)} }))
	o.put("codes", codes(e, s.Codes))
	if s.Event != nil {
		events(o, s.Event)
	} else {
		o["amount"] = string(s.Amount)
	}
	if e.whole() {
		o["admin"] = "scan"
		if !s.Admin.Scan {
			o["admin"] = listed(s.Admin.Txs, func(h common.Hash) any { return h.Hex() })
		}
		if s.PlaceholderPrices {
			o["placeholder_prices"] = true
		}
		if s.CounterSlot != nil {
			o["counter_slot"] = s.CounterSlot.Hex()
		}
	}
	return o
}

// codesContent writes all code settings, or for each code the one in force.
func codes(e *encoder, all []program.CodeSetting) any {
	var list entries
	place := map[string]int{}
	for _, c := range all {
		o := object{"code": c.Code, "active": c.Active}
		if c.Active || c.Wallet != (common.Address{}) {
			o["wallet"] = lower(c.Wallet)
		}
		switch i, known := place[c.Code]; {
		case e.whole():
			e.boundary(c.From)
			o.put("from", c.From.String())
			list = append(list, o)
		case !c.From.Begun(*e.at):
		case known:
			list[i] = o
		default:
			place[c.Code] = len(list)
			list = append(list, o)
		}
	}
	if list == nil {
		return nil
	}
	return list
}

// events writes the event map into the sale's object.
func events(sale object, m *program.EventMap) {
	p := object{"event": m.Purchase.Declaration, "buyer": m.Purchase.Buyer, "quantity": "one_per_log", "amount": string(program.NoAmount)}
	p.put("quantity", m.Purchase.Quantity)
	if m.Purchase.Means != program.NoAmount {
		p["amount"] = object{"field": m.Purchase.Amount, "means": string(m.Purchase.Means)}
	}
	p.put("code", m.Purchase.Code)
	p.put("referrer", m.Purchase.Referrer)
	p.put("tier", m.Purchase.Tier)
	if m.Purchase.Supersedes != nil {
		p["supersedes"] = m.Purchase.Supersedes.Declaration
	}
	sale["purchase"] = p
	if c := m.Commission; c != nil {
		o := object{"event": c.Declaration, "joins": "transaction", "reward": c.Reward}
		o.put("referrer", c.Referrer)
		o.put("code", c.Code)
		sale["commission"] = o
	}
	if f := m.Refund; f != nil {
		o := object{"event": f.Declaration, "buyer": f.Buyer, "amount": f.Amount}
		o.put("quantity", f.Quantity)
		sale["refund"] = o
	}
	if m.Counter != nil {
		sale["counter"] = m.Counter.Declaration
	}
}
