package probe

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// event writes the first line of an entry.
func (g *guesser) event(w *writer, k *Kind) {
	l, why := sure, k.Why
	if k.Guessed {
		l, why = likely, "which of its fields are indexed is guessed; "+why
	}
	w.line("    - event: "+strconv.Quote(k.Declaration), l, "%d logs; %s", k.Count, why)
}

// writePurchase writes an entry; two where a field of true and false says whether nodes are free.
func (g *guesser) writePurchase(w *writer, p *purchase) {
	free, field := p.freeWhere()
	if field == "" {
		g.writeEntry(w, p, p.where, p.tier, false)
		return
	}
	other := map[string]string{"true": "false", "false": "true"}
	g.writeEntry(w, p, [2]string{field, other[free]}, p.tier, false)
	none := p.tier
	none.prices = nil
	g.writeEntry(w, p, [2]string{field, free}, none, true)
}

// freeWhere finds the field that says that nodes are free: of the value all are, and of the other none is.
func (p *purchase) freeWhere() (value, field string) {
	for _, f := range p.kind.fields(isBool) {
		is := map[string]map[bool]bool{}
		for _, one := range p.groups {
			for _, o := range one.logs {
				v := fmt.Sprint(o.v[f])
				if is[v] == nil {
					is[v] = map[bool]bool{}
				}
				is[v][one.moved.Sign() == 0] = true
			}
		}
		for _, v := range []string{"true", "false"} {
			other := map[string]string{"true": "false", "false": "true"}[v]
			if is[v][true] && !is[v][false] && is[other][false] && !is[other][true] {
				return v, f
			}
		}
	}
	return "", ""
}

func (g *guesser) writeEntry(w *writer, p *purchase, where [2]string, t tier, free bool) {
	g.event(w, p.kind)
	if where[0] != "" {
		why := "mints only: burns and resales are not purchases"
		if where[1] != "zero" {
			why = "nodes are free where it is " + where[1]
			if !free {
				why = "where it is not, nodes are free"
			}
		}
		w.line("      where: { "+where[0]+": "+where[1]+" }", sure, "%s", why)
	}
	if p.unless != nil {
		w.line("      unless: "+strconv.Quote(p.unless.Declaration), sure, "that one stands beside it with the same fields, and says more")
	}
	if p.quantity.perLog {
		w.line("      per: transaction", likely, "a log a licence: the alike logs of a transaction are one purchase")
	}
	g.writeWallets(w, p)
	g.writeQuantity(w, p)
	g.writeTier(w, p, t)
	g.writePaid(w, p)
	switch {
	case p.free || free:
		w.line("      prices: ["+strings.TrimSuffix(strings.Repeat("0, ", max(1, p.tiers())), ", ")+"]", likely,
			"nobody paid; if these are gifts, move the entry to gifts")
	case t.prices != nil:
		list := make([]string, len(t.prices))
		for i, n := range t.prices {
			list[i] = g.digits(n, g.main)
		}
		if g.announcedPrices(p) != nil {
			w.line("      prices: ["+strings.Join(list, ", ")+"]", sure, "events announce them, and nobody paid more")
		} else {
			w.line("      prices: ["+strings.Join(list, ", ")+"]", likely, "the highest price of one node that was paid, by tier")
		}
	}
	if len(p.asset.all) > 1 {
		g.writeAssetOf(w, p)
	}
	switch {
	case p.code == "" || free:
	case p.call != nil:
		w.line("      code: { call: "+strconv.Quote(p.call.Declaration)+", field: "+p.code+" }", likely, "most were bought by calling this")
	default:
		w.line("      code: "+p.code, likely, "by its name")
	}
	if p.referrer != "" {
		w.line("      referrer: "+p.referrer, likely, "by its name")
	}
}

func (g *guesser) writeWallets(w *writer, p *purchase) {
	switch {
	case p.free:
		w.line("      buyer: "+p.buyer, likely, "it signed, and nobody paid")
	case p.buyer == sender:
		w.line("      buyer: transaction", likely, "the money is the sender's, whom no field names")
	default:
		w.line("      buyer: "+p.buyer, sure, "the money left this wallet")
	}
	if p.holder != "" {
		w.line("      holder: "+p.holder, likely, "it gets the nodes")
	}
}

