package program

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// Referral is what a code takes off, what its owner earns, and how that is settled.
type Referral struct {
	Discount   Dated[money.Ratio] // off the list price
	PerUnit    bool               // floored per licence instead of once on the total
	Reward     Dated[Reward]
	Own        []OwnTerms // of single codes and tiers
	Volume     []Volume   // by what a code has sold, in rising order; empty: all the same
	Wallets    *OwnTerms  // of codes that are a buyer's own address in lower case; nil: an address is no code
	Settlement Settlement
	SelfRefuse bool // self-referrals earn nothing, instead of being flagged
}

// Reward is what a purchase with a code earns others: first the code's owner, then whoever referred the owner, and so on.
type Reward struct {
	Levels []money.Ratio // one for each, never none
	OfList bool          // of the list price, instead of what was paid
}

// OwnTerms are those of a code or of a tier. A code's hold in every tier.
type OwnTerms struct {
	From     From
	Code     string       // empty: of a tier
	Tier     int          // counted from 1; 0: of a code
	Discount *money.Ratio // nil: as for all
	Reward   *money.Ratio // of the code's owner; nil: as for all
	Bonus    money.Ratio  // of a tier: added to the reward of a code's owner, not of a wallet's own address; zero: nothing
	Parent   *Parent      // of a code: who earns beside its owner; nil: whoever the levels say
}

// Parent is who earns of every purchase with a code beside its owner.
type Parent struct {
	Wallet common.Address
	Reward money.Ratio
}

// Volume is the terms of a code from the purchase on before which it has sold as many nodes.
type Volume struct {
	Nodes            uint64
	Discount, Reward money.Ratio
}

// Settlement says who pays the referrer.
type Settlement string

// The settlements.
const (
	OnChain Settlement = "on_chain" // the contract, within the purchase
	Accrued Settlement = "accrued"  // a payout run; the books owe it until then
	Held    Settlement = "held"     // the contract, which holds it until the referrer takes it
)
