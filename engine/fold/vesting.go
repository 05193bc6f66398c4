package fold

import (
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// GrantInForce is a grant as the books stand: its schedule, after a revocation the one that is left, and up to when what vested
// was moved from locked to available.
type GrantInForce struct {
	rewards.Grant
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
			drafts = append(drafts, d)
		}
	}
	return drafts, nil
}
