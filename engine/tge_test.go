package engine_test

import (
	"context"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// Two operators who may approve record when the token is generated, and two move it until it has come; then nobody does.
func TestTwoRecordTheTGE(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4))
		p := rewardingBut(t, "  tge: 2024-04-19T12:00:00Z\n", "")
		e, err := engine.Open(ctx, p, s, w, w, silent())
		fatal(t, err)
		w.upTo(t, e, on(4, 17))
		staff(t, e)
		record := func(by engine.By, reference string, at time.Time) (engine.Receipt, error) {
			return e.RecordTGE(ctx, by, reference, at)
		}
		generation := func() (at time.Time) {
			e.View(func(f *fold.Fold, _ engine.State) { at = f.Generation() })
			return at
		}
		is := func(want time.Time) {
			t.Helper()
			if got := generation(); !got.Equal(want) {
				t.Fatalf("the token is generated at %v, want %v", got, want)
			}
		}
		hire(t, e, keyOf("bot", "C", operator.Record))
		refusal(t, problem.Forbidden, "approve")(record(engine.By{Token: tokenOf("C")}, "bot", on(4, 19)))
		refusal(t, problem.Invalid, "is before anything that is booked")(record(ann, "early", time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)))
		refusal(t, problem.Invalid, "more than ten years away")(record(ann, "far", time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)))
		hire(t, e, keyOf("carol", "D", operator.Approve))
		done(t)(record(engine.By{Token: tokenOf("D")}, "leaver", on(4, 19)))
		done(t)(e.RecordOperator(ctx, ann, "carol-goes", operatorGoes("carol")))
		done(t)(record(ann, "one", on(4, 19))) // whoever left is not the second one
		is(time.Time{})
		refusal(t, problem.Conflict, "once another operator records the same")(record(ann, "again", on(4, 19)))
		done(t)(record(bob, "other", on(4, 20)))
		is(time.Time{})
		done(t)(record(ann, "same", on(4, 20)))
		is(on(4, 20))
		done(t)(record(bob, "move", on(4, 19))) // alone he moves nothing
		is(on(4, 20))
		done(t)(record(ann, "moved", on(4, 19)))
		is(on(4, 19))
		w.upTo(t, e, on(4, 21))
		if _, err := e.RunJobs(ctx); err != nil {
			t.Fatal(err)
		}
		refusal(t, problem.Conflict, "which has come: it moves no more")(record(bob, "late", on(5, 1)))
		verifiedWholly(t, s)
		rebuiltBy(t, s, p)
		livedOn(t, e, p, s)
	})
}
