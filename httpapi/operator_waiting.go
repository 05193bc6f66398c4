package httpapi

import (
	"context"
	"fmt"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

type waitingRequest struct {
	Run   string `path:"run" maxLength:"64" doc:"Its name"`
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"100"`
}

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

func (a *api) payoutWaiting(ctx context.Context, in *waitingRequest) (out PayoutWaitings, err error) {
	from, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	r, err := a.payouts.runs.Of(in.Run)
	if err != nil {
		return out, err
	}
	head, err := a.payouts.runs.Head(ctx, &r)
	if err != nil {
		return out, err
	}
	out.Waiting = []PayoutWaiting{}
	from = min(from, len(head.Waiting))
	to := min(from+in.Limit, len(head.Waiting))
	for _, w := range head.Waiting[from:to] {
		out.Waiting = append(out.Waiting, PayoutWaiting{w.Wallet.String(), amount(w.Amount), string(w.Why), w.Text})
	}
	// Why somebody is held back stands in no run, since everybody can read those: it is what operators say now.
	a.engine.Payouts(func(b *payout.Book) {
		for i, w := range head.Waiting[from:to] {
			if w.Why == payout.HeldBack {
				out.Waiting[i].Text = b.Holds()[w.Wallet]
			}
		}
	})
	if to < len(head.Waiting) {
		out.Next = fmt.Sprint(to)
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}

type runFileRequest struct {
	Run   string `path:"run" maxLength:"64" doc:"Its name"`
	Known string `header:"If-None-Match" maxLength:"1000" doc:"The ETag of the file that is at hand already"`
}

// payoutFile is the file of a run, which names the wallets that are held back and is for operators therefore.
func (a *api) payoutFile(ctx context.Context, in *runFileRequest) (*huma.StreamResponse, error) {
	if _, err := a.payouts.runs.Of(in.Run); err != nil {
		return nil, err
	}
	return a.exported(ctx, in.Run, payoutview.FormatFile, 1, in.Known)
}
