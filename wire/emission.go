package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// EmissionDay is what the token emits on a UTC day.
type EmissionDay struct {
	Day    string `json:"day"`
	Amount Amount `json:"amount"`
}

// Emission is what the token emits day by day.
type Emission struct {
	Generated string        `json:"generated"` // the instant of the token's generation
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
