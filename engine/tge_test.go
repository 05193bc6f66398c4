package engine_test

import (
	"context"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// tgeWorld is books of some days without a TGE, with two operators.
func tgeWorld(t *testing.T, s engine.Store) (*engine.Engine, *world) {
	t.Helper()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4))
	p := rewardingBut(t, "  tge: 2024-04-19T12:00:00Z\n", "", "cap: 6000", "cap: 60000")
	e, err := engine.Open(context.Background(), p, s, w, w, silent())
	fatal(t, err)
	w.upTo(t, e, on(4, 17))
	staff(t, e)
	return e, w
}

// tgeOf is the TGE as the books have it, and as it is planned.
func tgeOf(e *engine.Engine) (at, planned time.Time) {
	e.View(func(f *fold.Fold, _ engine.State) { at, planned = f.Generation(), f.PlannedTGE() })
	return at, planned
}

func readied(t *testing.T, e *engine.Engine) rewards.Readiness {
	t.Helper()
	r, err := e.Readiness(context.Background())
	fatal(t, err)
	return r
}

// Two operators who may approve plan the TGE, and two move the plan as often as they like; nothing follows from it but that epochs wait
// once it has come.
func TestTwoPlanTheTGE(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		e, w := tgeWorld(t, s)
		plan := func(by engine.By, reference string, at time.Time) (engine.Receipt, error) {
			return e.PlanTGE(ctx, by, reference, at)
		}
		is := func(want time.Time) {
			t.Helper()
			if at, planned := tgeOf(e); !at.IsZero() || !planned.Equal(want) {
				t.Fatalf("the TGE is at %v and planned for %v, want %v", at, planned, want)
			}
		}
		hire(t, e, keyOf("bot", "C", operator.Record))
		refusal(t, problem.Forbidden, "approve")(plan(engine.By{Token: tokenOf("C")}, "bot", on(4, 19)))
		refusal(t, problem.Invalid, "cannot be planned, it is")(plan(ann, "early", on(4, 16)))
		refusal(t, problem.Invalid, "more than ten years away")(plan(ann, "far", time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)))
		hire(t, e, keyOf("carol", "D", operator.Approve))
		done(t)(plan(engine.By{Token: tokenOf("D")}, "leaver", on(4, 19)))
		done(t)(e.RecordOperator(ctx, ann, "carol-goes", operatorGoes("carol")))
		done(t)(plan(ann, "one", on(4, 19))) // whoever left is not the second one
		is(time.Time{})
		refusal(t, problem.Conflict, "once another operator says the same")(plan(ann, "again", on(4, 19)))
		hire(t, e, keyOf("dave", "E", operator.Approve))
		refusal(t, problem.Forbidden, "agree with an older key")(plan(engine.By{Token: tokenOf("E")}, "young", on(4, 19)))
		done(t)(plan(bob, "other", on(4, 20)))
		is(time.Time{})
		done(t)(plan(ann, "same", on(4, 20)))
		is(on(4, 20))
		refusal(t, problem.Conflict, "is planned for 2024-04-20T00:00:00Z already")(plan(bob, "twice", on(4, 20)))
		done(t)(plan(bob, "move", on(4, 19))) // alone he moves nothing
		is(on(4, 20))
		done(t)(plan(ann, "moved", on(4, 19).Add(12*time.Hour)))
		done(t)(plan(bob, "moved-too", on(4, 19).Add(12*time.Hour)))
		is(on(4, 19).Add(12 * time.Hour))
		run := func(until time.Time) {
			t.Helper()
			w.upTo(t, e, until)
			_, err := e.RunJobs(ctx)
			fatal(t, err)
		}
		closed := func(day string, want bool) {
			t.Helper()
			tx, err := s.Keyed(ctx, ledger.JobSource("epoch", day).Key())
			fatal(t, err)
			if (tx != nil) != want {
				t.Fatalf("the epoch of %s is closed: %v, want %v", day, tx != nil, want)
			}
		}
		ready := readied(t, e)
		if ready.TGE.Report != nil || !ready.TGE.Planned || ready.TGE.Awaited(ready.At) || len(ready.TGE.Waits) != 0 {
			t.Errorf("a plan is shown as %+v", ready.TGE)
		}
		run(on(4, 22)) // its time has come, and nobody said that it was
		if ready := readied(t, e); !ready.TGE.Awaited(ready.At) || ready.TGE.Report != nil {
			t.Errorf("a plan whose time has come is shown as %+v", ready.TGE)
		}
		closed("2024-04-18", true)
		closed("2024-04-19", false)
		is(on(4, 19).Add(12 * time.Hour))
		done(t)(plan(ann, "slips", on(4, 25)))
		done(t)(plan(bob, "slips", on(4, 25)))
		run(on(4, 22))
		closed("2024-04-21", true)
		verifiedWholly(t, s)
		rebuiltBy(t, s, nil)
		livedOn(t, e, e.Program(), s)
	})
}

