package statement

import (
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// Nature says what an entry is for whoever has to declare it. What reverses an entry has that entry's nature and the other
// sign.
type Nature string

// The natures.
const (
	Income   Nature = "income"   // rewards, shares of revenue, rewards of referring, rebates
	Return   Nature = "return"   // what was paid, or bought, and came back
	Transfer Nature = "transfer" // from one of the wallet's accounts to another, into a payout, points that became tokens, a licence that changed hands, a grant of a vesting
	Purchase Nature = "purchase" // what was paid, and the nodes that were bought
)

// inWords says what an entry of a wallet's account is. undone is what stands behind the transaction that the entry's own
// reverses, nil when it reverses none.
func inWords(w ledger.Wallet, account ledger.Account, entry *engine.Entry, behind, undone *view.Sourced) (Nature, string) {
	v := side{wallet: w, account: account, kind: entry.Kind, posting: entry.Posting, behind: behind}
	if undone == nil {
		return v.nature(), v.reason()
	}
	v.kind, v.behind, v.posting.From, v.posting.To = undone.Kind, undone, entry.Posting.To, entry.Posting.From
	return v.nature(), "undone: " + v.reason() + "; " + behind.Meta["reason"]
}

// side is a posting as seen from one of its accounts.
type side struct {
	wallet  ledger.Wallet
	account ledger.Account
	kind    ledger.Kind
	posting ledger.Posting
	behind  *view.Sourced
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

func (v *side) reason() string {
	meta, job := v.behind.Meta, v.behind.Source.Reference
	from := func(text string) string {
		if other := v.other(); other.Class() == ledger.PoolClass {
			return text + ", from the pool " + other.Name()
		}
		return text
	}
	switch v.kind {
	case sale.PurchaseKind:
		return v.purchase()
	case sale.PayableKind:
		return "the purchase is final: its reward is payable"
	case sale.WithdrawalKind:
		return "rewards of referring taken out of the sale contract"
	case sale.RefundKind:
		if v.account == ledger.Buyer(v.wallet) {
			return "refunded by the sale"
		}
		return "nodes given back with a refund"
	case sale.TransferKind:
		return strings.TrimSpace("licence "+meta["licence"]) + v.hands()
	case rewards.PointsKind:
		return from("points of the epoch " + job)
	case rewards.TokenKind:
		return from("tokens of the epoch " + job)
	case rewards.DropKind:
		return "tokens of the drop at the token's generation"
	case rewards.ConversionKind:
		return "points became tokens at the token's generation"
	case rewards.UnlockKind:
		return "the lock of the tokens of the epoch " + job + " ended"
	case rewards.GrantKind:
		return "the grant " + meta["grant"]
	case rewards.VestKind:
		return "vested of the grant " + meta["grant"]
	case rewards.ReleaseKind:
		return "taken of the grant " + meta["grant"]
	case rewards.RevokeKind:
		return "the grant " + meta["grant"] + " ended: what had not vested went back"
	case rewards.RebateKind:
		return "rebate of the campaign " + v.other().Name()
	case rewards.MonthKind:
		return "share of the revenue of the month " + job
	case payout.RunKind:
		return "gathered by the payout run " + v.other().Name()
	case payout.SettlementKind:
		return "paid by the payout run " + v.other().Name()
	}
	direction := " to "
	if v.in() {
		direction = " from "
	}
	return strings.ReplaceAll(string(v.kind), "-", " ") + direction + v.other().String()
}

// purchase is what a posting of a purchase is for.
func (v *side) purchase() string {
	nodes := "nodes"
	switch n := v.behind.Meta["quantity"]; n {
	case "":
	case "1":
		nodes = "1 node"
	default:
		nodes = n + " nodes"
	}
	switch other := v.other(); {
	case v.account == ledger.Holding(v.wallet, sale.Node):
		return nodes + " bought"
	case v.account == ledger.Buyer(v.wallet) && other == ledger.Treasury():
		return "paid to the sale's treasury for " + nodes
	case v.account == ledger.Buyer(v.wallet) && other == ledger.Dust():
		return "left in the sale contract by its rounding, of the price of " + nodes
	case v.account == ledger.Buyer(v.wallet):
		return "paid for " + nodes + ", as the reward of whoever referred"
	}
	for _, p := range v.behind.Postings {
		if buyer, owned := p.From.Wallet(); owned && p.From.Class() == ledger.BuyerClass {
			return fmt.Sprintf("reward for %s that %s bought", nodes, buyer)
		}
	}
	return "reward for " + nodes + " that somebody bought"
}

// hands is between whom a licence changed hands.
func (v *side) hands() string {
	other := v.other()
	switch {
	case other == ledger.Issuance(sale.Node) && v.in():
		return " issued"
	case other == ledger.Issuance(sale.Node):
		return " destroyed"
	case v.in():
		return " received from " + walletIn(other)
	}
	return " sent to " + walletIn(other)
}

// walletIn is the address in an account's path.
func walletIn(a ledger.Account) string {
	if w, owned := a.Wallet(); owned {
		return w.String()
	}
	return a.String()
}

// whatIs names an account for people.
func whatIs(p ledger.Place) string {
	switch class, stage := p.Account.Class(), p.Account.Stage(); {
	case class == ledger.BuyerClass:
		return "payments"
	case class == ledger.ReferrerClass:
		return "rewards of referring, " + stage
	case p.Asset == sale.Node:
		return "nodes"
	case class == ledger.ShareClass:
		return "share of revenue, " + stage
	case class == ledger.RebateClass:
		return "rebates, " + stage
	case class == ledger.HoldingClass:
		return "points"
	default:
		return "tokens, " + stage
	}
}
