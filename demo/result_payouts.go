package demo

import (
	"context"
	"fmt"

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
	kept, left := money.Zero(usdt), money.Zero(usdt)
	for p, err := range s.Engine.Reader().Balances(ctx, "") {
		if err != nil {
			return r, err
		}
		if p.Asset != usdt {
			continue
		}
		into := &left
		switch {
		case p.Account.Stage() == string(ledger.SharePaid): // of rewards of referring and rebates as well
			into = &kept
		case p.Account.Class() != ledger.PayoutClass:
			continue
		}
		held, err := p.Balance.Held()
		if err != nil {
			return r, err
		}
		if *into, err = into.Add(held); err != nil {
			return r, err
		}
	}
	if kept != paid || left != open {
		return r, fmt.Errorf("the accounts say that %s were paid and %s are open, the runs say %s and %s", kept, left, paid, open)
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
