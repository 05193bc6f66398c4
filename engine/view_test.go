package engine_test

import (
	"context"
	"io"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// Every epoch computed again, without a lock and from the input alone, has the file that the journal names.
func TestEpochsAreRecomputedAsTheyWereClosed(t *testing.T) {
	ctx := context.Background()
	w := newWorld(6)
	for len(w.Blocks) < 12*9 {
		w.grow(4)
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startRewarding(t, s, w)
	record(t, e)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	jobs, epochs := 0, 0
	for in, err := range s.Inputs(ctx, 1) {
		if err != nil {
			t.Fatal(err)
		}
		j, err := in.Job()
		if err != nil || (j != nil) != (in.Kind == fold.InputJob) {
			t.Fatalf("input %d of kind %s is the job %+v, %v", in.Sequence, in.Kind, j, err)
		}
		if j == nil {
			continue
		}
		jobs++
		tx, err := s.Keyed(ctx, ledger.JobSource(j.Name, j.Slot).Key())
		if err != nil {
			t.Fatal(err)
		}
		if tx == nil || tx.Meta["file"] == "" {
			continue // an unlock, the conversion, what vested
		}
		epochs++
		start, end, err := j.Window()
		if err != nil || start.Format(time.RFC3339) != tx.Meta["start"] || end.Format(time.RFC3339) != tx.Meta["end"] {
			t.Errorf("%s of %s is from %s to %s (%v), the journal says %v", j.Name, j.Slot, start, end, err, tx.Meta)
		}
		r, err := e.Closing().Epoch(ctx, j, e.Reader())
		if err != nil {
			t.Fatal(err)
		}
		hash, err := r.WriteFile(io.Discard)
		if err != nil || hash.String() != tx.Meta["file"] {
			t.Errorf("%s of %s has the file %s, the journal says %s (%v)", j.Name, j.Slot, hash, tx.Meta["file"], err)
		}
	}
	if epochs < 8 || jobs < epochs+3 {
		t.Fatalf("%d jobs, %d epochs", jobs, epochs)
	}
	if _, _, err := (&fold.Job{Name: rewards.PointsJob, Slot: "tomorrow"}).Window(); err == nil {
		t.Error("tomorrow is a day")
	}
}

// What a grant moved in the books is what its wallet has of it, and a revoked grant is what is left of it.
func TestGrantsOfAWallet(t *testing.T) {
	ctx := context.Background()
	w := newWorld(7)
	for len(w.Blocks) < 12*4 {
		w.grow(4)
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startRewarding(t, s, w)
	record(t, e)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := e.RunJobs(ctx); err != nil {
		t.Fatal(err)
	}
	seed, late := e.GrantsOf(ledger.Wallet{19: 250}), e.GrantsOf(ledger.Wallet{19: 251})
	if len(seed) != 1 || seed[0].Name != "seed" || len(late) != 1 || len(e.GrantsOf(ledger.Wallet{19: 1})) != 0 {
		t.Fatalf("%+v, %+v", seed, late)
	}
	for n, g := range map[byte]fold.GrantInForce{250: seed[0], 251: late[0]} {
		if got := g.Moved().Decimal().String(); got != held(t, s, n, ledger.Available) || g.Moved().IsZero() {
			t.Errorf("of %s %s were moved, the books have %s available", g.Name, got, held(t, s, n, ledger.Available))
		}
	}
	at := time.Date(2024, 4, 25, 0, 0, 0, 0, time.UTC)
	if _, err := e.RecordRevocation(ctx, engine.By{Name: "alice"}, "end", "late", at); err != nil {
		t.Fatal(err)
	}
	left := e.GrantsOf(ledger.Wallet{19: 251})[0]
	if left.Schedule.Granted() != late[0].Schedule.Vested(at) || left.Schedule.Granted().Cmp(money.Zero(left.Moved().Asset())) == 0 {
		t.Errorf("what is left of it is %s", left.Schedule.Granted())
	}
}

func TestTryViewDoesNotWait(t *testing.T) {
	e := startRewarding(t, open(t, "books.db"), newWorld(1))
	inside := false
	e.View(func(*fold.Fold, engine.State) { inside = e.TryView(func(*fold.Fold, engine.State) {}) })
	if !inside {
		t.Error("two readers are in each other's way")
	}
	seen := uint64(99)
	if !e.TryView(func(_ *fold.Fold, s engine.State) { seen = s.Inputs }) || seen != 0 {
		t.Errorf("%d inputs are seen", seen)
	}
}
