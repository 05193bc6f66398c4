package wire

import (
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

// PayoutWaiting is a wallet that is owed something and not paid by a run.
type PayoutWaiting struct {
	Wallet string   `json:"wallet" doc:"Address, in lower case"`
	Amount Amount   `json:"amount" doc:"How much"`
	Reason Sentence `json:"reason" doc:"Why it waits; of one that is held back, what operators say of it now"`
}

// PayoutWaitings are the wallets that a run leaves waiting.
type PayoutWaitings struct {
	Waiting []PayoutWaiting `json:"waiting" doc:"In order of wallet"`
	Next    string          `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// PayoutWaitingsOf are those whom a run leaves waiting, and where the next page begins.
func PayoutWaitingsOf(list []payoutview.Waiting, next string, of view.AsOf) PayoutWaitings {
	out := PayoutWaitings{Waiting: []PayoutWaiting{}, Next: next, Fresh: FreshOf(of)}
	for _, w := range list {
		out.Waiting = append(out.Waiting, PayoutWaiting{w.Wallet.String(), AmountOf(w.Amount), SentenceOf(w.Reason)})
	}
	return out
}
