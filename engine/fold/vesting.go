package fold

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// GrantInForce is a grant as the books stand: its schedule, after a revocation the one that is left, and up to when what vested
// was moved from locked to available.
type GrantInForce struct {
	rewards.Grant
	recorded   time.Time // it gives nothing before
	movedUntil time.Time // zero when nothing was
}

// Moved is how much of what vested was moved from locked to available.
func (g *GrantInForce) Moved() money.Amount {
	if g.movedUntil.IsZero() {
		return money.Zero(g.Schedule.Granted().Asset())
	}
	return g.Schedule.Vested(g.movedUntil)
}

// Grants are the grants in the order in which they were recorded.
func (f *Fold) Grants() []GrantInForce { return slices.Clone(f.schedule.vesting) }

// vesting is the lane of the schedule that moves what vested, a slot for every day on which something may.
type vesting []GrantInForce

// named is the grant of a name, or nil.
func (v vesting) named(name string) *GrantInForce {
	for i := range v {
		if v[i].Name == name {
			return &v[i]
		}
	}
	return nil
}

// next is the next day at whose end something of a grant may vest; none when every grant has vested whole.
func (v vesting) next(time.Time) (due Due, ok bool) {
	var day time.Time
	for i := range v {
		g := &v[i]
		if g.Moved() == g.Schedule.Granted() {
			continue
		}
		from := g.movedUntil
		if from.IsZero() {
			from = g.Schedule.Terms().Start.Truncate(oneDay)
		}
		if day.IsZero() || from.Before(day) {
			day = from
		}
	}
	return daily(rewards.VestJob, day), !day.IsZero()
}

// open are the grants of which something may vest up to an instant.
func (v vesting) open(at time.Time) (list []*GrantInForce) {
	for i := range v {
		if g := &v[i]; !g.movedUntil.After(at) && !at.Before(g.Schedule.Terms().Start) {
			list = append(list, g)
		}
	}
	return list
}

// markRun notes that a day's vesting was moved.
func (v vesting) markRun(j *Job) error {
	day, err := j.day()
	if err != nil {
		return err
	}
	at := day.Add(oneDay)
	for _, g := range v.open(at) {
		g.movedUntil = at
	}
	return nil
}

// vest drafts what vested by the end of a day.
func (f *Fold) vest(j *Job) ([]ledger.Draft, error) {
	day, err := j.day()
	if err != nil {
		return nil, err
	}
	var drafts []ledger.Draft
	at := day.Add(oneDay)
	rule := f.versions.At(program.Moment{Block: j.Opening, Time: day})
	for _, g := range f.schedule.vesting.open(at) {
		d, err := g.Vest(rewards.Booking{Program: f.program.Name, Rule: rule, At: at, Source: rewards.VestSource(g.Name, at)}, g.Moved())
		if err != nil {
			return nil, err
		}
		if len(d.Postings) > 0 {
			if d.Effective.Before(g.recorded) {
				d.Effective = g.recorded
			}
			drafts = append(drafts, d)
		}
	}
	return drafts, nil
}

// bucketOf is the bucket that a grant names, by itself or by its schedule, or else the only one that grants can come from. Grants that
// were recorded before they had to name theirs came from the part of grants.
func (f *Fold) bucketOf(t *GrantTerms) (string, error) {
	if t.Bucket != "" {
		return t.Bucket, nil
	}
	if t.Schedule != "" {
		v, err := f.vestingNamed(t.Schedule)
		if err != nil || v.Of != "" {
			return v.Of, err
		}
	}
	names, err := rewards.GrantBuckets(f.program)
	if err == nil && len(names) == 1 {
		return names[0], nil
	}
	return program.GrantsPart, err
}

