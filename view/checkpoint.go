package view

import (
	"context"
	"errors"
	"fmt"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
)

// OriginOf names books in checkpoints.
func OriginOf(id engine.Identity) string {
	return checkpoint.Origin(id.Program, id.Chain, id.Contract.Hex())
}

// CheckpointOf is where books are.
func CheckpointOf(s *engine.State) checkpoint.Checkpoint {
	return checkpoint.Checkpoint{
		Origin: OriginOf(s.Identity), Size: s.Ledger.Size(), Root: s.Ledger.Root(), Sequence: s.Ledger.Sequence, Journal: s.Ledger.Hash,
		Final: s.Cursor.Final.Number, FinalHash: ledger.Hash(s.Cursor.Final.Hash),
	}
}

// CheckCheckpoint compares a checkpoint that was kept elsewhere with the books as they are. It says whether the hash of its last final
// block could be compared, too: books know those of blocks in which something was booked, and of the last one.
func CheckCheckpoint(ctx context.Context, c *checkpoint.Checkpoint, books engine.Books) (block bool, err error) {
	state, err := books.State(ctx)
	if err != nil {
		return false, err
	}
	err = c.Check(OriginOf(state.Identity), state.Ledger.Size(), func(size uint64) (was checkpoint.Checkpoint, err error) {
		if was.Root, err = ledger.RootAt(size, Nodes(ctx, books)); err != nil || c.Bare {
			return was, err
		}
		was.Sequence, was.Journal, err = journalAt(ctx, size, books)
		return was, err
	})
	if err != nil || c.Bare {
		return false, err
	}
	return checkBlock(ctx, c, &state, books)
}

// journalAt is where the journal ended when the tree had a size: at the last transaction whose leaf is before it.
func journalAt(ctx context.Context, size uint64, books engine.Books) (sequence uint64, hash ledger.Hash, err error) {
	low, high := uint64(0), size // of so many transactions the leaf is before, and of so many at the most
	for low < high {
		middle := low + (high-low+1)/2
		leaf, found, err := books.LeafOf(ctx, engine.TransactionLeaf, middle)
		if err != nil {
			return 0, hash, err
		}
		if found && leaf < size {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return 0, hash, nil
	}
	for t, err := range books.Transactions(ctx, low) {
		if err != nil {
			return 0, hash, err
		}
		return low, t.Hash, nil
	}
	return 0, hash, ledger.Differs("journal", fmt.Sprintf("sequence %d", low), "it is missing")
}

// checkBlock compares the last final block with those that the books know.
func checkBlock(ctx context.Context, c *checkpoint.Checkpoint, state *engine.State, books engine.Books) (known bool, err error) {
	switch now := &state.Cursor.Final; {
	case now.Number < c.Final:
		return false, ledger.Differs("head", "its only row", "the books are final to block %d, and the checkpoint says to %d", now.Number,
			c.Final)
	case now.Number == c.Final:
		known, err = true, c.CheckBlock(now.Number, ledger.Hash(now.Hash))
	}
	for in, failed := range books.Inputs(ctx, 1) {
		if err = errors.Join(err, failed); err != nil {
			break
		}
		h, ok, bad := in.Final()
		switch {
		case bad != nil:
			err = ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", bad)
		case !ok:
		case h.Number == c.Final:
			known, err = true, c.CheckBlock(h.Number, ledger.Hash(h.Hash))
		case in.Sequence <= c.Size-c.Sequence && h.Number > c.Final:
			err = c.CheckBlock(h.Number, ledger.Hash(h.Hash))
		}
	}
	return known && err == nil, err
}
