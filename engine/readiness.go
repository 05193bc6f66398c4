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
		if err != nil || days == 0 {
			return until.Out, err
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
	if p := e.Program().Points; p != nil {
		for _, w := range []struct {
			days int
			into *money.Amount
		}{{0, &in.Issued}, {7, &in.Issued7}, {30, &in.Issued30}} {
			var err error
			if *w.into, err = issued(p.Asset, w.days); err != nil {
				return rewards.Readiness{}, err
			}
		}
	}
	r, err := rewards.Ready(e.Program(), in)
	if err == nil && e.Program().Points != nil {
		r.Circulation, err = e.circulation(ctx, in.Moment)
	}
	return r, err
}

// circulation is where points are at a moment, and what left the cap until then: from the TGE on nothing does.
func (e *Engine) circulation(ctx context.Context, m program.Moment) (*rewards.Circulation, error) {
	p := e.Program()
	asset, end := p.Points.Asset, m.Time.Add(time.Second)
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
	net := func(account ledger.Account, until time.Time) (*big.Int, error) {
		b, err := e.store.BalanceAt(ctx, ledger.Place{Account: account, Asset: asset}, until)
		return b.Net(), err
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
		issued, err = net(ledger.Issuance(asset), until)
		return issued.Neg(issued), sold, err
	}
	var issued, sold rewards.Flow
	var err error
	if issued.All, sold.All, err = since(last); err != nil {
		return nil, err
	}
	for days, into := range map[int][2]**big.Int{7: {&issued.In7, &sold.In7}, 30: {&issued.In30, &sold.In30}} {
		left, bought, err := since(before(days))
		if err != nil {
			return nil, err
		}
		*into[0], *into[1] = left.Sub(issued.All, left), bought.Sub(sold.All, bought)
	}
	burnt, err := net(ledger.Burnt(asset), end)
	if err != nil {
		return nil, err
	}
	held, err := net(ledger.Issuance(asset), end)
	if err != nil {
		return nil, err
	}
	held.Neg(held).Sub(held, burnt)
	for _, pool := range rewards.PointsPools() {
		account, err := ledger.PoolCarry(asset, pool)
		if err != nil {
			return nil, err
		}
		carried, err := net(account, end)
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
	c, err := rewards.Circulate(p, m, issued, sold, spent, circulating)
	return &c, err
}
