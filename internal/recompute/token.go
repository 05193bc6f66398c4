package recompute

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"time"
)

const (
	day  = 24 * 60 * 60
	unit = 1_000_000_000_000_000_000 // base units of a point or a token
)

// locked is what is locked for somebody until an instant.
type locked struct {
	until time.Time
	of    map[string]*big.Int
}

// allocate puts the supply into its buckets, once.
func (r *run) allocate() {
	if r.allocated {
		return
	}
	r.allocated = true
	t := &r.rules.Token
	for name, part := range t.Allocation {
		r.books.Move(register(t.Asset, "issuance"), bucket(t.Asset, name), t.Asset, floor(t.Supply, part))
	}
}

// convert makes tokens of all points at the TGE, one by one.
func (r *run) convert() {
	p, t := &r.rules.Points, &r.rules.Token
	r.allocate()
	becomes := func(points *big.Int) *big.Int { return floor(points, p.Rate) }
	lock := map[string]*big.Int{}
	one := func(wallet, stage string, points *big.Int) {
		from, to := register(p.Asset, wallet), register(t.Asset, wallet, "available")
		if stage != "" {
			from, to = register(p.Asset, wallet, stage), register(t.Asset, wallet, stage)
		}
		if !p.Lock.none() {
			to = register(t.Asset, wallet, "locked")
			if lock[wallet] == nil {
				lock[wallet] = new(big.Int)
			}
			lock[wallet].Add(lock[wallet], becomes(points))
		}
		r.books.Move(from, register(p.Asset, "issuance"), p.Asset, points)
		r.books.Move(bucket(t.Asset, p.Of), to, t.Asset, becomes(points))
	}
	for _, wallet := range r.pointHolders() {
		one(wallet, "", r.books.Get(register(p.Asset, wallet), p.Asset))
		one(wallet, "staked", r.books.Get(register(p.Asset, wallet, "staked"), p.Asset))
	}
	for _, b := range r.unbonding {
		if b.asset != p.Asset {
			continue
		}
		one(b.wallet, "unbonding", b.amount)
		b.asset, b.amount = t.Asset, becomes(b.amount)
		if !p.Lock.none() { // it is locked instead
			b.amount = new(big.Int)
		}
	}
	if !p.Lock.none() {
		r.locks = append(r.locks, &locked{p.Lock.After(t.TGE), lock})
	}
}

