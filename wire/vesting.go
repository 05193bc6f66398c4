package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// Vesting is what of a schedule is vested at an instant.
type Vesting struct {
	Total  Amount `json:"total" doc:"Of all lines"`
	Start  string `json:"start" doc:"The first instant"`
	End    string `json:"end" doc:"When all has vested"`
	At     string `json:"at" doc:"When"`
	Vested Amount `json:"vested"`
	Locked Amount `json:"locked" doc:"Locked until later"`
}

// VestingOf is a schedule at an instant.
func VestingOf(s *rewards.Schedule, at time.Time) Vesting {
	terms := s.Terms()
	return Vesting{
		AmountOf(terms.Total), Instant(terms.Start), Instant(s.End()), Instant(at), AmountOf(s.Vested(at)), AmountOf(s.Locked(at)),
	}
}

// EmissionDay is what the token emits on a UTC day.
type EmissionDay struct {
	Day    string `json:"day"`
	Amount Amount `json:"amount" doc:"How much"`
}

// Emission is what the token emits day by day.
type Emission struct {
	Generated string        `json:"generated"` // the instant of the TGE
	Days      []EmissionDay `json:"days"`
	Sum       Amount        `json:"sum"`
}

// EmissionOf are days of emission with their sum.
func EmissionOf(generated time.Time, days []rewards.EmissionDay, sum money.Amount) Emission {
	out := Emission{Instant(generated), []EmissionDay{}, AmountOf(sum)}
	for _, d := range days {
		out.Days = append(out.Days, EmissionDay{d.Day.Format(time.DateOnly), AmountOf(d.Amount)})
	}
	return out
}
