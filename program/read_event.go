package program

import (
	"fmt"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// mostEvents is how many entries each list of events has at most.
const mostEvents = 100

// eventMap reads the events of the event adapter out of the sale group.
func (r *reader) eventMap(s section, sale *Sale) *EventMap {
	m := &EventMap{Contracts: r.contracts(s, sale), Assets: r.assets}
	s.need("purchases", "a list of the events that are purchases, each with event, buyer, quantity and paid")
	entries := &eventEntries{reader: r}
	r.each(s.get("purchases"), "sale.purchases", "sale.purchase", mostEvents, func(_ int, e section) {
		m.Purchases = append(m.Purchases, r.purchase(e, sale, m.Contracts))
		entries.add(e, m.Purchases[len(m.Purchases)-1].EventMatch, true)
	})
	r.each(s.get("gifts"), "sale.gifts", "sale.gift", mostEvents, func(_ int, e section) {
		m.Gifts = append(m.Gifts, r.gift(e))
		entries.add(e, m.Gifts[len(m.Gifts)-1].EventMatch, true)
	})
	r.each(s.get("commissions"), "sale.commissions", "sale.commission", mostEvents, func(_ int, e section) {
		m.Commissions = append(m.Commissions, r.commission(e))
		entries.add(e, m.Commissions[len(m.Commissions)-1].EventMatch, false)
	})
	r.each(s.get("withdrawals"), "sale.withdrawals", "sale.withdrawal", mostEvents, func(_ int, e section) {
		m.Withdrawals = append(m.Withdrawals, r.withdrawal(e))
		entries.add(e, m.Withdrawals[len(m.Withdrawals)-1].EventMatch, false)
	})
	r.each(s.get("refunds"), "sale.refunds", "sale.refund", mostEvents, func(_ int, e section) {
		m.Refunds = append(m.Refunds, r.refund(e))
		entries.add(e, m.Refunds[len(m.Refunds)-1].EventMatch, false)
	})
	r.each(s.get("registrations"), "sale.registrations", "sale.registration", mostEvents, func(_ int, e section) {
		m.Codes = append(m.Codes, r.registration(e))
		entries.add(e, m.Codes[len(m.Codes)-1].EventMatch, false)
	})
	m.Counters = r.counters(s.get("counters"), sale.Asset)
	entries.check()
	return m
}

// contracts reads the one contract, or the list of those that sell.
func (r *reader) contracts(s section, sale *Sale) []SaleContract {
	if !s.has("contracts") {
		return []SaleContract{{Address: sale.Contract}}
	}
	s.needless("contract", "is one contract, and contracts lists them all")
	var list []SaleContract
	at := map[common.Address]bool{}
	r.each(s.get("contracts"), "sale.contracts", "sale.contract", mostEvents, func(_ int, e section) {
		before := len(r.mistakes)
		c := SaleContract{Address: r.address(e.need("address", "the contract's address"), e.path("address"))}
		if at[c.Address] && len(r.mistakes) == before {
			r.fault(e.placeOf("address"), "%s stands in the list twice; keep one", e.path("address"))
		}
		at[c.Address] = true
		c.Span, c.Tier = e.span(), int(e.count("tier", 0, 1, mostTiers))
		if e.get("price") != nil {
			price := r.positive(e, "price", sale.Asset)
			c.Price = &price
		}
		list = append(list, c)
	})
	if len(list) > 0 {
		sale.Contract = list[0].Address
	}
	return list
}

// span reads from when on, and up to what, something counts.
func (s section) span() Span {
	span := Span{From: s.from("from"), Until: s.from("until")}
	if u := s.get("until"); u != nil && !span.Until.IsZero() && ends(span.Until, span.From) {
		s.fault(u.place, "%s is not after from; write when it ends", s.path("until"))
	}
	return span
}

// ends says that an end is surely not after a beginning: both are blocks, or both are instants.
func ends(end, begin From) bool {
	if end.Block > 0 && begin.Block > 0 {
		return end.Block <= begin.Block
	}
	return !end.Time.IsZero() && !begin.Time.IsZero() && !begin.Time.Before(end.Time)
}

// match reads which logs an entry takes.
func (r *reader) match(s section) EventMatch {
	m := EventMatch{EventSignature: r.event(s, "event", true), Span: s.span()}
	m.Where = r.where(s.get("where"), s.path("where"), m.EventSignature)
	return m
}

// eventEntries are all entries of all lists, in the order in which they take logs.
type eventEntries struct {
	*reader

	list []eventEntry
}

type eventEntry struct {
	section
	EventMatch

	sells bool // a purchase or a gift
}

// add notes an entry whose event and conditions could be read.
func (l *eventEntries) add(s section, m EventMatch, sells bool) {
	if where := s.get("where"); m.Canonical != "" && (where == nil || len(where.fields) == len(m.Where)) {
		l.list = append(l.list, eventEntry{s, m, sells})
	}
}

// check finds entries whose every log an entry above them takes, and purchases that give way to what is not read.
func (l *eventEntries) check() {
	for i, entry := range l.list {
		for _, above := range l.list[:i] {
			if above.takesAll(entry.EventMatch) {
				l.fault(entry.placeOf("event"), "%s has the same event as %s, %s, which leaves it none: an event is one thing only; write where, or "+
					"from and until, so that they differ", entry.name, above.name, entry.Canonical)
				break
			}
		}
		n := entry.get("unless")
		if n == nil {
			continue
		}
		unless, err := ParseEvent(n.text)
		sold := func(other eventEntry) bool { return other.sells && other.Canonical == unless.Canonical }
		switch {
		case err != nil: // said already
		case unless.Canonical == entry.Canonical:
			l.fault(n.place, "%s.unless is the purchase's own event; write the other event that speaks of the same purchase", entry.name)
		case !slices.ContainsFunc(l.list, sold):
			l.fault(n.place, "%s.unless is neither a purchase nor a gift of this file, so what it speaks of would be lost; write it as a "+
				"purchase, too", entry.name)
		case !share(entry.EventSignature, unless):
			l.fault(n.place, "%s.unless has no parameter of the same name as its event; name those that hold the same value alike", entry.name)
		default:
			if field := apart(entry.EventSignature, unless); field != "" {
				l.fault(n.place, "%s.unless has the parameter %q, which never equals that of its event: it is of another type, or one of the two is "+
					"indexed and only its hash is in the log; name one of them otherwise", entry.name, field)
			}
		}
	}
}

// takesAll says that an entry takes every log that another could: the same event, without other conditions, at the same time.
func (e eventEntry) takesAll(other EventMatch) bool {
	if e.Canonical != other.Canonical || ends(e.Until, other.From) || ends(other.Until, e.From) {
		return false
	}
	for _, is := range e.Where {
		if !slices.ContainsFunc(other.Where, func(also FieldIs) bool {
			return also.Value == is.Value && e.position(is.Field) == other.position(also.Field)
		}) {
			return false
		}
	}
	return true
}

// position is where a field stands in its event: two declarations of one event may name it differently.
func (e EventSignature) position(field string) int {
	for i, input := range e.ABI.Inputs {
		if input.Name == field {
			return i
		}
	}
	return -1
}

func share(a, b EventSignature) bool {
	for _, input := range a.ABI.Inputs {
		if b.position(input.Name) >= 0 {
			return true
		}
	}
	return false
}

// apart is a parameter that both events have by the same name, and whose values in logs are never alike; empty where there is none.
func apart(a, b EventSignature) string {
	form := func(input abi.Argument) string {
		switch t := input.Type; t.T {
		case abi.UintTy, abi.IntTy:
			return "number"
		case abi.StringTy, abi.BytesTy, abi.SliceTy, abi.ArrayTy:
			return fmt.Sprint(t.String(), input.Indexed)
		default:
			return t.String()
		}
	}
	for _, input := range a.ABI.Inputs {
		if at := b.position(input.Name); at >= 0 && form(input) != form(b.ABI.Inputs[at]) {
			return input.Name
		}
	}
	return ""
}

// counters reads what the contract counts itself.
func (r *reader) counters(n *node, usual money.Asset) (list []Counter) {
	at := map[string]bool{}
	r.each(n, "sale.counters", "sale.counter", mostEvents, func(_ int, s section) {
		var c Counter
		if n := s.need("view", "a view without arguments, such as \"totalSold() returns (uint256)\""); n != nil {
			counter, err := ParseCounter(r.text(n, s.path("view")))
			if err != nil && n.kind == scalarNode {
				r.fault(n.place, "%s: %s", s.path("view"), err)
			} else if at[counter.Canonical] {
				r.fault(n.place, "%s stands in the list twice; keep one", s.path("view"))
			}
			at[counter.Canonical] = true
			c = counter
		}
		c.Of = choice(s, "of", CountsNodes, CountsNodes, CountsSold, CountsPaid, CountsOwed)
		c.Less = s.count("less", 0, 0, math.MaxUint32)
		if n := s.get("slot"); n != nil {
			if slot, ok := r.slot(n, s.path("slot")); ok {
				c.Slot = &slot
			}
		}
		switch {
		case c.Of != CountsPaid && c.Of != CountsOwed:
			s.needless("asset", "is only for a counter of money (of: paid, of: owed)")
		case s.get("asset") != nil:
			c.Asset = r.payable(s.get("asset"), s.path("asset"))
		default:
			c.Asset = usual
			if r.payables() > 1 {
				r.fault(s.place, "%s counts money and does not say in which asset; write asset: %s or another", s.name, usual)
			}
		}
		list = append(list, c)
	})
	return list
}
