package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/view"
)

// AsOf is how fresh an answer is and how well it is proven. Before the first block its texts are empty.
type AsOf struct {
	Block uint64 `json:"block" doc:"The last block that is booked"`
	Time  string `json:"time" format:"date-time" doc:"When that block was made; empty before the first"`
	Final uint64 `json:"final" doc:"The last block that is booked as final"`
	Proof string `json:"proof" doc:"How the weakest block was proven: full, events, agreed, none; empty before the first" example:"full"`
	// Finality is left out where the answer is of a process that asks no chain.
	Finality string `json:"finality,omitempty" enum:"consensus,agreed,told" doc:"On whose word blocks are final: see docs/security.md"`
}

// Fresh stands in every answer about money.
type Fresh struct {
	AsOf AsOf `json:"as_of" doc:"How fresh the answer is, and how well it is proven"`
}

// FreshOf is the freshness of books.
func FreshOf(a view.AsOf) Fresh {
	return Fresh{AsOf{a.Block, Instant(a.Time), a.Final, string(a.Proof), string(a.Finality)}}
}

// Instant is a time in RFC 3339, UTC; nothing for the zero time.
func Instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
