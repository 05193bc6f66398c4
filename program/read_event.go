package program

import (
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/problem"
)

// parameterKind is what a field of an event map must be in the event.
type parameterKind int

const (
	addressParameter parameterKind = iota
	countParameter
	codeParameter
)

// eventMap reads the events of the event adapter out of the sale group.
func (r *reader) eventMap(s section) *EventMap {
	m := &EventMap{}
	if n := s.need("purchase", "a group with event, buyer, quantity and amount"); n != nil {
		m.Purchase = r.purchase(n)
	}
	if n := s.get("commission"); n != nil {
		m.Commission = r.commission(n)
	}
	if n := s.get("refund"); n != nil {
		m.Refund = r.refund(n)
	}
	if n := s.get("counter"); n != nil {
		counter, err := ParseCounter(r.text(n, "sale.counter"))
		if err != nil && n.kind == scalarNode {
			r.fault(n.place, "sale.counter: %s", err)
		}
		m.Counter = &counter
	}
	r.distinct(s, m)
	return m
}

// distinct checks that no log could be two things at once.
func (r *reader) distinct(s section, m *EventMap) {
	taken := map[string]string{m.Purchase.Canonical: "sale.purchase"}
	claim := func(canonical, name string) {
		if canonical == "" {
			return
		}
		if other, twice := taken[canonical]; twice {
			r.fault(s.placeOf(name), "sale.%s has the same event as %s, %s; an event is one thing only", name, other, canonical)
		}
		taken[canonical] = "sale." + name
	}
	if m.Commission != nil {
		claim(m.Commission.Canonical, "commission")
	}
	if m.Refund != nil {
		claim(m.Refund.Canonical, "refund")
	}
}

func (r *reader) purchase(n *node) PurchaseEvent {
	s := r.open(n, "sale.purchase", "sale.purchase")
	p := PurchaseEvent{EventSignature: r.event(s, "event", true)}
	s.need("buyer", "the name of the parameter that holds the buyer")
	s.need("quantity", "the name of the parameter that counts licences, or one_per_log")
	p.Buyer = r.parameter(s, "buyer", p.EventSignature, addressParameter)
	if q := s.get("quantity"); q != nil && q.text == "one_per_log" {
		p.OnePerLog = true
	} else {
		p.Quantity = r.parameter(s, "quantity", p.EventSignature, countParameter)
	}
	p.Code = r.parameter(s, "code", p.EventSignature, codeParameter)
	p.Referrer = r.parameter(s, "referrer", p.EventSignature, addressParameter)
	p.Tier = r.parameter(s, "tier", p.EventSignature, countParameter)
	p.Amount, p.Means = r.eventAmount(s, p.EventSignature)
	if s.has("supersedes") {
		other := r.event(s, "supersedes", false)
		if n := s.get("supersedes"); n != nil && other.Canonical != "" && other.Canonical == p.Canonical {
			r.fault(n.place, "sale.purchase.supersedes is the purchase's own event; write the other event that speaks of the same payment")
		}
		p.Supersedes = &other
	}
	return p
}

// eventAmount reads { field: paid, means: gross }, or the bare word none.
func (r *reader) eventAmount(s section, event EventSignature) (string, AmountMeaning) {
	n := s.need("amount", "{ field: ..., means: gross, net, list or units }, or none where the event has no amount")
	switch {
	case n == nil:
		return "", NoAmount
	case n.kind == scalarNode && n.text == string(NoAmount):
		return "", NoAmount
	case n.kind != groupNode:
		r.fault(n.place, "sale.purchase.amount is %s; write { field: ..., means: gross }, or none where the event has no amount", n.what())
		return "", NoAmount
	}
	a := r.open(n, "sale.purchase.amount", "sale.purchase.amount")
	a.need("means", "means: gross, net, list, units or none")
	means := choice(a, "means", NoAmount, Gross, Net, List, UnitsMeaning, NoAmount)
	if means == NoAmount {
		if m := a.get("means"); m != nil && m.text == string(NoAmount) {
			a.needless("field", "names a parameter, but the amount means none")
		}
		return "", means
	}
	a.need("field", "the name of the parameter that holds the amount")
	return r.parameter(a, "field", event, countParameter), means
}

