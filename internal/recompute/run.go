package recompute

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"time"
)

// run is the books as they grow.
type run struct {
	rules     *Rules
	happened  *Happened
	books     Balances
	market    *Market
	nodes     map[string]int64
	given     map[string]bool // campaigns and wallets that had their fixed amount
	allocated bool
	locks     []*locked
	unbonding []*bonded
	moved     map[*Grant]*big.Int // of what vested
	runs      []*PayoutRun
}

// step is something that is in effect at an instant. Of one instant the lowest rank comes first: what closes a period that ends there
// stands before what happens there.
type step struct {
	at   time.Time
	rank int
	what string
	do   func() error
}

const (
	rankClose = iota
	rankConvert
	rankDrop
	rankFree
	rankFact
)

// Run makes the books of what happened, up to an instant, with everything that comes due until then. It shows them at the end of every day:
// with what the day's closings gave, and without what is in effect at midnight.
func Run(rules *Rules, happened *Happened, until time.Time, daily func(end time.Time, books Balances)) (Balances, error) {
	r := &run{
		rules: rules, happened: happened, books: Balances{}, market: NewMarket(&rules.Sale), nodes: map[string]int64{}, given: map[string]bool{},
		moved: map[*Grant]*big.Int{},
	}
	steps := append(r.schedule(until), r.facts()...)
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.rank, b.rank)) })
	for len(steps) > 0 {
		at := steps[0].at
		if next, has := r.nextFree(); has && next.Before(at) {
			at = next
		}
		if at.After(until) {
			return r.books, nil
		}
		// Closings of this instant, then what becomes free at it, then what happens.
		for _, free := range []bool{false, true} {
			if free {
				if at.Equal(midnight(at)) {
					daily(at, r.books)
				}
				r.free(at)
			}
			for len(steps) > 0 && steps[0].at.Equal(at) && (free || steps[0].rank < rankFree) {
				s := steps[0]
				steps = steps[1:]
				if err := s.do(); err != nil {
					return nil, fmt.Errorf("%s of %s: %w", s.what, at.Format(time.RFC3339), err)
				}
			}
		}
		if err := r.books.check(); err != nil {
			return nil, fmt.Errorf("after %s: %w", at.Format(time.RFC3339), err)
		}
	}
	return r.books, nil
}

// nextFree is when something is locked or unbonding no more.
func (r *run) nextFree() (first time.Time, has bool) {
	for _, l := range r.locks {
		if !has || l.until.Before(first) {
			first, has = l.until, true
		}
	}
	for _, b := range r.unbonding {
		if !has || b.until.Before(first) {
			first, has = b.until, true
		}
	}
	return first, has
}

// free makes available what is locked or unbonding until an instant.
func (r *run) free(at time.Time) {
	r.locks = slices.DeleteFunc(r.locks, func(l *locked) bool {
		if l.until.After(at) {
			return false
		}
		r.unlock(l)
		return true
	})
	r.unbonding = slices.DeleteFunc(r.unbonding, func(b *bonded) bool {
		if b.until.After(at) {
			return false
		}
		r.unbond(b)
		return true
	})
}

// schedule is everything that comes due by itself.
func (r *run) schedule(until time.Time) (steps []step) {
	p, t := &r.rules.Points, &r.rules.Token
	at := func(when time.Time, rank int, what string, do func()) {
		steps = append(steps, step{when, rank, what, func() error { do(); return nil }})
	}
	first := midnight(p.First)
	for _, g := range r.happened.Grants {
		if m := midnight(g.Start); m.Before(first) {
			first = m
		}
	}
	for start := first; !start.After(until); start = start.Add(day * time.Second) {
		end := start.Add(day * time.Second)
		if !start.Before(midnight(p.First)) && start.Before(t.TGE) {
			stops := end
			if t.TGE.Before(end) {
				stops = t.TGE
			}
			at(stops, rankClose, "points", func() { r.pointsDay(start, stops) })
		}
		if end.After(t.TGE) {
			at(end, rankClose, "tokens", func() { r.tokenDay(start, end) })
		}
		for i := range r.happened.Grants {
			at(end, rankFree, "vesting", func() { r.vest(&r.happened.Grants[i], end) })
		}
	}
	at(t.TGE, rankConvert, "conversion", r.convert)
	at(t.TGE, rankDrop, "drop", r.drop)
	for _, month := range r.happened.Closed {
		at(month.AddDate(0, 1, 0), rankClose, "month", func() { r.month(month) })
	}
	for i := range r.rules.Campaigns {
		k := &r.rules.Campaigns[i]
		at(k.From, rankFree, "campaign", func() { r.campaign(k, true) })
		if !k.Until.IsZero() {
			at(k.Until, rankFree, "campaign", func() { r.campaign(k, false) })
		}
	}
	return steps
}

// facts is everything that somebody did.
func (r *run) facts() (steps []step) {
	h := r.happened
	at := func(when time.Time, what string, do func() error) {
		steps = append(steps, step{when, rankFact, what, do})
	}
	sure := func(when time.Time, what string, do func()) { at(when, what, func() error { do(); return nil }) }
	for i := range h.Purchases {
		p := &h.Purchases[i]
		at(p.At, "purchase", func() error { return r.buy(p) })
	}
	for i := range h.Prices {
		p := &h.Prices[i]
		sure(p.At, "price", func() { r.market.prices[p.Tier-1] = p.Is })
	}
	for i := range h.Runs {
		sure(h.Runs[i].At, "payout run", func() { r.gather(&h.Runs[i]) })
	}
	for i := range h.Transfers {
		sure(h.Transfers[i].At, "transfer", func() { r.transfer(&h.Transfers[i]) })
	}
	for i := range h.Withdrawals {
		sure(h.Withdrawals[i].At, "withdrawal", func() { r.withdraw(&h.Withdrawals[i]) })
	}
	for i := range h.Moves {
		m := &h.Moves[i]
		at(m.At, m.What, func() error { return r.moveOf(m, false) })
		if !m.Undone.IsZero() {
			at(m.Undone, m.What+" taken back", func() error { return r.moveOf(m, true) })
		}
	}
	for i := range h.Incomes {
		sure(h.Incomes[i].At, "revenue", func() { r.income(&h.Incomes[i]) })
	}
	for i := range h.Buybacks {
		sure(h.Buybacks[i].At, "buyback", func() { r.buyback(&h.Buybacks[i]) })
	}
	for i := range h.Grants {
		g := &h.Grants[i]
		sure(g.Recorded, "grant", func() { r.grant(g) })
		if !g.Revoked.IsZero() {
			sure(g.Revoked, "revocation", func() { r.revoke(g) })
		}
	}
	return steps
}
