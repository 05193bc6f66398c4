package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/store"
)

// flaky is a store whose commits sometimes fail, before or after they took effect, as a crash would leave them.
type flaky struct {
	engine.Store
	rng *rand.Rand
}

var errCrash = errors.New("the power went")

func (f *flaky) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	switch f.rng.IntN(8) {
	case 0:
		return ledger.Head{}, errCrash
	case 1:
		if _, err := f.Store.Commit(ctx, c); err != nil {
			return ledger.Head{}, err
		}
		return ledger.Head{}, errCrash
	}
	return f.Store.Commit(ctx, c)
}

func open(t *testing.T, name string) *store.Store {
	t.Helper()
	s, err := store.Connect(context.Background(), filepath.Join(t.TempDir(), name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// start opens an engine on a store, as a process that begins would.
func start(t *testing.T, s engine.Store, w *world) *engine.Engine {
	t.Helper()
	e, err := engine.Open(context.Background(), worldProgram(t), s, w, fixedClock{}, silent())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
}

func root(t *testing.T, s engine.Store) ledger.Hash {
	t.Helper()
	r, err := engine.BalancesRoot(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func totals(t *testing.T, e *engine.Engine) string {
	t.Helper()
	r, err := e.Report(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%+v events %d blocks %d proof %s", r.Totals, r.Events, r.Blocks, r.Proof)
}

func verified(t *testing.T, s engine.Store) {
	t.Helper()
	if _, err := s.Verify(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// verifiedWholly is verified, with every transaction computed again.
func verifiedWholly(t *testing.T, s engine.Store) {
	t.Helper()
	scratch, err := store.NewScratch(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer scratch.Close()
	if _, err := engine.Verify(context.Background(), s, scratch, fixedClock{}.Now(), nil); err != nil {
		t.Fatal(err)
	}
}

// everythingKept checks that no transaction was forgotten: each purchase of the chain is booked exactly once more often
// than it was reversed, and nothing else is left standing.
func everythingKept(t *testing.T, s engine.Store, w *world, kinds map[ledger.Kind]int) {
	t.Helper()
	standing := map[string]int{}
	for tx, err := range s.Transactions(context.Background(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		kinds[tx.Kind]++
		if tx.Source.Origin == ledger.FromOperator {
			continue
		}
		key := fmt.Sprint(tx.Source.BlockHash, tx.Source.TxHash, tx.Source.LogIndex, tx.Source.Leg)
		if tx.Reverses != 0 {
			standing[key]--
		} else {
			standing[key]++
		}
		if standing[key] < 0 || standing[key] > 1 {
			t.Fatalf("transaction %d: %s stands %d times", tx.Sequence, key, standing[key])
		}
	}
	for _, b := range w.Blocks {
		for _, l := range b.Facts.Logs {
			key := fmt.Sprint(ledger.Hash(b.Header.Hash), ledger.Hash(l.TxHash), l.Index, "purchase")
			if len(l.Topics) == 4 && standing[key] != 1 {
				t.Fatalf("a purchase of block %d is not booked", b.Header.Number)
			}
			delete(standing, key)
		}
	}
	for key, n := range standing {
		if n != 0 && len(key) > 8 && key[len(key)-8:] == "purchase" {
			t.Fatalf("%s stands and is not on the chain", key)
		}
	}
}

func TestAReplacedFinalBlockFreezesTheBooks(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	w.grow(10)
	w.Finalise(2)
	s := open(t, "books.db")
	e := start(t, s, w)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	before := root(t, s)
	w.Final -= 4
	w.reorganise(6)
	w.Finalise(0)
	err := e.Sync(ctx, nil)
	var c *engine.Contradiction
	if !errors.Is(err, engine.ErrFrozen) || !errors.As(err, &c) || c.Evidence["books"] == "" || c.Evidence["chain"] == "" {
		t.Fatalf("got %v", err)
	}
	e = start(t, s, w)
	if err := e.Sync(ctx, nil); !errors.Is(err, engine.ErrFrozen) {
		t.Fatalf("after a restart: %v", err)
	}
	same(t, "balances", root(t, s), before)
	verified(t, s)
	if _, err := e.Thaw(ctx, engine.By{Name: "alice"}, "the endpoint was on a test network"); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Thaw(ctx, engine.By{Name: "alice"}, "again"); err == nil {
		t.Fatal("books that are not frozen were thawed")
	}
	verified(t, s)
}

func TestALowerHeadAloneIsNoReorganisation(t *testing.T) {
	ctx := context.Background()
	w := newWorld(3)
	w.grow(20)
	w.Finalise(10)
	s := open(t, "books.db")
	e := start(t, s, w)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	before, _ := s.State(ctx)
	whole := w.Blocks
	w.Blocks = w.Blocks[:len(w.Blocks)-4]
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	after, _ := s.State(ctx)
	same(t, "head", after.Ledger.String(), before.Ledger.String())
	same(t, "cursor", after.Cursor, before.Cursor)
	w.Blocks = whole
	w.grow(1)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	verified(t, s)
}

// liar hides one purchase from the stretch, as an endpoint could where nothing is proven.
type liar struct{ *world }

func (l liar) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	p, err := l.world.Prove(ctx, parent, to, final)
	p.Level = engine.ProofNone
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Header.Number > 3 && len(b.Facts.Logs) > 1 && len(b.Facts.Logs[0].Topics) == 4 {
			b.Facts.Logs = b.Facts.Logs[1:]
			break
		}
	}
	return p, err
}

func TestTheContractsOwnCounterCatchesWhatIsMissing(t *testing.T) {
	ctx := context.Background()
	w := newWorld(5)
	w.grow(6)
	w.Mine(w.Buy(10, 0, 1), w.Buy(11, 0, 2))
	w.Finalise(0)
	s := open(t, "books.db")
	e, err := engine.Open(ctx, worldProgram(t), s, liar{w}, fixedClock{}, silent())
	if err != nil {
		t.Fatal(err)
	}
	var off *engine.NotConserved
	if err = e.Sync(ctx, nil); !errors.As(err, &off) || off.Contract == off.Books {
		t.Fatalf("got %v", err)
	}
	verified(t, s)
}
