package fold

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/problem"
)

// Claims is what the tree of a run for claims is made of: all that was granted to every wallet up to the run, and the head of the books
// that this came from. It is fixed when the run is exported.
type Claims struct {
	Run     string
	Granted map[ledger.Wallet]money.Amount
	Books   merkle.Books
}

// Claims is what the tree of a run for claims is made of. An error that is a refusal: there is no such run.
func (f *Fold) Claims(run string) (c Claims, err error) {
	c.Run = run
	if c.Granted, err = f.payouts.Granted(run); err != nil {
		return c, err
	}
	if head := f.payouts.GrantedFrom(run); head != (ledger.TreeHead{}) {
		p := f.program
		c.Books = merkle.Books{Origin: checkpoint.Origin(p.Name, p.Chain.ID, p.Sale.Contract.Hex()), Head: head}
	}
	return c, nil
}

// Tree has a leaf for every wallet, in rising order.
func (c *Claims) Tree() (*merkle.Tree, error) {
	leaves := make([]merkle.Leaf, 0, len(c.Granted))
	for w, amount := range c.Granted {
		leaves = append(leaves, merkle.Leaf{Wallet: w, Amount: amount.Uint256()})
	}
	slices.SortFunc(leaves, func(x, y merkle.Leaf) int { return x.Wallet.Compare(y.Wallet) })
	tree, err := merkle.Build(leaves)
	if err != nil {
		return nil, fmt.Errorf("the tree of run %s: %w", c.Run, err)
	}
	return tree.From(c.Books), nil
}

// TreeFile is the SHA-256 of a tree's dump, which goes on chain with the root.
func TreeFile(t *merkle.Tree) (ledger.Hash, error) {
	sum := sha256.New()
	err := t.Dump(sum)
	return ledger.Hash(sum.Sum(nil)), err
}

// checkTree refuses an export of another tree than the run's, or of another dump of it: a run for claims cannot be cancelled after it, so
// a wrong root would leave it neither published nor cancelled, and the dump says from which books the tree came.
func (f *Fold) checkTree(run string, root, file ledger.Hash) error {
	if f.payouts.Run(run).Method != payout.Claim {
		if root != (ledger.Hash{}) {
			return problem.Invalidf("run %s is paid by transfers and has no tree", run)
		}
		return nil
	}
	claims, err := f.Claims(run)
	if err != nil {
		return err
	}
	if root == (ledger.Hash{}) || file == (ledger.Hash{}) {
		return problem.Invalidf("an export of a run for claims names the root of its tree, and the SHA-256 of the tree's file")
	}
	tree, err := claims.Tree()
	if err != nil {
		return err
	}
	if want := ledger.Hash(tree.Root()); root != want {
		return problem.Conflictf("the tree of run %s has the root %s, not %s: another run was exported since it was made, so export this "+
			"one again", run, want, root)
	}
	want, err := TreeFile(tree)
	if err == nil && file != want {
		err = problem.Conflictf("the file of the tree of run %s has the SHA-256 %s, not %s: it must name the books of %d leaves with the root "+
			"%s, so export the run again", run, want, file, claims.Books.Head.Size, claims.Books.Head.Root)
	}
	return err
}
