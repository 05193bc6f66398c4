package engine

import (
	"context"
	"errors"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// Keeper keeps what the inputs add up to beside them, so that they need not be read again.
type Keeper interface {
	// Saved is what was saved; nil where nothing was. What is there and is not what was saved is a *ledger.Difference.
	Saved(ctx context.Context) (*fold.Saved, error)
	// Save puts it in the place of what was saved of fewer inputs.
	Save(ctx context.Context, saved *fold.Saved) error
}

// A fold is saved when as many inputs, or logs in them, came since the last time. Folding them takes a few tenths of a second.
var savedInputs, savedEvents uint64 = 10_000, 20_000

// saved is what is saved of the books, for a fold to begin with; nil where nothing is that can be used.
func (e *Engine) saved(ctx context.Context) (*fold.Saved, error) {
	saved, err := e.store.Saved(ctx)
	if different := (*ledger.Difference)(nil); errors.As(err, &different) {
		e.log.Warn("what the inputs add up to is made anew: what was saved of it is not what it was", "error", err)
		return nil, nil //nolint:nilnil // a verification says it, too
	}
	return saved, err
}

// save saves what the inputs add up to, where so many came since the last time that reading them anew would be felt. whole is for when
// nothing more is to come; before that it is left to grow with the books, so that saving costs a fraction of what folding does. Whoever
// calls it does not hold mu. What fails costs nothing but the time of the next start.
func (e *Engine) save(ctx context.Context, whole bool) {
	e.mu.Lock()
	inputs, events := e.state.Inputs, e.fold.Events
	last := e.lastSaved
	e.mu.Unlock()
	grown := uint64(0)
	if !whole {
		grown = last.Events / 2
	}
	if inputs < last.Inputs+savedInputs && events < last.Events+max(savedEvents, grown) {
		return
	}
	saved, err := e.saveInUse(ctx)
	if saved == nil && err == nil {
		saved, err = SaveFold(ctx, e.store)
	}
	if err != nil {
		e.log.Warn("what the inputs add up to could not be saved", "error", err)
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.lastSaved = fold.Saved{Inputs: saved.Inputs, Events: saved.Events}
}

// saveInUse saves the fold in use, where that is the same as making it of the inputs, which it is in a first sync; nil: it is not. While it
// is written as bytes, a second for a million wallets, writers wait, and readers who come after one.
func (e *Engine) saveInUse(ctx context.Context) (*fold.Saved, error) {
	e.mu.RLock()
	var saved *fold.Saved
	var err error
	if !e.foldStale {
		saved, err = e.fold.Save(e.state.Inputs)
	}
	e.mu.RUnlock()
	if saved == nil || err != nil {
		return nil, err
	}
	return saved, e.store.Save(ctx, saved)
}

// InForce is the text of the program that is in force in books; nil where they have none.
func InForce(ctx context.Context, books interface {
	Reader
	Keeper
}) (*program.Program, error) {
	saved, err := books.Saved(ctx)
	if different := (*ledger.Difference)(nil); err != nil && !errors.As(err, &different) {
		return nil, err
	}
	return fold.InForce(ctx, books, saved)
}

// SaveFold saves what the inputs of books add up to.
func SaveFold(ctx context.Context, books interface {
	Reader
	Keeper
}) (*fold.Saved, error) {
	at, err := books.State(ctx)
	if err != nil {
		return nil, err
	}
	before, err := books.Saved(ctx)
	if different := (*ledger.Difference)(nil); err != nil && !errors.As(err, &different) {
		return nil, err
	}
	saved, err := fold.Save(ctx, books, before, at.Inputs)
	if err != nil {
		return nil, err
	}
	return saved, books.Save(ctx, saved)
}

// checkSaved compares what is saved with what the inputs add up to. What another build saved is not used, and is not looked at.
func checkSaved(ctx context.Context, books Store) error {
	have, err := books.Saved(ctx)
	if err != nil || !have.Usable() {
		return err
	}
	want, err := fold.Save(ctx, books, nil, have.Inputs)
	if err != nil {
		return ledger.Differs("saved", "all parts", "the inputs that it is of cannot be added up: %v", err)
	}
	if want.Digest() != have.Digest() {
		return addsUpToElse(have.Inputs)
	}
	return nil
}

func addsUpToElse(inputs uint64) error {
	return ledger.Differs("saved", "all parts", "the first %d inputs add up to something else", inputs)
}

// begunWith is a saved fold that the one in use began with.
type begunWith struct {
	inputs uint64
	digest ledger.Hash
}

// resume makes a fold by what is saved and the inputs since up to the last one, and extra ones. Another process may have booked and saved
// more meanwhile.
func (e *Engine) resume(ctx context.Context, last uint64, extra ...fold.Input) (*fold.Fold, error) {
	saved, err := e.saved(ctx)
	if err != nil {
		return nil, err
	}
	if saved != nil && saved.Inputs > last {
		saved = nil
	}
	digest := make(chan ledger.Hash, 1) // hundreds of millions of bytes are summed while they are read
	if saved.Usable() {
		go func() { digest <- saved.Digest() }()
	}
	f, err := fold.Resume(ctx, e.given, upTo{e.store, last}, saved, extra...)
	if err != nil || !saved.Usable() {
		return f, err
	}
	e.lastSaved = fold.Saved{Inputs: saved.Inputs, Events: saved.Events}
	e.begun.Store(&begunWith{saved.Inputs, <-digest})
	return f, nil
}

// checkBegun compares the saved fold that the one in use began with, where it did, with what the inputs add up to: once for each.
func (e *Engine) checkBegun(ctx context.Context) error {
	begun := e.begun.Load()
	if begun == nil {
		return nil
	}
	want, err := fold.Save(ctx, e.store, nil, begun.inputs)
	if err != nil {
		return err
	}
	if want.Digest() != begun.digest {
		return addsUpToElse(begun.inputs)
	}
	e.begun.CompareAndSwap(begun, nil)
	return nil
}
