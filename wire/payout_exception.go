package wire

import (
	"strconv"

	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
)

// PayoutException is a payment that waits for somebody to say why.
type PayoutException struct {
	Key         string    `json:"key" doc:"The payment: transaction, log and, in a batch of coins, place"`
	TxHash      string    `json:"tx_hash" doc:"Of the payment's transaction"`
	Problem     string    `json:"problem" enum:"partly_paid,overpaid,paid_twice,before_approval,unknown_recipient,unread,unexplained_payment,unexplained_receipt" doc:"What is wrong with the payment"`
	Wallet      string    `json:"wallet,omitempty" doc:"Address, in lower case"`
	Amount      *Amount   `json:"amount,omitempty" doc:"What nothing explains; of partly_paid what is missing"`
	Own         string    `json:"own_account,omitempty" doc:"The account of the project's wallet or distributor that paid it, or got it"`
	Run         string    `json:"run,omitempty" doc:"Name of the payout run"`
	At          string    `json:"at" format:"date-time" doc:"Of its block"`
	Explanation Sentence  `json:"explanation" doc:"What is wrong"`
	Open        bool      `json:"open" doc:"Nobody has said yet why it is all right"`
	Closed      *Sentence `json:"closed,omitempty" doc:"For keys with the scope private: why it is no longer one"`
}

// PayoutExceptionOf is a payment that no line explains; private says that it is for a key with the scope private.
func PayoutExceptionOf(e *payout.Exception, private bool) PayoutException {
	out := PayoutException{
		Key: e.Key, TxHash: e.TxHash.String(),
		Problem: string(e.Problem), Run: e.Run, At: Instant(e.At), Explanation: SentenceOf(e.Explanation), Open: e.Closed.IsZero(),
		Amount: OptionalAmount(e.Amount),
	}
	out.Own = e.Own.String()
	if e.Problem != payout.Unread {
		out.Wallet = e.Wallet.String()
	}
	if private {
		out.Closed = OptionalSentence(e.Closed)
	}
	return out
}

// PayoutExceptions are the payments that wait.
type PayoutExceptions struct {
	Exceptions []PayoutException `json:"exceptions" doc:"In the order of the chain, the oldest first"`
	Next       string            `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// PayoutExceptionsOf are exceptions as they go out. next is where the page after begins, 0 when there is none.
func PayoutExceptionsOf(list []payout.Exception, private bool, next int, of view.AsOf) PayoutExceptions {
	out := PayoutExceptions{Exceptions: []PayoutException{}, Fresh: FreshOf(of)}
	for i := range list {
		out.Exceptions = append(out.Exceptions, PayoutExceptionOf(&list[i], private))
	}
	if next > 0 {
		out.Next = strconv.Itoa(next)
	}
	return out
}
