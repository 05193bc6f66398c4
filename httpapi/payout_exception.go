package httpapi

import (
	"context"
	"strconv"

	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
)

// PayoutException is a payment that waits for somebody to say why.
type PayoutException struct {
	Key     string  `json:"key" doc:"The payment: transaction, log and, in a batch of coins, place"`
	Problem string  `json:"problem" enum:"partly_paid,overpaid,paid_twice,before_approval,paid_to_stranger,unread"`
	Wallet  string  `json:"wallet,omitempty"`
	Amount  *Amount `json:"amount,omitempty" doc:"What no line explains; of partly_paid what is missing"`
	Run     string  `json:"run,omitempty"`
	At      string  `json:"at" format:"date-time" doc:"Of its block"`
	Text    string  `json:"text"`
	Open    bool    `json:"open" doc:"Nobody has said yet why it is all right"`
	Closed  string  `json:"closed,omitempty" doc:"For operators: why it is no longer one"`
}

func payoutException(e *payout.Exception, private bool) PayoutException {
	out := PayoutException{
		Key: e.Key, Problem: string(e.Problem), Run: e.Run, At: instant(e.At), Text: e.Text, Open: e.Closed == "", Amount: some(e.Amount),
	}
	if e.Problem != payout.Unread {
		out.Wallet = e.Wallet.String()
	}
	if private {
		out.Closed = e.Closed
	}
	return out
}

// PayoutExceptions are the payments that wait.
type PayoutExceptions struct {
	Exceptions []PayoutException `json:"exceptions" doc:"In the order of the chain, the oldest first"`
	Next       string            `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

type exceptionsRequest struct {
	All   bool   `query:"all" doc:"Those that are closed as well"`
	After string `query:"after" maxLength:"200" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100"`
}

func (a *api) payoutExceptions(ctx context.Context, in *exceptionsRequest) (PayoutExceptions, error) {
	return a.exceptions(ctx, in, false)
}

func (a *api) exceptions(ctx context.Context, in *exceptionsRequest, private bool) (out PayoutExceptions, err error) {
	from, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	list, next := a.payouts.runs.Exceptions(in.All, from, in.Limit)
	out.Exceptions = []PayoutException{}
	for i := range list {
		out.Exceptions = append(out.Exceptions, payoutException(&list[i], private))
	}
	if next > 0 {
		out.Next = strconv.Itoa(next)
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}
