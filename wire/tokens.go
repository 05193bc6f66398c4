package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view/holder"
)

// Tranche is what one epoch gave a holder and is locked.
type Tranche struct {
	Amount    Amount `json:"amount" doc:"How much"`
	UnlocksAt string `json:"unlocks_at" format:"date-time" doc:"When it is no longer locked"`
	Job       string `json:"job" doc:"Name of the job"`
	Slot      string `json:"slot" doc:"The epoch's day"`
}

// VestingGrant is a grant of tokens that vest.
type VestingGrant struct {
	Name     string `json:"name" doc:"Name"`
	Total    Amount `json:"total" doc:"After a revocation: what had vested by then"`
	Vested   Amount `json:"vested" doc:"By the schedule, as of the newest booked block; the books move it at midnight"`
	Locked   Amount `json:"locked" doc:"Total less vested"`
	Released Amount `json:"released" doc:"What the holder withdrew"`
	Start    string `json:"start" format:"date-time" doc:"The first instant"`
	CliffEnd string `json:"cliff_end" format:"date-time" doc:"The first instant at which something vests"`
	End      string `json:"end" format:"date-time" doc:"When all has vested"`
}

// CurveStep is what is locked and available from an instant on.
type CurveStep struct {
	At        string `json:"at" format:"date-time" doc:"When"`
	Locked    Amount `json:"locked" doc:"Locked until later"`
	Available Amount `json:"available" doc:"Not locked any more"`
}

// Tokens are points and tokens of a wallet by stage. What the program does not have is absent.
type Tokens struct {
	Wallet          string         `json:"wallet" doc:"Address, in lower case"`
	Points          *Amount        `json:"points,omitempty" doc:"Points"`
	Account         string         `json:"points_account,omitempty" doc:"The account of its points"`
	PointsStaked    *Amount        `json:"points_staked,omitempty" doc:"Points that are staked"`
	PointsUnbonding *Amount        `json:"points_unbonding,omitempty" doc:"Points that are staked no longer and not available yet"`
	Locked          *Amount        `json:"locked,omitempty" doc:"Locked until later"`
	Available       *Amount        `json:"available,omitempty" doc:"Tokens that can be taken"`
	Released        *Amount        `json:"released,omitempty" doc:"Tokens that were taken"`
	Staked          *Amount        `json:"staked,omitempty" doc:"Tokens that are staked"`
	Deposited       *Amount        `json:"deposited,omitempty" doc:"Tokens that a contract of the chain holds as a stake, wherever they were from"`
	Unbonding       *Amount        `json:"unbonding,omitempty" doc:"Tokens that are staked no longer and not available yet"`
	Tranches        []Tranche      `json:"tranches" doc:"Of epochs, that are still locked, the first to unlock first"`
	Grants          []VestingGrant `json:"grants" doc:"Vesting grants"`
	Curve           []CurveStep    `json:"curve" doc:"From now on, if nothing is added or taken. A grant that vests by the second has a step at the beginning of every month, at its cliff and at its end"`
	Fresh
}

// TokensOf are points and tokens as they go out.
func TokensOf(t *holder.Tokens) Tokens {
	out := Tokens{
		Wallet: t.Wallet.String(), Fresh: FreshOf(t.AsOf),
		Points: OptionalAmount(t.Points), Locked: OptionalAmount(t.Locked), Available: OptionalAmount(t.Available),
		Released: OptionalAmount(t.Released), Staked: OptionalAmount(t.Staked), Unbonding: OptionalAmount(t.Unbonding),
		Deposited:    OptionalAmount(t.Deposited),
		PointsStaked: OptionalAmount(t.PointsStaked), PointsUnbonding: OptionalAmount(t.PointsUnbonding),
		Tranches: []Tranche{}, Grants: []VestingGrant{}, Curve: []CurveStep{},
	}
	if !t.Points.Asset().IsZero() {
		out.Account = ledger.Holding(t.Wallet, t.Points.Asset()).String()
	}
	for _, tranche := range t.Tranches {
		out.Tranches = append(out.Tranches, Tranche{AmountOf(tranche.Amount), Instant(tranche.UnlocksAt), holder.TrancheJob, tranche.Slot})
	}
	for _, g := range t.Grants {
		out.Grants = append(out.Grants, VestingGrant{
			g.Name, AmountOf(g.Total), AmountOf(g.Vested), AmountOf(g.Locked), AmountOf(g.Released), Instant(g.Start),
			Instant(g.CliffEnd), Instant(g.End),
		})
	}
	for _, s := range t.Curve {
		out.Curve = append(out.Curve, CurveStep{Instant(s.At), AmountOf(s.Locked), AmountOf(s.Available)})
	}
	return out
}

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
