package holder

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Earned is what a wallet earned of something and what became of it: Earned = Payable + InRuns + Paid.
type Earned struct {
	Earned  money.Amount
	Payable money.Amount // owed, and in no payout run
	InRuns  money.Amount // gathered by payout runs and not paid
	Paid    money.Amount
	Account ledger.Account // of what was earned
	Owed    ledger.Account // of what is owed
}

// rewards fills in the wallet's share of the revenue and its rebates.
func (k *known) rewards(ctx context.Context, e *engine.Engine, w ledger.Wallet, st *Statement) error {
	for _, g := range k.gathered {
		x, err := g.earned(ctx, e, w)
		if err != nil {
			return err
		}
		if g.revenue {
			st.Share = &x
		} else {
			st.Rebate = append(st.Rebate, x)
		}
	}
	return nil
}

// earned reads what a wallet earned, from the account of what it earned and the one of what it is owed.
func (g *gathered) earned(ctx context.Context, e *engine.Engine, w ledger.Wallet) (x Earned, err error) {
	x.Account, x.Owed, x.InRuns = ledger.RebateExpense(w), ledger.Rebate(w), g.inRuns
	if g.revenue {
		x.Account, x.Owed = ledger.ShareExpense(w), ledger.Share(w)
	}
	b, err := fold.BalanceNow(ctx, e.Reader(), ledger.Place{Account: x.Account, Asset: g.asset})
	if err != nil {
		return x, err
	}
	if x.Earned, err = b.Held(); err != nil {
		return x, err
	}
	if b, err = fold.BalanceNow(ctx, e.Reader(), ledger.Place{Account: x.Owed, Asset: g.asset}); err != nil {
		return x, err
	}
	if x.Payable, err = b.Owed(); err != nil {
		return x, err
	}
	x.Paid, err = paid(x.Earned, x.Payable, x.InRuns)
	return x, err
}

// paid is what was earned less what is still owed.
func paid(earned money.Amount, owed ...money.Amount) (money.Amount, error) {
	var err error
	for _, o := range owed {
		if earned, err = earned.Sub(o); err != nil {
			return earned, err
		}
	}
	return earned, nil
}
