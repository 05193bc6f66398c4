package program

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

func (r *reader) payout(n *node) Payout {
	if n == nil {
		return Payout{Batch: DefaultBatch}
	}
	s := r.open(n, "payout", "payout")
	p := Payout{Treasury: r.datedAddress(s, "treasury", "payout.treasury", "the treasury's address")}
	if len(p.Treasury) == 1 && p.Treasury[0] == (Entry[common.Address]{}) {
		p.Treasury = nil // the zero address stands for none
	}
	for _, e := range p.Treasury {
		if e.Value == (common.Address{}) && len(r.mistakes) == 0 {
			r.fault(s.placeOf("treasury"), "payout.treasury is the zero address from %s on; write the Safe's address or remove the entry", e.From)
		}
	}
	if n := s.get("minimum"); n != nil {
		group := r.group(n, "payout.minimum")
		for _, symbol := range group.order {
			use := r.assetNamed(group.keyAt[symbol], "a key of payout.minimum", symbol)
			p.Minimums = append(p.Minimums, Minimum{use.Asset, r.minimum(group, symbol, use.Asset)})
		}
	}
	p.Batch = int(s.count("batch", DefaultBatch, 1, MaxBatch))
	if n := s.get("many_claims"); n != nil {
		if p.ManyClaims = r.address(n, "payout.many_claims"); p.ManyClaims == (common.Address{}) && len(r.mistakes) == 0 {
			r.fault(n.place, "payout.many_claims is the zero address; write the ManyClaims contract's or remove the key")
		}
	}
	p.Distributors = r.distributors(s.get("distributor"), p)
	return p
}

func (r *reader) minimum(group section, symbol string, asset money.Asset) Dated[money.Amount] {
	return dated(group, symbol, "payout.minimum", func(e section) money.Amount {
		return r.amount(e.need("amount", "the least amount that is paid"), e.path("amount"), asset)
	}, func(n *node, name string) money.Amount { return r.amount(n, name, asset) })
}

func (r *reader) datedAddress(s section, key string, entry shape, what string) Dated[common.Address] {
	return dated(s, key, entry, func(e section) common.Address {
		return r.address(e.need("address", what), e.path("address"))
	}, r.address)
}

// distributors reads the contracts that holders claim from. Each holds one token, so none may stand for two; and what
// leaves the treasury must be told from what is claimed.
func (r *reader) distributors(n *node, p Payout) (list []Distributor) {
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
		d := Distributor{use.Asset, r.datedAddress(group, symbol, "payout.distributor", "the distributor contract's address")}
		for i, e := range d.Address {
			if len(r.mistakes) == before {
				r.distributor(item.place, name, use, e.Value, p, append(slices.Clone(list), Distributor{use.Asset, d.Address[:i]}))
			}
		}
		if len(r.mistakes) == before {
			list = append(list, d)
		}
	}
	return list
}

// distributor checks one address against what it must not be.
func (r *reader) distributor(at place, name string, use AssetUse, address common.Address, p Payout, known []Distributor) {
	other := ""
	for _, d := range (Payout{Distributors: known}).Claimed() {
		if d.Address == address {
			other = d.Asset.Symbol()
		}
	}
	switch {
	case address == common.Address{}:
		r.fault(at, "%s is the zero address; write the distributor contract's or remove the key", name)
	case p.Pays(address):
		r.fault(at, "%s is the treasury itself; write the distributor contract's address", name)
	case address == use.Address:
		r.fault(at, "%s is the contract of %s itself; write the distributor contract's address", name, use.Asset)
	case other == use.Asset.Symbol() && !use.Asset.IsZero():
		r.fault(at, "%s names one contract twice; a later distributor is another contract", name)
	case other != "" && other != use.Asset.Symbol():
		r.fault(at, "%s is the distributor of %s already, and each holds one token; write another address", name, other)
	}
}

func (a AssetUse) distributorAdvice() string {
	if a.Kind == Coin {
		return "write the token contract's address into assets first"
	}
	return "write an erc20 asset"
}
