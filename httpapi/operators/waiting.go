package operators

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/wire"
)

type waitingRequest struct {
	Run   string `path:"run" maxLength:"64" doc:"Its name"`
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"How many, at most"`
}

func (a *handlers) payoutWaiting(ctx context.Context, in *waitingRequest) (out wire.PayoutWaitings, err error) {
	from, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	_, head, err := a.Runs.Detail(ctx, in.Run)
	if err != nil {
		return out, err
	}
	list, next := a.Runs.Waiting(head, from, in.Limit)
	of, err := view.Now(ctx, a.Engine)
	return wire.PayoutWaitingsOf(list, next, of), err
}

type runFileRequest struct {
	Run   string `path:"run" maxLength:"64" doc:"Its name"`
	Known string `header:"If-None-Match" maxLength:"1000" doc:"The ETag of the file that is at hand already"`
}

// payoutFile is the file of a run, which names the wallets that are held back and is for operators therefore.
func (a *handlers) payoutFile(ctx context.Context, in *runFileRequest) (*huma.StreamResponse, error) {
	if _, err := a.Runs.Of(in.Run); err != nil {
		return nil, err
	}
	return a.Files.Send(ctx, in.Run, payoutview.FormatFile, 1, in.Known)
}
