package demo

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/wire"
)

// payouts adds up the runs, and holds them against the accounts.
func (s *Sale) payouts(ctx context.Context) (r wire.DemonstrationPayouts, err error) {
	usdt := s.Program.Revenue.Asset
	total, paid, open := money.Zero(usdt), money.Zero(usdt), money.Zero(usdt)
	s.Engine.Payouts(func(b *payout.Book) {
		for _, run := range b.Runs() {
			r.Runs++
			for _, sum := range []struct {
				into *money.Amount
				more money.Amount
			}{{&total, run.Total}, {&paid, run.Paid}, {&open, run.Open()}} {
				if *sum.into, err = sum.into.Add(sum.more); err != nil {
					return
				}
			}
		}
		for _, x := range b.Exceptions() {
			if x.Closed.IsZero() {
				r.Exceptions++
			}
		}
	})
	if err != nil {
		return r, err
	}
	r.Gathered, r.Paid, r.Open = wire.AmountOf(total), wire.AmountOf(paid), wire.AmountOf(open)
	// What holders earned is paid, or stands in a run, or is still owed.
	earned, owed, left := money.Zero(usdt), money.Zero(usdt), money.Zero(usdt)
	for p, err := range s.Engine.Reader().Balances(ctx, "") {
		if err != nil {
			return r, err
		}
		if p.Asset != usdt {
			continue
		}
		into := &owed
		switch p.Account.Role() {
		case ledger.ShareExpenseRole, ledger.RebateExpenseRole, ledger.ReferralExpenseRole:
			into = &earned
		case ledger.PayoutRole:
			into = &left
		case ledger.ShareRole, ledger.RebateRole, ledger.ReferralRole:
		default:
			continue
		}
		stands, err := fold.Standing(p)
		if err != nil {
			return r, err
		}
		if *into, err = into.Add(stands); err != nil {
			return r, err
		}
	}
	if sum, err := money.Sum(usdt, owed, left, paid); err != nil || sum != earned || left != open {
		return r, fmt.Errorf("holders earned %s; %s are owed, %s are in runs, which say %s open and %s paid", earned, owed, left, open, paid)
	}
	for t, err := range s.Engine.History().Transactions(ctx, 1) {
		if err != nil {
			return r, err
		}
		if t.Kind == rewards.MonthKind {
			r.Months++
		}
	}
	return r, nil
}
