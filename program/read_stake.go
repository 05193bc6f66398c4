package program

import "github.com/ethereum/go-ethereum/common"

// stakeContracts reads the contracts that hold stakes of the token.
func (r *reader) stakeContracts(s section, p *Program) (list []StakeContract) {
	at, taken := map[common.Address]bool{}, map[common.Address]string{p.Sale.Licence: "the licence"}
	for _, contract := range p.Sale.Contracts() {
		taken[contract] = "the sale contract"
	}
	for _, use := range p.Assets {
		taken[use.Address] = "the contract of " + use.Asset.Symbol()
	}
	r.each(s.get("contracts"), s.path("contracts"), "stakes.contract", 100, func(_ int, e section) {
		c := StakeContract{From: e.from("from")}
		c.Contract = r.address(e.need("contract", "the address of the contract that holds the stakes"), e.path("contract"))
		if p.Token == nil {
			r.fault(e.place, "%s holds a token's stakes; write the section token, or remove it", e.name)
		}
		what := taken[c.Contract]
		if at[c.Contract] {
			what = "in the list already"
		}
		if what != "" && c.Contract != (common.Address{}) {
			r.fault(e.placeOf("contract"), "%s is %s; write the address of a contract that holds stakes, each once", e.path("contract"), what)
		}
		at[c.Contract] = true
		c.Staked = r.stakeEvent(e.need("staked", "{ event: ..., holder: ..., amount: ... }"), e.path("staked"))
		c.Unstaked = r.stakeEvent(e.need("unstaked", "{ event: ..., holder: ..., amount: ... }"), e.path("unstaked"))
		if c.Staked.Canonical != "" && c.Staked.Canonical == c.Unstaked.Canonical {
			r.fault(e.placeOf("unstaked"), "%s is the event of staked; an event is one thing only", e.path("unstaked"))
		}
		list = append(list, c)
	})
	return list
}

func (r *reader) stakeEvent(n *node, name string) (v StakeEvent) {
	if n == nil {
		return v
	}
	s := r.open(n, "stakes.event", name)
	v.EventSignature = r.event(s, "event", true)
	s.need("holder", "the name of the parameter that holds the wallet")
	s.need("amount", "the name of the parameter that holds the amount")
	v.Holder = r.parameter(s, "holder", v.EventSignature, addressField)
	v.Amount = r.parameter(s, "amount", v.EventSignature, countField)
	return v
}
