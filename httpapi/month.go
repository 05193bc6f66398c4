package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

type monthsRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"24" doc:"How many, at most"`
}

func (a *api) listMonths(ctx context.Context, in *monthsRequest) (out wire.Months, err error) {
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	list, more, err := a.payouts.months.List(ctx, before, in.Limit)
	if err != nil {
		return out, err
	}
	return wire.MonthsOf(list, more, of), nil
}

type monthRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
}

func (a *api) month(ctx context.Context, in *monthRequest) (out wire.MonthDetail, err error) {
	m, r, err := a.payouts.months.Compute(ctx, in.Month)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	return wire.MonthDetailOf(&m, r, of), err
}

type monthHolderRequest struct {
	Month  string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
}

func (a *api) monthHolder(ctx context.Context, in *monthHolderRequest) (out wire.MonthExplanation, err error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return out, err
	}
	_, r, err := a.payouts.months.Compute(ctx, in.Month)
	if err != nil {
		return out, err
	}
	found, err := period.ExplainMonth(r, wallet)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	return wire.MonthExplanationOf(wallet, &found, of), err
}
