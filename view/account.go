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
	for p, err := range s.Balances(ctx, account.Prefix()) {
		if err != nil {
			return nil, err
		}
		if p.Account == account {
			places, list = append(places, p.Place), append(list, p.Balance)
		}
	}
	if at.IsZero() {
		return list, nil
	}
	for i, p := range places {
		if list[i], err = s.BalanceAt(ctx, p, at); err != nil {
			return nil, err
		}
	}
	return list, nil
}
