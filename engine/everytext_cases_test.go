package engine_test

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/store"
)

func agreed(t *testing.T, e *engine.Engine, reference string, next *program.Program) {
	t.Helper()
	done(t)(e.ProposeProgram(context.Background(), ann, reference, next, "why not", false))
	done(t)(e.ConsentToProgram(context.Background(), bob, canonical.Digest(next), ledger.Hash{}))
}

func isDifference(err error) bool {
	var difference *ledger.Difference
	return errors.As(err, &difference)
}

// appendUpTo is appendTo that makes the books final to a header, too.
func appendUpTo(t *testing.T, s engine.Store, to *engine.Header, inputs ...fold.Input) {
	t.Helper()
	ctx := context.Background()
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	at, err := s.State(ctx)
	fatal(t, err)
	c := engine.Commit{Seen: at.Position}
	for _, in := range inputs {
		if n, ok, _ := in.Dropped(); ok {
			c.Fork = &n
		}
		drafts, err := f.Apply(ctx, in, fold.Ground{Books: s, Head: at.Ledger})
		fatal(t, err)
		c.Take(in, drafts)
		if in.Kind == fold.InputDrop {
			f, err = fold.Restore(ctx, nil, s, in)
			fatal(t, err)
		}
	}
	if to != nil {
		c.Cursor = &engine.Cursor{Final: *to, Head: *to}
		if to.Number > at.Cursor.Final.Number {
			c.Covered = []engine.Span{{From: at.Cursor.Final.Number + 1, To: to.Number, Level: engine.ProofFull}}
		}
	}
	_, err = s.Commit(ctx, c)
	fatal(t, err)
}

// A: a wallet that a text adds and a later one takes out before it was opened.
func TestAWalletTakenOutBeforeItIsOpened(t *testing.T) {
	ctx := t.Context()
	move := func(w *world) {
		w.Mine(w.Transfer(common.HexToAddress(tether), common.HexToAddress("0x99"), common.HexToAddress(secondTreasury), big.NewInt(5)))
	}
	t.Run("another is added", func(t *testing.T) {
		w, s := newWorld(1), open(t, "books.db")
		w.grow(9)
		move(w)
		w.Finalise(0)
		base := paying(t)
		e, err := engine.Open(ctx, base, s, &node{w: w}, w, silent())
		fatal(t, err)
		staff(t, e)
		fatal(t, e.Sync(ctx, nil))
		agreed(t, e, "one", variant(t, base, 1, 0, 0))
		agreed(t, e, "two", variant(t, base, 2, 0, 0)) // another one instead
		w.grow(3)
		w.Finalise(0)
		fatal(t, e.Sync(ctx, nil))
		asTheChainSays(t, s, &node{w: w})
	})
	t.Run("before the first block", func(t *testing.T) {
		w, s := newWorld(1), open(t, "books.db")
		w.Uncounted = true
		move(w)
		base := payingBut(t, "start_block: 0", "start_block: 12")
		e, err := engine.Open(ctx, variant(t, base, 1, 0, 0), s, &node{w: w}, w, silent())
		fatal(t, err)
		staff(t, e)
		agreed(t, e, "one", base)
		w.grow(20)
		w.Finalise(0)
		fatal(t, e.Sync(ctx, nil))
		asTheChainSays(t, s, &node{w: w})
	})
	t.Run("none is added", func(t *testing.T) {
		w, s := newWorld(1), open(t, "books.db")
		w.grow(9)
		move(w)
		w.Finalise(0)
		base := paying(t)
		e, err := engine.Open(ctx, base, s, &node{w: w}, w, silent())
		fatal(t, err)
		staff(t, e)
		fatal(t, e.Sync(ctx, nil))
		agreed(t, e, "one", variant(t, base, 1, 0, 0))
		agreed(t, e, "two", variant(t, base, 0, 0, 1))
		w.grow(3)
		w.Finalise(0)
		fatal(t, e.Sync(ctx, nil))
		agreed(t, e, "three", variant(t, base, 2, 0, 1)) // and later another one
		w.grow(3)
		w.Finalise(0)
		fatal(t, e.Sync(ctx, nil))
		asTheChainSays(t, s, &node{w: w})
	})
}

