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
	return rewards.Ready(e.Program(), in)
}
