package engine

import (
	"context"
	"maps"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// changed takes note of the wallets and tokens that a later text of the program added, which are followed from where they are opened on.
// Whatever else is fetched by it is fetched from the last final header on that was recorded before it; where there is none, from the first
// block on.
func (a *again) changed(ctx context.Context) error {
	all := fold.PairsOf(a.texts.InForce)
	gone := func(pair fold.Pair, _ bool) bool { return !all[pair] }
	for pair := range all {
		if !a.known[pair] && !a.first[pair] {
			a.unopened[pair] = true
		}
	}
	maps.DeleteFunc(a.unopened, gone) // they were taken out before anybody asked
	maps.DeleteFunc(a.first, gone)
	next := a.fetching()
	if fold.SameFetch(a.watched, next) {
		a.watched = next
		return nil
	}
	var err error
	if a.final != (Header{}) && !a.beyond {
		err = a.upTo(ctx, a.final)
	}
	a.watched = next
	return err
}

// fetching is the text by which blocks are fetched from now on.
func (a *again) fetching() *program.Program {
	return fold.Fetching(a.texts.InForce, func(pair fold.Pair) bool { return a.unopened[pair] })
}

// heldNothing asks whether what the books do not say of the wallets of the first text before the first block was nothing. Those of a later
// text go on waiting.
func (a *again) heldNothing(ctx context.Context) error {
	waiting := a.first
	a.opens(waiting)
	if a.from.Inputs > 0 || a.at.Hash == (common.Hash{}) || len(waiting) == 0 {
		return nil
	}
	ground, err := a.chain.FinalAt(ctx, a.at.Number)
	if err != nil {
		return err
	}
	return a.held(ctx, &fold.Opening{Number: ground.Number, Hash: ground.Hash, Time: ground.Time}, ground, waiting, "start")
}

// opens takes note of those of which it is known now what they hold.
func (a *again) opens(pairs map[fold.Pair]bool) {
	for pair := range pairs {
		a.known[pair] = true
		delete(a.unopened, pair)
	}
	a.first = nil
}

// opening asks what wallets held that the books say something of, and goes on by the text that is in force.
func (a *again) opening(ctx context.Context, o *fold.Opening, where string, added bool) error {
	at := Header{Number: o.Number, Hash: o.Hash, Time: o.Time}
	if final := a.to.Cursor.Final.Number; o.Number > final {
		return ledger.Differs("input", where, "what was held at block %d is not to be known: the books are final to block %d", o.Number, final)
	}
	if len(a.unopened) > 0 {
		if err := a.upTo(ctx, at); err != nil {
			return err
		}
	}
	waiting := maps.Clone(a.unopened)
	maps.Copy(waiting, a.first)
	a.opens(waiting)
	a.watched = a.fetching()
	if !added || a.beyond || o.Number > a.most {
		return nil
	}
	now, err := a.chain.FinalAt(ctx, o.Number)
	if err != nil {
		return err
	}
	if now.Hash != o.Hash || now.Time != o.Time {
		return ledger.Differs("input", where, "what was held at %s cannot be: on the chain there is %s", at, now)
	}
	return a.held(ctx, o, now, waiting, where)
}

// held compares what wallets held at a block with what is said of it; of those that waited and that nothing is said of it was nothing. What
// nobody could tell then, and what nobody can tell now, is not compared.
func (a *again) held(ctx context.Context, o *fold.Opening, at Header, waiting map[fold.Pair]bool, where string) error {
	said := map[fold.Pair]*fold.Held{}
	for i := range o.Rows {
		row := &o.Rows[i]
		pair := fold.Pair{Wallet: row.Wallet, Token: row.Token}
		if said[pair] != nil {
			return ledger.Differs("input", where, "it says twice what %s held of %s", row.Wallet, row.Token)
		}
		said[pair], waiting[pair] = row, true
	}
	for pair := range waiting {
		row := said[pair]
		if row != nil && row.Assurance == string(AssuranceUnknown) && row.Amount.Sign() == 0 {
			continue
		}
		held, err := heldAt(ctx, a.chain, a.texts.InForce, at, pair.Token, pair.Wallet)
		if err != nil {
			return err
		}
		books := "nothing"
		same := held.Value.IsZero()
		if row != nil {
			books, same = row.Amount.String(), held.Value.ToBig().Cmp(row.Amount) == 0
		}
		if !held.Known() && held.Absent == "" || same {
			continue
		}
		if row != nil && row.Assurance == string(AssuranceProven) && held.Assurance != AssuranceProven {
			// Hearsay calls nothing false, and true neither.
			return problem.New(problem.Unavailable, problem.NoNode, "%s held %s base units of %s at block %d as the nodes report it and cannot "+
				"prove it, and the books say that %s were proven: name a node that keeps the state of that block", pair.Wallet, &held.Value,
				pair.Token, o.Number, books)
		}
		return ledger.Differs("input", where, "%s held %s base units of %s at block %d, and the books say %s", pair.Wallet, &held.Value,
			pair.Token, o.Number, books)
	}
	return nil
}
