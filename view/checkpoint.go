package view

import (
	"context"

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

// CheckCheckpoint compares a checkpoint that was kept elsewhere with the books as they are.
func CheckCheckpoint(ctx context.Context, c *checkpoint.Checkpoint, books engine.Books) error {
	state, err := books.State(ctx)
	if err != nil {
		return err
	}
	return c.Check(OriginOf(state.Identity), state.Ledger.Size(), func(size uint64) (ledger.Hash, error) {
		return ledger.RootAt(size, Nodes(ctx, books))
	})
}
