package program

import "github.com/nodeledger/nodeledger/money"

// Points are credits that the program emits by the UTC day before its token exists.
type Points struct {
	Asset    money.Asset
	Cap      Dated[money.Amount]  // on everything ever emitted; empty: no cap
	Price    Dated[money.Ratio]   // US dollars for one whole point, for estimates only
	Emission Dated[money.Amount]  // a UTC day; empty or not begun: nothing is emitted
	Pools    Dated[Pools]         // how a day's emission is split
	Eligible Dated[Eligibility]   // for the validators' pool; empty: every holder
	Stake    Dated[[]StakeFactor] // factors on a queen's stake; empty: every stake scores 1 a point
	Health   Dated[Health]        // how a provider's health moves; empty: it is always 1
	AtTGE    *Conversion          // nil: points stay points
}

// Pools are the shares of the emission; they sum to exactly 1.
type Pools struct {
	Validators, Providers, Queens money.Ratio
	// Idle says what becomes of a pool's share of a day on which nobody takes part in it.
	Idle Idle
}

// Idle is what becomes of a share that nobody is there for.
type Idle string

// The ways.
const (
	IdleSkip  Idle = "skip"  // it is not issued
	IdleCarry Idle = "carry" // it waits for the next who takes part
)

// Eligibility says which holders take part in the validators' pool.
type Eligibility struct {
	AllHolders bool // everybody; the other fields are then zero
	// Stake is the least that is staked: in the points, in the token, or one of each; epochs of points count stakes of points, those of
	// the token stakes of tokens. Empty: no stake is asked for.
	Stake     []money.Amount
	MinHealth bool // health must be above HealthAbove
	// HealthAbove is from 0 up to but not including 1.
	HealthAbove money.Ratio
}

// Least is the least stake that is asked for in an asset or, where none is in it, the first one; ok is false when none is asked for.
func (e *Eligibility) Least(asset money.Asset) (least money.Amount, ok bool) {
	for i := len(e.Stake) - 1; i >= 0; i-- {
		if least = e.Stake[i]; least.Asset() == asset {
			break
		}
	}
	return least, !least.IsZero()
}

// StakeFactor gives a stake of at least Stake a factor on each point of it. The first begins at nothing, stakes rise and
// factors never fall.
type StakeFactor struct {
	Stake  money.Amount
	Factor money.Ratio
}

// Health says where a provider's health starts (it stays within 0 and 1) and what moves it.
type Health struct {
	Start       money.Ratio
	DrillFailed money.Ratio // lost by a failed drill
	DrillPassed money.Ratio // gained by a passed drill
	CheckFailed money.Ratio // lost by a failed check
	CheckPassed money.Ratio // gained by CheckRow passed checks in a row
	CheckRow    uint64      // at least 1
	Ratings     []Rating    // in rising order; below the first nothing moves
}

// Rating is what a customer's rating of at least AtLeast (and below the next one's) gains or loses: never both.
type Rating struct {
	AtLeast      uint64
	Gains, Loses money.Ratio
}

// Conversion says what one point becomes at the TGE.
type Conversion struct {
	Becomes money.Asset
	Of      string      // the part of the token's allocation that it is taken from
	Rate    money.Ratio // tokens for one point
	Lock    Duration    // none: available at once
}

// Bracket gives holders of at least Nodes licences a factor on each of them. In a list of brackets the first begins
// at 1 node, nodes rise and factors never fall, so that splitting nodes over wallets never raises the total score.
type Bracket struct {
	Nodes  uint64
	Factor money.Ratio
}
