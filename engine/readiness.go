package engine

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// Readiness is how ready the program is for its TGE, as of the newest booked block, or how it went.
func (e *Engine) Readiness(ctx context.Context) (rewards.Readiness, error) {
	var in rewards.Progress
	var tge rewards.TGEState
	var began time.Time
	e.View(func(f *fold.Fold, s State) {
		head := s.Cursor.Head
		in.At = head.When()
		in.Moment = program.Moment{Block: head.Number, Time: in.At}
		for i, r := range f.Sale.Ladder.Rungs {
			in.Tiers = append(in.Tiers, rewards.TierProgress{
				Size: r.Size, Sold: r.Sold, Closed: r.PerWallet == 0, SoldOut: f.Pace.SoldOut(i + 1),
				Sold7: f.Pace.Sold(i+1, in.At.AddDate(0, 0, -7)), Sold30: f.Pace.Sold(i+1, in.At.AddDate(0, 0, -30)),
			})
		}
		tge, began = f.TGEState(in.At), f.Began()
	})
	for _, w := range []struct {
		days int
		into *uint64
	}{{7, &in.Sold7}, {30, &in.Sold30}} {
		sold, err := e.issued(ctx, sale.Node, in.At, w.days)
		if err != nil {
			return rewards.Readiness{}, err
		}
		*w.into = sold.Big().Uint64()
	}
	if p := e.Program().Points; p != nil {
		for _, w := range []struct {
			days int
			into *money.Amount
		}{{0, &in.Issued}, {7, &in.Issued7}, {30, &in.Issued30}} {
			var err error
			if *w.into, err = e.issued(ctx, p.Asset, in.At, w.days); err != nil {
				return rewards.Readiness{}, err
			}
		}
	}
	r, err := rewards.Ready(e.Program(), in)
	if r.TGE = tge; err == nil && !tge.At.IsZero() && !tge.Planned {
		r.TGE.Report, err = e.tgeReport(ctx, &in, tge.At, began)
	}
	return r, err
}

// issued is what left an issuance in days up to an instant, and ever for no days: what went out of its account.
func (e *Engine) issued(ctx context.Context, asset money.Asset, at time.Time, days int) (money.Amount, error) {
	place := ledger.Place{Account: ledger.Issuance(asset), Asset: asset}
	until, err := e.store.BalanceAt(ctx, place, at.Add(time.Second))
	if err != nil || days == 0 {
		return until.Out, err
	}
	before, err := e.store.BalanceAt(ctx, place, at.AddDate(0, 0, -days))
	if err != nil {
		return money.Amount{}, err
	}
	return until.Out.Sub(before.Out)
}

// tgeReport is how the way to a TGE went that has been.
func (e *Engine) tgeReport(ctx context.Context, g *rewards.Progress, tge, began time.Time) (*rewards.TGEReport, error) {
	p := e.Program()
	report := &rewards.TGEReport{}
	for i := range g.Tiers {
		if out := g.Tiers[i].SoldOut; g.Tiers[i].Sold == g.Tiers[i].Size && out.Before(tge) {
			report.TiersSold++
		}
	}
	before := tge.Add(-time.Second)
	nodes, err := e.issued(ctx, sale.Node, before, 0)
	if err != nil {
		return nil, err
	}
	report.NodesSold = nodes.Big().Uint64()
	if !began.IsZero() && began.Before(tge) {
		report.Days = int(rewards.DayOf(tge).Sub(began) / (24 * time.Hour))
	}
	if p.Points != nil {
		if report.Issued, err = e.issued(ctx, p.Points.Asset, before, 0); err != nil {
			return nil, err
		}
		report.Cap, report.Capped = p.Points.Cap.At(program.Moment{Block: g.Moment.Block, Time: tge})
	}
	if report.Dropped, err = e.takenBy(ctx, rewards.DropJob, tge); err != nil {
		return nil, err
	}
	report.Converted, err = e.takenBy(ctx, rewards.ConversionJob, tge)
	return report, err
}

// takenBy is what a job of an instant took out of the buckets of the allocation; the zero Amount where it has not run.
func (e *Engine) takenBy(ctx context.Context, job string, at time.Time) (sum money.Amount, err error) {
	t, err := e.store.Keyed(ctx, ledger.JobSource(job, at.Format(time.RFC3339)).Key())
	if err != nil || t == nil {
		return sum, err
	}
	sum = money.Zero(e.Program().Token.Asset)
	for _, posting := range t.Postings {
		if posting.From.Role() != ledger.BucketRole {
			continue
		}
		if sum, err = sum.Add(posting.Amount); err != nil {
			return sum, err
		}
	}
	return sum, nil
}
