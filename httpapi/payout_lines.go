package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

type payoutLinesRequest struct {
	Run   string `path:"run" maxLength:"64" doc:"Its name"`
	After string `query:"after" maxLength:"64" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"100"`
}

// PayoutPart is what one account of a wallet brings into a line.
type PayoutPart struct {
	Account string `json:"account"`
	Why     string `json:"why" doc:"share, rebate, referral or tokens"`
	Amount  Amount `json:"amount"`
}

// PayoutLine is what a run pays a wallet.
type PayoutLine struct {
	Wallet string       `json:"wallet"`
	Amount Amount       `json:"amount"`
	Paid   Amount       `json:"paid"`
	State  string       `json:"state" enum:"open,partly_paid,paid,cancelled"`
	Parts  []PayoutPart `json:"parts"`
}

func payoutLine(l *payoutview.RunLine, state payout.State) PayoutLine {
	out := PayoutLine{Wallet: l.Wallet.String(), Amount: amount(l.Amount), Paid: amount(l.Paid), State: "open", Parts: []PayoutPart{}}
	switch {
	case l.Paid == l.Amount:
		out.State = "paid"
	case state == payout.Cancelled:
		out.State = "cancelled"
	case !l.Paid.IsZero():
		out.State = "partly_paid"
	}
	for _, p := range l.Parts {
		out.Parts = append(out.Parts, PayoutPart{p.From.String(), p.Why(), amount(p.Amount)})
	}
	return out
}

// PayoutLines is a page of a run's lines.
type PayoutLines struct {
	Lines []PayoutLine `json:"lines"`
	Next  string       `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

func (a *api) payoutLines(ctx context.Context, in *payoutLinesRequest) (out PayoutLines, err error) {
	var after ledger.Wallet
	if in.After != "" {
		if after, err = view.ParseWallet(in.After); err != nil {
			return out, err
		}
	}
	r, err := a.payouts.runs.Of(in.Run)
	if err != nil {
		return out, err
	}
	lines, more, err := a.payouts.runs.Lines(in.Run, after, in.Limit)
	if err != nil {
		return out, err
	}
	out.Lines = []PayoutLine{}
	for i := range lines {
		out.Lines = append(out.Lines, payoutLine(&lines[i], r.State))
	}
	if more {
		out.Next = lines[len(lines)-1].Wallet.String()
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}
