package fold

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// TGEBody is the time of the token generation event as it is planned or recorded.
type TGEBody struct {
	TGE time.Time `json:"tge"`
	// InsteadOf is, where the event was not when it was planned, the time that it was planned for.
	InsteadOf time.Time `json:"instead_of,omitzero"`
}

// ProposedTime is a time that one operator recorded, and that counts once another one records the same; the zero ProposedTime is none.
type ProposedTime struct {
	At   time.Time
	By   string
	Keys uint64 // how many changes of keys there had been: see [operator.Registry.Changes]
}

// PlannedTGE is the time for which the TGE is planned; zero when it is not, or once its time is in the books for good.
func (f *Fold) PlannedTGE() time.Time {
	if !f.Generation().IsZero() {
		return time.Time{}
	}
	return f.schedule.planned
}

// TGEState is what the books know of the TGE at an instant: one of the program file that is ahead is a plan, too.
func (f *Fold) TGEState(now time.Time) (s rewards.TGEState) {
	if s.At = f.Generation(); s.At.IsZero() {
		s.At = f.schedule.planned
		s.Planned = !s.At.IsZero()
	} else {
		s.Planned = s.At.After(now)
	}
	for i, waits := range []*ProposedTime{&f.proposedPlan, &f.proposedTGE} {
		if !waits.At.IsZero() && f.Generation().IsZero() {
			s.Waits = append(s.Waits, rewards.WaitingTime{Plan: i == 0, At: waits.At, By: waits.By})
		}
	}
	return s
}

// Began is midnight of the day of the first block with facts; zero before it.
func (f *Fold) Began() time.Time { return f.schedule.began }

// agreed says that a fact is the second one of a time. Otherwise the time waits in its place.
func (f *Fold) agreed(waits *ProposedTime, at time.Time, fact *Fact) bool {
	if waits.At.Equal(at) && waits.By != fact.Operator && !f.lost(waits.By, operator.Approve, fact.When()) {
		*waits = ProposedTime{}
		return true
	}
	*waits = ProposedTime{at, fact.Operator, f.operators.Changes()}
	return false
}

// checkSecond refuses somebody who said the same before, and whose key was made after another one said it.
func (f *Fold) checkSecond(waits *ProposedTime, at time.Time, fact *Fact) error {
	if !waits.At.Equal(at) {
		return nil
	}
	if waits.By == fact.Operator {
		return problem.Conflictf("%s said that the TGE is at %s before: it counts once another operator says the same", waits.By,
			at.Format(time.RFC3339))
	}
	if label, made, ok := f.operators.Made(fact.Operator, fact.How); ok && made.Changes > waits.Keys {
		return problem.New(problem.Forbidden, "", "the key %s of %s was made at %s, after %s said when the TGE is: agree with an older key",
			label, fact.Operator, made.At.UTC().Format(time.RFC3339), waits.By)
	}
	return nil
}

// checkTGE refuses a time of the TGE where the books can have none.
func (f *Fold) checkTGE(at, said time.Time) error {
	switch token := f.program.Token; {
	case token == nil:
		return f.program.Lacks("token")
	case !token.TGE.IsZero():
		return problem.Conflictf("the program file has the TGE already, %s: there is nothing to record", token.TGE.Format(time.RFC3339))
	case at.Nanosecond() != 0:
		return problem.Invalidf("the TGE %s is not a whole second", at.Format(time.RFC3339Nano))
	case !f.tge.IsZero() && !f.tge.After(f.momentAt(said).Time):
		return problem.Conflictf("the TGE was recorded as %s: it moves no more", f.tge.Format(time.RFC3339))
	case at.After(said.AddDate(10, 0, 0)):
		return problem.Invalidf("the TGE %s is more than ten years away: is the year right?", at.Format(time.RFC3339))
	}
	return nil
}

