package fold

import (
	"context"
	"sort"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// Why a month does not close itself.
const (
	HasRevenue = "revenue or costs"
	HasHolders = "holders of a bracket"
)

// OpenMonth is an open month that has something.
type OpenMonth struct {
	Month time.Time // its first instant
	Has   string    // HasRevenue or HasHolders
}

// OpenBefore is the first month before another one that is open and has revenue, costs, or holders who take part in the share; nil when
// there is none. A month of nothing closes itself, once a later one is closed. from is the month in which the books begin: revenue of an
// earlier one, in which nobody could hold anything, is carried into the first that is closed.
func (f *Fold) OpenBefore(ctx context.Context, books Balances, from, before time.Time) (*OpenMonth, error) {
	first := rewards.MonthStart(from)
	if f.monthsClosedUntil.After(first) {
		first = f.monthsClosedUntil
	}
	if !first.Before(before) {
		return nil, nil //nolint:nilnil // months that follow one another are the rule
	}
	end, moved, err := f.firstMoved(ctx, books, first, before)
	if err != nil {
		return nil, err
	}
	for month := first; month.Before(end); month = month.AddDate(0, 1, 0) {
		holders, err := nodeHolders(ctx, books, month.AddDate(0, 1, 0), nil)
		if err != nil {
			return nil, err
		}
		for i := range holders {
			if f.program.Revenue.BracketFor(holders[i].Nodes, month) {
				return &OpenMonth{month, HasHolders}, nil
			}
		}
	}
	if moved {
		return &OpenMonth{end, HasRevenue}, nil
	}
	return nil, nil //nolint:nilnil // there is none
}

// firstMoved is the first month from one on in which revenue or a cost was booked, or before, the month that is not asked for any more.
func (f *Fold) firstMoved(ctx context.Context, books Balances, from, before time.Time) (month time.Time, moved bool, err error) {
	places := []ledger.Place{{Account: ledger.FundAccount(ledger.ShareFund), Asset: f.program.Revenue.Asset}}
	for _, prefix := range []ledger.Prefix{ledger.RevenueRole.Prefix(), ledger.CostRole.Prefix()} {
		for p, err := range books.Balances(ctx, prefix) {
			if err != nil {
				return before, false, err
			}
			if p.Asset == f.program.Revenue.Asset {
				places = append(places, p.Place)
			}
		}
	}
	months := 0
	for m := from; m.Before(before); m = m.AddDate(0, 1, 0) {
		months++
	}
	for _, place := range places {
		was, err := books.BalanceAt(ctx, place, from)
		if err != nil {
			return before, false, err
		}
		// What went into a place and what went out of it only ever grow.
		n := sort.Search(months, func(i int) bool {
			var is money.Balance
			if err == nil {
				is, err = books.BalanceAt(ctx, place, from.AddDate(0, i+1, 0))
			}
			return is != was
		})
		if err != nil {
			return before, false, err
		}
		if n < months {
			months, moved = n, true
		}
	}
	return from.AddDate(0, months, 0), moved, nil
}
