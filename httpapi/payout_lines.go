package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type payoutLinesRequest struct {
	Run   string `path:"run" maxLength:"64" doc:"Its name"`
	After string `query:"after" maxLength:"64" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"How many, at most"`
}

func (a *api) payoutLines(ctx context.Context, in *payoutLinesRequest) (out wire.PayoutLines, err error) {
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
	of, err := a.now(ctx)
	return wire.PayoutLinesOf(r.Name, lines, r.State, more, of), err
}
