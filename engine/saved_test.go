package engine_test

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"log/slog"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/store"
)

// watchedReads is a store that notes from which input on it is read.
type watchedReads struct {
	*store.Store

	from  []uint64
	saved func(*fold.Saved) (*fold.Saved, error) // what somebody makes of what is saved; nil: nothing
}

func (w *watchedReads) Inputs(ctx context.Context, from uint64) iter.Seq2[fold.Input, error] {
	w.from = append(w.from, from)
	return w.Store.Inputs(ctx, from)
}

func (w *watchedReads) Saved(ctx context.Context) (*fold.Saved, error) {
	s, err := w.Store.Saved(ctx)
	if err != nil || s == nil || w.saved == nil {
		return s, err
	}
	return w.saved(s)
}

// TestBooksAreOpenedByWhatIsSaved: the inputs before it are not read, and a reorganisation begins with it, too.
func TestBooksAreOpenedByWhatIsSaved(t *testing.T) {
	ctx := context.Background()
	w := newWorld(7)
	books := &watchedReads{Store: open(t, "books.db")}
	e := start(t, books, w)
	w.grow(60)
	w.Finalise(3)
	fatal(t, e.Sync(ctx, nil))
	saved, err := books.Store.Saved(ctx)
	fatal(t, err)
	state, err := books.State(ctx)
	fatal(t, err)
	if !saved.Usable() || saved.Inputs+20 <= state.Inputs || saved.Inputs < 10 { // it is saved every twenty here
		t.Fatalf("%d of %d inputs are saved", saved.Inputs, state.Inputs)
	}

	books.from = nil
	again := start(t, books, w)
	if len(books.from) != 1 || books.from[0] != saved.Inputs+1 {
		t.Errorf("the books are read from the inputs %v on, and not from %d", books.from, saved.Inputs+1)
	}
	same(t, "totals", totals(t, again), totals(t, e))

	books.from = nil
	w.reorganise(2)
	fatal(t, again.Sync(ctx, nil))
	for _, from := range books.from {
		if from <= saved.Inputs {
			t.Errorf("a reorganisation reads from input %d on", from)
		}
	}
	verified(t, books.Store)
	asTheChainSays(t, books.Store, w)
}

// TestAFoldInUseIsSavedAsItsInputsAddUp: while nothing but final blocks is in the books no input is read for it; afterwards they are.
func TestAFoldInUseIsSavedAsItsInputsAddUp(t *testing.T) {
	ctx := context.Background()
	w := newWorld(11)
	books := &watchedReads{Store: open(t, "books.db")}
	e := start(t, books, w)
	same := func(of string) *fold.Saved {
		t.Helper()
		have, err := books.Store.Saved(ctx)
		fatal(t, err)
		want, err := fold.Save(ctx, books.Store, nil, have.Inputs)
		fatal(t, err)
		if have.Digest() != want.Digest() || !have.Usable() {
			t.Errorf("%s: the first %d inputs add up to something else than is saved", of, have.Inputs)
		}
		return have
	}
	w.grow(80)
	w.Finalise(0)
	books.from = nil
	fatal(t, e.Sync(ctx, nil))
	first := same("final blocks")
	if len(books.from) > 0 {
		t.Errorf("inputs are read from %v on", books.from)
	}
	w.grow(60)
	w.Finalise(40)
	fatal(t, e.Sync(ctx, nil))
	if now := same("blocks that are not final"); now.Inputs <= first.Inputs || len(books.from) == 0 {
		t.Errorf("%d inputs are saved after %d, read from %v on", now.Inputs, first.Inputs, books.from)
	}
	w.grow(60)
	w.Finalise(0)
	books.from = nil
	fatal(t, e.Sync(ctx, nil))
	same("blocks that were not final")
	if len(books.from) == 0 {
		t.Error("blocks were not final, and no input is read")
	}
	verified(t, books.Store)
}

