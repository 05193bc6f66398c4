package view

import (
	"cmp"
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
)

// ReadConsistent reads something that takes several looks at the books, and reads it again, a few times at most, when somebody
// wrote in between. ok says that everything that was read is of the state; otherwise the error is that of the last try.
func ReadConsistent(ctx context.Context, s engine.Reader, times int, read func() error) (state engine.State, ok bool, last error) {
	var err error
	for range times {
		if state, err = s.State(ctx); err != nil {
			return state, false, err
		}
		failed := read()
		after, err := s.State(ctx)
		if err != nil {
			return state, false, err
		}
		if ok, last = after.Ledger.Hash == state.Ledger.Hash, failed; ok {
			break
		}
	}
	return state, ok, last
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
	if !ok && ctx.Err() == nil {
		e.Quiet(func(*fold.Fold, engine.State) { // nobody here writes meanwhile
			_, ok, err = ReadConsistent(ctx, e.Reader(), 3, once)
		})
	}
	if err == nil && !ok {
		err = errUnsettled
	}
	return err
}

// Together calls ofFold with the fold and its state, from which it copies what it wants, and then ofBooks, which reads the books as they are
// at that state: both are called again, a few times, when somebody wrote in between. Writers wait only when somebody writes all the time.
// Errors are those of both and of the store, and that the books did not stay for long enough.
func Together(ctx context.Context, e *engine.Engine, ofFold func(*fold.Fold, engine.State) error, ofBooks func() error) error {
	var at engine.State
	copied := func(f *fold.Fold, s engine.State) error {
		at = s
		return ofFold(f, s)
	}
	read := func() (same bool, err error) {
		s, ok, err := ReadConsistent(ctx, e.Reader(), 1, ofBooks)
		return ok && s.Ledger.Hash == at.Ledger.Hash && s.Inputs == at.Inputs, err
	}
	for n := range togetherTries {
		var err error
		if e.View(func(f *fold.Fold, s engine.State) { err = copied(f, s) }); err != nil {
			return err
		}
		if same, err := read(); same || ctx.Err() != nil {
			return cmp.Or(err, ctx.Err())
		}
		time.Sleep(time.Duration(n) * 5 * time.Millisecond) // a commit is in the database before it is in the fold
	}
	same, err := false, error(nil)
	e.Quiet(func(f *fold.Fold, s engine.State) { // nobody here writes meanwhile
		if err = copied(f, s); err == nil {
			same, err = read()
		}
	})
	if err == nil && !same {
		err = errUnsettled
	}
	return err
}

var errUnsettled = problem.New(problem.Unavailable, "", "the books changed each time they were read: ask again")

// togetherTries is how often Together reads before it keeps writers waiting.
const togetherTries = 6

// Ever is after everything in the books.
var Ever = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
