package wire

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
)

// PayoutWaiting is a wallet that is owed something and not paid by a run.
type PayoutWaiting struct {
	Wallet string `json:"wallet"`
	Amount Amount `json:"amount"`
	Reason string `json:"reason" enum:"below_minimum,held_back,on_sanctions_list,never_paid"`
	Text   string `json:"text,omitempty" doc:"Of one that is held back: why, as operators say now; empty when it no longer is"`
}

// PayoutWaitings are the wallets that a run leaves waiting.
type PayoutWaitings struct {
	Waiting []PayoutWaiting `json:"waiting" doc:"In order of wallet"`
	Next    string          `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// PayoutWaitingsOf are those whom a run leaves waiting, and where the next page begins. holds says why wallets are held back
// now: that stands in no run, since everybody can read those.
func PayoutWaitingsOf(list []payout.Waiting, holds map[ledger.Wallet]string, next string, of view.AsOf) PayoutWaitings {
	out := PayoutWaitings{Waiting: []PayoutWaiting{}, Next: next, Fresh: FreshOf(of)}
	for _, w := range list {
		one := PayoutWaiting{w.Wallet.String(), AmountOf(w.Amount), string(w.Why), w.Text}
		if w.Why == payout.HeldBack {
			one.Text = holds[w.Wallet]
		}
		out.Waiting = append(out.Waiting, one)
	}
	return out
}
