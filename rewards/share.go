package rewards

import (
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// share splits what is issued between the pools of validators, providers and queens, and each pool between its holders. What the first
// split leaves over is carried in the pool that day names.
func (r *Result) share(day string, parts program.Pools, carry map[string]money.Amount) error {
	names := []string{Validators, Providers, Queens}
	for name := range carry {
		if name != day && !slices.Contains(names, name) {
			return fmt.Errorf("there is no pool %q of %s; give the carries of %v", name, r.Asset, append([]string{day}, names...))
		}
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
	if err := r.divide(parts.Idle); err != nil {
		return err
	}
	for i := range r.Pools {
		if err := r.Pools[i].round(r.Budget.ZeroReason); err != nil {
			return err
		}
	}
	return nil
}

// divide gives each pool its part of what is issued and of what was carried from the split before. The part of a pool that nobody takes
// part in is taken back from what is issued, unless it is to wait there.
func (r *Result) divide(idle program.Idle) error {
	b := &r.Budget
	if b.CarryOut = b.CarryIn; b.ZeroReason != 0 {
		return nil
	}
	ratios := make([]money.Ratio, len(r.Pools))
	for i := range r.Pools {
		ratios[i] = r.Pools[i].Part
	}
	column, err := weighRatios(ratios)
	if err != nil {
		return err
	}
	all, err := b.Issued.Add(b.CarryIn)
	if err != nil {
		return err
	}
	amounts, left, err := money.Split(all, column.weights)
	if err != nil {
		return err
	}
	b.CarryOut = left
	for i := range r.Pools {
		p := &r.Pools[i]
		if p.Amount = amounts[i]; idle == program.IdleCarry || !p.column.total.IsZero() {
			continue
		}
		if err := b.takeBack(p); err != nil {
			return err
		}
	}
	return nil
}

// takeBack takes a pool's part out of what is issued. What it has of an earlier split, a few base units at most, is carried on.
func (b *Budget) takeBack(p *Pool) (err error) {
	back := p.Amount
	if back.Cmp(b.Issued) > 0 {
		back = b.Issued
	}
	rest, err := p.Amount.Sub(back)
	if err != nil {
		return err
	}
	if b.CarryOut, err = b.CarryOut.Add(rest); err != nil {
		return err
	}
	if b.Issued, err = b.Issued.Sub(back); err != nil {
		return err
	}
	if b.Idle, err = b.Idle.Add(back); err != nil {
		return err
	}
	p.Idle, p.Amount = back, money.Zero(back.Asset())
	return nil
}
