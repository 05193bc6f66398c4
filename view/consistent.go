package view

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
)

// ReadConsistent reads something that takes several looks at the books, and reads it again, a few times at most, when somebody
// wrote in between. ok says that everything that was read is of the state, and the error is that of read. Otherwise the error is that of
// the store, or there is none: somebody wrote each time, and what was read is worth nothing.
func ReadConsistent(ctx context.Context, s engine.Reader, times int, read func() error) (state engine.State, ok bool, err error) {
	for range times {
		if state, err = s.State(ctx); err != nil {
			return state, false, err
		}
		failed := read()
		after, err := s.State(ctx)
		if err != nil {
			return state, false, err
		}
		if after.Ledger.Hash == state.Ledger.Hash {
			return state, true, failed
		}
	}
	return state, false, nil
}

// Still calls read with a state of the books that stays while it reads: it reads again, a few times at most, when somebody wrote
// meanwhile, and keeps writers waiting only when they write all the time. Errors are those of read and of the store, and that another
// process wrote all the time.
func Still(ctx context.Context, e *engine.Engine, read func(engine.State) error) error {
	once := func() error {
		s, err := e.Reader().State(ctx)
		if err != nil {
			return err
		}
		return read(s)
	}
	_, ok, err := ReadConsistent(ctx, e.Reader(), 3, once)
	if !ok && err == nil {
		e.Quiet(func(*fold.Fold, engine.State) { _, ok, err = ReadConsistent(ctx, e.Reader(), 1, once) }) // nobody here writes meanwhile
	}
	if !ok && err == nil {
		err = ErrUnsettled
	}
	return err
}

// Together calls ofFold with the fold and its state, from which it copies what it wants, and then ofBooks, which reads the books as they
// are at that state: both are called again, a few times, when somebody wrote in between. No writer is kept waiting. ofFold may not look at
// the engine, whose lock it has. Errors are those of both and of the store, and that the books did not stay for long enough.
func Together(ctx context.Context, e *engine.Engine, ofFold func(*fold.Fold, engine.State) error, ofBooks func() error) error {
	for n := range togetherTries {
		select {
		case <-time.After(time.Duration(n) * 5 * time.Millisecond): // a commit of this process is in the database before it is in the fold
		case <-ctx.Done():
			return ctx.Err()
		}
		var at engine.State
		var err error
		sure := e.View(func(f *fold.Fold, s engine.State) {
			at = s
			err = ofFold(f, s)
		})
		if err != nil {
			return err
		}
		now, still, err := ReadConsistent(ctx, e.Reader(), 1, ofBooks)
		if sure && still && now.Ledger.Hash == at.Ledger.Hash && now.Inputs == at.Inputs {
			return err
		}
		if !still && err != nil {
			return err
		}
		if err := e.CatchUp(ctx); err != nil { // another process may have written
			return err
		}
	}
	return ErrUnsettled
}

// ErrUnsettled says that no state of the books stayed for long enough to be read.
var ErrUnsettled = problem.New(problem.Unavailable, "", "the books changed each time they were read: ask again")

// togetherTries is how often Together reads before it gives up, half a second later at least.
const togetherTries = 15

// Ever is after everything in the books.
var Ever = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
