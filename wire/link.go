package wire

import "github.com/nodeledger/nodeledger/ledger"

// Link is the fact that an entry comes from: a log, a slot of a job, or what an operator recorded.
type Link struct {
	Origin    string  `json:"origin" doc:"evm: a log; job: a slot of the schedule; op: a fact that an operator recorded" enum:"evm,job,op"`
	Chain     uint64  `json:"chain,omitempty"`
	Block     uint64  `json:"block,omitempty"`
	TxHash    string  `json:"tx_hash,omitempty"`
	LogIndex  *uint32 `json:"log_index,omitempty"`
	Job       string  `json:"job,omitempty"`
	Slot      string  `json:"slot,omitempty"`
	Operator  string  `json:"operator,omitempty"`
	Reference string  `json:"reference,omitempty" doc:"What the operator called it"`
}

// LinkOf is where an entry comes from.
func LinkOf(s *ledger.Source) Link {
	out := Link{Origin: string(s.Origin)}
	switch s.Origin {
	case ledger.FromChain:
		index := s.LogIndex
		out.Chain, out.Block, out.TxHash, out.LogIndex = s.Chain, s.BlockNumber, s.TxHash.String(), &index
	case ledger.FromJob:
		out.Job, out.Slot = s.Name, s.Reference
	default:
		out.Operator, out.Reference = s.Name, s.Reference
	}
	return out
}
