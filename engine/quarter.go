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
	Start, End time.Time     // half-open
	Revenue    money.Balance // that sources earned, as the income statement has it: owed
	Costs      money.Balance // fees, refunds and whatever else they cost, as the income statement has it: held
	ToBuyback  money.Balance // by how much the buyback fund grew but for what was spent, a month's surplus included: owed
	Spent      money.Amount  // on buybacks
	Bought     money.Amount  // tokens
	Emitted    money.Amount  // tokens, by the emission of the quarter's days
	Dropped    money.Amount  // tokens of the TGE airdrop, when the TGE is in the quarter
	Converted  money.Amount  // tokens that points became, likewise
}

// QuarterOf sums a quarter of a year, 1 to 4, from the books.
func (e *Engine) QuarterOf(ctx context.Context, year, quarter int) (Quarter, error) {
	p := e.Program()
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
	back, err := ledger.Bucket(p.Token.Asset, rewards.BoughtBack)
	if err != nil {
		return q, err
	}
	var spent, bought, emitted money.Balance
	for _, sum := range []struct {
		into    *money.Balance
		account ledger.Account
		asset   money.Asset
	}{
		{&q.ToBuyback, ledger.FundAccount(ledger.BuybackFund), p.Revenue.Asset}, {&spent, ledger.OwnTokens(), p.Revenue.Asset},
		{&bought, back, p.Token.Asset}, {&emitted, emission, p.Token.Asset},
	} {
		if *sum.into, err = e.moved(ctx, &q, ledger.Place{Account: sum.account, Asset: sum.asset}); err != nil {
			return q, err
		}
	}
	q.Spent, q.Bought, q.Emitted = spent.In, bought.In, emitted.In
	if q.ToBuyback, err = q.ToBuyback.Give(q.Spent); err != nil {
		return q, err
	}
	q.Revenue, q.Costs = money.NewBalance(p.Revenue.Asset), money.NewBalance(p.Revenue.Asset)
	for role, sum := range map[ledger.Role]*money.Balance{ledger.RevenueRole: &q.Revenue, ledger.CostRole: &q.Costs} {
		for place, err := range e.reads.Balances(ctx, role.Prefix()) {
			if err != nil {
				return q, err
			}
			if place.Asset != p.Revenue.Asset {
				continue
			}
			more, err := e.moved(ctx, &q, ledger.Place{Account: place.Account, Asset: place.Asset})
			if err != nil {
				return q, err
			}
			if *sum, err = sum.Plus(more); err != nil {
				return q, err
			}
		}
	}
	return q, e.generated(ctx, &q)
}

// moved is what came and went on an account within a quarter.
func (e *Engine) moved(ctx context.Context, q *Quarter, place ledger.Place) (b money.Balance, err error) {
	before, err := e.reads.BalanceAt(ctx, place, q.Start)
	if err != nil {
		return b, err
	}
	after, err := e.reads.BalanceAt(ctx, place, q.End)
	if err != nil {
		return b, err
	}
	if b.In, err = after.In.Sub(before.In); err == nil {
		b.Out, err = after.Out.Sub(before.Out)
	}
	return b, err
}

// generated adds what came into being at the TGE, when it is in the quarter.
func (e *Engine) generated(ctx context.Context, q *Quarter) error {
	q.Dropped, q.Converted = money.Zero(e.Program().Token.Asset), money.Zero(e.Program().Token.Asset)
	var tge time.Time
	e.View(func(f *fold.Fold, _ State) { tge = f.Generation() })
	if tge.IsZero() || tge.Before(q.Start) || !tge.Before(q.End) {
		return nil
	}
	for job, sum := range map[string]*money.Amount{rewards.DropJob: &q.Dropped, rewards.ConversionJob: &q.Converted} {
		taken, err := e.takenBy(ctx, job, tge)
		if err != nil {
			return err
		}
		if taken != (money.Amount{}) {
			*sum = taken
		}
	}
	return nil
}
