package payout

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Part is what one account of a wallet brings into a line: it is taken From there when the run is prepared, and goes To
// where what was paid is kept when the chain shows the payment.
type Part struct {
	From, To ledger.Account
	Amount   money.Amount
}

// Line is one wallet's payment of a run.
type Line struct {
	Wallet ledger.Wallet
	Parts  []Part // in order of their From
	Amount money.Amount
}

// Why is what a part is paid for, in a word: "referral", "share", "rebate" or "tokens".
func (p Part) Why() string {
	switch p.From.Class() {
	case ledger.ReferrerClass:
		return "referral"
	case ledger.ShareClass:
		return "share"
	case ledger.RebateClass:
		return "rebate"
	}
	return "tokens"
}