// tgePlanEntry: two operators plan when the token is generated, by saying the same. Two others, or they, plan it for another time as often
// as they like. Once its time has come epochs of points wait until it is recorded, or planned anew.
var tgePlanEntry = entry[TGEBody]{
	scope: always[TGEBody](operator.Approve),
	stands: func(f *Fold, b *TGEBody) bool {
		return b.TGE.Equal(f.schedule.planned) || b.TGE.Equal(f.proposedPlan.At)
	},
	check: func(_ context.Context, p *Proposal, b *TGEBody) error {
		f, at := p.fold, b.TGE.Format(time.RFC3339)
		if err := f.checkTGE(b.TGE, p.fact.When()); err != nil {
			return err
		}
		switch until := f.momentAt(p.fact.When()).Time; {
		case !b.InsteadOf.IsZero():
			return problem.Invalidf("a plan is in the place of the one before it: say no other time")
		case !b.TGE.After(until):
			return problem.Invalidf("the TGE %s cannot be planned, it is %s: record it with `nodeledger rewards record-tge` if it has happened", at,
				until.Format(time.RFC3339))
		case b.TGE.Equal(f.schedule.planned):
			return problem.Conflictf("the TGE is planned for %s already", at)
		}
		return f.checkSecond(&f.proposedPlan, b.TGE, p.fact)
	},
	apply: func(p *Proposal, b *TGEBody, _ *ledger.Draft) error {
		if at := b.TGE.UTC(); p.fold.agreed(&p.fold.proposedPlan, at, p.fact) {
			p.fold.schedule.planned = at
		}
		return nil
	},
}

// tgeEntry: two operators record when the token was generated, by saying the same; then it is permanent. It may not be before an epoch
// that is closed, nor after the newest final block, nor at another time than planned unless they say so.
var tgeEntry = entry[TGEBody]{
	scope:  always[TGEBody](operator.Approve),
	stands: func(f *Fold, b *TGEBody) bool { return b.TGE.Equal(f.tge) || b.TGE.Equal(f.proposedTGE.At) },
	check: func(_ context.Context, p *Proposal, b *TGEBody) error {
		f, at := p.fold, b.TGE.Format(time.RFC3339)
		if err := f.checkTGE(b.TGE, p.fact.When()); err != nil {
			return err
		}
		switch last, planned := f.schedule.points, f.schedule.planned; {
		case b.TGE.Equal(f.tge):
			return problem.Conflictf("the TGE was recorded before as %s", at)
		case b.TGE.After(f.newest.When()):
			return problem.Conflictf("the TGE %s has not happened yet: the chain is final up to %s; plan it with `nodeledger rewards plan-tge`, "+
				"and record it afterwards", at, f.newest.When().Format(time.RFC3339))
		case b.TGE.Before(f.schedule.began), f.schedule.began.IsZero():
			return problem.Invalidf("the TGE %s is before anything that is booked", at)
		case !last.IsZero() && b.TGE.Before(last):
			return problem.Invalidf("the TGE %s is before %s, up to which epochs are closed", at, last.Format(time.RFC3339))
		case f.program.Points != nil && f.program.Points.AtTGE != nil && !b.TGE.After(f.schedule.pointsMoved):
			moved := f.schedule.pointsMoved
			return problem.Invalidf("points moved at %s, so the TGE was not before %s: from when it is planned for none move until it is recorded",
				moved.Format(time.RFC3339), moved.Add(time.Second).Format(time.RFC3339))
		case !b.InsteadOf.IsZero() && !b.InsteadOf.Equal(planned):
			return problem.Conflictf("the TGE is not planned for %s: look at `nodeledger rewards readiness`", b.InsteadOf.Format(time.RFC3339))
		case !planned.IsZero() && !planned.Equal(b.TGE) && b.InsteadOf.IsZero():
			return problem.Conflictf("the TGE is planned for %s: record that, or say that it was at %s instead (--instead-of %[1]s)",
				planned.Format(time.RFC3339), at)
		}
		return f.checkSecond(&f.proposedTGE, b.TGE, p.fact)
	},
	apply: func(p *Proposal, b *TGEBody, _ *ledger.Draft) error {
		f, at := p.fold, b.TGE.UTC()
		if f.agreed(&f.proposedTGE, at, p.fact) {
			f.tge = at
		}
		return nil
	},
}
