package engine_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/store"
)

// processes are engines over one database, each with a connection of its own as in a process of its own.
func processes(t *testing.T, dsn string, w *world, n int) (list []*engine.Engine, books engine.Store) {
	t.Helper()
	for range n {
		s, err := store.Connect(context.Background(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		list, books = append(list, startPaying(t, s, w)), s
	}
	return list, books
}

func onBothDatabases(t *testing.T, test func(t *testing.T, dsn string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, t.TempDir()+"/books.db") })
	t.Run("postgres", func(t *testing.T) { test(t, pgtest.URL(t)) })
}

// Facts that several processes record in the same instant, while one of them follows the chain, are each recorded once, and
// nobody is told to try again.
func TestFactsOfManyProcessesInOneInstant(t *testing.T) {
	onBothDatabases(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		w := newWorld(7)
		w.grow(20)
		w.Finalise(10)
		const writers, rounds = 4, 8
		engines, s := processes(t, dsn, w, writers+1)
		if err := engines[0].Sync(ctx, nil); err != nil {
			t.Fatal(err)
		}
		staff(t, engines[0])
		at := w.Now()
		for round := range rounds {
			w.grow(1)
			w.Finalise(8)
			start := make(chan struct{})
			var group sync.WaitGroup
			for i, e := range engines {
				group.Go(func() {
					<-start
					if i == 0 {
						if err := e.Sync(ctx, nil); err != nil {
							t.Errorf("sync: %v", err)
						}
						return
					}
					reference := fmt.Sprintf("revenue-%d-%d", round, i)
					receipt, err := e.RecordRevenue(ctx, ann, reference, fold.RevenueRow{Source: "fiat", Amount: "0.01", At: at})
					if err != nil || receipt.AlreadyRecorded {
						t.Errorf("%s: %+v, %v", reference, receipt, err)
					}
					if receipt, err := e.Hold(ctx, ann, fmt.Sprintf("hold-%d", round), ledger.Wallet{19: 51}.String(), "a question"); err != nil ||
						receipt.Sequence == 0 {
						t.Errorf("the same fact by everybody: %+v, %v", receipt, err)
					}
				})
			}
			close(start)
			group.Wait()
		}
		counts := map[string]int{}
		for in, err := range s.Inputs(ctx, 1) {
			if err != nil {
				t.Fatal(err)
			}
			fact, err := in.Fact()
			if fact != nil {
				counts[fact.Kind+" "+fact.Reference]++
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		for round := range rounds {
			for i := 1; i <= writers; i++ {
				if n := counts[fmt.Sprintf("revenue revenue-%d-%d", round, i)]; n != 1 {
					t.Errorf("the fact %d of round %d is in the books %d times", i, round, n)
				}
			}
			if n := counts[fmt.Sprintf("hold hold-%d", round)]; n != 1 {
				t.Errorf("the fact that everybody recorded in round %d is in the books %d times", round, n)
			}
		}
		verified(t, s)
		rebuilt(t, s)
	})
}

// blind is a store whose commits look like those of a writer that has seen everything: the comparison is of no use.
type blind struct{ engine.Store }

func (b blind) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	state, err := b.State(ctx)
	if err != nil {
		return ledger.Head{}, err
	}
	c.Seen = state.Position
	return b.Store.Commit(ctx, c)
}

// Without the comparison the books take what was decided without knowing them: a run pays a wallet that was put on hold before.
func TestWithoutTheComparisonAFactIsOverlooked(t *testing.T) {
	for _, compares := range []bool{true, false} {
		ctx := context.Background()
		w, s, here := funded(t)
		done(t)(here.CloseMonth(ctx, ann, "2024-04"))
		var under engine.Store = s
		if !compares {
			under = blind{s}
		}
		m := &meddled{Store: under, meddle: func() { done(t)(here.Hold(ctx, ann, "hold", ledger.Wallet{19: 51}.String(), "a question")) }}
		there := startPaying(t, m, w)
		m.looks = 1
		_, err := there.PreparePayout(ctx, ann, "april", "USDT", "transfer")
		paid := err == nil && lines(there, "april") != "52:0/2000 "
		if compares && (err != nil || paid) {
			t.Errorf("a wallet on hold is in the run: %s, %v", lines(there, "april"), err)
		}
		if !compares && !paid {
			t.Errorf("nothing was overlooked without the comparison (%v): this test shows nothing", err)
		}
	}
}

// always is a store where another writer is faster every time.
type always struct{ engine.Store }

func (always) Commit(context.Context, engine.Commit) (ledger.Head, error) {
	return ledger.Head{}, engine.ErrMoved
}

func TestAWriterThatAlwaysLosesGivesUp(t *testing.T) {
	w, s, _ := funded(t)
	e := startPaying(t, always{s}, w)
	if _, err := e.Hold(context.Background(), ann, "hold", ledger.Wallet{19: 51}.String(), "a question"); !errors.Is(err, engine.ErrMoved) {
		t.Fatal(err)
	}
}
