package engine_test

import (
	"context"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// What would change nothing is refused, with what the program lacks, and nothing is recorded of the file.
func TestScoresWithoutEffectAreRefused(t *testing.T) {
	ctx := context.Background()
	p := rewardingBut(t, "pools: { validators: 1/3, providers: 1/3, queens: 1/3 }", "pools: { validators: 100%, providers: 0%, queens: 0% }",
		"  health: { drill: { failed: 0.3, passed: 0.1 }, check: { failed: 0.1, passed: 0.1, in_a_row: 3 }, "+
			"ratings: [{ at_least: 1, loses: 0.1 }] }\n", "",
		"then: half }", "then: half,\n    pools: [{ from: 2024-06-01, validators: 50%, providers: 50%, queens: 0% }] }")
	w := newWorld(1)
	e, err := engine.Open(ctx, p, open(t, "books.db"), w, w, silent())
	fatal(t, err)
	for what, want := range map[string]string{
		"queen": "no pool of queens", "drill": "no points.health", "check": "no points.health",
		"rating": "no points.health",
	} {
		rows := []fold.ScoreRow{{Wallet: ledger.Wallet{19: 9}.String(), What: what, Value: "1", At: on(5, 1)}}
		_, err := e.RecordScores(ctx, engine.By{Name: "alice"}, what, rows)
		if problem.KindOf(err) != problem.Invalid || !strings.Contains(reasons(err), want) {
			t.Errorf("%s: %v, want %q", what, reasons(err), want)
		}
	}
	later := []fold.ScoreRow{{Wallet: ledger.Wallet{19: 9}.String(), What: "compute", Value: "1", At: on(5, 1)}}
	done(t)(e.RecordScores(ctx, engine.By{Name: "alice"}, "compute", later)) // there will be a pool of providers
}
