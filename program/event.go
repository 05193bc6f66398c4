package program

import (
	"encoding/hex"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// EventMap reads a sale that has no adapter of its own: which events are purchases, and which of their parameters is
// what. Every field name below names a parameter of the event beside it, of a fitting type: wallets are addresses,
// quantities and amounts unsigned integers, codes a string that is not indexed or a bytes32. An event that the
// contracts emit is one thing only: the first entry whose Where holds takes it, purchases before gifts, commissions,
// withdrawals, refunds and codes.
type EventMap struct {
	Contracts   []SaleContract // whose events are read; never empty, and Sale.Contract is the first
	Assets      []AssetUse     // those of the program, that purchases may be paid in
	Purchases   []PurchaseEvent
	Gifts       []GiftEvent
	Commissions []CommissionEvent
	Withdrawals []WithdrawalEvent
	Refunds     []RefundEvent
	Codes       []CodeEvent
	Counters    []Counter
}

// SaleContract is one of the contracts that sell, and what all that it sells has in common.
type SaleContract struct {
	Span

	Address common.Address
	Tier    int           // counted from 1; 0: its events or the ladder say it
	Price   *money.Amount // the list price of one node; nil: the tiers say it
}

// Span is from when on, and up to what, events count. The zero Span is always.
type Span struct {
	From  From
	Until From // not any more from here on; zero: without an end
}

// Holds says whether a moment is in the span.
func (s Span) Holds(m Moment) bool { return s.From.Begun(m) && (s.Until.IsZero() || !s.Until.Begun(m)) }

// EventSignature is an event's declaration, parsed.
type EventSignature struct {
	Declaration string      // as the program file has it, in one spacing: "Bought(address indexed account, uint256 count)"
	Canonical   string      // what is hashed: "Bought(address,uint256)"
	Topic       common.Hash // Keccak-256 of Canonical: the log's topic 0
	ABI         abi.Event   // ready to unpack logs
}

// EventMatch is which logs an entry takes: those of an event, within a span, whose fields have the values of Where.
type EventMatch struct {
	EventSignature
	Span

	Where []FieldIs // all of them hold
}

// FieldIs is a condition on a field: Value as [FieldText] writes it.
type FieldIs struct{ Field, Value string }

// FieldText writes a decoded value of an event or a call in the one form in which values are compared: addresses and bytes in lower-case
// hexadecimal with 0x, numbers in decimal, true or false, and text as it is.
func FieldText(value any) string {
	switch v := value.(type) {
	case common.Address:
		return "0x" + hex.EncodeToString(v[:])
	case [32]byte:
		return "0x" + hex.EncodeToString(v[:])
	case common.Hash:
		return "0x" + hex.EncodeToString(v[:])
	case []byte:
		return "0x" + hex.EncodeToString(v)
	default:
		return fmt.Sprint(v)
	}
}

// PurchaseEvent says what a purchase looks like. Fields that the event does not have are empty.
type PurchaseEvent struct {
	EventMatch

	// Unless is an event that speaks of the same purchase, and better: a log of this event is left out where the transaction has one of
	// Unless by the same contract, with the same values in all fields that both have by the same names. Nil: none.
	Unless *EventSignature
	// PerTransaction: the logs of a transaction that agree in contract, buyer, holder, code, tier and unit price are one purchase.
	PerTransaction bool

	Buyer    string // who pays; [SenderOfTransaction]: who signed the transaction
	Holder   string // who gets the nodes; empty: the buyer
	Quantity QuantityOf
	Tier     TierOf
	Paid     PaidAs
	Prices   []money.Amount // the list price of one node by tier, from tier 1 on, of this way to buy; empty: the contract's or the tiers'
	Asset    AssetOf
	Code     CodeOf
	Referrer string
}

// SenderOfTransaction is the buyer where the wallet that signed the transaction is.
const SenderOfTransaction = "transaction"

// QuantityOf says how many nodes a log sells. Exactly one of its fields is set.
type QuantityOf struct {
	Field     string
	OnePerLog bool   // each log is one licence
	Sum       string // a field that is a list of unsigned integers: their sum
	PaidOver  bool   // what was paid over the list price of one node
}

// TierOf says which tier a log sells. The zero TierOf says nothing.
type TierOf struct {
	Field string         // an unsigned integer, or any type when Is is set
	Base  int            // what the contract calls the first tier: 1 or 0
	Is    map[string]int // by value as [FieldText] writes it: the tier, counted from 1; nil: the field counts
}

// PaidAs says what a purchase's buyer paid.
type PaidAs struct {
	Means AmountMeaning // never empty
	Field string        // set unless Means is Moved or OfTheList
	Each  bool          // the field is of one node
}

// AssetOf says what a purchase is paid in. The zero AssetOf is the sale's asset.
type AssetOf struct {
	Moved bool                   // whichever asset of the program left the buyer in the transaction
	Fixed money.Asset            // this one, unless zero
	Field string                 // the field that says it
	Is    map[string]money.Asset // by value as [FieldText] writes it, when Field is set
}

// CodeOf says which referral code a purchase names. The zero CodeOf: none.
type CodeOf struct {
	Field string         // of the event, or of Call
	Call  *CallSignature // nil: of the event. Otherwise of the transaction's calldata, when it calls the contract with this function
}

// CallSignature is a function's declaration, parsed.
type CallSignature struct {
	Declaration string // "mint(address c, string code, uint16 n)"
	Canonical   string
	Selector    [4]byte
	ABI         abi.Method
}

// GiftEvent says what nodes that nobody pays for look like. A purchase's logs in the same transaction that give the same wallet
// nodes are of the gift, and no purchase.
type GiftEvent struct {
	EventMatch

	Holder   string
	Quantity QuantityOf
	Tier     TierOf
}

// CommissionEvent says what a referrer's reward looks like: a log in the same transaction as the purchase that it
// belongs to, the nearest before or after it.
type CommissionEvent struct {
	EventMatch

	Referrer string // may be empty when Code is not
	Reward   string
	Code     string // may be empty when Referrer is not
	Asset    AssetOf
}

// WithdrawalEvent says what it looks like when somebody takes what the contract holds: a referrer the rewards, or, with Proceeds, the
// sale's owner what it brought.
type WithdrawalEvent struct {
	EventMatch

	Wallet   string
	Amount   string
	Asset    AssetOf
	Proceeds bool
}

// RefundEvent says what a refund looks like.
type RefundEvent struct {
	EventMatch

	Buyer    string
	Amount   string
	Quantity string // empty: a refund returns no licences, unless Burns
	Burns    bool   // as many licences come back as the transaction burns
	Restock  bool   // what comes back can be bought again
	Asset    AssetOf
}

// CodeEvent says how a contract announces that a referral code belongs to a wallet.
type CodeEvent struct {
	EventMatch

	Code   string
	Wallet string
}

// Counter is what a contract counts itself: a view without arguments that returns one unsigned integer, summed over the contracts.
type Counter struct {
	Declaration string  // "totalSold() returns (uint256)"
	Canonical   string  // "totalSold()"
	Selector    [4]byte // the first bytes of Keccak-256 of Canonical: the whole calldata
	ABI         abi.Method
	Of          Counted
	Asset       money.Asset  // of Paid
	Less        uint64       // how much each contract counts too many, such as 1 where the next number is counted
	Slot        *common.Hash // of the contract's storage, that holds the integer; nil: the file does not say
}

// Counted is what a counter counts.
type Counted string

// What counters count.
const (
	CountsNodes Counted = "nodes" // that exist: sold or given, and not returned
	CountsSold  Counted = "sold"  // that were ever sold or given
	CountsPaid  Counted = "paid"  // base units of what was ever paid in its asset
	CountsOwed  Counted = "owed"  // base units of what the contract holds for referrers in its asset
)

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
