package reconciler

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

const text = `program: sale
schema: 1
assets:
  ETH: { decimals: 18, kind: native }
chain: { id: 31337, start_block: 0 }
sale: { contract: "` + fakechain.Contract + `", adapter: nodesale }
payout: { treasury: "0x11000000000000000000000000000000000000cc" }
`

// asked is a chain that counts how often it was asked for the block of a comparison, and fails when it is told to.
type asked struct {
	*fakechain.Chain
	times int
	fails error
}

func (c *asked) FinalAt(ctx context.Context, number uint64) (engine.Header, error) {
	c.times++
	if c.fails != nil {
		return engine.Header{}, c.fails
	}
	return c.Chain.FinalAt(ctx, number)
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// begun are books of a sale, their reconciler, its chain, and what it logs.
func begun(t *testing.T) (*Reconciler, *asked, *strings.Builder) {
	t.Helper()
	c := fakechain.New(0)
	c.Mine(c.Buy(1, 0, 2))
	c.Until(time.Date(2024, 5, 2, 0, 0, 0, 0, time.UTC))
	p, err := program.Read("sale.yaml", []byte(text))
	check(t, err)
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	e, err := engine.Open(t.Context(), p, books, c, c, slog.New(slog.DiscardHandler))
	check(t, err)
	samplebooks.Settle(t, e)
	log, chain := new(strings.Builder), &asked{Chain: c}
	return New(e, chain, slog.New(slog.NewTextHandler(log, nil))), chain, log
}

// stepping takes what is asked for, as a follower does, until the test ends.
func stepping(t *testing.T, r *Reconciler) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case work := <-r.Asked():
				work(ctx)
			case <-ctx.Done():
				return
			}
		}
	}()
	t.Cleanup(func() { stop(); <-ended })
}

func TestWhoAsksGetsWhatWasFound(t *testing.T) {
	t.Parallel()
	r, chain, _ := begun(t)
	stepping(t, r)
	for times := 1; times <= 2; times++ { // however soon: somebody asked
		found, err := r.Now(t.Context())
		check(t, err)
		if len(found.Rows) == 0 || found != r.engine.LastReconciliation() || chain.times != times {
			t.Fatalf("%+v after %d comparisons", found, chain.times)
		}
	}
}

func TestWhatKeepsAComparisonFromBeingMade(t *testing.T) {
	t.Parallel()
	r, chain, log := begun(t)
	ctx, stop := context.WithCancel(t.Context())
	first := make(chan error, 1)
	go func() {
		_, err := r.Now(ctx)
		first <- err
	}()
	for r.one.TryLock() { // until the first one waits
		r.one.Unlock()
		time.Sleep(time.Millisecond)
	}
	if _, err := r.Now(t.Context()); problem.KindOf(err) != problem.Busy {
		t.Errorf("a second one who asks: %v", err)
	}
	stop()
	if err := <-first; problem.KindOf(err) != problem.Unavailable || !strings.Contains(err.Error(), "brought up to date") {
		t.Errorf("no step ended: %v", err)
	}
	stepping(t, r)
	chain.fails = errors.New("https://key@node.example: refused")
	_, err := r.Now(t.Context())
	if problem.KindOf(err) != problem.Unavailable || strings.Contains(err.Error(), "node.example") ||
		!strings.Contains(log.String(), "node.example") {
		t.Errorf("%v, and in the log %s", err, log)
	}
	chain.fails = problem.Conflictf("another block")
	if _, err := r.Now(t.Context()); problem.KindOf(err) != problem.Conflict {
		t.Errorf("a refusal of the books: %v", err)
	}
}

func TestWalletsAreComparedAfterAStep(t *testing.T) {
	t.Parallel()
	r, chain, log := begun(t)
	var failed error
	step := r.After(func(context.Context) error { return failed })
	failed = errors.New("no answer")
	if err := step(t.Context()); !errors.Is(err, failed) || chain.times != 0 {
		t.Fatalf("%v, compared %d times after a step that failed", err, chain.times)
	}
	failed, chain.fails = nil, errors.New("slow down")
	if err := step(t.Context()); err != nil || chain.times != 1 || !strings.Contains(log.String(), "slow down") {
		t.Fatalf("%v, compared %d times: %s", err, chain.times, log)
	}
	check(t, step(t.Context()))
	if chain.times != 1 {
		t.Errorf("compared again at once")
	}
	r.last, chain.fails = time.Time{}, nil
	check(t, step(t.Context()))
	if chain.times != 2 || r.engine.LastReconciliation() == nil {
		t.Errorf("compared %d times", chain.times)
	}
}
