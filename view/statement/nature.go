package statement

import (
	"github.com/nodeledger/nodeledger/engine/fold"
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
	Income   Nature = "income"   // rewards, shares of revenue, rewards of referring, rebates
	Deferred Nature = "deferred" // rewards that are income later: see [AtUnlock]
	Return   Nature = "return"   // what was paid, or bought, and came back
	// from one of the wallet's accounts to another, into a payout, points that became tokens, a licence that changed hands, a grant
	Transfer Nature = "transfer"
	Purchase Nature = "purchase" // what was paid, and the nodes or points that were bought
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
	w, owned := a.Owner()
	return owned && w == v.wallet && a.Role() != ledger.SaleRole
}

// more says that the entry makes what the account shows larger: that it stands on the account's normal side.
func (v *side) more() bool { return Raises(v.account, v.posting) }

// Raises says that a posting makes the balance of one of its accounts larger, as it is shown.
func Raises(account ledger.Account, p ledger.Posting) bool {
	return (p.To == account) == (account.Side() == ledger.Debit)
}

// other is the account on the other side.
func (v *side) other() ledger.Account {
	if v.posting.To == v.account {
		return v.posting.From
	}
	return v.posting.To
}

// nature is what the entry is at accrual.
func (v *side) nature() Nature {
	other := v.other()
	switch {
	case v.account.Class() == ledger.Income && v.more():
		return Purchase
	case v.account.Class() == ledger.Income:
		return Return
	case v.account.Class() == ledger.Expenses: // of the project: what the wallet earned
		return Income
	case v.own(other):
		return Transfer
	case v.kind == rewards.ConversionKind, v.kind == rewards.GrantKind, v.kind == rewards.RevokeKind:
		return Transfer
	case v.kind == rewards.PointsSoldKind:
		return Purchase
	case v.account == ledger.Holding(v.wallet, sale.Node):
		switch {
		case other != ledger.Issuance(sale.Node):
			return Transfer
		case v.more():
			return Purchase
		case v.kind == sale.RefundKind:
			return Return
		}
		return Transfer
	case v.more(), v.kind == fold.AmendmentKind:
		return Income
	}
	return Transfer
}
