package httpapi

import (
	"context"
	"sync"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// payouts is what the handlers of months and payouts keep between requests.
type payouts struct {
	facts       *period.Facts
	months      *period.Months
	runs        *payoutview.Runs
	claims      *payoutview.Claims
	liabilities *payoutview.Liabilities
	exporting   sync.Mutex // a tree contains those that were exported before it, so they go out one by one

	maxExport int // bytes of a file of a run that are kept in memory

	treasury  func(context.Context, money.Asset) (money.Amount, error) // nil: nobody asks
	endpoints func() []wire.Endpoint                                   // nil: not shown
}

func newPayouts(o *Options) *payouts {
	e, facts := o.Engine, period.NewFacts(o.Engine)
	return &payouts{
		facts: facts, months: period.NewMonths(facts), runs: payoutview.NewRuns(e), claims: payoutview.NewClaims(e), liabilities: payoutview.NewLiabilities(e),
		maxExport: maxExport, treasury: o.Treasury, endpoints: o.Endpoints,
	}
}

type payoutsRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (a *api) listPayouts(ctx context.Context, in *payoutsRequest) (out wire.Payouts, err error) {
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	list, more := a.payouts.runs.List(before, in.Limit)
	return wire.PayoutsOf(list, more, of), nil
}

type payoutRequest struct {
	Run string `path:"run" maxLength:"64" doc:"Its name"`
}

func (a *api) payout(ctx context.Context, in *payoutRequest) (out wire.PayoutDetail, err error) {
	r, err := a.payouts.runs.Of(in.Run)
	if err != nil {
		return out, err
	}
	head, err := a.payouts.runs.Head(ctx, &r)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	return wire.PayoutDetailOf(&r, head, of), err
}

func (a *api) listLiabilities(ctx context.Context, _ *nothing) (out wire.Liabilities, err error) {
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	list, err := a.payouts.liabilities.All(ctx)
	return wire.LiabilitiesOf(list, of), err
}