// TestWhatIsSavedOtherwiseIsNotUsed: of another build, of inputs that the books do not have, no bytes of a fold.
func TestWhatIsSavedOtherwiseIsNotUsed(t *testing.T) {
	ctx := context.Background()
	w := newWorld(8)
	books := &watchedReads{Store: open(t, "books.db")}
	e := start(t, books, w)
	w.grow(60)
	w.Finalise(3)
	fatal(t, e.Sync(ctx, nil))
	for name, change := range map[string]func(*fold.Saved) (*fold.Saved, error){
		"another build":    func(s *fold.Saved) (*fold.Saved, error) { s.By[0]++; return s, nil },
		"other inputs":     func(s *fold.Saved) (*fold.Saved, error) { s.Inputs--; return s, nil },
		"bytes of nothing": func(s *fold.Saved) (*fold.Saved, error) { s.Bytes = s.Bytes[:len(s.Bytes)/2]; return s, nil },
		"texts of nothing": func(s *fold.Saved) (*fold.Saved, error) { s.Texts = nil; return s, nil },
		"not what was sealed": func(*fold.Saved) (*fold.Saved, error) {
			return nil, ledger.Differs("saved", "part 0", "it is missing, or not what was sealed")
		},
	} {
		t.Run(name, func(t *testing.T) {
			books.saved, books.from = change, nil
			said := &bytes.Buffer{}
			again, err := engine.Open(ctx, worldProgram(t), books, w, w, slog.New(slog.NewTextHandler(said, nil)))
			fatal(t, err)
			if len(books.from) != 1 || books.from[0] != 1 {
				t.Errorf("the books are read from the inputs %v on", books.from)
			}
			if strings.Contains(said.String(), "made anew") != (name == "not what was sealed") {
				t.Errorf("said: %s", said)
			}
			same(t, "totals", totals(t, again), totals(t, e))
		})
	}
	books.saved = func(*fold.Saved) (*fold.Saved, error) { return nil, errors.New("the database is away") }
	if _, err := engine.Open(ctx, worldProgram(t), books, w, w, silent()); err == nil {
		t.Error("books are opened that cannot be read")
	}
}

// TestWhatWasSavedByALiarIsFound: a fold of other inputs under the number and the seal of these. A verification says so, and whoever began
// with it takes no step with money, even when it is gone from the books.
func TestWhatWasSavedByALiarIsFound(t *testing.T) {
	ctx := context.Background()
	w := newWorld(9)
	books := &watchedReads{Store: open(t, "books.db")}
	e := start(t, books, w)
	w.grow(60)
	w.Finalise(3)
	fatal(t, e.Sync(ctx, nil))
	other := newWorld(10)
	elsewhere := open(t, "elsewhere.db")
	liar := start(t, elsewhere, other)
	for state := (engine.State{}); ; {
		other.grow(1)
		other.Finalise(0)
		fatal(t, liar.Sync(ctx, nil))
		have, err := books.State(ctx)
		fatal(t, err)
		state, err = elsewhere.State(ctx)
		fatal(t, err)
		if state.Inputs >= have.Inputs {
			break
		}
	}
	have, err := books.Store.Saved(ctx)
	fatal(t, err)
	made, err := fold.Save(ctx, elsewhere, nil, have.Inputs)
	fatal(t, err)

	fatal(t, start(t, books, w).MayPay(ctx)) // with the true one
	books.saved = func(*fold.Saved) (*fold.Saved, error) { return made, nil }
	deceived := start(t, books, w)
	if _, err := engine.Verify(ctx, books, nil, w.Now(), nil); err == nil || !strings.Contains(err.Error(), "add up to something else") {
		t.Errorf("verified: %v", err)
	}
	books.saved = nil
	_, err = engine.Verify(ctx, books, nil, w.Now(), nil)
	fatal(t, err)
	if err := deceived.MayPay(ctx); err == nil || !strings.Contains(err.Error(), "add up to something else") {
		t.Errorf("may pay: %v", err)
	}
	if err := deceived.Sound(); err == nil {
		t.Error("the books are sound")
	}
}
