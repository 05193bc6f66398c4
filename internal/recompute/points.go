package recompute

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"time"
)

// taker is a wallet that may take part in a day: what it has at its end.
type taker struct {
	wallet  string
	nodes   *big.Rat
	staked  *big.Int // of the day's asset
	compute *big.Rat
	health  *big.Rat
	queen   bool
}

// takers are all wallets with anything, by name.
func (r *run) takers(asset string, start, end time.Time) (list []taker) {
	wallets := map[string]bool{}
	for w := range r.nodes {
		wallets[w] = true
	}
	for _, s := range r.happened.Scores {
		wallets[s.Wallet] = true
	}
	for _, m := range r.happened.Moves {
		wallets[m.Wallet] = true
	}
	for _, w := range slices.Sorted(maps.Keys(wallets)) {
		t := taker{wallet: w, nodes: big.NewRat(r.nodes[w], 1), staked: r.books.Get(register(asset, w, "staked"), asset), compute: new(big.Rat)}
		t.health = big.NewRat(1, 1)
		if rule, has := r.rules.Points.Health.At(start); has {
			t.health = rule.Start
		}
		r.score(&t, end)
		list = append(list, t)
	}
	return list
}

// score reads what was recorded of a wallet before an instant.
func (r *run) score(t *taker, end time.Time) {
	scores := slices.Clone(r.happened.Scores)
	slices.SortStableFunc(scores, func(a, b Score) int { return a.At.Compare(b.At) })
	row, begun := 0, false
	for _, s := range scores {
		if s.Wallet != t.wallet || !s.At.Before(end) {
			continue
		}
		switch s.What {
		case "compute":
			t.compute = s.Value
			continue
		case "queen":
			t.queen = s.Value.Sign() > 0
			continue
		}
		rule, has := r.rules.Points.Health.At(s.At)
		if !has {
			continue
		}
		if !begun {
			t.health, begun = rule.Start, true
		}
		change := new(big.Rat)
		switch passed := s.Value.Sign() > 0; {
		case s.What == "rating":
			if c := reached(rule.Ratings, s.Value); c != nil {
				change.Set(c)
			}
		case s.What == "drill" && passed:
			change.Set(rule.DrillPassed)
		case s.What == "drill":
			change.Neg(rule.DrillFailed)
		case passed:
			if row++; row == rule.InARow {
				row = 0
				change.Set(rule.CheckPassed)
			}
		default:
			row = 0
			change.Neg(rule.CheckFailed)
		}
		t.health = new(big.Rat).Add(t.health, change)
		if t.health.Sign() < 0 {
			t.health = new(big.Rat)
		}
		if one := big.NewRat(1, 1); t.health.Cmp(one) > 0 {
			t.health = one
		}
	}
}

// scoreOf is a holder's nodes times the factor of the bracket.
func (r *run) scoreOf(nodes *big.Rat, at time.Time) *big.Rat {
	brackets, has := r.rules.Score.At(at)
	factor := big.NewRat(1, 1)
	if f := reached(brackets, nodes); has && f != nil {
		factor = f
	}
	return new(big.Rat).Mul(nodes, factor)
}

// weights are what the takers count in the three pools, by the rules at the start of the day.
func (r *run) weights(asset string, takers []taker, start time.Time) (list [3][]*big.Rat) {
	eligible, _ := r.rules.Points.Eligible.At(start)
	steps, scored := r.rules.Points.StakeScore.At(start)
	for _, t := range takers {
		validator, provider, queen := new(big.Rat), new(big.Rat), new(big.Rat)
		least := eligible.Stake[asset]
		if (least == nil || t.staked.Cmp(least) >= 0) && (eligible.Above == nil || t.health.Cmp(eligible.Above) > 0) {
			validator = r.scoreOf(t.nodes, start)
		}
		provider.Mul(t.compute, t.health)
		if t.queen {
			staked := new(big.Rat).SetInt(t.staked)
			factor := big.NewRat(1, 1)
			if scored {
				inPoints := new(big.Rat).Quo(staked, big.NewRat(unit, 1))
				if asset == r.rules.Token.Asset { // what a threshold in points became
					factor = reached(inTokens(steps, r.rules.Points.Rate), inPoints)
				} else {
					factor = reached(steps, inPoints)
				}
			}
			if factor != nil {
				queen.Mul(staked, factor)
			}
		}
		list[0], list[1], list[2] = append(list[0], validator), append(list[1], provider), append(list[2], queen)
	}
	return list
}

// inTokens are steps of points in what those points became, to the base unit.
func inTokens(steps []Step, rate *big.Rat) (list []Step) {
	for _, s := range steps {
		units := floor(big.NewInt(unit), new(big.Rat).Mul(s.From, rate))
		list = append(list, Step{new(big.Rat).SetFrac(units, big.NewInt(unit)), s.Is})
	}
	return list
}

var poolNames = [3]string{"validators", "providers", "queens"}

