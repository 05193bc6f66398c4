package operators

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type closeMonthRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
}

func (a *handlers) closeMonth(ctx context.Context, in *closeMonthRequest) (out wire.MonthClosed, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.CloseMonth(ctx, who, in.Month)
	if err != nil {
		return out, err
	}
	out.Already = receipt.AlreadyRecorded
	m, err := a.Months.Of(ctx, in.Month)
	if err != nil {
		return out, fmt.Errorf("month %s is closed: %w", in.Month, err)
	}
	out.Month = wire.ClosedMonthOf(&m)
	of, err := view.Now(ctx, a.Engine)
	out.Fresh = wire.FreshOf(of)
	return out, err
}