// Two operators record when the TGE was, once the chain is final up to it, and not at another time than planned without saying so. Then it
// is permanent.
func TestTwoRecordTheTGE(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		e, w := tgeWorld(t, s)
		record := func(by engine.By, reference string, at time.Time) (engine.Receipt, error) {
			return e.RecordTGE(ctx, by, reference, at, time.Time{})
		}
		was, planned := on(4, 19).Add(11*time.Hour), on(4, 19).Add(10*time.Hour)
		refusal(t, problem.Conflict, "has not happened yet: the chain is final up to 2024-04-17T")(record(ann, "ahead", was))
		refusal(t, problem.Invalid, "is before anything that is booked")(record(ann, "early", time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)))
		done(t)(e.PlanTGE(ctx, ann, "plan", planned))
		done(t)(e.PlanTGE(ctx, bob, "plan", planned))
		w.upTo(t, e, on(4, 21))
		_, err := e.RunJobs(ctx)
		fatal(t, err)
		refusal(t, problem.Invalid, "up to which epochs are closed")(record(ann, "closed", on(4, 18)))
		refusal(t, problem.Conflict, "the TGE is planned for 2024-04-19T10:00:00Z: record that, or say that it was at 2024-04-19T11:00:00Z "+
			"instead (--instead-of 2024-04-19T10:00:00Z)")(record(ann, "other", was))
		refusal(t, problem.Conflict, "is not planned for 2024-04-20T00:00:00Z")(e.RecordTGE(ctx, ann, "no-plan", was, on(4, 20)))
		done(t)(e.RecordTGE(ctx, ann, "was", was, planned))
		if at, _ := tgeOf(e); !at.IsZero() {
			t.Fatalf("one operator recorded the TGE %v", at)
		}
		if waits := readied(t, e).TGE.Waits; len(waits) != 1 || waits[0] != (rewards.WaitingTime{At: was, By: "ann"}) {
			t.Errorf("what waits is shown as %+v", waits)
		}
		refusal(t, problem.Conflict, "once another operator says the same")(e.RecordTGE(ctx, ann, "again", was, planned))
		done(t)(e.RecordTGE(ctx, bob, "was", was, planned))
		if at, plan := tgeOf(e); !at.Equal(was) || !plan.IsZero() {
			t.Fatalf("the TGE is at %v, planned for %v", at, plan)
		}
		refusal(t, problem.Conflict, "it moves no more")(record(bob, "late", on(4, 20)))
		refusal(t, problem.Conflict, "it moves no more")(e.PlanTGE(ctx, bob, "plan-late", on(5, 1)))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		r, err := e.Epoch(ctx, "epoch", "2024-04-19")
		fatal(t, err)
		same(t, "points of the day", r.Budget.Setting.String(), "660 GPOINT") // 11 of 24 hours
		report := readied(t, e).TGE.Report
		if report == nil || report.Days != 6 || report.NodesSold != 4 || report.TiersSold != 0 || !report.Capped {
			t.Fatalf("how it went: %+v", report)
		}
		// A third goes to each pool, and nobody provides: 6 days and 11 hours of 480, which become tokens one by one.
		same(t, "points", report.Issued.String(), "3100 GPOINT")
		same(t, "converted", report.Converted.String(), "3100 GPU")
		same(t, "dropped", report.Dropped.String(), "10000000 GPU")
		verifiedWholly(t, s)
		rebuiltBy(t, s, nil)
		livedOn(t, e, e.Program(), s)
	})
}
