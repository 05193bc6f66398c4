package engine_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/store"
)

// A fact whose commit is on the primary server alone is not called recorded, neither to who sent it nor to who sends it again, until the
// replica has it. Everybody can read it meanwhile.
func TestAFactIsRecordedWhenTheReplicaHasIt(t *testing.T) {
	ctx := context.Background()
	s, err := store.Connect(ctx, pgtest.URL(t))
	fatal(t, err)
	t.Cleanup(func() { s.Close() })
	_, e := fundedIn(t, s)
	row := fold.RevenueRow{Source: "dapp", Amount: "0.25", At: time.Date(2024, 4, 21, 0, 0, 0, 0, time.UTC)}
	file := []engine.ReferencedRevenue{{Reference: "late", RevenueRow: row}}
	before, err := s.State(ctx)
	fatal(t, err)

	back := pgtest.WithoutReplica(t)
	impatient := func(call func(ctx context.Context) error) {
		t.Helper()
		ctx, cancel := context.WithTimeout(ctx, 500*time.Millisecond)
		defer cancel()
		if err := call(ctx); err == nil || !errors.Is(ctx.Err(), context.DeadlineExceeded) {
			t.Errorf("answered without the replica: %v", err)
		}
	}
	once := func(ctx context.Context) error { _, err := e.RecordRevenue(ctx, ann, "late", row); return err }
	impatient(once)
	if now, err := s.State(ctx); err != nil || now.Inputs != before.Inputs+1 {
		t.Fatalf("%d inputs, %d before: %v", now.Inputs, before.Inputs, err)
	}
	impatient(once)
	impatient(func(ctx context.Context) error { _, err := e.RecordRevenues(ctx, ann, file); return err })
	closes := func(ctx context.Context) error { _, err := e.CloseMonth(ctx, ann, "2024-04"); return err }
	impatient(closes)
	if now, err := s.State(ctx); err != nil || now.Inputs <= before.Inputs+1 {
		t.Fatalf("the month is not closed: %d inputs, %d before: %v", now.Inputs, before.Inputs, err)
	}
	impatient(closes)
	back()
	if receipt, err := e.CloseMonth(ctx, ann, "2024-04"); err != nil || !receipt.AlreadyRecorded {
		t.Errorf("%+v: %v", receipt, err)
	}

	receipt, err := e.RecordRevenue(ctx, ann, "late", row)
	if err != nil || !receipt.AlreadyRecorded || receipt.Sequence != before.Ledger.Sequence+1 {
		t.Errorf("%+v: %v", receipt, err)
	}
	if already, err := e.RecordRevenues(ctx, ann, file); err != nil || already != 1 {
		t.Errorf("%d were recorded before: %v", already, err)
	}
}

// While a commit waits for its replica, readers see the books as they were before it, within a second or two.
func TestReadersDoNotWaitForACommitThatWaits(t *testing.T) {
	ctx := context.Background()
	url := pgtest.URL(t)
	s, err := store.Connect(ctx, url)
	fatal(t, err)
	t.Cleanup(func() { s.Close() })
	_, e := fundedIn(t, s)
	c, err := store.ConnectReadOnly(ctx, url)
	fatal(t, err)
	t.Cleanup(func() { c.Close() })
	e.ReadFrom(c)
	read := func() (state engine.State, facts uint64, took time.Duration) {
		begun := time.Now()
		e.View(func(f *fold.Fold, s engine.State) { state, facts = s, f.Facts() })
		return state, facts, time.Since(begun)
	}
	before, facts, _ := read()
	back := pgtest.WithoutReplica(t)
	recorded := make(chan error, 1)
	go func() {
		_, err := e.RecordRevenue(ctx, ann, "waits", fold.RevenueRow{Source: "dapp", Amount: "0.25",
			At: time.Date(2024, 4, 21, 0, 0, 0, 0, time.UTC)})
		recorded <- err
	}()
	for waits := false; !waits; { // until the commit holds the fold
		waits = !e.TryView(func(f *fold.Fold, _ engine.State) {})
	}
	for n := range 5 {
		state, now, took := read()
		if state.Position != before.Position || now != facts {
			t.Errorf("reader %d sees %d facts at %+v, there were %d at %+v", n, now, state.Position, facts, before.Position)
		}
		if took > 5*time.Second {
			t.Errorf("reader %d waited for %s", n, took)
		}
	}
	back()
	fatal(t, <-recorded)
	if state, now, _ := read(); now != facts+1 || state.Inputs != before.Inputs+1 {
		t.Errorf("after it: %d facts, %d before", now, facts)
	}
}
