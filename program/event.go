package program

import (
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
)

// EventMap reads a sale that has no adapter of its own: which event is a purchase, and which of its parameters is
// what. Every field name below names a parameter of the event beside it, of a fitting type: buyers and referrers are
// addresses, quantities, amounts, tiers and rewards unsigned integers, codes a string that is not indexed or a bytes32.
type EventMap struct {
	Purchase   PurchaseEvent
	Commission *CommissionEvent // nil: purchases pay no commission by an event
	Refund     *RefundEvent     // nil: there are no refunds
	Counter    *Counter         // nil: nothing to check the sum of quantities against
}

// EventSignature is an event's declaration, parsed.
type EventSignature struct {
	Declaration string      // as the program file has it, in one spacing: "Bought(address indexed account, uint256 count)"
	Canonical   string      // what is hashed: "Bought(address,uint256)"
	Topic       common.Hash // Keccak-256 of Canonical: the log's topic 0
	ABI         abi.Event   // ready to unpack logs
}

// PurchaseEvent says what a purchase looks like. Fields that the event does not have are empty.
type PurchaseEvent struct {
	EventSignature
	Buyer      string
	Quantity   string        // empty: OnePerLog
	OnePerLog  bool          // each log is one licence
	Amount     string        // empty when Means is NoAmount
	Means      AmountMeaning // never empty
	Code       string
	Referrer   string
	Tier       string
	Supersedes *EventSignature // an event that speaks of the same payment and is therefore left out
}

// CommissionEvent says what a referrer's reward looks like: a log in the same transaction as the purchase that it
// belongs to, the nearest before or after it.
type CommissionEvent struct {
	EventSignature
	Referrer string // may be empty when Code is not
	Reward   string
	Code     string // may be empty when Referrer is not
}

// RefundEvent says what a refund looks like.
type RefundEvent struct {
	EventSignature
	Buyer    string
	Amount   string
	Quantity string // empty: a refund returns no licences
}

// Counter is the contract's own count of licences sold: a view without arguments that returns one unsigned integer.
type Counter struct {
	Declaration string  // "totalSold() returns (uint256)"
	Canonical   string  // "totalSold()"
	Selector    [4]byte // the first bytes of Keccak-256 of Canonical: the whole calldata
	ABI         abi.Method
}

// StakeContract is a contract that holds stakes of the program's token, as its events tell.
type StakeContract struct {
	From     From // from which moment on its events count
	Contract common.Address
	Staked   StakeEvent
	Unstaked StakeEvent // what is staked no longer
}

// StakeEvent says what it looks like when somebody stakes, or stakes no longer.
type StakeEvent struct {
	EventSignature
	Holder string
	Amount string // in base units of the token
}
