package canonical

import (
	"strconv"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// contracts writes those that sell; a file of a built-in adapter has one.
func contracts(e *encoder, sale object, s program.Sale) {
	if s.Event == nil {
		sale["contract"] = lower(s.Contract)
		return
	}
	sale.put("contracts", dated(e, s.Event.Contracts, func(c program.SaleContract) (program.Span, object) {
		o := object{"address": lower(c.Address)}
		if c.Tier > 0 {
			o["tier"] = number(uint64(c.Tier))
		}
		if c.Price != nil {
			o["price"] = e.amount(*c.Price)
		}
		return c.Span, o
	}))
}

// dated writes the entries of a list: all with their spans, or those that count at a moment.
func dated[T interface{ Holds(m program.Moment) bool }](e *encoder, list []T, write func(T) (program.Span, object)) any {
	var out entries
	for _, one := range list {
		if !e.whole() && !one.Holds(*e.at) {
			continue
		}
		span, o := write(one)
		if e.whole() {
			e.boundary(span.From)
			e.boundary(span.Until)
			o.put("from", span.From.String())
			o.put("until", span.Until.String())
		}
		out = append(out, o)
	}
	if out == nil {
		return nil
	}
	return out
}

// events writes the event map into the sale's object.
func events(e *encoder, sale object, m *program.EventMap) {
	sale.put("purchases", dated(e, m.Purchases, func(p program.PurchaseEvent) (program.Span, object) { return p.Span, purchase(e, p) }))
	sale.put("gifts", dated(e, m.Gifts, func(g program.GiftEvent) (program.Span, object) {
		o := match(g.EventMatch)
		o["holder"], o["quantity"] = g.Holder, quantity(g.Quantity)
		o.put("tier", tier(g.Tier))
		return g.Span, o
	}))
	sale.put("commissions", dated(e, m.Commissions, func(c program.CommissionEvent) (program.Span, object) {
		o := match(c.EventMatch)
		o["reward"] = c.Reward
		o.put("referrer", c.Referrer)
		o.put("code", c.Code)
		o.put("asset", paidIn(e, c.Asset))
		return c.Span, o
	}))
	sale.put("withdrawals", dated(e, m.Withdrawals, func(w program.WithdrawalEvent) (program.Span, object) {
		o := match(w.EventMatch)
		o["wallet"], o["amount"], o["of"] = w.Wallet, w.Amount, "rewards"
		if w.Proceeds {
			o["of"] = "proceeds"
		}
		o.put("asset", paidIn(e, w.Asset))
		return w.Span, o
	}))
	sale.put("refunds", dated(e, m.Refunds, func(f program.RefundEvent) (program.Span, object) {
		o := match(f.EventMatch)
		o["buyer"], o["amount"] = f.Buyer, f.Amount
		o.put("nodes", f.Quantity)
		if f.Burns {
			o["nodes"] = "burns"
		}
		if f.Restock {
			o["restock"] = true
		}
		o.put("asset", paidIn(e, f.Asset))
		return f.Span, o
	}))
	sale.put("registrations", dated(e, m.Codes, func(c program.CodeEvent) (program.Span, object) {
		o := match(c.EventMatch)
		o["code"], o["wallet"] = c.Code, c.Wallet
		return c.Span, o
	}))
	if e.whole() && len(m.Counters) > 0 {
		sale["counters"] = listed(m.Counters, func(c program.Counter) any { return counter(e, c) })
	}
}

// match writes which logs an entry takes.
func match(m program.EventMatch) object {
	o := object{"event": m.Declaration}
	if len(m.Where) > 0 {
		where := object{}
		for _, is := range m.Where {
			where[is.Field] = is.Value
		}
		o["where"] = where
	}
	return o
}

func purchase(e *encoder, p program.PurchaseEvent) object {
	o := match(p.EventMatch)
	o["per"], o["buyer"], o["quantity"], o["paid"] = "log", p.Buyer, quantity(p.Quantity), string(p.Paid.Means)
	if p.Unless != nil {
		o["unless"] = p.Unless.Declaration
	}
	if p.PerTransaction {
		o["per"] = "transaction"
	}
	o.put("holder", p.Holder)
	o.put("tier", tier(p.Tier))
	if p.Paid.Field != "" {
		paid := object{"field": p.Paid.Field, "means": string(p.Paid.Means)}
		if p.Paid.Each {
			paid["each"] = "unit"
		}
		o["paid"] = paid
	}
	if len(p.Prices) > 0 {
		o["prices"] = listed(p.Prices, func(price money.Amount) any { return e.amount(price) })
	}
	o.put("asset", paidIn(e, p.Asset))
	switch {
	case p.Code.Call != nil:
		o["code"] = object{"call": p.Code.Call.Declaration, "field": p.Code.Field}
	default:
		o.put("code", p.Code.Field)
	}
	o.put("referrer", p.Referrer)
	return o
}

func quantity(q program.QuantityOf) any {
	switch {
	case q.OnePerLog:
		return "one_per_log"
	case q.Sum != "":
		return object{"sum": q.Sum}
	case q.PaidOver:
		return object{"paid_over": "price"}
	default:
		return q.Field
	}
}

func tier(t program.TierOf) any {
	switch {
	case t.Is != nil:
		is := object{}
		for value, number := range t.Is {
			is[value] = strconv.Itoa(number)
		}
		return object{"field": t.Field, "is": is}
	case t.Field != "" && t.Base == 0:
		return object{"field": t.Field, "from": "0"}
	default:
		return t.Field
	}
}

func paidIn(e *encoder, a program.AssetOf) any {
	switch {
	case a.Moved:
		e.moved = true
		return string(program.Moved)
	case !a.Fixed.IsZero():
		return e.asset(a.Fixed)
	case a.Field == "":
		return nil
	}
	is := object{}
	for value, asset := range a.Is {
		is[value] = e.asset(asset)
	}
	return object{"field": a.Field, "is": is}
}

// counter writes a check, which decides no number.
func counter(e *encoder, c program.Counter) object {
	o := object{"view": c.Declaration, "of": string(c.Of)}
	if c.Of == program.CountsPaid || c.Of == program.CountsOwed {
		o["asset"] = e.asset(c.Asset)
	}
	if c.Less > 0 {
		o["less"] = number(c.Less)
	}
	if c.Slot != nil {
		o["slot"] = c.Slot.Hex()
	}
	return o
}
