package rewards

import (
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// share splits what the series give between the pools of validators, providers and queens, and each pool between its holders. What the
// first split leaves over is carried in the pool that day names. parts are the pools' on a day on which no series gives anything.
func (r *Result) share(day string, parts program.Pools, carry map[string]money.Amount) error {
	names := []string{Validators, Providers, Queens}
	for name := range carry {
		if name != day && !slices.Contains(names, name) {
			return fmt.Errorf("there is no pool %q of %s; give the carries of %v", name, r.Asset, append([]string{day}, names...))
		}
	}
	if len(r.Series) == 1 {
		parts = r.Series[0].Pools
	}
	scorers := []scorer{r.rules.validator, r.rules.provider, r.rules.queen}
	for i, part := range []money.Ratio{parts.Validators, parts.Providers, parts.Queens} {
		zero := money.Zero(r.Asset)
		pool := Pool{Name: names[i], Part: part, Amount: zero, Idle: zero}
		if i == 0 {
			pool.by = program.ByScore
		}
		var err error
		if pool.CarryIn, err = carried(r.Asset, names[i], carry[names[i]]); err != nil {
			return err
		}
		if err := pool.score(r.Holders, scorers[i]); err != nil {
			return err
		}
		r.Pools = append(r.Pools, pool)
	}
	var err error
	if r.Budget.CarryIn, err = carried(r.Asset, day, carry[day]); err != nil {
		return err
	}
	if err := r.divide(); err != nil {
		return err
	}
	for i := range r.Pools {
		if err := r.Pools[i].round(r.Budget.ZeroReason); err != nil {
			return err
		}
	}
	return nil
}

// divide gives each pool its parts of what the series give, the first one with what was carried from the split before, each next one with
// what is left of the one before it. The part of a pool that nobody takes part in is taken back from what is issued, unless it is to
// wait there.
func (r *Result) divide() error {
	b := &r.Budget
	if b.CarryOut = b.CarryIn; b.ZeroReason != 0 {
		return nil
	}
	b.Issued = money.Zero(r.Asset)
	for i := range r.Series {
		if err := r.divideSeries(&r.Series[i]); err != nil {
			return err
		}
		var err error
		if b.Issued, err = b.Issued.Add(r.Series[i].Issued); err != nil {
			return err
		}
	}
	return nil
}

// parts are the pools' in their order.
func (s *DaySeries) parts() []money.Ratio {
	return []money.Ratio{s.Pools.Validators, s.Pools.Providers, s.Pools.Queens}
}

func (r *Result) divideSeries(s *DaySeries) error {
	b := &r.Budget
	column, err := weighRatios(s.parts())
	if err != nil {
		return err
	}
	all, err := s.Issued.Add(b.CarryOut)
	if err != nil {
		return err
	}
	if s.amounts, b.CarryOut, err = money.Split(all, column.weights); err != nil {
		return err
	}
	for i := range r.Pools {
		p := &r.Pools[i]
		if s.Pools.Idle == program.IdleCarry || !p.column.total.IsZero() {
			p.Amount, err = p.Amount.Add(s.amounts[i])
		} else {
			err = b.takeBack(p, s, s.amounts[i])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// takeBack takes a pool's part out of what a series issues. What it has of an earlier split, a few base units at most, is carried on.
func (b *Budget) takeBack(p *Pool, s *DaySeries, part money.Amount) (err error) {
	back := part
	if back.Cmp(s.Issued) > 0 {
		back = s.Issued
	}
	rest, err := part.Sub(back)
	if err != nil {
		return err
	}
	if b.CarryOut, err = b.CarryOut.Add(rest); err != nil {
		return err
	}
	if s.Issued, err = s.Issued.Sub(back); err != nil {
		return err
	}
	if b.Idle, err = b.Idle.Add(back); err != nil {
		return err
	}
	p.Idle, err = p.Idle.Add(back)
	return err
}
