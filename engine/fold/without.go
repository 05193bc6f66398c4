package fold

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// ClosingBooks is what the computation of a closed period reads.
type ClosingBooks interface {
	Balances
	// Keyed is the transaction with an idempotency key, or nil.
	Keyed(ctx context.Context, key string) (*ledger.Transaction, error)
}

// without is books as they were before a transaction: what a period earned is in effect in the period's last second, so whoever
// computes the period again must not find it there.
type without struct {
	ClosingBooks
	own *ledger.Transaction
}

// before is the books as they were before the transaction with a key, and that transaction; or as they are when there is none.
func before(ctx context.Context, books ClosingBooks, key string) (Balances, *ledger.Transaction, error) {
	own, err := books.Keyed(ctx, key)
	if err != nil || own == nil {
		return books, nil, err
	}
	return without{books, own}, own, nil
}

// BalanceAt implements [Balances].
func (w without) BalanceAt(ctx context.Context, place ledger.Place, until time.Time) (money.Balance, error) {
	b, err := w.ClosingBooks.BalanceAt(ctx, place, until)
	if err != nil || !w.own.Effective.Before(until) {
		return b, err
	}
	for i := range w.own.Postings {
		p := &w.own.Postings[i]
		if p.Amount.Asset() != place.Asset {
			continue
		}
		if p.To == place.Account {
			if b.In, err = b.In.Sub(p.Amount); err != nil {
				return b, err
			}
		}
		if p.From == place.Account {
			if b.Out, err = b.Out.Sub(p.Amount); err != nil {
				return b, err
			}
		}
	}
	return b, nil
}
