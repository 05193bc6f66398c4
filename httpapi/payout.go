package httpapi

import (
	"context"

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
}

func newPayouts(o *Options) *payouts {
	e, facts := o.Engine, period.NewFacts(o.Engine)
	return &payouts{
		facts: facts, months: period.NewMonths(facts), runs: payoutview.NewRuns(e), claims: payoutview.NewClaims(e),
		liabilities: payoutview.NewLiabilities(e),
	}
}

type payoutsRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many, at most"`
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
	r, head, err := a.payouts.runs.Detail(ctx, in.Run)
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
