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

// Readiness is how ready the program is for its TGE, as of the newest booked block.
func (e *Engine) Readiness(ctx context.Context) (rewards.Readiness, error) {
	var in rewards.Progress
	e.View(func(f *fold.Fold, s State) {
		head := s.Cursor.Head
		in.At = head.When()
		in.Moment = program.Moment{Block: head.Number, Time: in.At}
		for _, r := range f.Sale.Ladder.Rungs {
			in.Tiers = append(in.Tiers, rewards.TierProgress{Size: r.Size, Sold: r.Sold, Closed: r.PerWallet == 0})
		}
	})
	// What left an issuance between two instants is what went out of its account.
	issued := func(asset money.Asset, days int) (money.Amount, error) {
		place := ledger.Place{Account: ledger.Issuance(asset), Asset: asset}
		until, err := e.store.BalanceAt(ctx, place, in.At.Add(time.Second))
		if err != nil {
			return money.Amount{}, err
		}
		before, err := e.store.BalanceAt(ctx, place, in.At.AddDate(0, 0, -days))
		if err != nil {
			return money.Amount{}, err
		}
		return until.Out.Sub(before.Out)
	}
	for _, w := range []struct {
		days int
		into *uint64
	}{{7, &in.Sold7}, {30, &in.Sold30}} {
		sold, err := issued(sale.Node, w.days)
		if err != nil {
			return rewards.Readiness{}, err
		}
		*w.into = sold.Big().Uint64()
	}
	if e.Program().Points == nil {
		return rewards.Ready(e.Program(), in)
	}
	left, sold, err := e.leftCap(ctx, in.At)
	if err != nil {
		return rewards.Readiness{}, err
	}
	nothing := new(big.Int)
	in7, in30 := larger(left.In7, nothing), larger(left.In30, nothing)
	for _, w := range []struct {
		units *big.Int
		into  *money.Amount
	}{{left.All, &in.Issued}, {in7, &in.Issued7}, {larger(in30, in7), &in.Issued30}} {
		if *w.into, err = money.FromBig(e.Program().Points.Asset, w.units); err != nil {
			return rewards.Readiness{}, err
		}
	}
	r, err := rewards.Ready(e.Program(), in)
	if err == nil {
		r.Circulation, err = e.circulation(ctx, in.Moment, left, sold)
	}
	return r, err
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
	b, err := e.store.BalanceAt(ctx, ledger.Place{Account: account, Asset: e.Program().Points.Asset}, until)
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
