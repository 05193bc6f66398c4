package program

import "github.com/ethereum/go-ethereum/common"

func (r *reader) payout(n *node) Payout {
	if n == nil {
		return Payout{Batch: DefaultBatch}
	}
	s := r.open(n, "payout", "payout")
	p := Payout{Treasury: r.address(s.get("treasury"), "payout.treasury")}
	if n := s.get("minimum"); n != nil {
		group := r.group(n, "payout.minimum")
		for _, symbol := range group.order {
			value := group.get(symbol)
			use := r.assetNamed(group.keyAt[symbol], "a key of payout.minimum", symbol)
			p.Minimums = append(p.Minimums, r.amount(value, "payout.minimum."+clip(symbol), use.Asset))
		}
	}
	p.Batch = int(s.count("batch", DefaultBatch, 1, MaxBatch)) //nolint:gosec // at most MaxBatch
	p.Distributors = r.distributors(s.get("distributor"), p.Treasury)
	return p
}

// distributors reads the contracts that holders claim from. Each holds one token, so none may stand for two; and what
// leaves the treasury must be told from what is claimed.
func (r *reader) distributors(n *node, treasury common.Address) (list []Distributor) {
	if n == nil {
		return nil
	}
	group := r.group(n, "payout.distributor")
	for _, symbol := range group.order {
		item, name := group.get(symbol), "payout.distributor."+clip(symbol)
		use := r.assetNamed(group.keyAt[symbol], "a key of payout.distributor", symbol)
		if _, kept := use.Contract(); !kept && !use.Asset.IsZero() {
			r.fault(group.keyAt[symbol], "%s: %s is of kind %s, and a distributor holds tokens of a contract; %s", name, use.Asset, use.Kind,
				use.distributorAdvice())
		}
		before := len(r.mistakes)
		address := r.address(item, name)
		if len(r.mistakes) > before {
			continue
		}
		other := ""
		for _, d := range list {
			if d.Address == address {
				other = d.Asset.Symbol()
			}
		}
		switch {
		case address == common.Address{}:
			r.fault(item.place, "%s is the zero address; write the distributor contract's or remove the key", name)
		case address == treasury:
			r.fault(item.place, "%s is the treasury itself; write the distributor contract's address", name)
		case address == use.Address:
			r.fault(item.place, "%s is the contract of %s itself; write the distributor contract's address", name, use.Asset)
		case other != "":
			r.fault(item.place, "%s is the distributor of %s already, and each holds one token; write another address", name, other)
		default:
			list = append(list, Distributor{use.Asset, address})
		}
	}
	return list
}

func (a AssetUse) distributorAdvice() string {
	if a.Kind == Coin {
		return "write the token contract's address into assets first"
	}
	return "write an erc20 asset"
}
