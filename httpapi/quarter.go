package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

type quarterRequest struct {
	Quarter string `path:"quarter" maxLength:"20" doc:"Such as 2024-Q2"`
}

func (a *api) quarter(ctx context.Context, in *quarterRequest) (out wire.Quarter, err error) {
	q, err := period.OfQuarter(ctx, a.engine, in.Quarter)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	return wire.QuarterOf(in.Quarter, &q, of), err
}