// checkNamesBucket refuses a grant that names no bucket, by itself or by its schedule, where it could come from several. ahead is as in
// checkBucket.
func (f *Fold) checkNamesBucket(t *GrantTerms, ahead []ledger.Draft) error {
	if t.Bucket != "" {
		return nil
	}
	if t.Schedule != "" {
		if v, err := f.vestingNamed(t.Schedule); err != nil || v.Of != "" {
			return err
		}
	}
	names, err := rewards.GrantBuckets(f.program)
	if err != nil || len(names) < 2 {
		return err
	}
	said := make([]string, len(names))
	for i, name := range names {
		granted, err := f.granted(name, ahead)
		if err != nil {
			return err
		}
		left, _, err := rewards.LeftForGrants(f.program, name, granted)
		if err != nil {
			return err
		}
		said[i] = fmt.Sprintf("%s (%s left)", name, left)
	}
	return problem.Invalidf("the grant names no bucket: write bucket, one of %s", strings.Join(said, ", "))
}

// checkBucket refuses a grant beyond what its bucket has left. ahead is grants that are recorded together with it, before it.
func (f *Fold) checkBucket(g *rewards.Grant, ahead []ledger.Draft) error {
	taken, err := f.granted(g.Bucket, ahead)
	if err != nil {
		return err
	}
	return rewards.CheckBucket(f.program, g.Bucket, taken, g.Schedule.Granted())
}

// granted is what was granted out of a bucket, by grants ahead too.
func (f *Fold) granted(bucket string, ahead []ledger.Draft) (money.Amount, error) {
	asset := f.program.Token.Asset
	taken := money.Zero(asset)
	var err error
	for i := range f.schedule.vesting {
		if v := &f.schedule.vesting[i]; v.Bucket == bucket {
			if taken, err = taken.Add(v.Schedule.Granted()); err != nil {
				return taken, err
			}
		}
	}
	for i := range ahead {
		for _, p := range ahead[i].Postings {
			if ahead[i].Kind == rewards.GrantKind && p.From.Name() == bucket {
				if taken, err = taken.Add(p.Amount); err != nil {
					return taken, err
				}
			}
		}
	}
	return taken, nil
}

// checkPromises refuses a program that promises more out of a bucket than it holds beside what grants in force have taken.
func (f *Fold) checkPromises(next *program.Program) error {
	if next.Token == nil {
		return nil
	}
	for i := range f.schedule.vesting {
		name := f.schedule.vesting[i].Bucket
		granted, err := f.granted(name, nil)
		if err != nil {
			return err
		}
		part, has := next.Token.Part(name)
		if !has {
			continue // the allocation of books with grants does not change
		}
		holds, err := next.Token.Supply.Times(part.Share, money.Floor)
		if err != nil {
			return err
		}
		promised, err := rewards.Promised(next, name)
		if err != nil {
			return err
		}
		if left, err := holds.Sub(granted); err != nil || promised.Cmp(left) > 0 {
			return problem.Conflictf("the text promises %s out of %s, which holds %s, of which %s are granted: write smaller shares", promised,
				name, holds, granted)
		}
	}
	return nil
}

// checkTaken refuses drafts that together take more out of a bucket of the allocation than it has.
func checkTaken(ctx context.Context, drafts []ledger.Draft, books Balances) error {
	buckets := map[ledger.Place]money.Balance{}
	move := func(a ledger.Account, amount money.Amount, to func(money.Balance, money.Amount) (money.Balance, error)) error {
		place := ledger.Place{Account: a, Asset: amount.Asset()}
		if a.Role() != ledger.BucketRole {
			return nil
		}
		has, known := buckets[place]
		if !known {
			var err error
			if has, err = BalanceNow(ctx, books, place); err != nil {
				return err
			}
		}
		has, err := to(has, amount)
		buckets[place] = has
		return err
	}
	for i := range drafts {
		for _, p := range drafts[i].Postings {
			if err := move(p.To, p.Amount, money.Balance.Receive); err != nil {
				return err
			}
			if err := move(p.From, p.Amount, money.Balance.Give); err != nil {
				return err
			}
		}
	}
	for place, has := range buckets {
		if has.Negative() {
			return problem.Conflictf("the bucket %s would have %s: more is taken out of it than it has", place.Account.Name(), has)
		}
	}
	return nil
}
