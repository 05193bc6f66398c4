package httpapi

import (
	"github.com/nodeledger/nodeledger/engine"
)

// Done says that something is recorded.
type Done struct {
	Reference string `json:"reference" doc:"What the operator called it"`
	Again     bool   `json:"again" doc:"It had been recorded before, and nothing was written"`
	Sequence  uint64 `json:"sequence" doc:"Of its transaction in the journal"`
}

// done is the answer to a fact that is in the books.
func done(r engine.Receipt) Done {
	return Done{Reference: r.Reference, Sequence: r.Sequence, Again: r.AlreadyRecorded}
}
