package canonical

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

func sale(e *encoder, s program.Sale) object {
	o := object{"adapter": string(s.Adapter), "mode": string(s.Mode), "asset": e.asset(s.Asset)}
	contracts(e, o, s)
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
		events(e, o, s.Event)
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
