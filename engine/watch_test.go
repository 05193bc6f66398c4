package engine_test

import (
	"context"
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

// watched is books that are verified in the background, and how many findings were kept.
type watched struct {
	*engine.Engine
	mu    sync.Mutex
	marks []engine.Mark
}

func watch(t *testing.T, e *engine.Engine, s engine.Store, every time.Duration) *watched {
	t.Helper()
	w := &watched{Engine: e}
	task := &engine.Watch{
		Engine: e, Books: s, Every: every, Poll: 10 * time.Millisecond, Log: silent(),
		Scratch: func(ctx context.Context) (engine.Scratch, func() error, error) {
			scratch, err := store.NewScratch(ctx)
			return scratch, scratch.Close, err
		},
		Keep: func(_ engine.Finding, m engine.Mark) error {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.marks = append(w.marks, m)
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

// lastMark is up to which transaction the books were verified.
func (w *watched) lastMark() (sequence uint64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if n := len(w.marks); n > 0 {
		sequence = w.marks[n-1].Sequence
	}
	return sequence
}

// What is new is verified as it comes. A balance that somebody raises is found when its account moves next, and then nothing is paid,
// while everything else goes on.
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
			w := watch(t, e, s, 10_000*time.Hour)
			sound := func(f *engine.Finding) bool { return f.Difference == "" }
			w.until(t, sound)
			done(t)(e.CloseMonth(t.Context(), ann, "2024-04"))
			done(t)(e.PreparePayout(t.Context(), ann, "april", "USDT", payout.Transfer))
			for range 3000 {
				if w.lastMark() == 9 {
					break
				}
				time.Sleep(10 * time.Millisecond)
			}
			same(t, "verified", w.lastMark(), 9)
			fatal(t, e.Sound())

			c.unseen("UPDATE balance SET " + c.plus("incoming") + " WHERE asset = 'NODE' AND account = " +
				"(SELECT id FROM account WHERE path = '" + nodesOf52 + "')")
			world.Mine(world.Buy(52, 0, 1))
			fatal(t, e.Sync(t.Context(), nil))
			f := w.until(t, func(f *engine.Finding) bool { return f.Difference != "" })
			if !strings.Contains(f.Difference, nodesOf52) {
				t.Errorf("%s", f.Difference)
			}
			for what, step := range map[string]func() (engine.Receipt, error){
				"prepare": func() (engine.Receipt, error) {
					return e.PreparePayout(t.Context(), ann, "again", "USDT", payout.Transfer)
				},
				"propose": func() (engine.Receipt, error) {
					return e.StepPayout(t.Context(), ann, "april", payout.Propose, "")
				},
				"approve": func() (engine.Receipt, error) { return approve(e, bob, "april") },
				"export": func() (engine.Receipt, error) {
					return e.ExportPayout(t.Context(), ann, "april", ledger.Hash{}, ledger.Hash{})
				},
				"close": func() (engine.Receipt, error) { return e.CloseMonth(t.Context(), ann, "2024-05") },
			} {
				if _, err := step(); err == nil || what != "close" && problem.Of(err).Code != problem.NotSound {
					t.Errorf("%s: %v", what, err)
				}
			}
			done(t)(e.StepPayout(t.Context(), ann, "april", payout.Cancel, "the books are not sound"))

			c.unseen("UPDATE balance SET " + c.minus("incoming") + " WHERE asset = 'NODE' AND account = " +
				"(SELECT id FROM account WHERE path = '" + nodesOf52 + "')")
			watch(t, e, s, 10_000*time.Hour).until(t, sound)
			fatal(t, e.Sound())
		})
	}
}
