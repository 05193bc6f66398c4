package fold

import (
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/problem"
)

// ClaimRoot is the root of the tree of a run for claims: a leaf for every wallet, with all that was granted to it up to the run.
// It is fixed when the run is exported.
func ClaimRoot(b *payout.Book, run string) (ledger.Hash, error) {
	granted, err := b.Granted(run)
	if err != nil {
		return ledger.Hash{}, err
	}
	leaves := make([]merkle.Leaf, 0, len(granted))
	for w, amount := range granted {
		leaves = append(leaves, merkle.Leaf{Wallet: w, Amount: amount.Uint256()})
	}
	slices.SortFunc(leaves, func(x, y merkle.Leaf) int { return x.Wallet.Compare(y.Wallet) })
	tree, err := merkle.Build(leaves)
	if err != nil {
		return ledger.Hash{}, fmt.Errorf("the tree of run %s: %w", run, err)
	}
	return ledger.Hash(tree.Root()), nil
}

// checkRoot refuses an export of another tree than the run's: a run for claims cannot be cancelled after it, so a wrong root
// would leave it neither published nor cancelled.
func (f *Fold) checkRoot(run string, root ledger.Hash) error {
	if f.payouts.Run(run).Method != payout.Claim {
		if root != (ledger.Hash{}) {
			return problem.Invalidf("run %s is paid by transfers and has no tree", run)
		}
		return nil
	}
	want, err := ClaimRoot(&f.payouts, run)
	if err != nil {
		return err
	}
	if root == (ledger.Hash{}) {
		return problem.Invalidf("an export of a run for claims names the root of its tree")
	}
	if root != want {
		return problem.Conflictf("the tree of run %s has the root %s, not %s: another run was exported since it was made, so export this "+
			"one again", run, want, root)
	}
	return nil
}
