package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type exceptionsRequest struct {
	All   bool   `query:"all" doc:"Those that are closed as well"`
	After string `query:"after" maxLength:"200" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100" doc:"How many, at most"`
}

func (a *api) payoutExceptions(ctx context.Context, in *exceptionsRequest) (out wire.PayoutExceptions, err error) {
	from, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	list, next := a.payouts.runs.Exceptions(in.All, from, in.Limit)
	of, err := a.now(ctx)
	return wire.PayoutExceptionsOf(list, false, next, of), err
}
