package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/payout"
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

	State  string `query:"state" enum:"draft,proposed,approved,exported,settled,cancelled" doc:"Only runs in this state"`
	Wallet string `query:"wallet" maxLength:"64" doc:"Only runs with a line of this wallet"`
	Month  string `query:"month" maxLength:"7" pattern:"^([0-9]{4}-(0[1-9]|1[0-2]))?$" doc:"Only runs that were prepared in this month, such as 2024-06, UTC"`
}

func (in *payoutsRequest) filter() (f payoutview.Filter, err error) {
	f.State, f.Month = payout.State(in.State), in.Month
	if in.Wallet != "" {
		f.Wallet, err = view.ParseWallet(in.Wallet)
	}
	return f, err
}

func (a *api) listPayouts(ctx context.Context, in *payoutsRequest) (out wire.Payouts, err error) {
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	filter, err := in.filter()
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	list, more := a.payouts.runs.List(filter, before, in.Limit)
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
