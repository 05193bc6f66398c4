package quote

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards/estimate"
	"github.com/nodeledger/nodeledger/view"
)

// Valuation is the program's published valuations taken apart, and how fresh the books are that the tiers come from.
type Valuation struct {
	estimate.Valuation
	Program *program.Program
	AsOf    *view.AsOf // nil: no books were looked at
}

// ValuationFromProgram takes the program file's valuations apart, by the tiers of the file.
func ValuationFromProgram(p *program.Program, now time.Time, r EstimateRequest) (Valuation, error) {
	return explain(p, &ground{moment: MomentOf(now), offer: programOffer(p, MomentOf(now), &r)}, &r)
}

// ValuationFromBooks takes them apart by the tiers of the books.
func ValuationFromBooks(ctx context.Context, e *engine.Engine, now time.Time, holders Holders, r EstimateRequest) (Valuation, error) {
	g, fresh, err := booksGround(ctx, e, now, holders, &r)
	if err != nil {
		return Valuation{}, err
	}
	v, err := explain(e.Program(), g, &r)
	v.AsOf = &fresh
	return v, err
}

func explain(p *program.Program, g *ground, r *EstimateRequest) (Valuation, error) {
	if r.Nodes == "" {
		r.Nodes = "1"
	}
	a, err := r.assume(p, g)
	if err != nil {
		return Valuation{}, err
	}
	a.Start = time.Time{} // they were published of the TGE, not of now
	var tiers []money.Amount
	for _, rung := range g.offer.ladder.Rungs {
		tiers = append(tiers, rung.Price)
	}
	v, err := estimate.ExplainValuations(a, tiers)
	return Valuation{Valuation: v, Program: p}, err
}