// handlerBooks are books of a payment handler, final to a block.
func handlerBooks(t *testing.T) (w *world, s engine.Store, e *engine.Engine, base *program.Program) {
	t.Helper()
	w, s = newWorld(1), open(t, "books.db")
	w.Uncounted = true
	w.grow(15)
	w.Finalise(0)
	base = handlerProgram(t, "start_block: 0")
	e, err := engine.Open(t.Context(), variant(t, base, 0, 0, 0), s, &node{w: w}, w, silent())
	fatal(t, err)
	staff(t, e)
	fatal(t, e.Sync(t.Context(), nil))
	return w, s, e, base
}

// adminBooks are books of a payment handler, final to a block, and then a text by which an administrative transaction is fetched, too.
func adminBooks(t *testing.T) (*world, engine.Store, *engine.Engine) {
	t.Helper()
	w, s, e, base := handlerBooks(t)
	agreed(t, e, "one", variant(t, base, 0, 1, 0))
	for range 3 {
		w.Mine()
	}
	l := w.Log("Admin()", nil)
	l.Address, l.TxHash = handler, admins[0]
	w.Mine(l)
	w.Mine(w.Buy(50, 0, 3))
	w.Finalise(0)
	return w, s, e
}

// What a text in force asks for is left out, by going on by the older text.
func TestWhatATextAsksForIsLeftOut(t *testing.T) {
	for name, forge := range map[string]func(w *world) []fold.Input{
		"a block without a final header": func(w *world) []fold.Input {
			b := w.Blocks[w.Final]
			return []fold.Input{fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts)}
		},
		"a pending block and a later final header": func(w *world) []fold.Input {
			b := w.Blocks[w.Final]
			return []fold.Input{fold.BlockInput(fold.InputPending, b.Header.Parent, &b.Facts), fold.FinalInput(b.Header)}
		},
		"only a later final header": func(w *world) []fold.Input {
			w.Cut(1)
			w.Final--
			return []fold.Input{fold.FinalInput(w.Blocks[w.Final].Header)}
		},
		"a final header, then the block": func(w *world) []fold.Input {
			b := w.Blocks[w.Final]
			return []fold.Input{fold.FinalInput(w.Blocks[w.Final-5].Header), fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts)}
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			w, s, e := adminBooks(t)
			inputs := forge(w)
			last := w.Blocks[w.Final].Header
			appendUpTo(t, s, &last, inputs...)
			if _, err := engine.ProveAgain(ctx, &node{w: w}, s, engine.Fetched{}, nil); !isDifference(err) {
				t.Errorf("proven again: %v", err)
			}
			e.VerifyFirst(scratched)
			if err := e.MayPay(ctx); err == nil {
				t.Errorf("it may pay")
			}
		})
	}
}

// wavering is a chain whose last final block goes back once, as where another endpoint answers.
type wavering struct {
	*node
	asked int
	back  uint64
}

func (c *wavering) Finalized(ctx context.Context) (engine.Header, error) {
	if c.asked++; c.asked > 1 {
		return c.HeaderAt(ctx, c.back)
	}
	return c.node.Finalized(ctx)
}

