package statement

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// Nature says what an entry is for whoever must declare it. What reverses an entry has that entry's nature and the other
// sign.
type Nature string

// The natures.
const (
	Income Nature = "income" // rewards, shares of revenue, rewards of referring, rebates
	Return Nature = "return" // what was paid, or bought, and came back
	// from one of the wallet's accounts to another, into a payout, points that became tokens, a licence that changed hands, a grant
	Transfer Nature = "transfer"
	Purchase Nature = "purchase" // what was paid, and the nodes that were bought
)

// side is a posting as seen from one of its accounts.
type side struct {
	wallet  ledger.Wallet
	account ledger.Account
	kind    ledger.Kind
	posting ledger.Posting
	behind  *view.EntrySource
}

// own says that an account is one of what the wallet has. What it paid is not: that left the wallet.
func (v *side) own(a ledger.Account) bool {
	w, owned := a.Wallet()
	return owned && w == v.wallet && a.Class() != ledger.BuyerClass
}

func (v *side) in() bool { return v.posting.To == v.account }

// other is the account on the other side.
func (v *side) other() ledger.Account {
	if v.in() {
		return v.posting.From
	}
	return v.posting.To
}

func (v *side) nature() Nature {
	other := v.other()
	switch {
	case v.account == ledger.Buyer(v.wallet) && v.in():
		return Return
	case v.account == ledger.Buyer(v.wallet):
		return Purchase
	case v.own(other), other.Class() == ledger.PayoutClass:
		return Transfer
	case v.kind == rewards.ConversionKind, v.kind == rewards.GrantKind, v.kind == rewards.RevokeKind:
		return Transfer
	case v.account == ledger.Holding(v.wallet, sale.Node):
		switch {
		case other != ledger.Issuance(sale.Node):
			return Transfer
		case v.in():
			return Purchase
		case v.kind == sale.RefundKind:
			return Return
		}
		return Transfer
	case v.in():
		return Income
	}
	return Transfer
}
