package program

import "github.com/nodeledger/nodeledger/money"

// Referral holds the two percentages and how the reward is settled.
type Referral struct {
	Discount   money.Ratio // off the list price
	PerUnit    bool        // floored per licence instead of once on the total
	Reward     money.Ratio // of what was paid
	Settlement Settlement
	SelfRefuse bool // self-referrals earn nothing, instead of being flagged
}

// Settlement says who pays the referrer.
type Settlement string

// The settlements.
const (
	OnChain Settlement = "on_chain" // the contract, within the purchase
	Accrued Settlement = "accrued"  // a payout run; the books owe it until then
)
