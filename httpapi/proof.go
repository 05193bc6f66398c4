package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// tree is the size that a request means, and what the books are as of.
func (a *api) tree(ctx context.Context, asked uint64) (size uint64, of view.AsOf, err error) {
	var head ledger.Head
	a.engine.View(func(_ *fold.Fold, s engine.State) { head = s.Ledger })
	if size, err = view.SizeOf(head, asked); err != nil {
		return 0, of, err
	}
	of, err = a.now(ctx)
	return size, of, err
}

type lineProofRequest struct {
	Sequence uint64 `path:"sequence" minimum:"1" doc:"Of the transaction"`
	Line     int    `path:"line" minimum:"0" maximum:"4294967294" doc:"Of the posting in it, from 0"`
	Size     uint64 `query:"size" doc:"Of the tree that the proof leads to, in leaves; 0: the tree as it is now"`
}

func (a *api) proveLine(ctx context.Context, in *lineProofRequest) (out wire.LineProof, err error) {
	size, of, err := a.tree(ctx, in.Size)
	if err != nil {
		return out, err
	}
	p, err := view.ProveLine(ctx, a.engine.History(), in.Sequence, in.Line, size)
	return wire.LineProofOf(&p, of), err
}

type leafProofRequest struct {
	Sequence uint64 `path:"sequence" minimum:"1" doc:"Of the transaction, or of the input"`
	Size     uint64 `query:"size" doc:"Of the tree that the proof leads to, in leaves; 0: the tree as it is now"`
}

func (a *api) proveTransaction(ctx context.Context, in *leafProofRequest) (wire.LeafProof, error) {
	return a.proveLeaf(ctx, engine.TransactionLeaf, in)
}

func (a *api) proveInput(ctx context.Context, in *leafProofRequest) (wire.LeafProof, error) {
	return a.proveLeaf(ctx, engine.InputLeaf, in)
}

func (a *api) proveLeaf(ctx context.Context, kind engine.LeafKind, in *leafProofRequest) (out wire.LeafProof, err error) {
	size, of, err := a.tree(ctx, in.Size)
	if err != nil {
		return out, err
	}
	p, err := view.ProveLeaf(ctx, a.engine.History(), kind, in.Sequence, size)
	return wire.LeafProofOf(&p, of), err
}

type consistencyRequest struct {
	From uint64 `query:"from" required:"true" doc:"Size of the smaller tree, in leaves"`
	To   uint64 `query:"to" doc:"Size of the larger tree, in leaves; 0: the tree as it is now"`
}

func (a *api) proveConsistency(ctx context.Context, in *consistencyRequest) (out wire.ConsistencyProof, err error) {
	to, of, err := a.tree(ctx, in.To)
	if err != nil {
		return out, err
	}
	p, err := view.ProveConsistency(ctx, a.engine.History(), in.From, to)
	return wire.ConsistencyProofOf(&p, of), err
}
