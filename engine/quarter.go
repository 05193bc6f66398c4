package engine

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// Quarter is what revenue, buybacks and emission were in three months, as the buyback view shows them.
type Quarter struct {
	Start, End time.Time    // half-open
	Revenue    money.Amount // that sources earned
	Returned   money.Amount // that they took back
	ToBuyback  money.Amount // that went into the buyback fund, a month's surplus included
	Spent      money.Amount // on buybacks
	Bought     money.Amount // tokens
	Emitted    money.Amount // tokens, by the emission's epochs
}

// QuarterOf sums a quarter of a year, 1 to 4, from the books.
func (e *Engine) QuarterOf(ctx context.Context, year, quarter int) (Quarter, error) {
	p := e.program
	if err := fold.CheckBuybacks(p); err != nil {
		return Quarter{}, err
	}
	if quarter < 1 || quarter > 4 {
		return Quarter{}, problem.Invalidf("there is no quarter %d: write one from 1 to 4", quarter)
	}
	q := Quarter{Start: time.Date(year, time.Month(3*quarter-2), 1, 0, 0, 0, 0, time.UTC)}
	q.End = q.Start.AddDate(0, 3, 0)
	emission, err := ledger.PoolCarry(rewards.Emission)
	if err != nil {
		return q, err
	}
	grown := func(account ledger.Account, asset money.Asset, of func(money.Balance) money.Amount) (money.Amount, error) {
		place := ledger.Place{Account: account, Asset: asset}
		before, err := e.store.BalanceAt(ctx, place, q.Start)
		if err != nil {
			return money.Amount{}, err
		}
		after, err := e.store.BalanceAt(ctx, place, q.End)
		if err != nil {
			return money.Amount{}, err
		}
		return of(after).Sub(of(before))
	}
	in := func(b money.Balance) money.Amount { return b.In }
	for _, sum := range []struct {
		into    *money.Amount
		account ledger.Account
		asset   money.Asset
		of      func(money.Balance) money.Amount
	}{
		{&q.ToBuyback, ledger.FundAccount(ledger.BuybackFund), p.Revenue.Asset, in}, {&q.Spent, ledger.BuybackMarket(), p.Revenue.Asset, in},
		{&q.Bought, ledger.BuybackHeld(), p.Token.Asset, in}, {&q.Emitted, emission, p.Token.Asset, in},
	} {
		if *sum.into, err = grown(sum.account, sum.asset, sum.of); err != nil {
			return q, err
		}
	}
	q.Revenue = money.Zero(p.Revenue.Asset)
	q.Returned = money.Zero(p.Revenue.Asset)
	for place, err := range e.store.Balances(ctx, ledger.RevenueClass.Prefix()) {
		if err != nil {
			return q, err
		}
		for sum, of := range map[*money.Amount]func(money.Balance) money.Amount{
			&q.Revenue: func(b money.Balance) money.Amount { return b.Out }, &q.Returned: in,
		} {
			more, err := grown(place.Account, place.Asset, of)
			if err != nil {
				return q, err
			}
			if *sum, err = sum.Add(more); err != nil {
				return q, err
			}
		}
	}
	return q, nil
}
