package engine_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
)

// watched is books that are verified in the background, and how far they were when that was kept.
type watched struct {
	*engine.Engine
	wake  chan struct{}
	mu    sync.Mutex
	sizes []uint64
}

func watch(t *testing.T, e *engine.Engine, s engine.Store, every time.Duration) *watched {
	t.Helper()
	w := &watched{Engine: e, wake: make(chan struct{})}
	task := &engine.Watch{
		Engine: e, Books: s, Every: every, Poll: time.Hour, Wake: w.wake, Log: silent(),
		Scratch: func(ctx context.Context) (engine.Scratch, func() error, error) {
			scratch, err := store.NewScratch(ctx)
			return scratch, scratch.Close, err
		},
		Keep: func(_ context.Context, at *engine.State, _ engine.Fetched) error {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.sizes = append(w.sizes, at.Ledger.Size())
			return nil
		},
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- task.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		fatal(t, <-ended)
	})
	return w
}

// gate is books whose journal nobody reads while it is locked.
type gate struct {
	engine.Store
	sync.Mutex
}

func (g *gate) Transactions(ctx context.Context, from uint64) iter.Seq2[*ledger.Transaction, error] {
	return func(yield func(*ledger.Transaction, error) bool) {
		g.Lock()
		defer g.Unlock()
		g.Store.Transactions(ctx, from)(yield)
	}
}

// until waits for a finding.
func (w *watched) until(t *testing.T, fits func(*engine.Finding) bool) *engine.Finding {
	t.Helper()
	for range 3000 {
		if f := w.Finding(); f != nil && fits(f) {
			return f
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%+v", w.Finding())
	return nil
}

// lastMark is up to which size the books were verified.
func (w *watched) lastMark() (size uint64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if n := len(w.sizes); n > 0 {
		size = w.sizes[n-1]
	}
	return size
}

// What is new is verified as it comes. A posting that somebody changes before that is found, and then nothing is paid, while everything
// else goes on.
func TestBooksAreVerifiedWhileTheyAreKept(t *testing.T) {
	for name, dsn := range map[string]func() string{
		"sqlite":   func() string { return t.TempDir() + "/books.db" },
		"postgres": func() string { return pgtest.URL(t) },
	} {
		t.Run(name, func(t *testing.T) {
			c := &crime{t: t, dsn: dsn()}
			s, err := store.Connect(t.Context(), c.dsn)
			fatal(t, err)
			t.Cleanup(func() { s.Close() })
			world, e := fundedIn(t, s)
			books := &gate{Store: s}
			w := watch(t, e, books, 10_000*time.Hour)
			sound := func(f *engine.Finding) bool { return f.Difference == "" }
			w.until(t, sound)
			done(t)(e.CloseMonth(t.Context(), ann, "2024-04"))
			done(t)(e.PreparePayout(t.Context(), ann, "april", "USDT", payout.Transfer))
			w.wake <- struct{}{} // begins a look
			w.wake <- struct{}{} // that look has ended
			at, err := s.State(t.Context())
			fatal(t, err)
			same(t, "verified", w.lastMark(), at.Ledger.Size())
			fatal(t, e.Sound())

			books.Lock()
			world.Mine(world.Buy(52, 0, 1))
			fatal(t, e.Sync(t.Context(), nil))
			c.unseen("UPDATE posting SET " + c.plus("amount") + " WHERE sequence = 10 AND line = 1")
			books.Unlock()
			w.wake <- struct{}{}
			f := w.until(t, func(f *engine.Finding) bool { return f.Difference != "" })
			if !strings.Contains(f.Difference, "sequence 10") {
				t.Errorf("%s", f.Difference)
			}
			nothingIsPaid(t, e)
			done(t)(e.StepPayout(t.Context(), ann, "april", payout.Cancel, "the books are not sound"))

			c.unseen("UPDATE posting SET " + c.minus("amount") + " WHERE sequence = 10 AND line = 1")
			watch(t, e, s, time.Hour).until(t, sound)
			fatal(t, e.Sound())
		})
	}
}

// nothingIsPaid checks that every step with money is refused because of what a verification found.
func nothingIsPaid(t *testing.T, e *engine.Engine) {
	t.Helper()
	for what, step := range map[string]func() (engine.Receipt, error){
		"prepare": func() (engine.Receipt, error) {
			return e.PreparePayout(t.Context(), ann, "again", "USDT", payout.Transfer)
		},
		"propose": func() (engine.Receipt, error) { return e.StepPayout(t.Context(), ann, "april", payout.Propose, "") },
		"approve": func() (engine.Receipt, error) { return approve(e, bob, "april") },
		"export": func() (engine.Receipt, error) {
			return e.ExportPayout(t.Context(), ann, "april", ledger.Hash{}, ledger.Hash{})
		},
	} {
		if _, err := step(); err == nil || problem.Of(err).Code != problem.NotSound {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A verification of everything that could not be done, as when the database is away, is tried again, before what is new is looked at.
func TestAVerificationThatFailsIsTriedAgain(t *testing.T) {
	s, err := store.Connect(t.Context(), t.TempDir()+"/books.db")
	fatal(t, err)
	t.Cleanup(func() { s.Close() })
	_, e := fundedIn(t, s)
	tried := 0
	w := &engine.Watch{Engine: e, Books: s, Every: 10_000 * time.Hour, Poll: time.Millisecond, Log: silent(),
		Scratch: func(ctx context.Context) (engine.Scratch, func() error, error) {
			if tried++; tried < 3 {
				return nil, nil, errors.New("no room")
			}
			scratch, err := store.NewScratch(ctx)
			return scratch, scratch.Close, err
		}}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- w.Run(ctx) }()
	f := (&watched{Engine: e}).until(t, func(f *engine.Finding) bool { return f.Whole })
	stop()
	fatal(t, <-ended)
	if tried != 3 || f.Difference != "" {
		t.Errorf("tried %d times, found %+v", tried, f)
	}
}
