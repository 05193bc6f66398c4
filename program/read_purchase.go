package program

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/accounts/abi"

	"github.com/nodeledger/nodeledger/money"
)

// mostTiers is the highest number that a tier has.
const mostTiers = 1000

func (r *reader) purchase(s section, sale *Sale, contracts []SaleContract) PurchaseEvent {
	p := PurchaseEvent{EventMatch: r.match(s)}
	s.need("buyer", "the name of the parameter that holds the buyer, or transaction: who signed it")
	s.need("quantity", "the name of the parameter that counts licences, one_per_log, { sum: ... } or { paid_over: price }")
	if s.has("unless") {
		other := r.event(s, "unless", false)
		p.Unless = &other
	}
	p.PerTransaction = choice(s, "per", "log", "log", SenderOfTransaction) == SenderOfTransaction
	if n := s.get("buyer"); n != nil && n.text == SenderOfTransaction {
		p.Buyer = SenderOfTransaction
	} else {
		p.Buyer = r.parameter(s, "buyer", p.EventSignature, addressField)
	}
	p.Holder = r.parameter(s, "holder", p.EventSignature, addressField)
	p.Quantity = r.quantity(s, p.EventSignature)
	p.Tier = r.tier(s, p.EventSignature)
	p.Paid = r.paid(s, p.EventSignature)
	p.Asset = r.assetOf(s, p.EventSignature)
	p.Code = r.codeOf(s, p.EventSignature)
	p.Referrer = r.parameter(s, "referrer", p.EventSignature, addressField)
	r.prices(s, &p, sale)
	r.priced(s, &p, sale, contracts)
	return p
}

// quantity reads how many nodes a log sells or gives.
func (r *reader) quantity(s section, event EventSignature) (q QuantityOf) {
	n, path := s.get("quantity"), s.path("quantity")
	switch {
	case n == nil:
	case n.kind == scalarNode && n.text == "one_per_log":
		q.OnePerLog = true
	case n.kind != groupNode:
		q.Field = r.field(n, path, event.declared(), countField)
	default:
		g := r.open(n, "sale.quantity", path)
		q.Sum = r.parameter(g, "sum", event, countsField)
		q.PaidOver = choice(g, "paid_over", "", "price") == "price"
		if len(g.order) != 1 {
			r.fault(n.place, "%s has %d keys; write { sum: ... } or { paid_over: price }", path, len(g.order))
		}
	}
	return q
}

// tier reads which tier a log sells or gives.
func (r *reader) tier(s section, event EventSignature) (t TierOf) {
	n, path := s.get("tier"), s.path("tier")
	if n == nil {
		return t
	}
	t.Base = 1
	if n.kind != groupNode {
		t.Field = r.tierField(n, path, event)
		return t
	}
	g := r.open(n, "sale.tier_of", path)
	field := g.need("field", "the name of the parameter that holds the tier")
	is := g.get("is")
	if is == nil {
		t.Field = r.tierField(field, g.path("field"), event)
		if g.get("from") != nil {
			t.Base = int(g.count("from", 1, 0, 1))
		}
		return t
	}
	g.needless("from", "says how the parameter counts, and is says what each of its values means")
	t.Field = r.field(field, g.path("field"), event.declared(), valueField)
	t.Is = byValue(r, is, g.path("is"), t.Field, event.declared(), func(n *node, path string) int {
		whole, ok := r.whole(n, path, 1, mostTiers)
		if !ok {
			return 0
		}
		return int(whole)
	})
	return t
}

// tierField is a field that counts tiers; a text cannot.
func (r *reader) tierField(n *node, path string, event EventSignature) string {
	if n != nil {
		if at := event.position(n.text); at >= 0 && event.ABI.Inputs[at].Type.T == abi.StringTy {
			r.fault(n.place, "%s is the parameter %q of type string; write { field: %s, is: { ... } } with the number of each tier", path, n.text,
				n.text)
			return n.text
		}
	}
	return r.field(n, path, event.declared(), countField)
}

// paid reads what a purchase's buyer paid.
func (r *reader) paid(s section, event EventSignature) PaidAs {
	const advice = "moved, ladder, or { field: ... } where the event says it"
	n, path := s.need("paid", advice), s.path("paid")
	switch {
	case n == nil:
		return PaidAs{Means: Moved}
	case n.kind == scalarNode && (n.text == string(Moved) || n.text == string(OfTheList)):
		return PaidAs{Means: AmountMeaning(n.text)}
	case n.kind != groupNode:
		r.fault(n.place, "%s is %s; write %s", path, n.what(), advice)
		return PaidAs{Means: Moved}
	}
	g := r.open(n, "sale.paid", path)
	g.need("field", "the name of the parameter that holds the amount")
	return PaidAs{
		Means: choice(g, "means", Gross, Gross, Net, List),
		Field: r.parameter(g, "field", event, countField),
		Each:  choice(g, "each", "", "unit") == "unit",
	}
}

