package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/rewards"
)

// Vesting is what of a schedule is vested at an instant.
type Vesting struct {
	Total  Amount `json:"total"`
	Start  string `json:"start"`
	End    string `json:"end"`
	At     string `json:"at"`
	Vested Amount `json:"vested"`
	Locked Amount `json:"locked"`
}

// VestingOf is a schedule at an instant.
func VestingOf(s *rewards.Schedule, at time.Time) Vesting {
	terms := s.Terms()
	return Vesting{
		AmountOf(terms.Total), Instant(terms.Start), Instant(s.End()), Instant(at), AmountOf(s.Vested(at)), AmountOf(s.Locked(at)),
	}
}
