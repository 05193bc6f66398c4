package engine_test

import (
	"context"
	"iter"
	"math/rand/v2"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// early is books as they were when they had so many inputs, for whoever reads nothing but inputs and what they led to.
type early struct {
	fold.Books
	inputs uint64
}

func (b early) Inputs(ctx context.Context, from uint64) iter.Seq2[fold.Input, error] {
	return func(yield func(fold.Input, error) bool) {
		for in, err := range b.Books.Inputs(ctx, from) {
			if in.Sequence > b.inputs || !yield(in, err) {
				return
			}
		}
	}
}

// advances checks that a fold which was made of the first inputs, and took over the rest a few at a time, is the one that is made of all.
func advances(t *testing.T, p *program.Program, s fold.Books, want string) {
	t.Helper()
	ctx := context.Background()
	var all []fold.Input
	for in, err := range s.Inputs(ctx, 1) {
		fatal(t, err)
		all = append(all, in)
	}
	if len(all) == 0 {
		return
	}
	rng := rand.New(rand.NewPCG(uint64(len(all)), 9))
	at := 1 + rng.IntN(len(all))
	f, err := fold.Restore(ctx, p, early{s, uint64(at)})
	fatal(t, err)
	for at < len(all) {
		upTo := min(len(all), at+1+rng.IntN(8))
		ok, err := f.Advance(ctx, all[at:upTo], s)
		fatal(t, err)
		if !ok {
			f, err = fold.Restore(ctx, p, early{s, uint64(upTo)})
			fatal(t, err)
		}
		at = upTo
	}
	if got := describe(f); got != want {
		t.Fatalf("a fold that took over what was booked says\n%s\nand made anew\n%s", got, want)
	}
}

// A second process on the same books takes over each commit of the first, and says the same.
func TestAnotherProcessTakesOverWhatWasBooked(t *testing.T) {
	t.Parallel()
	onBothAt(t, func(t *testing.T, s engine.Store, dsn string) {
		w := newWorld(3)
		first := start(t, s, w)
		fatal(t, first.Sync(t.Context(), nil))
		beside, err := store.Connect(t.Context(), dsn)
		fatal(t, err)
		defer beside.Close()
		second := started(t, beside, w, fixedClock{})
		for n := range 30 {
			w.Mine(w.Buy(byte(40+n), 0, 2))
			if n%4 == 3 {
				w.Finalise(2)
			}
			fatal(t, first.Sync(t.Context(), nil))
			fatal(t, second.Refresh(t.Context()))
			var here, there engine.State
			first.View(func(_ *fold.Fold, s engine.State) { here = s })
			second.View(func(_ *fold.Fold, s engine.State) { there = s })
			if here.Position != there.Position || here.Ledger.Hash != there.Ledger.Hash {
				t.Fatalf("the first process is at %+v, the second at %+v", here.Position, there.Position)
			}
		}
		livedOn(t, second, worldProgram(t), s)
	})
}