// A forged final header, while the last final block of the chain goes back.
func TestAForgedHeaderWhileFinalityGoesBack(t *testing.T) {
	ctx := t.Context()
	w, s, e := funded(t)
	for range 5 {
		w.Mine()
	}
	w.Finalise(0)
	fatal(t, e.Sync(ctx, nil))
	at, err := s.State(ctx)
	fatal(t, err)
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	if f.Final().Number == at.Cursor.Final.Number {
		t.Fatalf("the header of block %d is recorded", f.Final().Number)
	}
	h := w.Blocks[at.Cursor.Final.Number].Header
	h.Time += 86400 * 40 // the month is over
	appendTo(t, s, fold.FinalInput(h))
	if _, err := engine.ProveAgain(ctx, &node{w: w}, s, engine.Fetched{}, nil); !isDifference(err) {
		t.Errorf("control: %v", err)
	}
	later, err := engine.ProveAgain(ctx, &wavering{node: &node{w: w}, back: at.Cursor.Final.Number - 4}, s, engine.Fetched{}, nil)
	if err == nil && later == "" {
		t.Error("it counts as compared")
	}
}

// swapped is a store that somebody puts another one in the place of.
type swapped struct{ engine.Store }

// The database is replaced by an older copy, which grows otherwise.
func TestAnOlderCopyThatGrows(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	file := filepath.Join(dir, "books.db")
	s, err := store.Connect(ctx, file)
	fatal(t, err)
	w, first := fundedIn(t, s)
	w.Uncounted = true
	first.VerifyFirst(scratched)
	fatal(t, first.Sync(ctx, nil))
	c := copyOf(t, s)
	older := filepath.Join(dir, "older.db")
	c.write(t, older)
	if _, err := os.Stat(older); err != nil {
		t.Fatal(err)
	}
	books := &swapped{s}
	e, err := engine.Open(ctx, nil, books, &node{w: w}, w, silent())
	fatal(t, err)
	e.VerifyFirst(scratched)
	fatal(t, e.FromChain(ctx))
	w.Mine(w.Buy(61, 0, 3))
	w.Finalise(0)
	fatal(t, first.Sync(ctx, nil))
	fatal(t, e.MayPay(ctx))
	kept := e.Fetched()
	old, err := store.Connect(ctx, older)
	fatal(t, err)
	t.Cleanup(func() { old.Close(); s.Close() })
	last := w.Blocks[w.Final]
	last.Facts.Logs = append(last.Facts.Logs[:len(last.Facts.Logs):len(last.Facts.Logs)], w.Buy(62, 0, 9))
	appendUpTo(t, old, &last.Header, fold.BlockInput(fold.InputBlock, last.Header.Parent, &last.Facts))
	books.Store = old
	err = e.MayPay(ctx)
	if err == nil {
		t.Error("the same process may pay")
	}
	// a new process, to which what was kept of the other books is told
	fresh, err := engine.Open(ctx, nil, old, &node{w: w}, w, silent())
	fatal(t, err)
	fresh.Knows(kept)
	fresh.VerifyFirst(scratched)
	if err := fresh.MayPay(ctx); err == nil {
		t.Error("without their mark: it may pay")
	}
	at, err := s.State(ctx)
	fatal(t, err)
	m, err := engine.MarkOf(ctx, s, at)
	fatal(t, err)
	fresh, err = engine.Open(ctx, nil, old, &node{w: w}, w, silent())
	fatal(t, err)
	fresh.Knows(kept)
	fresh.VerifyFirst(scratched)
	fresh.Trust(m, w.Now())
	err = fresh.MayPay(ctx)
	if err == nil {
		t.Error("with their mark: it may pay")
	}
}

// After a text by which more is fetched blocks are said to have left the chain, and one is booked by the older text.
func TestADropAfterAText(t *testing.T) {
	ctx := t.Context()
	w, s, e := adminBooks(t)
	f, err := fold.Restore(ctx, nil, s)
	fatal(t, err)
	b, last := w.Blocks[w.Final], w.Blocks[w.Final].Header
	appendUpTo(t, s, &last, fold.DropInput(f.Final().Number), fold.FinalInput(f.Final()),
		fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts))
	_, err = engine.ProveAgain(ctx, &node{w: w}, s, engine.Fetched{}, nil)
	if !isDifference(err) {
		t.Errorf("proven again: %v", err)
	}
	if err := e.MayPay(ctx); err == nil {
		t.Error("it may pay")
	}
}
