package payout

import (
	"fmt"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// Tree is the tree of a run for claims: what every wallet was granted since the first one.
type Tree struct {
	Run    string
	Total  money.Amount // of all leaves
	merkle *merkle.Tree

	recorded ledger.Hash // SHA-256 of its dump, as it was exported; zero before
}

// Root is what the distributor is given.
func (t *Tree) Root() ledger.Hash { return ledger.Hash(t.merkle.Root()) }

// Len is how many wallets are in it.
func (t *Tree) Len() int { return t.merkle.Len() }

// treeOf makes the tree of a run, leaves in rising order of wallet.
func treeOf(e *engine.Engine, run string) (*Tree, error) {
	var claims fold.Claims
	var exported, file ledger.Hash
	var total money.Amount
	var err error
	e.View(func(f *fold.Fold, _ engine.State) {
		if claims, err = f.Claims(run); err == nil {
			r := f.Payouts().Run(run)
			exported, file, total = r.Root, r.TreeFile, money.Zero(r.Asset)
		}
	})
	if err != nil {
		return nil, err
	}
	for _, amount := range claims.Granted {
		if total, err = total.Add(amount); err != nil {
			return nil, err
		}
	}
	t := &Tree{Run: run, Total: total, recorded: file}
	if t.merkle, err = claims.Tree(); err != nil {
		return nil, err
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
func (t *Tree) File() (ledger.Hash, error) { return fold.TreeFile(t.merkle) }

// same refuses a dump that is not the one whose hash was recorded when the run was exported.
func (t *Tree) same(file ledger.Hash) error {
	if t.recorded != (ledger.Hash{}) && t.recorded != file {
		return fmt.Errorf("the file of the tree of run %s has the SHA-256 %s, and it was exported with %s: do not use it, run "+
			"`nodeledger ledger verify`", t.Run, file, t.recorded)
	}
	return nil
}

// Books is the head of the books that the tree came from, as its dump names it.
func (t *Tree) Books() merkle.Books { return t.merkle.Books() }
