package holder

import (
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

// known is what the fold has of a wallet, copied.
type known struct {
	state    engine.State
	used     []uint64 // nodes taken of each tier
	assets   []inAsset
	gathered []gathered
}

// inAsset is what there is of a wallet in an asset that nodes were paid in.
type inAsset struct {
	asset            money.Asset
	earned           money.Amount // by referrals
	nodes, purchases uint64       // that the wallet referred
	inRuns           money.Amount // of what it earned by referrals
}

// gathered is what payout runs have gathered of a wallet's share of the revenue, or else of its rebates, and not paid.
type gathered struct {
	revenue bool
	asset   money.Asset
	inRuns  money.Amount
}

func knownOf(f *fold.Fold, s engine.State, w ledger.Wallet) (k known, err error) {
	k.state = s
	p := f.Program()
	if used := f.Sale.Used(w); len(used) > 0 {
		k.used = make([]uint64, max(len(used), len(f.Sale.Ladder.Rungs)))
		copy(k.used, used)
	}
	runs := f.Payouts()
	for _, sums := range f.Sale.Totals.ByAsset() {
		in := inAsset{asset: sums.Asset(), earned: money.Zero(sums.Asset())}
		if standing, ok := f.Board.Of(w, in.asset); ok {
			in.earned, in.nodes, in.purchases = standing.Earned, standing.Nodes, standing.Purchases
		}
		if in.inRuns, err = inRuns(runs, w, ledger.ReferralRole, in.asset); err != nil {
			return k, err
		}
		k.assets = append(k.assets, in)
	}
	if p.Revenue != nil {
		k.gathered = append(k.gathered, gathered{revenue: true, asset: p.Revenue.Asset})
	}
	for _, c := range p.Campaigns {
		if of := (gathered{asset: c.Asset}); !slices.Contains(k.gathered, of) {
			k.gathered = append(k.gathered, of)
		}
	}
	for i := range k.gathered {
		g := &k.gathered[i]
		role := ledger.Rebate(w).Role()
		if g.revenue {
			role = ledger.Share(w).Role()
		}
		if g.inRuns, err = inRuns(runs, w, role, g.asset); err != nil {
			return k, err
		}
	}
	return k, nil
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