// given is what a day gives from one account, and how it is split.
type given struct {
	from   string
	amount *big.Int
	shares Shares
}

// share splits what a day gives between the pools, and each pool between its takers. rest is the pool of what the first split leaves, and
// to the account of what a wallet gets.
func (r *run) share(asset, rest string, from []given, takers []taker, start time.Time, to func(wallet string) string) map[string]*big.Int {
	got := map[string]*big.Int{}
	weights := r.weights(asset, takers, start)
	var active [3]bool
	for i, list := range weights {
		active[i] = slices.ContainsFunc(list, func(w *big.Rat) bool { return w.Sign() > 0 })
	}
	for _, g := range from {
		all := new(big.Int).Add(g.amount, r.books.Get(pool(asset, rest), asset))
		parts, _ := split(all, []*big.Rat{g.shares.Validators, g.shares.Providers, g.shares.Queens})
		issued := new(big.Int).Set(g.amount)
		for i := range parts {
			if !active[i] && !g.shares.IdleCarry {
				issued.Sub(issued, parts[i])
			}
		}
		if issued.Sign() < 0 {
			issued.SetInt64(0)
		}
		r.books.Move(g.from, pool(asset, rest), asset, issued)
		for i := range parts {
			if active[i] || g.shares.IdleCarry {
				r.books.Move(pool(asset, rest), pool(asset, poolNames[i]), asset, parts[i])
			}
		}
	}
	for i, name := range poolNames {
		parts, _ := split(r.books.Get(pool(asset, name), asset), weights[i])
		for n, t := range takers {
			if parts[n].Sign() == 0 {
				continue
			}
			r.books.Move(pool(asset, name), to(t.wallet), asset, parts[n])
			if got[t.wallet] == nil {
				got[t.wallet] = new(big.Int)
			}
			got[t.wallet].Add(got[t.wallet], parts[n])
		}
	}
	return got
}

// pointsDay issues the points of a day, or of its part before the TGE.
func (r *run) pointsDay(start, end time.Time) {
	p := &r.rules.Points
	amount, emits := p.PerDay.At(start)
	shares, splits := p.Pools.At(start)
	if !emits || !splits {
		return
	}
	amount = floor(amount, big.NewRat(end.Unix()-start.Unix(), day))
	if limit, capped := p.Cap.At(start); capped {
		if left := new(big.Int).Sub(limit, r.issued()); amount.Cmp(left) > 0 {
			amount = left
		}
	}
	if amount.Sign() <= 0 {
		return
	}
	r.share(p.Asset, "points", []given{{register(p.Asset, "issuance"), amount, shares}}, r.takers(p.Asset, start, end), start,
		func(w string) string { return register(p.Asset, w) })
}

// issued is how many points ever left the cap.
func (r *run) issued() *big.Int {
	return new(big.Int).Neg(r.books.Get(register(r.rules.Points.Asset, "issuance"), r.rules.Points.Asset))
}

// moveOf books points or tokens that moved.
func (r *run) moveOf(m *Move, back bool) error {
	free := register(m.Asset, m.Wallet)
	if m.Asset == r.rules.Token.Asset {
		free = register(m.Asset, m.Wallet, "available")
	}
	staked, unbonding := register(m.Asset, m.Wallet, "staked"), register(m.Asset, m.Wallet, "unbonding")
	from, to := free, staked
	switch m.What {
	case "sold":
		from, to = register(m.Asset, "issuance"), free
	case "spent":
		to = register(m.Asset, "burnt")
	case "release":
		to = register(m.Asset, m.Wallet, "released")
	case "unstake":
		from, to = staked, free
		if wait, has := r.rules.Unbonding.At(m.At); has && !wait.none() {
			to = unbonding
			r.unbonding = append(r.unbonding, &bonded{wait.After(m.At), m.Wallet, m.Asset, new(big.Int).Set(m.Amount)})
		}
	}
	if back {
		from, to = to, from
	}
	r.books.Move(from, to, m.Asset, m.Amount)
	if m.What != "sold" {
		return nil
	}
	money, source := "income/revenue/points", "assets/source/"+m.Source
	if back {
		money, source = source, money
	}
	r.books.Move(money, source, m.Paid, m.Received)
	if limit, capped := r.rules.Points.Cap.At(m.At); capped && !back && r.issued().Cmp(limit) > 0 {
		return fmt.Errorf("%s points are issued, and the cap is %s", r.issued(), limit)
	}
	return nil
}

// bonded is what is staked no longer and not available before an instant.
type bonded struct {
	until  time.Time
	wallet string
	asset  string
	amount *big.Int
}

// unbond makes it available.
func (r *run) unbond(b *bonded) {
	to := register(b.asset, b.wallet)
	if b.asset == r.rules.Token.Asset {
		to = register(b.asset, b.wallet, "available")
	}
	r.books.Move(register(b.asset, b.wallet, "unbonding"), to, b.asset, b.amount)
	b.amount = new(big.Int)
}