// pointHolders are all wallets with an account of points.
func (r *run) pointHolders() []string {
	found := map[string]bool{}
	for at := range r.books {
		if rest, has := strings.CutPrefix(at.Account, register(r.rules.Points.Asset, "0x")); has {
			wallet, _, _ := strings.Cut(rest, "/")
			found["0x"+wallet] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// drop shares the TGE airdrop by nodes or by score.
func (r *run) drop() {
	t := &r.rules.Token
	r.allocate()
	wallets := slices.Sorted(maps.Keys(r.nodes))
	var weights []*big.Rat
	for _, w := range wallets {
		weight := big.NewRat(r.nodes[w], 1)
		if t.DropByScore {
			weight = r.scoreOf(weight, t.TGE)
		}
		weights = append(weights, weight)
	}
	amount := floor(t.Supply, t.DropShare)
	r.books.Move(bucket(t.Asset, t.DropOf), pool(t.Asset, "drop"), t.Asset, amount)
	parts, _ := split(amount, weights)
	for i, w := range wallets {
		r.books.Move(pool(t.Asset, "drop"), register(t.Asset, w, "available"), t.Asset, parts[i])
	}
}

// emitted is what a series gave before an instant: the whole periods, and floor(total x elapsed / length) of the one that runs.
func (r *run) emitted(s *Series, at time.Time) *big.Int {
	begin := s.From
	if begin.Before(r.rules.Token.TGE) {
		begin = r.rules.Token.TGE
	}
	sum, total := new(big.Int), floor(r.rules.Token.Supply, s.First)
	for n := 0; ; n++ {
		start, end := s.Period.times(n).After(begin), s.Period.times(n+1).After(begin)
		if !at.After(start) || total.Sign() == 0 {
			return sum
		}
		if at.Before(end) {
			return sum.Add(sum, floor(total, big.NewRat(at.Unix()-start.Unix(), end.Unix()-start.Unix())))
		}
		sum.Add(sum, total)
		total = floor(total, s.Then)
	}
}

// tokenDay emits the tokens of a day: C(day end) - C(day start) of each series.
func (r *run) tokenDay(start, end time.Time) {
	t := &r.rules.Token
	var from []given
	for i := range t.Emission {
		s := &t.Emission[i]
		amount := new(big.Int).Sub(r.emitted(s, end), r.emitted(s, start))
		if amount.Sign() == 0 {
			continue
		}
		shares, has := s.Pools.At(start)
		if !has {
			shares = Shares{big.NewRat(1, 1), new(big.Rat), new(big.Rat), false}
		}
		from = append(from, given{bucket(t.Asset, s.Of), amount, shares})
	}
	if from == nil {
		return
	}
	stage := "locked"
	if t.Lock.none() {
		stage = "available"
	}
	got := r.share(t.Asset, "emission", from, r.takers(t.Asset, start, end), start,
		func(w string) string { return register(t.Asset, w, stage) })
	if !t.Lock.none() {
		r.locks = append(r.locks, &locked{t.Lock.After(end), got})
	}
}

// unlock makes available what was locked until now.
func (r *run) unlock(l *locked) {
	t := r.rules.Token.Asset
	for w, amount := range l.of {
		r.books.Move(register(t, w, "locked"), register(t, w, "available"), t, amount)
	}
}

// vested is what of a grant has vested by an instant.
func (g *Grant) vested(at time.Time) *big.Int {
	if !g.Revoked.IsZero() && at.After(g.Revoked) {
		at = g.Revoked
	}
	gate := g.Cliff.After(g.Start)
	begin := gate
	if g.Accrues {
		begin = g.Start
	}
	sum := new(big.Int)
	if at.Before(g.Start) {
		return sum
	}
	if sum.Add(sum, g.AtStart); at.Before(gate) {
		return sum
	}
	rest, part := new(big.Int).Sub(g.Total, g.AtStart), big.NewRat(0, 1)
	end := g.ends(begin, g.Length)
	switch {
	case !at.Before(end):
		part.SetInt64(1)
	case g.Monthly:
		months := 0
		for months < g.Length.Months && !at.Before(g.ends(begin, Span{Months: months + 1})) {
			months++
		}
		part = big.NewRat(int64(months), int64(g.Length.Months))
	default:
		part = big.NewRat(at.Unix()-begin.Unix(), end.Unix()-begin.Unix())
	}
	return sum.Add(sum, floor(rest, part))
}

// ends is when something after the beginning is over. Months are counted from the start, with those of the cliff, so that they do not
// drift.
func (g *Grant) ends(begin time.Time, after Span) time.Time {
	if after.Months > 0 && g.Cliff.Seconds == 0 && !g.Accrues {
		return Span{g.Cliff.Months + after.Months, after.Seconds}.After(g.Start)
	}
	return after.After(begin)
}

// grant books a grant: all of it is locked, but what had vested by the end of the day before.
func (r *run) grant(g *Grant) {
	t := r.rules.Token.Asset
	r.allocate()
	r.books.Move(bucket(t, g.Of), register(t, g.Wallet, "locked"), t, g.Total)
	r.moved[g] = new(big.Int)
	r.vest(g, midnight(g.Recorded))
}

// vest makes available what vested up to an instant.
func (r *run) vest(g *Grant, at time.Time) {
	if r.moved[g] == nil {
		return // not recorded yet
	}
	t := r.rules.Token.Asset
	more := new(big.Int).Sub(g.vested(at), r.moved[g])
	r.books.Move(register(t, g.Wallet, "locked"), register(t, g.Wallet, "available"), t, more)
	r.moved[g].Add(r.moved[g], more)
}

// revoke gives back what has not vested.
func (r *run) revoke(g *Grant) {
	t := r.rules.Token.Asset
	r.books.Move(register(t, g.Wallet, "locked"), bucket(t, g.Of), t, new(big.Int).Sub(g.Total, g.vested(g.Revoked)))
}