func (r *reader) commission(n *node) *CommissionEvent {
	s := r.open(n, "sale.commission", "sale.commission")
	c := &CommissionEvent{EventSignature: r.event(s, "event", true)}
	choice(s, "joins", "transaction", "transaction")
	s.need("reward", "the name of the parameter that holds the reward")
	if !s.has("referrer") && !s.has("code") && !s.broken {
		s.fault(s.place, "sale.commission says neither referrer nor code; write the parameter that tells who earns the reward")
	}
	c.Referrer = r.parameter(s, "referrer", c.EventSignature, addressParameter)
	c.Reward = r.parameter(s, "reward", c.EventSignature, countParameter)
	c.Code = r.parameter(s, "code", c.EventSignature, codeParameter)
	return c
}

func (r *reader) refund(n *node) *RefundEvent {
	s := r.open(n, "sale.refund", "sale.refund")
	f := &RefundEvent{EventSignature: r.event(s, "event", true)}
	s.need("buyer", "the name of the parameter that holds the buyer")
	s.need("amount", "the name of the parameter that holds what was paid back")
	f.Buyer = r.parameter(s, "buyer", f.EventSignature, addressParameter)
	f.Amount = r.parameter(s, "amount", f.EventSignature, countParameter)
	f.Quantity = r.parameter(s, "quantity", f.EventSignature, countParameter)
	return f
}

// event reads an event's declaration.
func (r *reader) event(s section, key string, required bool) EventSignature {
	n := s.get(key)
	if required {
		n = s.need(key, "the event's declaration, such as \"Bought(address indexed account, uint256 count)\"")
	}
	if n == nil {
		return EventSignature{}
	}
	if n.kind != scalarNode {
		r.fault(n.place, "%s is %s where an event's declaration belongs; write it in quotes", s.path(key), n.what())
		return EventSignature{}
	}
	event, err := ParseEvent(n.text)
	if err != nil {
		r.fault(n.place, "%s: %s", s.path(key), err)
	}
	return event
}

// parameter reads the name of an event's parameter and checks its type. An event that did not parse says nothing more.
func (r *reader) parameter(s section, key string, event EventSignature, kind parameterKind) string {
	n := s.get(key)
	name := r.text(n, s.path(key))
	if name == "" || event.Canonical == "" {
		return name
	}
	var names []string
	for _, input := range event.ABI.Inputs {
		if input.Name == name {
			if want := misfit(input, kind); want != "" {
				r.fault(n.place, "%s is the parameter %q of type %s; %s", s.path(key), name, input.Type.String(), want)
			}
			return name
		}
		names = append(names, input.Name)
	}
	if guess := problem.Nearest(name, names); guess != "" {
		r.fault(n.place, "%s: the event %s has no parameter %q; did you mean %q?", s.path(key), event.ABI.Name, clip(name), guess)
	} else {
		r.fault(n.place, "%s: the event %s has no parameter %q; write one of the names in %s", s.path(key), event.ABI.Name, clip(name),
			clip(event.Declaration))
	}
	return name
}

// misfit says what kind of parameter would fit, or nothing when this one does.
func misfit(input abi.Argument, kind parameterKind) string {
	t := input.Type
	switch {
	case kind == addressParameter && t.T != abi.AddressTy:
		return "name one of type address"
	case kind == countParameter && t.T != abi.UintTy:
		return "name one of an unsigned integer type such as uint256"
	case kind == codeParameter && t.T == abi.StringTy && input.Indexed:
		return "it is indexed, so the log holds only its hash: name one that is not indexed"
	case kind == codeParameter && t.T != abi.StringTy && !(t.T == abi.FixedBytesTy && t.Size == 32):
		return "name one of type string or bytes32"
	default:
		return ""
	}
}

// stakeContracts reads the contracts that hold stakes of the token.
func (r *reader) stakeContracts(s section, p *Program) (list []StakeContract) {
	at, taken := map[common.Address]bool{}, map[common.Address]string{p.Sale.Contract: "the sale contract", p.Sale.Licence: "the licence"}
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
	v.Holder = r.parameter(s, "holder", v.EventSignature, addressParameter)
	v.Amount = r.parameter(s, "amount", v.EventSignature, countParameter)
	return v
}
