package sale

import (
	"time"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Event is one thing that a block says about the sale, in the order of the block: Payment, TierSet, ListSet, CodeSet,
// TreasurySet, TermsSet, LimitSet, Announced, AnnouncementOver, Withdrawal, Proceeds, Gift, Commission, Refund or Transfer.
type Event interface{ Position() evm.Place }

// Payment is what the logs say about one purchase. Amounts that they do not say are nil.
type Payment struct {
	evm.Place
	Contract  ledger.Wallet // that sold; zero: the program's
	Buyer     ledger.Wallet // who paid
	Holder    ledger.Wallet // who got the nodes; zero: the buyer
	Quantity  uint64
	Code      string
	Referred  bool
	Referrer  ledger.Wallet // when Referred
	ByAddress bool          // the code is the referrer's own address
	Asset     money.Asset   // what it was paid in; zero: the sale's
	Marks     []Flag        // what is odd about the logs

	List   *money.Amount
	Paid   *money.Amount // everything
	Net    *money.Amount // what the treasury got
	Reward *money.Amount // what the referrer got or was promised
	Value  *money.Amount // what moved in the transaction, when it can only have been for this purchase
	Price  *money.Amount // the list price of one node of this way to buy, instead of the tiers'
	Tier   int           // from 1, when the log names one; 0 when it names none, less than 0 when it names an unknown one
	Opened []int         // tiers with a list that the buyer is on, from 1
	Above  []Share       // what the logs say that others than the referrer got of it
}

// GoesTo is who got the nodes.
func (p *Payment) GoesTo() ledger.Wallet {
	if p.Holder != (ledger.Wallet{}) {
		return p.Holder
	}
	return p.Buyer
}

// Gift is nodes that somebody got without paying.
type Gift struct {
	evm.Place
	Holder   ledger.Wallet
	Quantity uint64
	Tier     int // as of a Payment
}

// Share is what somebody earns of a purchase.
type Share struct {
	Wallet ledger.Wallet
	Amount money.Amount
}

// Commission is what a contract paid somebody for a purchase that no log tells of.
type Commission struct {
	evm.Place
	Contract ledger.Wallet
	Code     string
	Named    bool          // the log names the wallet
	Wallet   ledger.Wallet // when Named
	Amount   money.Amount
}

// TierSet changes a tier; tiers count from 1. Left, when not nil, is the new stock that is still unsold, and Size is
// ignored.
type TierSet struct {
	evm.Place
	Tier      int
	Price     money.Amount
	Size      uint64
	Left      *uint64
	PerWallet *uint64 // nil leaves it
}

// ListSet opens a tier to the wallets of a list alone, or to everybody; tiers count from 1.
type ListSet struct {
	evm.Place
	Tier   int
	Listed bool
}

// CodeSet makes a referral code live for a wallet, or ends it.
type CodeSet struct {
	evm.Place
	Code   string
	Wallet ledger.Wallet
	Active bool
}

// TreasurySet changes who gets the proceeds.
type TreasurySet struct {
	evm.Place
	Wallet ledger.Wallet
}

// TermsSet changes a percentage; nil leaves it.
type TermsSet struct {
	evm.Place
	Discount, Reward *money.Ratio
}

// LimitSet changes how many nodes are sold at most, how the ladder is walked, whether each purchase needs a voucher, or whether nothing
// can be bought for a while. Bounded says that the contract has bounds, which NodeSale has from its second version on.
type LimitSet struct {
	evm.Place
	Max        *uint64
	Sequential *bool
	Vouchers   *bool
	Paused     *bool
	Bounded    bool
}

// Announced is a change that whoever runs the sale can make from Due on, in seconds since 1970, and for AnnouncementLife after that.
type Announced struct {
	evm.Place
	ID     ledger.Hash // of the call
	Change Event       // TierSet, ListSet, CodeSet, TreasurySet, TermsSet or LimitSet; nil when the call is another one
	Call   []byte      // nil when it is longer than any call that changes a setting
	Due    uint64
}

// Until is the last second at which the change can be made.
func (a *Announced) Until() uint64 { return a.Due + AnnouncementLife }

// Open says whether the change can still be made at a time.
func (a *Announced) Open(at time.Time) bool { return a.Until() >= uint64(max(at.Unix(), 0)) }

// AnnouncementLife is how many seconds after its due time an announced change can be made: GRACE of NodeSale.
const AnnouncementLife = 14 * 24 * 60 * 60

// MostAnnounced is how many announced changes are kept: the newest ones.
const MostAnnounced = 1_000

// AnnouncementOver says that an announced change was made or given up.
type AnnouncementOver struct {
	evm.Place
	ID ledger.Hash
}

// Withdrawal is a referrer taking rewards out of the contract.
type Withdrawal struct {
	evm.Place
	Contract ledger.Wallet // zero: the program's
	Wallet   ledger.Wallet
	Amount   money.Amount
}

// Proceeds is what a contract held of the sale and gave to a wallet of the project.
type Proceeds struct {
	evm.Place
	Contract ledger.Wallet
	Wallet   ledger.Wallet
	Amount   money.Amount
}

// Refund is a payment given back; Quantity is how many nodes came back with it.
type Refund struct {
	evm.Place
	Contract ledger.Wallet // zero: the program's
	Buyer    ledger.Wallet
	Holder   ledger.Wallet // whose nodes came back; zero: the buyer's
	Amount   money.Amount
	Quantity uint64
	Restock  bool // they can be bought again
}

// ComesFrom is whose nodes came back.
func (r *Refund) ComesFrom() ledger.Wallet {
	if r.Holder != (ledger.Wallet{}) {
		return r.Holder
	}
	return r.Buyer
}

// Transfer is a licence that changes hands; the zero wallet is minting and burning.
type Transfer struct {
	evm.Place
	From, To ledger.Wallet
	Licence  uint256.Int
	Unsold   bool // it was made, and no purchase or gift of its transaction says so
}
