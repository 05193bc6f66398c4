package quote

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards/estimate"
	"github.com/nodeledger/nodeledger/view"
)

// Estimate is what nodes would earn, and how fresh the books are that it looked at.
type Estimate struct {
	estimate.Projection
	Program *program.Program
	AsOf    *view.AsOf // nil: no books were looked at
}

// EstimateFromProgram estimates from the program file alone. now chooses among its dated settings.
func EstimateFromProgram(p *program.Program, now time.Time, r EstimateRequest) (Estimate, error) {
	return project(p, MomentOf(now), r, nil, estimate.Input{})
}

// EstimateFromBooks estimates with what the books know: how many nodes are sold, how many points were issued, and at which
// block settings are looked up.
func EstimateFromBooks(ctx context.Context, e *engine.Engine, now time.Time, r EstimateRequest) (Estimate, error) {
	m, sold, fresh, err := AtHead(ctx, e, now)
	if err != nil {
		return Estimate{}, err
	}
	issued, err := issuedPoints(ctx, e)
	if err != nil {
		return Estimate{}, err
	}
	out, err := project(e.Program(), m, r, sold, issued)
	out.AsOf = &fresh
	return out, err
}

// AtHead is where the books stand: the moment that settings are looked up at now, the nodes that were sold and did not
// come back (nil while nothing is booked), and how fresh that is.
func AtHead(ctx context.Context, e *engine.Engine, now time.Time) (m program.Moment, sold *uint64, fresh view.AsOf, err error) {
	m = MomentOf(now)
	e.View(func(f *fold.Fold, s engine.State) {
		if fresh, err = view.Of(ctx, e.Reader(), s); err == nil && fresh.Begun {
			m.Block = fresh.Block
			n := f.Sale.Totals.Nodes - min(f.Sale.Totals.Returned, f.Sale.Totals.Nodes)
			sold = &n
		}
	})
	return m, sold, fresh, err
}

// issuedPoints is how many whole points left issuance so far, cut off after six places; not given where the program has none.
func issuedPoints(ctx context.Context, e *engine.Engine) (estimate.Input, error) {
	points := e.Program().Points
	if points == nil {
		return estimate.Input{}, nil
	}
	issuance, err := fold.BalanceNow(ctx, e.Reader(), ledger.Place{Account: ledger.Issuance(points.Asset), Asset: points.Asset})
	if err != nil {
		return estimate.Input{}, err
	}
	value, err := money.ParseRatio(issuance.Out.Decimal().Truncate(6).String())
	return estimate.Input{Value: value, Origin: estimate.FromChain}, err
}

// project works on what was written. sold and issued are what the books know, where there are any.
func project(p *program.Program, m program.Moment, r EstimateRequest, sold *uint64, issued estimate.Input) (Estimate, error) {
	a, err := r.assume(p, m, sold)
	if err != nil {
		return Estimate{}, err
	}
	if a.PointsIssued.Origin == "" {
		a.PointsIssued = issued
	}
	out, err := estimate.Project(a)
	if err != nil { // all that it refuses is assumptions that do not go together
		return Estimate{}, problem.Invalidf("%s", err)
	}
	for i := range out.Assumed {
		if out.Assumed[i].Name == "months" && r.Months == "" {
			out.Assumed[i].Origin = estimate.ByDefault
		}
	}
	return Estimate{Projection: out, Program: p}, nil
}
