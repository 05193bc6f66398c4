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
		done(t)(record(ann, "one", on(4, 19)))
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

// Whoever leaves takes nobody's place: what one person may give alone, to whom, and until when.
func TestOnePersonMakesNoSecond(t *testing.T) {
	ctx := context.Background()
	_, e := fundedIn(t, open(t, "books.db"))
	hire(t, e, keyOf("ci", "C", operator.Prepare))
	gus := keyOf("gus", "G", operator.Record)
	gus.Until = on(9, 1)
	hire(t, e, gus)
	byGus := engine.By{Token: tokenOf("G")}
	own := operator.Change{Name: "gus", Label: "second", Token: operator.HashToken(tokenOf("H")), Scopes: []operator.Scope{operator.Record}}
	refusal(t, problem.Forbidden, "what it gives alone ends by then, too")(e.RecordOperator(ctx, byGus, "second", own))
	own.Until = on(9, 2)
	refusal(t, problem.Forbidden, "what it gives alone ends by then, too")(e.RecordOperator(ctx, byGus, "second", own))
	own.Until = on(9, 1)
	done(t)(e.RecordOperator(ctx, byGus, "second", own))

	// The name of somebody who had a key is theirs.
	done(t)(e.RecordOperator(ctx, ann, "gus-goes", operatorGoes("gus")))
	again := operator.Change{Name: "gus", Label: "third", Token: operator.HashToken(tokenOf("I")), Scopes: []operator.Scope{operator.Record}}
	done(t)(e.RecordOperator(ctx, ann, "gus-again", again))
	refusal(t, problem.NotAuthenticated, "")(e.RecordRevenue(ctx, engine.By{Token: tokenOf("I")}, "as-gus",
		fold.RevenueRow{Source: "dapp", Amount: "1", At: on(4, 21)}))
	done(t)(e.ConsentToKey(ctx, bob, "gus", grantOf(t, e, "gus")))

	// Whoever prepares lets nobody approve, even when nobody else is left.
	done(t)(e.RecordOperator(ctx, ann, "erin", keyOf("erin", "E", operator.Approve)))
	grant := grantOf(t, e, "erin")
	done(t)(e.RecordOperator(ctx, ann, "bob-goes", operatorGoes("bob")))
	refusal(t, problem.Forbidden, "cannot consent to the key")(e.ConsentToKey(ctx, engine.By{Token: tokenOf("C")}, "erin", grant))
	refusal(t, problem.Conflict, "no other operator is there to consent")(e.RecordOperator(ctx, ann, "evil",
		keyOf("evil", "F", operator.Approve)))
}

// A key that somebody gave who is gone waits in vain.
func TestWhatSomebodyGaveGoesWithThem(t *testing.T) {
	ctx := context.Background()
	_, e := fundedIn(t, open(t, "books.db"))
	hire(t, e, keyOf("carol", "C", operator.Admin))
	done(t)(e.RecordOperator(ctx, engine.By{Token: tokenOf("C")}, "erin", keyOf("erin", "E", operator.Approve)))
	grant := grantOf(t, e, "erin")
	done(t)(e.RecordOperator(ctx, ann, "carol-goes", operatorGoes("carol")))
	refusal(t, problem.Conflict, "carol, who gave this key, has none any more")(e.ConsentToKey(ctx, bob, "erin", grant))
}
