package holder

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
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
func (st *Statement) rewards(ctx context.Context, e *engine.Engine, f *fold.Fold, w ledger.Wallet) error {
	p := e.Program()
	if p.Revenue != nil {
		x, err := earned(ctx, e, f, w, p.Revenue.Asset, ledger.ShareExpense(w), ledger.Share(w))
		if err != nil {
			return err
		}
		st.Share = &x
	}
	seen := map[money.Asset]bool{}
	for _, c := range p.Campaigns {
		if seen[c.Asset] {
			continue
		}
		seen[c.Asset] = true
		x, err := earned(ctx, e, f, w, c.Asset, ledger.RebateExpense(w), ledger.Rebate(w))
		if err != nil {
			return err
		}
		st.Rebate = append(st.Rebate, x)
	}
	return nil
}

// earned reads what a wallet earned in an asset, from the account of what it earned and the one of what it is owed.
func earned(ctx context.Context, e *engine.Engine, f *fold.Fold, w ledger.Wallet, asset money.Asset,
	all, open ledger.Account) (x Earned, err error) {
	x.Account, x.Owed = all, open
	b, err := fold.BalanceNow(ctx, e.Reader(), ledger.Place{Account: all, Asset: asset})
	if err != nil {
		return x, err
	}
	if x.Earned, err = b.Held(); err != nil {
		return x, err
	}
	if b, err = fold.BalanceNow(ctx, e.Reader(), ledger.Place{Account: open, Asset: asset}); err != nil {
		return x, err
	}
	if x.Payable, err = b.Owed(); err != nil {
		return x, err
	}
	if x.InRuns, err = inRuns(f.Payouts(), w, open.Role(), asset); err != nil {
		return x, err
	}
	x.Paid, err = paid(x.Earned, x.Payable, x.InRuns)
	return x, err
}

// inRuns is what payout runs have gathered for a wallet from accounts of a role and not paid.
func inRuns(runs *payout.Book, w ledger.Wallet, role ledger.Role, asset money.Asset) (money.Amount, error) {
	sum := money.Zero(asset)
	for _, r := range runs.Runs() {
		if r.Asset != asset {
			continue
		}
		_, open, err := r.PaidOf(w, role)
		if err != nil {
			return sum, err
		}
		if sum, err = sum.Add(open); err != nil {
			return sum, err
		}
	}
	return sum, nil
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
