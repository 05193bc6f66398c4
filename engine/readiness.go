package engine

import (
	"context"
	"math/big"
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
				Size: r.Size, Sold: r.Sold, Closed: r.Closed(), SoldOut: f.Pace.SoldOut(i + 1),
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
	var left, bought rewards.Flow
	if p := e.Program().Points; p != nil {
		var err error
		if left, bought, err = e.leftCap(ctx, in.At); err != nil {
			return rewards.Readiness{}, err
		}
		nothing := new(big.Int)
		in7, in30 := larger(left.In7, nothing), larger(left.In30, nothing)
		for _, w := range []struct {
			units *big.Int
			into  *money.Amount
		}{{left.All, &in.Issued}, {in7, &in.Issued7}, {larger(in30, in7), &in.Issued30}} {
			if *w.into, err = money.FromBig(p.Asset, w.units); err != nil {
				return rewards.Readiness{}, err
			}
		}
	}
	r, err := rewards.Ready(e.Program(), in)
	if err == nil && e.Program().Points != nil {
		r.Circulation, err = e.circulation(ctx, in.Moment, left, bought)
	}
	if r.TGE = tge; err == nil && !tge.At.IsZero() && !tge.Planned {
		r.TGE.Report, err = e.tgeReport(ctx, &in, tge.At, began)
	}
	return r, err
}

// issued is what left an issuance in days up to an instant, and ever for no days: what went out of its account.
func (e *Engine) issued(ctx context.Context, asset money.Asset, at time.Time, days int) (money.Amount, error) {
	place := ledger.Place{Account: ledger.Issuance(asset), Asset: asset}
	until, err := e.reads.BalanceAt(ctx, place, at.Add(time.Second))
	if err != nil || days == 0 {
		return until.Out, err
	}
	before, err := e.reads.BalanceAt(ctx, place, at.AddDate(0, 0, -days))
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
		left, _, err := e.leftCap(ctx, before)
		if err != nil {
			return nil, err
		}
		if report.Issued, err = money.FromBig(p.Points.Asset, left.All); err != nil {
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
	t, err := e.reads.Keyed(ctx, ledger.JobSource(job, at.Format(time.RFC3339)).Key())
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

func larger(a, b *big.Int) *big.Int {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

// leftCap is what left the cap of points up to an instant and did not come back, and what of it was sold: from the TGE on nothing does.
func (e *Engine) leftCap(ctx context.Context, at time.Time) (issued, sold rewards.Flow, err error) {
	p := e.Program()
	end := at.Add(time.Second)
	var sales []fold.Sold
	last := end
	e.View(func(f *fold.Fold, _ State) {
		sales = f.Sold()
		if tge := f.Generation(); p.Points.AtTGE != nil && !tge.IsZero() && tge.Before(last) {
			last = tge
		}
	})
	before := func(days int) time.Time {
		if at := end.AddDate(0, 0, -days); at.Before(last) {
			return at
		}
		return last
	}
	since := func(until time.Time) (issued, sold *big.Int, err error) {
		sold = new(big.Int)
		for _, s := range sales {
			if s.At.Before(until) && !s.Returned {
				sold.Add(sold, s.Points.Big())
			} else if s.At.Before(until) {
				sold.Sub(sold, s.Points.Big())
			}
		}
		issued, err = e.net(ctx, ledger.Issuance(p.Points.Asset), until)
		return issued.Neg(issued), sold, err
	}
	if issued.All, sold.All, err = since(last); err != nil {
		return issued, sold, err
	}
	for days, into := range map[int][2]**big.Int{7: {&issued.In7, &sold.In7}, 30: {&issued.In30, &sold.In30}} {
		left, bought, err := since(before(days))
		if err != nil {
			return issued, sold, err
		}
		*into[0], *into[1] = left.Sub(issued.All, left), bought.Sub(sold.All, bought)
	}
	return issued, sold, nil
}

// net is what came to an account of the points before an instant, less what left it.
func (e *Engine) net(ctx context.Context, account ledger.Account, until time.Time) (*big.Int, error) {
	b, err := e.reads.BalanceAt(ctx, ledger.Place{Account: account, Asset: e.Program().Points.Asset}, until)
	return b.Net(), err
}

// circulation is where points are at a moment.
func (e *Engine) circulation(ctx context.Context, m program.Moment, issued, sold rewards.Flow) (*rewards.Circulation, error) {
	asset, end := e.Program().Points.Asset, m.Time.Add(time.Second)
	burnt, err := e.net(ctx, ledger.Burnt(asset), end)
	if err != nil {
		return nil, err
	}
	held, err := e.net(ctx, ledger.Issuance(asset), end)
	if err != nil {
		return nil, err
	}
	held.Neg(held).Sub(held, burnt)
	for _, pool := range rewards.PointsPools() {
		account, err := ledger.PoolCarry(asset, pool)
		if err != nil {
			return nil, err
		}
		carried, err := e.net(ctx, account, end)
		if err != nil {
			return nil, err
		}
		held.Sub(held, carried)
	}
	spent, err := money.FromBig(asset, burnt)
	if err != nil {
		return nil, err
	}
	circulating, err := money.FromBig(asset, held)
	if err != nil {
		return nil, err
	}
	c, err := rewards.Circulate(e.Program(), m, issued, sold, spent, circulating)
	return &c, err
}
