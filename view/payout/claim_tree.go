package payout

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// Tree is the tree of a run for claims: what every wallet was granted since the first one.
type Tree struct {
	Run    string
	Total  money.Amount // of all leaves
	merkle *merkle.Tree
}

// Root is what the distributor is given.
func (t *Tree) Root() ledger.Hash { return ledger.Hash(t.merkle.Root()) }

// Len is how many wallets are in it.
func (t *Tree) Len() int { return t.merkle.Len() }

// treeOf makes the tree of a run, leaves in rising order of wallet.
func treeOf(e *engine.Engine, run string) (*Tree, error) {
	var granted map[ledger.Wallet]money.Amount
	var exported ledger.Hash
	var total money.Amount
	var err error
	e.Payouts(func(b *payout.Book) {
		if granted, err = b.Granted(run); err == nil {
			exported, total = b.Run(run).Root, money.Zero(b.Run(run).Asset)
		}
	})
	if err != nil {
		return nil, err
	}
	leaves := make([]merkle.Leaf, 0, len(granted))
	for w, amount := range granted {
		leaves = append(leaves, merkle.Leaf{Wallet: w, Amount: amount.Uint256()})
		if total, err = total.Add(amount); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(leaves, func(a, b merkle.Leaf) int { return a.Wallet.Compare(b.Wallet) })
	t := &Tree{Run: run, Total: total}
	if t.merkle, err = merkle.Build(leaves); err != nil {
		return nil, fmt.Errorf("the tree of run %s: %w", run, err)
	}
	if exported != (ledger.Hash{}) && exported != t.Root() {
		return nil, fmt.Errorf("the tree of run %s has the root %s, and it was exported with %s: do not use it, run `nodeledger ledger "+
			"verify`", run, t.Root(), exported)
	}
	return t, nil
}

// TreeOf makes the tree of a run for claims, as FormatMerkle writes it.
func TreeOf(e *engine.Engine, run string) (*Tree, error) {
	s, err := snapshotOf(e, run)
	if err == nil {
		err = s.may(FormatMerkle)
	}
	if err != nil {
		return nil, err
	}
	return treeOf(e, run)
}

// File is the SHA-256 of the tree's dump, as it is published.
func (t *Tree) File() (ledger.Hash, error) {
	sum := sha256.New()
	err := t.merkle.Dump(sum)
	return ledger.Hash(sum.Sum(nil)), err
}
