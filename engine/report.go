package engine

import (
	"context"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
)

// Report is what the books say about the sale as a whole.
type Report struct {
	Totals sale.Totals
	Owed   map[money.Asset]money.Amount // to referrers
	Blocks uint64                       // covered
	Events uint64                       // logs booked
	Proof  Proof                        // the weakest level of any covered block; empty when none is
	State  State
}

// Report sums up the books.
func (e *Engine) Report(ctx context.Context) (Report, error) {
	spans, err := e.reads.Coverage(ctx)
	if err != nil {
		return Report{}, err
	}
	var r Report
	for _, s := range spans {
		r.Blocks += s.To - s.From + 1
		r.Proof = r.Proof.Weaker(s.Level)
	}
	e.View(func(f *fold.Fold, s State) {
		r.Totals, r.Events, r.State = f.Sale.Totals, f.Events, s
		r.Owed, err = OwedToReferrers(ctx, e.store)
	})
	return r, err
}

// OwedToReferrers is what the books owe to referrers in each asset, pending or payable; what payout runs have is not in it.
func OwedToReferrers(ctx context.Context, books fold.Balances) (map[money.Asset]money.Amount, error) {
	sums := map[money.Asset]money.Amount{}
	for p, err := range books.Balances(ctx, ledger.ReferralRole.Prefix()) {
		if err != nil {
			return nil, err
		}
		owed, err := p.Balance.Owed()
		if err != nil {
			return nil, err
		}
		if before, ok := sums[p.Asset]; ok {
			if owed, err = before.Add(owed); err != nil {
				return nil, err
			}
		}
		sums[p.Asset] = owed
	}
	return sums, nil
}

// BalancesRoot is one hash for all balances that the books hold.
func BalancesRoot(ctx context.Context, books fold.Balances) (ledger.Hash, error) {
	now := map[ledger.Place]money.Balance{}
	for p, err := range books.Balances(ctx, "") {
		if err != nil {
			return ledger.Hash{}, err
		}
		now[p.Place] = p.Balance
	}
	return ledger.BalancesRoot(now), nil
}
