package view

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
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

// Ever is after everything in the books.
var Ever = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
