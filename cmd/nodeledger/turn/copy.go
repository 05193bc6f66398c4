package turn

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/store"
)

// ReadFrom has what is only shown of books read from a replica, which open opens; where none is named, from the books themselves. Close
// what it gives.
func ReadFrom(ctx context.Context, replica string, open func(context.Context, string) (*store.Store, error), e *engine.Engine,
	books *store.Store) (*store.Store, error) {
	if replica == "" {
		return books, nil
	}
	read, err := open(ctx, replica)
	if err != nil {
		return nil, err
	}
	read.Follow(books, e.Seen)
	e.ReadFrom(read)
	return read, nil
}