func (g *guesser) writeQuantity(w *writer, p *purchase) {
	text, l, why := p.quantity.field, likely, "by its name, and what moved is a multiple of few prices"
	switch {
	case p.quantity.list:
		text = "{ sum: " + p.quantity.field + " }"
	case p.quantity.perLog:
		text, why = "one_per_log", "something numbers each log"
	case p.quantity.paidOver:
		text, why = "{ paid_over: price }", "no field says it: what was paid over the contract's price"
	}
	if p.quantity.counted {
		l, why = sure, "as many licences moved, every time"
	}
	w.line("      quantity: "+text, l, "%s", why)
}

// tiers is how many tiers were seen.
func (p *purchase) tiers() int {
	most := 0
	for _, o := range p.logs {
		most = max(most, p.tier.of(o))
	}
	return most
}

func (g *guesser) writeTier(w *writer, p *purchase, t tier) {
	switch {
	case t.field == "":
	case t.names != nil:
		pairs := make([]string, len(t.names))
		for i, name := range t.names {
			pairs[i] = strconv.Quote(name) + ": " + strconv.Itoa(i+1)
		}
		w.line("      tier: { field: "+t.field+", is: { "+strings.Join(pairs, ", ")+" } }", ask,
			"the names that were seen, in their order: add those that nobody bought yet")
	case t.base == 0:
		w.line("      tier: { field: "+t.field+", from: 0 }", likely, "by its name; it was 0")
	default:
		w.line("      tier: "+t.field, likely, "by its name, and it was never 0")
	}
}

func (g *guesser) writePaid(w *writer, p *purchase) {
	switch {
	case p.paid.ladder:
		w.line("      paid: ladder", likely, "no field says it; the tiers explain what was sent, and in %d of %d more was sent, which comes back",
			p.paid.over, p.paid.sampled)
	case p.paid.field == "" && p.paid.over > 0:
		w.line("      paid: moved", likely, "in %d of %d more was sent than the event says, and more was withdrawn than the events say: the "+
			"contract keeps it", p.paid.over, p.paid.sampled)
	case p.paid.field == "" && p.asset.all != nil && p.asset.all[0] == native:
		w.line("      paid: moved", ask, "no field says it; if the contract sends ether back within the transaction, write ladder and the tiers")
	case p.paid.field == "":
		w.line("      paid: moved", likely, "no field says it; it is what left the buyer")
	default:
		text := "      paid: { field: " + p.paid.field
		if p.paid.each {
			text += ", each: unit"
		}
		if p.paid.sure {
			w.line(text+" }", sure, "it is what moved, in %d of %d", p.paid.sampled, p.paid.sampled)
			return
		}
		if p.paid.over == 0 {
			w.line(text+" }", likely, "it is what moved, but for %d of %d: see whether somebody else paid those", p.paid.off, p.paid.sampled)
			return
		}
		w.line(text+" }", ask, "in %d of %d more ether was sent: if the contract keeps it, write moved", p.paid.over, p.paid.sampled)
	}
}

func (g *guesser) writeAssetOf(w *writer, p *purchase) {
	if p.asset.field == "" {
		w.line("      asset: moved", likely, "no field says it: whichever of the assets left the buyer")
		return
	}
	var values []string
	for v := range p.asset.is {
		values = append(values, v)
	}
	slices.Sort(values)
	pairs := make([]string, len(values))
	for i, v := range values {
		key := v
		if strings.HasPrefix(v, "0x") {
			key = strconv.Quote(v)
		}
		pairs[i] = key + ": " + g.symbols[p.asset.is[v]]
	}
	w.line("      asset: { field: "+p.asset.field+", is: { "+strings.Join(pairs, ", ")+" } }", sure, "what moved, by its value")
}

func (g *guesser) writeGift(w *writer, p *purchase) {
	g.event(w, p.kind)
	holder := p.holder
	if holder == "" {
		holder = p.buyer
	}
	w.line("      holder: "+holder, likely, "it gets the nodes, and somebody else signed")
	g.writeQuantity(w, p)
	g.writeTier(w, p, p.tier)
}
