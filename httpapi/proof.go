package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type proofRequest struct {
	Sequence uint64 `path:"sequence" minimum:"1" doc:"Of the transaction"`
	Line     int    `path:"line" minimum:"0" maximum:"4294967294" doc:"Of the posting in it, from 0"`
}

func (a *api) proof(ctx context.Context, in *proofRequest) (out wire.LineProof, err error) {
	p, err := view.Proof(ctx, a.engine.History(), in.Sequence, in.Line)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	return wire.LineProofOf(&p, of), err
}
