package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
)

type proofRequest struct {
	Sequence uint64 `path:"sequence" minimum:"1" doc:"Of the transaction"`
	Line     int    `path:"line" minimum:"0" maximum:"4294967294" doc:"Of the posting in it, from 0"`
}

// LineProof shows that a posting is in the books of a sealed day to somebody who knows only that day's checkpoint hash.
type LineProof struct {
	Transaction  Transaction `json:"transaction" doc:"Without its other postings"`
	Postings     uint32      `json:"postings" doc:"How many postings the transaction has"`
	Line         uint32      `json:"line"`
	LinePath     []string    `json:"line_path" doc:"From the posting to the root of the transaction's postings"`
	Checkpoint   Checkpoint  `json:"checkpoint"`
	DayPath      []string    `json:"day_path" doc:"From the transaction's hash to the root of the day"`
	Transactions uint64      `json:"transactions" doc:"How many transactions the day has"`
	Fresh
}

func (a *api) proof(ctx context.Context, in *proofRequest) (out LineProof, err error) {
	p, err := view.Proof(ctx, a.engine.Store(), in.Sequence, in.Line)
	if err != nil {
		return out, err
	}
	if out.Fresh, err = a.now(ctx); err != nil {
		return out, err
	}
	out.Transaction, out.Postings, out.Line = transaction(&p.Transaction), p.Postings, p.Line
	out.Transaction.Postings = []Posting{{p.Posting.From.String(), p.Posting.To.String(), amount(p.Posting.Amount)}}
	out.LinePath, out.DayPath = path(p.LinePath), path(p.DayPath)
	out.Checkpoint, out.Transactions = checkpoint(p.Checkpoint), p.Transactions
	return out, nil
}

func path(hashes []ledger.Hash) []string {
	out := []string{}
	for _, h := range hashes {
		out = append(out, h.String())
	}
	return out
}
