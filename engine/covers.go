package engine

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// A month's closing shares out what the holders' fund held at its end. So what a later month returns must not be what an earlier
// one has still to share: neither could be closed then. Once a month was closed, every open month gives back at most what it
// brought; before that, the fund must not be below zero at any month's end, and the first month to be closed takes in those
// that returned more than they brought.

// covers says in one line why income cannot be returned: the holders' fund has not got it. before are rows that are recorded
// together with this one, ahead of it.
func (f *Fold) covers(ctx context.Context, row RevenueRow, before []RevenueRow, now time.Time, s Store) error {
	taken, returned, err := f.toHolders(row)
	if err != nil || !returned || taken.IsZero() {
		return err
	}
	rows := append(before[:len(before):len(before)], row)
	start, last := rewards.MonthOf(row.At), rewards.MonthOf(now)
	from := time.Time{} // everything up to each month's end
	if !f.closed.IsZero() {
		from, last = start, start
	}
	for month := start; !month.After(last); month = month.AddDate(0, 1, 0) {
		short, err := f.short(ctx, from, month.AddDate(0, 1, 0), rows, s)
		if err != nil {
			return err
		}
		if short {
			return fmt.Errorf("the holders' fund of %s would go below zero: %s of it would be taken back, more than income brought it; record that income first, or date the return in an open month that has it",
				month.Format(rewards.MonthForm), taken)
		}
	}
	return nil
}

// closable says in one line why a month that ends at an instant cannot be the first that is closed: a later one returned more
// than it brought, and what it lacks is in this month's fund.
func (f *Fold) closable(ctx context.Context, end, now time.Time, s Store) error {
	for month := end; !month.After(now); month = month.AddDate(0, 1, 0) {
		short, err := f.short(ctx, month, month.AddDate(0, 1, 0), nil, s)
		if err != nil {
			return err
		}
		if short {
			return state(fmt.Errorf("in %s more income was returned than came, so the fund of the month before has to give it: record the income of %[1]s first, or close %[1]s as the first month, once it has ended",
				month.Format(rewards.MonthForm)))
		}
	}
	return nil
}

// short says whether more left the holders' fund than came from an instant to before another one. rows are not booked yet.
// The month that ends at from is taken to be closed: closing empties the fund with that very instant.
func (f *Fold) short(ctx context.Context, from, until time.Time, rows []RevenueRow, s Store) (bool, error) {
	fund := ledger.Place{Account: ledger.FundAccount(ledger.ShareFund), Asset: f.program.Income.Asset}
	sum, err := s.BalanceAt(ctx, fund, until)
	if err != nil {
		return false, failed(err)
	}
	if !from.IsZero() && !from.Equal(f.closed) {
		early, err := s.BalanceAt(ctx, fund, from)
		if err != nil {
			return false, failed(err)
		}
		// Taken off crosswise, since both sides of a balance only grow.
		if sum, err = sum.Plus(money.Balance{In: early.Out, Out: early.In}); err != nil {
			return false, err
		}
	}
	for _, r := range rows {
		if r.At.Before(from) || !r.At.Before(until) {
			continue
		}
		part, returned, err := f.toHolders(r)
		if err != nil {
			return false, err
		}
		side := &sum.In
		if returned {
			side = &sum.Out
		}
		if *side, err = side.Add(part); err != nil {
			return false, err
		}
	}
	return sum.Negative(), nil
}

// toHolders is what a row of income moves into the holders' fund, or out of it when it is returned.
func (f *Fold) toHolders(row RevenueRow) (part money.Amount, returned bool, err error) {
	d, err := f.bookRevenue(row, rewards.Booking{Source: ledger.OperatorSource("check", "check")})
	if err != nil {
		return part, false, err
	}
	fund := ledger.FundAccount(ledger.ShareFund)
	for _, p := range d.Postings {
		if p.From == fund || p.To == fund {
			return p.Amount, strings.HasPrefix(row.Amount, "-"), nil
		}
	}
	return money.Zero(f.program.Income.Asset), false, nil
}
