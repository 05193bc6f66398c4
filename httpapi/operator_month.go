package httpapi

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/httpapi/auth"
)

type closeMonthRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
}

// MonthClosed is a month after it was closed.
type MonthClosed struct {
	Again bool        `json:"again" doc:"It was closed before, and nothing was written"`
	Month ClosedMonth `json:"month"`
	Fresh
}

func (a *api) closeMonth(ctx context.Context, in *closeMonthRequest) (out MonthClosed, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := a.engine.CloseMonth(ctx, who, in.Month)
	if err != nil {
		return out, err
	}
	out.Again = receipt.AlreadyRecorded
	m, err := a.payouts.months.Of(ctx, in.Month)
	if err != nil {
		return out, fmt.Errorf("month %s is closed: %w", in.Month, err)
	}
	out.Month = MonthOf(&m)
	out.Fresh, err = a.now(ctx)
	return out, err
}
