package engine_test

import (
	"context"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
)

// A file of revenue is taken whole, or not at all, and once.
func TestAFileOfIncomeIsOneThing(t *testing.T) {
	ctx := context.Background()
	w := newWorld(3)
	for range 30 {
		w.grow(1)
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	staff(t, e)
	at := w.Now()
	row := func(reference, amount string) engine.ReferencedRevenue {
		return engine.ReferencedRevenue{Reference: reference, RevenueRow: fold.RevenueRow{Source: "fiat", Amount: amount, At: at}}
	}
	head := func() string { st, _ := s.State(ctx); return st.Ledger.String() }
	before := head()
	for name, rows := range map[string][]engine.ReferencedRevenue{
		"none":  nil,
		"bad":   {row("a", "1"), row("b", "one"), row("c", "2"), row("d", "0")},
		"twice": {row("a", "1"), row("a", "1")},
	} {
		if again, err := e.RecordRevenues(ctx, ann, rows); err == nil || again != 0 {
			t.Errorf("%s: %d again, %v", name, again, err)
		} else if name == "bad" && (!strings.Contains(reasons(err), "row 2") || !strings.Contains(reasons(err), "row 4")) {
			t.Errorf("not every bad row is named: %v", err)
		}
		same(t, name+": head", head(), before)
	}
	if again, err := e.RecordRevenues(ctx, ann, []engine.ReferencedRevenue{row("a", "1"), row("b", "-0.5")}); again != 0 || err != nil {
		t.Fatalf("%d again, %v", again, err)
	}
	if again, err := e.RecordRevenues(ctx, ann,
		[]engine.ReferencedRevenue{row("a", "1"), row("c", "3"), row("b", "-0.5")}); again != 2 || err != nil {
		t.Fatalf("%d again, %v", again, err)
	}
	if _, err := e.RecordRevenues(ctx, ann, []engine.ReferencedRevenue{row("d", "1"), row("a", "2")}); err == nil ||
		!strings.Contains(reasons(err), "row 2: a of ann") {
		t.Errorf("another content under the same reference: %v", err)
	}
	if _, err := e.RecordRevenues(ctx, engine.By{Name: "ann"},
		[]engine.ReferencedRevenue{row("d", "1")}); problem.KindOf(err) != problem.NotAuthenticated {
		t.Errorf("a name alone: %v", err)
	}
	// What is returned may stand before what was earned, and be more of it: a file is one thing, in whatever order its rows are.
	if again, err := e.RecordRevenues(ctx, ann, []engine.ReferencedRevenue{row("f", "-50"), row("e", "10")}); again != 0 || err != nil {
		t.Fatalf("%d again, %v", again, err)
	}
	same(t, "the source", net(t, s, "assets:source:fiat"), "-36.5 USDT") // 1 + 3 - 0.5 + 10 - 50
	same(t, "the fund", net(t, s, "equity:fund:share"), "18.25 USDT")    // below zero by half of it: the next months pay it off
	verified(t, s)
	// What came in came in once, whoever records it.
	if again, err := e.RecordRevenues(ctx, bob, []engine.ReferencedRevenue{row("a", "1"), row("c", "3")}); again != 2 || err != nil {
		t.Errorf("%d again, %v", again, err)
	}
	fromBob := fold.RevenueRow{Source: "fiat", Amount: "1", At: at}
	if r, err := e.RecordRevenue(ctx, bob, "a", fromBob); !r.AlreadyRecorded || r.Operator != "ann" || err != nil {
		t.Errorf("%+v, %v", r, err)
	}
	fromBob.Amount = "1.5"
	refusal(t, problem.Conflict, "a of ann was recorded before with other content")(e.RecordRevenue(ctx, bob, "a", fromBob))
	same(t, "the source", net(t, s, "assets:source:fiat"), "-36.5 USDT")
	if err := e.Reload(ctx); err != nil { // the fold that is made anew knows it, too
		t.Fatal(err)
	}
	refusal(t, problem.Conflict, "a of ann was recorded before with other content")(e.RecordRevenue(ctx, bob, "a", fromBob))
}

func reasons(err error) string { return strings.Join(problem.Of(err).Details(), "\n") }
