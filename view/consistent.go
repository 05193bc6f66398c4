package view

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
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
// meanwhile, and keeps writers waiting only when they write all the time. Errors are those of read and of the store.
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
		e.Quiet(func(*fold.Fold, engine.State) { _, _, err = ReadConsistent(ctx, e.Reader(), 1, once) }) // nobody here writes meanwhile
	}
	return err
}

// Ever is after everything in the books.
var Ever = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
