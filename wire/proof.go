package wire

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
)

// LineProof shows that a posting is in the books of a sealed day to somebody who knows only that day's checkpoint hash.
type LineProof struct {
	Transaction  Transaction `json:"transaction" doc:"Without its other postings"`
	Postings     uint32      `json:"postings" doc:"How many postings the transaction has"`
	Line         uint32      `json:"line" doc:"Which posting, from 0"`
	LinePath     []string    `json:"line_path" doc:"From the posting to the root of the transaction's postings"`
	Checkpoint   Checkpoint  `json:"checkpoint" doc:"That the proof leads to"`
	DayPath      []string    `json:"day_path" doc:"From the transaction's hash to the root of the day"`
	Transactions uint64      `json:"transactions" doc:"How many transactions the day has"`
	Fresh
}

// HashesOf are hashes as they go out.
func HashesOf(hashes []ledger.Hash) []string {
	out := []string{}
	for _, h := range hashes {
		out = append(out, h.String())
	}
	return out
}

// LineProofOf is a proof as it goes out.
func LineProofOf(p *ledger.LineProof, of view.AsOf) LineProof {
	out := LineProof{
		Transaction: TransactionOf(&p.Transaction), Postings: p.Postings, Line: p.Line, LinePath: HashesOf(p.LinePath),
		DayPath:    HashesOf(p.DayPath),
		Checkpoint: CheckpointOf(p.Checkpoint), Transactions: p.Transactions, Fresh: FreshOf(of),
	}
	out.Transaction.Postings = []Posting{{p.Posting.From.String(), p.Posting.To.String(), AmountOf(p.Posting.Amount)}}
	return out
}
