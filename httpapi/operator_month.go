package httpapi

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/wire"
)

type closeMonthRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
}

func (a *api) closeMonth(ctx context.Context, in *closeMonthRequest) (out wire.MonthClosed, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := a.engine.CloseMonth(ctx, who, in.Month)
	if err != nil {
		return out, err
	}
	out.Already = receipt.AlreadyRecorded
	m, err := a.payouts.months.Of(ctx, in.Month)
	if err != nil {
		return out, fmt.Errorf("month %s is closed: %w", in.Month, err)
	}
	out.Month = wire.MonthOf(&m)
	of, err := a.now(ctx)
	out.Fresh = wire.FreshOf(of)
	return out, err
}
