package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/httpapi/operators"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *api) payoutExceptions(ctx context.Context, in *operators.ExceptionsRequest) (out wire.PayoutExceptions, err error) {
	from, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	list, next := a.payouts.runs.Exceptions(in.All, from, in.Limit)
	of, err := a.now(ctx)
	return wire.PayoutExceptionsOf(list, false, next, of), err
}
