package program

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// Sale says which contract sells, how its logs are read, and the price ladder.
type Sale struct {
	Contract common.Address
	Licence  common.Address // the ERC-721 contract that makes holdings from the licence; otherwise zero
	Adapter  AdapterKind
	Amount   AmountMeaning // what the payment event's amount means, of the built-in adapters
	Admin    Admin
	Mode     Mode
	Asset    money.Asset
	MaxNodes uint64        // 0: no limit is known
	Tiers    Dated[[]Tier] // empty: the ladder comes from the chain
	Codes    []CodeSetting
	Treasury Dated[common.Address] // empty: from the chain
	Event    *EventMap             // for the event adapter, otherwise nil

	// CounterSlot is where the contract of a built-in adapter keeps the count of what it sold; nil when the file does not say.
	CounterSlot *common.Hash

	// PlaceholderPrices says that the prices of Tiers are made up.
	PlaceholderPrices bool
}

// Contracts are those that sell: for the event adapter there may be several.
func (s Sale) Contracts() []common.Address {
	if s.Event == nil {
		return []common.Address{s.Contract}
	}
	list := make([]common.Address, len(s.Event.Contracts))
	for i, c := range s.Event.Contracts {
		list[i] = c.Address
	}
	return list
}

// AdapterKind names the reader of a sale contract's logs.
type AdapterKind string

// The adapters.
const (
	NodeSale       AdapterKind = "nodesale"
	PaymentHandler AdapterKind = "payment-handler"
	EventAdapter   AdapterKind = "event"
)

// AmountMeaning is what the amount in a payment event is.
type AmountMeaning string

// The meanings of an amount.
const (
	Gross     AmountMeaning = "gross"  // everything the buyer paid
	Net       AmountMeaning = "net"    // what the treasury got, after the referral share
	List      AmountMeaning = "list"   // the price before any discount
	Moved     AmountMeaning = "moved"  // what left the buyer in the transaction, whatever the event says
	OfTheList AmountMeaning = "ladder" // the event has no amount: the list price and the terms decide
)

// Admin says where settings that a contract changes without events come from.
type Admin struct {
	Scan bool          // read every transaction to the contract from full blocks
	Txs  []common.Hash // or just these
}

// Mode is how a ladder of tiers is walked.
type Mode string

// The modes.
const (
	Sequential Mode = "sequential" // one tier is open; when it is sold out the next opens
	Parallel   Mode = "parallel"   // every tier is open, a wallet takes at most its quota of each, in order
)

// NoQuota is the quota of a tier that does not limit a wallet.
const NoQuota = ^uint64(0)

// Tier is one rung of the ladder. PerWallet 0 closes it to the public, NoQuota sets no limit.
type Tier struct {
	Price     money.Amount
	Size      uint64
	PerWallet uint64
}

// CodeSetting makes a referral code live for a wallet, or ends it, from an instant or block on.
type CodeSetting struct {
	From   From
	Code   string
	Wallet common.Address
	Active bool
}
