package engine

import (
	"context"
	"maps"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// changed takes note of the wallets and tokens that a later text of the program added. It is followed from where they are opened on; one
// that added none, by which something else is fetched, from the next final header on that is recorded.
func (a *again) changed() {
	was, all := fold.PairsOf(a.next), fold.PairsOf(a.texts.InForce)
	for pair := range all {
		if !was[pair] {
			a.unopened[pair] = true
		}
	}
	adds := false
	for pair := range a.unopened {
		if !all[pair] {
			delete(a.unopened, pair) // it was taken out before anybody asked
		} else if !was[pair] {
			adds = true
		}
	}
	if adds {
		return
	}
	a.next = a.texts.InForce
	if fold.SameFetch(a.watched, a.next) {
		a.watched = a.next
	}
}

// heldNothing asks whether what the books do not say of the wallets of the first text before the first block was nothing. Those of a later
// text go on waiting.
func (a *again) heldNothing(ctx context.Context) error {
	waiting := map[fold.Pair]bool{}
	for pair := range fold.PairsOf(a.watched) {
		if a.unopened[pair] {
			waiting[pair] = true
		}
		delete(a.unopened, pair)
	}
	if a.from.Inputs > 0 || a.at.Hash == (common.Hash{}) || len(waiting) == 0 {
		return nil
	}
	ground, err := a.chain.FinalAt(ctx, a.at.Number)
	if err != nil {
		return err
	}
	return a.held(ctx, &fold.Opening{Number: ground.Number, Hash: ground.Hash, Time: ground.Time}, ground, waiting, "start")
}

// opening asks what wallets held that the books say something of, and goes on by the text that is in force.
func (a *again) opening(ctx context.Context, o *fold.Opening, where string, added bool) error {
	at := Header{Number: o.Number, Hash: o.Hash, Time: o.Time}
	if final := a.to.Cursor.Final.Number; o.Number > final {
		return ledger.Differs("input", where, "what was held at block %d is not to be known: the books are final to block %d", o.Number, final)
	}
	if a.watched != a.texts.InForce {
		if err := a.upTo(ctx, at); err != nil {
			return err
		}
	}
	a.watched, a.next = a.texts.InForce, a.texts.InForce
	waiting := maps.Clone(a.unopened)
	clear(a.unopened)
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
		if row != nil && row.Assurance == string(AssuranceProven) && held.Assurance != AssuranceProven {
			continue // what was proven then is not called false by hearsay
		}
		books := "nothing"
		same := held.Value.IsZero()
		if row != nil {
			books, same = row.Amount.String(), held.Value.ToBig().Cmp(row.Amount) == 0
		}
		if (held.Known() || held.Absent) && !same {
			return ledger.Differs("input", where, "%s held %s base units of %s at block %d, and the books say %s", pair.Wallet, &held.Value,
				pair.Token, o.Number, books)
		}
	}
	return nil
}
