package fold

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// A month's closing shares out what the holders' fund held at its end. So what a later month returns must not be what an earlier
// one has still to share: neither could be closed then. Once a month was closed, every open month gives back at most what it
// brought; before that, the fund must not be below zero at any month's end, and the first month to be closed takes in those
// that returned more than they brought.

// checkFund refuses to return revenue that the holders' fund has not got. ahead is revenue that is recorded together with this one,
// before it.
func (f *Fold) checkFund(ctx context.Context, revenue *ledger.Draft, ahead []ledger.Draft, now time.Time, books Balances) error {
	returned, ok := fromHolders(revenue)
	if !ok {
		return nil
	}
	rows := append(ahead[:len(ahead):len(ahead)], *revenue)
	start, last := rewards.MonthStart(revenue.Effective), rewards.MonthStart(now)
	from := time.Time{} // everything up to each month's end
	if !f.monthsClosedUntil.IsZero() {
		from, last = start, start
	}
	for month := start; !month.After(last); month = month.AddDate(0, 1, 0) {
		short, err := f.fundShort(ctx, from, month.AddDate(0, 1, 0), rows, books)
		if err != nil {
			return err
		}
		if short {
			return problem.Invalidf("the holders' fund of %s would go below zero: %s of it would be returned, more than revenue brought it; "+
				"record that revenue first, or date the return in an open month that has it",
				month.Format(rewards.MonthForm), returned)
		}
	}
	return nil
}

// CheckFirstMonth refuses to close the month that ends at an instant as the first one, when a later one returned more than it
// brought: what it lacks is in this month's fund.
func (f *Fold) CheckFirstMonth(ctx context.Context, end, now time.Time, books Balances) error {
	for month := end; !month.After(now); month = month.AddDate(0, 1, 0) {
		short, err := f.fundShort(ctx, month, month.AddDate(0, 1, 0), nil, books)
		if err != nil {
			return err
		}
		if short {
			return problem.Conflictf("in %s more revenue was returned than came, so the fund of the month before must give it: record the "+
				"revenue of %[1]s first, or close %[1]s as the first month, once it has ended",
				month.Format(rewards.MonthForm))
		}
	}
	return nil
}

// fundShort says whether more left the holders' fund than came from an instant to before another one. rows are not booked yet.
// The month that ends at from is taken to be closed: closing empties the fund with that very instant.
func (f *Fold) fundShort(ctx context.Context, from, until time.Time, rows []ledger.Draft, books Balances) (bool, error) {
	fund := ledger.Place{Account: ledger.FundAccount(ledger.ShareFund), Asset: f.program.Revenue.Asset}
	sum, err := books.BalanceAt(ctx, fund, until)
	if err != nil {
		return false, err
	}
	if !from.IsZero() && !from.Equal(f.monthsClosedUntil) {
		early, err := books.BalanceAt(ctx, fund, from)
		if err != nil {
			return false, err
		}
		// Taken off crosswise, since both sides of a balance only grow.
		if sum, err = sum.Plus(money.Balance{In: early.Out, Out: early.In}); err != nil {
			return false, err
		}
	}
	for i := range rows {
		if r := &rows[i]; r.Effective.Before(from) || !r.Effective.Before(until) {
			continue
		}
		for _, p := range rows[i].Postings {
			if p.To == fund.Account {
				sum.In, err = sum.In.Add(p.Amount)
			} else if p.From == fund.Account {
				sum.Out, err = sum.Out.Add(p.Amount)
			}
			if err != nil {
				return false, problem.As(problem.Invalid, "", err)
			}
		}
	}
	return sum.Negative(), nil
}

// fromHolders is what revenue that is returned takes out of the holders' fund; ok is false when it takes nothing.
func fromHolders(revenue *ledger.Draft) (part money.Amount, ok bool) {
	fund := ledger.FundAccount(ledger.ShareFund)
	for _, p := range revenue.Postings {
		if p.From == fund {
			return p.Amount, true
		}
	}
	return part, false
}
