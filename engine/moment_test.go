package engine_test

import (
	"context"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/rewards"
)

// TestATextOfOncePassedIsNotAgreedTo: a text whose date was to come when it was proposed changes no closed epoch and moves no TGE that
// has come meanwhile, though no block since had an event.
func TestATextOfOncePassedIsNotAgreedTo(t *testing.T) {
	const brackets = "      - { nodes: 5, factor: 1.25 }\n"
	later := brackets + "  - from: 2024-04-25\n    brackets:\n      - { nodes: 1, factor: 1 }\n      - { nodes: 5, factor: 9 }\n"
	for name, x := range map[string]struct {
		first, next func(*testing.T) *program.Program
		job         string
	}{
		"points": {momentRules("2024-06-19T12:00:00Z"), momentRules("2024-06-19T12:00:00Z", brackets, later), rewards.PointsJob},
		"token":  {momentRules("2024-04-19T12:00:00Z"), momentRules("2024-04-19T12:00:00Z", brackets, later), rewards.TokenJob},
		"TGE":    {momentRules("2024-04-25T12:00:00Z"), momentRules("2024-06-25T12:00:00Z"), rewards.TokenJob},
	} {
		t.Run(name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s engine.Store) {
				ctx := context.Background()
				w := newWorld(1)
				e := ruledBooks(t, s, w, x.first(t))
				next := x.next(t)
				done(t)(e.ProposeProgram(ctx, ann, "p", next, "later", false))
				w.upTo(t, e, on(5, 2))
				_, err := e.RunJobs(ctx)
				fatal(t, err)
				_, err = e.ConsentToProgram(ctx, bob, canonical.Digest(next), ledger.Hash{})
				if of := problem.Of(err); of == nil || of.Code != problem.RuleInForce {
					t.Fatalf("it was agreed to: %v", err)
				}
				_, err = e.Epoch(ctx, x.job, "2024-04-28")
				fatal(t, err)
				verifiedWholly(t, s)
			})
		})
	}
}

func momentRules(tge string, oldNew ...string) func(*testing.T) *program.Program {
	return func(t *testing.T) *program.Program {
		t.Helper()
		return withRules(t, tge, append([]string{"  cap: 6000\n", "  cap: 600000\n"}, oldNew...)...)
	}
}

// TestAQuietBlockIsBooked: an entry from a block without an event was in force in the epochs that are closed after it.
func TestAQuietBlockIsBooked(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		const tge, was, from = "2024-06-19T12:00:00Z", "  - from: 2024-04-16\n", "  - from: block 60\n"
		w := newWorld(1)
		e, err := engine.Open(ctx, withRules(t, tge, was, from), s, w, w, silent())
		fatal(t, err)
		w.Mine(w.Buy(50, 0, 5), w.Buy(51, 50, 20))
		staff(t, e)
		w.upTo(t, e, on(4, 22))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		next := withRules(t, tge, was, from, "{ nodes: 5, factor: 1.25 }", "{ nodes: 5, factor: 3 }")
		_, err = e.ProposeProgram(ctx, ann, "p", next, "in place", false)
		if of := problem.Of(err); of == nil || of.Code != problem.RuleInForce {
			t.Fatalf("it was proposed: %v", err)
		}
		verifiedWholly(t, s)
		var live, again canonical.Booked
		e.View(func(f *fold.Fold, _ engine.State) { live = f.Booked() })
		e, err = engine.Open(ctx, nil, s, w, w, silent())
		fatal(t, err)
		e.View(func(f *fold.Fold, _ engine.State) { again = f.Booked() })
		if live.Block < 60 || live != again {
			t.Errorf("booked up to %v, and %v by another process", live, again)
		}
	})
}

// TestATextDoesNotMoveARecordedTGE: what two operators recorded is not set by a text.
func TestATextDoesNotMoveARecordedTGE(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w := newWorld(1)
		e := ruledBooks(t, s, w, rewardingBut(t, "  tge: 2024-04-19T12:00:00Z\n", "", "token:\n", worldRevenue, "  GPU:    {", worldUSDT))
		next := withRules(t, "2024-07-19T12:00:00Z")
		done(t)(e.ProposeProgram(ctx, ann, "early", next, "a plan", false))
		tge := w.Now().UTC().Truncate(time.Second)
		done(t)(e.RecordTGE(ctx, ann, "tge", tge, time.Time{}))
		done(t)(e.RecordTGE(ctx, bob, "tge", tge, time.Time{}))
		refusal(t, problem.Conflict, "the TGE was recorded as ")(e.ConsentToProgram(ctx, bob, canonical.Digest(next), ledger.Hash{}))
		refusal(t, problem.Conflict, "the TGE was recorded as ")(e.ProposeProgram(ctx, ann, "p", next, "a plan", false))
		w.upTo(t, e, on(5, 2))
		refusal(t, problem.Conflict, "the TGE was recorded as ")(e.ProposeProgram(ctx, ann, "p", next, "a plan", false))
		refusal(t, problem.Conflict, "it moves no more")(e.RecordTGE(ctx, ann, "later", w.Now().UTC().Truncate(time.Second), time.Time{}))
	})
}