// assetOf reads what an entry's amounts are in.
func (r *reader) assetOf(s section, event EventSignature) (a AssetOf) {
	n, path := s.get("asset"), s.path("asset")
	switch {
	case n == nil:
	case n.kind == scalarNode && n.text == string(Moved):
		a.Moved = true
	case n.kind != groupNode:
		a.Fixed = r.payable(n, path)
	default:
		g := r.open(n, "sale.asset_of", path)
		a.Field = r.field(g.need("field", "the name of the parameter that says the asset"), g.path("field"), event.declared(), valueField)
		if is := g.need("is", "what each of its values means, such as { zero: ETH }"); is != nil {
			a.Is = byValue(r, is, g.path("is"), a.Field, event.declared(), r.payable)
		}
	}
	return a
}

// stated reads what amounts are in that no movement says.
func (r *reader) stated(s section, event EventSignature) AssetOf {
	a := r.assetOf(s, event)
	if a.Moved {
		r.fault(s.placeOf("asset"), "%s cannot be moved: only of a purchase is it known what left whom; write an asset, or "+
			"{ field: ..., is: ... }", s.path("asset"))
	}
	return a
}

// payable reads the symbol of an asset that somebody can pay with.
func (r *reader) payable(n *node, path string) money.Asset {
	use := r.assetNamed(n.place, path, r.text(n, path))
	if use.Kind == Credit || use.Kind == Coin {
		r.fault(n.place, "%s is %s, which is of kind %s; write a native or erc20 asset", path, use.Asset, use.Kind)
	}
	return use.Asset
}

// payables counts the assets that somebody can pay with.
func (r *reader) payables() (count int) {
	for _, use := range r.assets {
		if use.Kind == Native || use.Kind == ERC20 {
			count++
		}
	}
	return count
}

// codeOf reads where a purchase names its code: in the event, or in the call.
func (r *reader) codeOf(s section, event EventSignature) (c CodeOf) {
	n, path := s.get("code"), s.path("code")
	switch {
	case n == nil:
		return c
	case n.kind != groupNode:
		c.Field = r.field(n, path, event.declared(), codeField)
		return c
	}
	g := r.open(n, "sale.code_of", path)
	g.need("field", "the name of the parameter that holds the code")
	call := CallSignature{}
	if n := g.need("call", "the function's declaration, such as \"mint(address to, string code)\""); n != nil {
		parsed, err := ParseCall(r.text(n, g.path("call")))
		if err != nil && n.kind == scalarNode {
			r.fault(n.place, "%s: %s", g.path("call"), err)
		}
		call = parsed
	}
	c.Call = &call
	c.Field = r.field(g.get("field"), g.path("field"), declared{"the function " + call.ABI.Name, call.Declaration, call.ABI.Inputs}, codeField)
	return c
}

// prices reads the list prices by tier of one way to buy, in the asset that it is paid in.
func (r *reader) prices(s section, p *PurchaseEvent, sale *Sale) {
	n, asset := s.get("prices"), sale.Asset
	if n == nil {
		return
	}
	if !p.Asset.Fixed.IsZero() {
		asset = p.Asset.Fixed
	}
	switch {
	case n.kind != listNode || len(n.items) == 0 || len(n.items) > mostTiers:
		r.fault(n.place, "%s is %s; write a list of the price of a node in each tier, such as [0.1, 0.12]", s.path("prices"), n.what())
	case p.Asset.Moved || p.Asset.Field != "":
		r.fault(n.place, "%s are in one asset, and %s may be several; write one asset, or leave them out", s.path("prices"), s.path("asset"))
	}
	for i, item := range n.items {
		p.Prices = append(p.Prices, r.amount(item, fmt.Sprintf("%s[%d]", s.path("prices"), i+1), asset))
	}
	if len(p.Prices) > 1 && p.Tier.Field == "" && len(sale.Tiers) == 0 {
		r.fault(n.place, "%s has %d prices and nothing says which tier a purchase is of; write tier, or one price", s.path("prices"),
			len(p.Prices))
	}
}

// priced checks that there is a list price where one is needed: to count nodes, or to know what was paid.
func (r *reader) priced(s section, p *PurchaseEvent, sale *Sale, contracts []SaleContract) {
	known := s.has("prices") || len(sale.Tiers) > 0 ||
		!slices.ContainsFunc(contracts, func(c SaleContract) bool { return c.Price == nil })
	quantity, paid := s.get("quantity"), s.get("paid")
	several := p.Asset.Moved || p.Asset.Field != ""
	if quantity != nil && p.Quantity.PaidOver {
		switch {
		case paid != nil && (p.Paid.Means == OfTheList || p.Paid.Each):
			r.fault(quantity.place, "%s follows from what was paid, and paid from the quantity; write one of them another way", s.path("quantity"))
		case several:
			r.fault(quantity.place, "%s needs the price of a node in the asset paid, and that may be several; write one asset", s.path("quantity"))
		case !known:
			r.fault(quantity.place, "%s needs the price of a node; write prices, sale.tiers, or price of each contract", s.path("quantity"))
		}
	}
	if paid != nil && p.Paid.Means == OfTheList {
		switch {
		case several:
			r.fault(paid.place, "%s needs the price of a node in the asset paid, and that may be several; write one asset", s.path("paid"))
		case !known:
			r.fault(paid.place, "%s needs the price of a node; write prices, sale.tiers, or price of each contract", s.path("paid"))
		}
	}
}
