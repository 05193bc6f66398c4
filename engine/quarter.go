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
	Emitted    money.Amount // tokens, by the emission of the quarter's days
	Dropped    money.Amount // tokens of the TGE airdrop, when the TGE is in the quarter
	Converted  money.Amount // tokens that points became, likewise
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
	emission, err := ledger.PoolCarry(p.Token.Asset, rewards.Emission)
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
	out := func(b money.Balance) money.Amount { return b.Out }
	for _, sum := range []struct {
		into    *money.Amount
		account ledger.Account
		asset   money.Asset
		of      func(money.Balance) money.Amount
	}{
		{&q.ToBuyback, ledger.FundAccount(ledger.BuybackFund), p.Revenue.Asset, out}, {&q.Spent, ledger.OwnTokens(), p.Revenue.Asset, in},
		{&q.Bought, ledger.Market(p.Token.Asset), p.Token.Asset, out}, {&q.Emitted, emission, p.Token.Asset, in},
	} {
		if *sum.into, err = grown(sum.account, sum.asset, sum.of); err != nil {
			return q, err
		}
	}
	q.Revenue, q.Returned = money.Zero(p.Revenue.Asset), money.Zero(p.Revenue.Asset)
	for _, sum := range []struct {
		into *money.Amount
		role ledger.Role
		of   func(money.Balance) money.Amount
	}{{&q.Revenue, ledger.RevenueRole, out}, {&q.Returned, ledger.CostRole, in}} {
		for place, err := range e.store.Balances(ctx, sum.role.Prefix()) {
			if err != nil {
				return q, err
			}
			more, err := grown(place.Account, place.Asset, sum.of)
			if err != nil {
				return q, err
			}
			if *sum.into, err = sum.into.Add(more); err != nil {
				return q, err
			}
		}
	}
	return q, e.generated(ctx, &q)
}

// generated adds what came into being at the TGE, when it is in the quarter.
func (e *Engine) generated(ctx context.Context, q *Quarter) error {
	q.Dropped, q.Converted = money.Zero(e.program.Token.Asset), money.Zero(e.program.Token.Asset)
	var tge time.Time
	e.View(func(f *fold.Fold, _ State) { tge = f.Generation() })
	for job, sum := range map[string]*money.Amount{rewards.DropJob: &q.Dropped, rewards.ConversionJob: &q.Converted} {
		t, err := e.store.Keyed(ctx, ledger.JobSource(job, tge.Format(time.RFC3339)).Key())
		if err != nil {
			return err
		}
		if t == nil || t.Effective.Before(q.Start) || !t.Effective.Before(q.End) {
			continue
		}
		for _, posting := range t.Postings {
			if posting.From.Role() != ledger.BucketRole {
				continue
			}
			if *sum, err = sum.Add(posting.Amount); err != nil {
				return err
			}
		}
	}
	return nil
}
