package httpapi

import (
	"context"
	"fmt"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/earnings"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

type earningsRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	By     string `query:"by" enum:"day,week,month" default:"day" doc:"How long a bar is; weeks begin on Monday"`
	Last   int    `query:"last" minimum:"1" maximum:"400" default:"30" doc:"How many bars, up to the present one"`
}

func (a *api) earnings(ctx context.Context, in *earningsRequest) (wire.Earnings, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return wire.Earnings{}, err
	}
	step := earnings.Step(in.By)
	e, err := earnings.Of(ctx, a.engine, a.reading.sources, earnings.Request{
		Wallet: wallet, Prices: a.reading.prices, Step: step, Last: in.Last,
	})
	return wire.EarningsOf(&e, step), err
}

type rewardsRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	From   string `query:"from" maxLength:"40" doc:"The first day or instant, such as 2024-05-01; empty: from the beginning"`
	To     string `query:"to" maxLength:"40" doc:"The first day or instant that is left out; empty: up to now"`
}

func (a *api) rewards(ctx context.Context, in *rewardsRequest) (*huma.StreamResponse, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return nil, err
	}
	from, to, err := statement.ParsePeriod(in.From, in.To)
	if err != nil {
		return nil, err
	}
	lines, err := earnings.LinesOf(ctx, a.engine, a.reading.sources, wallet, from, to, a.reading.prices)
	if err != nil {
		return nil, err
	}
	return a.stream("text/csv; charset=utf-8", fmt.Sprintf("rewards-%s.csv", wallet), lines.WriteCSV), nil
}
