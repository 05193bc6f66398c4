package view

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// OfAccount is an account's balance of every asset that it ever moved: now, or before an instant when at is not zero.
func OfAccount(ctx context.Context, s fold.Balances, account ledger.Account, at time.Time) (list []money.Balance, err error) {
	var places []ledger.Place
	err = s.Balances(ctx, account.Prefix(), func(p ledger.Place, b money.Balance) error {
		if p.Account == account {
			places, list = append(places, p), append(list, b)
		}
		return nil
	})
	if err != nil || at.IsZero() {
		return list, err
	}
	for i, p := range places {
		if list[i], err = s.BalanceAt(ctx, p, at); err != nil {
			return nil, err
		}
	}
	return list, nil
}
