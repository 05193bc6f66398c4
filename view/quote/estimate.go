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
	Program  *program.Program
	Currency string // of the reader; empty: none
	Limits   Limits
	AsOf     *view.AsOf // nil: no books were looked at
}

// Limits are the most that can be asked for.
type Limits struct {
	Nodes  uint64 // that the wallet can buy in one purchase now; 0: no tier is known, or none sells
	Sale   uint64 // nodes that there can be; 0: not known
	Months int
}

// Holders says how many wallets hold how many nodes.
type Holders func(context.Context) (map[uint64]uint64, error)

// EstimateFromProgram estimates from the program file alone. now chooses among its dated settings.
func EstimateFromProgram(p *program.Program, now time.Time, r EstimateRequest) (Estimate, error) {
	return project(p, &ground{moment: MomentOf(now), offer: programOffer(p, MomentOf(now), &r)}, &r)
}

// EstimateFromBooks estimates with what the books know: what nodes cost, how many are sold and who holds them, how many points were
// issued, when the token is generated, and at which block settings are looked up.
func EstimateFromBooks(ctx context.Context, e *engine.Engine, now time.Time, holders Holders, r EstimateRequest) (Estimate, error) {
	g, fresh, err := booksGround(ctx, e, now, holders, &r)
	if err != nil {
		return Estimate{}, err
	}
	out, err := project(e.Program(), g, &r)
	out.AsOf = &fresh
	return out, err
}

// booksGround is what the books know, and how fresh that is. Before they begin nothing is sold, as the program file has it.
func booksGround(ctx context.Context, e *engine.Engine, now time.Time, holders Holders, r *EstimateRequest) (g *ground, fresh view.AsOf,
	err error,
) {
	g = &ground{moment: MomentOf(now)}
	e.View(func(f *fold.Fold, s engine.State) {
		fresh = view.At(s)
		if !fresh.Begun {
			g.offer = programOffer(e.Program(), g.moment, r)
			return
		}
		g.begin(f, &fresh)
		g.offer = offered(e.Program(), f.Sale, &f.Codes, true, r)
		g.offer.booked = true
	})
	if err = fresh.Prove(ctx, e.Reader()); err != nil {
		return nil, fresh, err
	}
	if g.issued, err = issuedPoints(ctx, e); err != nil {
		return nil, fresh, err
	}
	g.holders, err = holders(ctx)
	return g, fresh, err
}

// AtHead is where the books stand: the moment that settings are looked up at now, and how fresh that is.
func AtHead(ctx context.Context, e *engine.Engine, now time.Time) (m program.Moment, fresh view.AsOf, err error) {
	m = MomentOf(now)
	if fresh, err = view.Now(ctx, e); err == nil && fresh.Begun {
		m.Block = fresh.Block
	}
	return m, fresh, err
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

// project works on what was written.
func project(p *program.Program, g *ground, r *EstimateRequest) (Estimate, error) {
	a, err := r.assume(p, g)
	if err != nil {
		return Estimate{}, err
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
	l := g.offer.ladder
	limits := Limits{Nodes: l.Available(g.offer.used), Sale: l.Most(), Months: estimate.MaxMonths}
	return Estimate{Projection: out, Program: p, Currency: a.Currency, Limits: limits}, nil
}
