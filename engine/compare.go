package engine

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Compare compares stored books, up to a state of them, with what was rebuilt from their inputs: every transaction with every field and
// posting, every balance, and the text that they begin with. The first place where they part is a *ledger.Difference, which says what is
// stored there and what follows from the inputs. Verify the stored books first: then their other tables follow from what is compared.
func Compare(ctx context.Context, stored, rebuilt Copy, at State) error {
	if err := compareFirst(ctx, stored, rebuilt); err != nil {
		return err
	}
	if err := CompareJournals(ctx, stored, rebuilt, at.Ledger.Sequence); err != nil {
		return err
	}
	now, err := stored.State(ctx)
	if err != nil || now.Ledger.Sequence != at.Ledger.Sequence {
		return err // balances of now are not those of then; they follow from the journal, as was verified
	}
	return compareBalances(ctx, stored, rebuilt)
}

// Copy is books that are compared with others.
type Copy interface {
	Reader
	History
}

// compareFirst compares the text that the books begin with, which is the one input that a rebuild makes anew.
func compareFirst(ctx context.Context, stored, rebuilt fold.Books) error {
	first := func(books fold.Books) (in fold.Input, err error) {
		for in, err = range books.Inputs(ctx, 1) {
			break
		}
		return in, err
	}
	have, err := first(stored)
	if err != nil || have.Kind != fold.InputText {
		return err // of books that are older than texts, the rebuilt ones have one more
	}
	want, err := first(rebuilt)
	if err == nil && !bytes.Equal(have.Payload, want.Payload) {
		return ledger.Differs("input", "sequence 1", "it is not the text of its program in the form that books keep")
	}
	return err
}

// CompareJournals is the part of [Compare] that is about transactions: those of stored books up to a sequence, with all of rebuilt ones.
func CompareJournals(ctx context.Context, stored, rebuilt History, last uint64) error {
	next, stop := iter.Pull2(rebuilt.Transactions(ctx, 1))
	defer stop()
	for have, err := range stored.Transactions(ctx, 1) {
		if err != nil {
			return err
		}
		if have.Sequence > last {
			break
		}
		want, err, more := next()
		switch {
		case err != nil:
			return err
		case !more:
			return ledger.Differs("journal", fmt.Sprintf("sequence %d", have.Sequence), "stored is %s, from the inputs nothing follows there",
				brief(&have.Draft))
		}
		if text := parts(have, want); text != "" {
			return ledger.Differs("journal", fmt.Sprintf("sequence %d", have.Sequence), "%s", text)
		}
	}
	want, err, more := next()
	if err != nil || !more {
		return err
	}
	return ledger.Differs("journal", fmt.Sprintf("sequence %d", want.Sequence), "nothing is stored there, from the inputs follows %s",
		brief(&want.Draft))
}

// brief is a transaction in a few words.
func brief(d *ledger.Draft) string { return fmt.Sprintf("%s %s", d.Kind, d.Source.Key()) }

// parts says where two transactions part, and nothing where they are the same.
func parts(have, want *ledger.Transaction) string {
	say := func(what string, stored, follows any) string {
		return fmt.Sprintf("the %s stored is %v, from the inputs follows %v", what, stored, follows)
	}
	instant := func(t time.Time) string { return t.UTC().Format(time.RFC3339) }
	switch {
	case have.Kind != want.Kind || have.Source != want.Source:
		return say("transaction", brief(&have.Draft), brief(&want.Draft))
	case have.Program != want.Program || have.Rule != want.Rule:
		return say("rule", have.Program+" "+have.Rule, want.Program+" "+want.Rule)
	case !have.Effective.Equal(want.Effective):
		return say("effective time", instant(have.Effective), instant(want.Effective))
	case !have.Booked.Equal(want.Booked):
		return say("time of booking", instant(have.Booked), instant(want.Booked))
	case have.Reverses != want.Reverses:
		return say("transaction that it reverses", have.Reverses, want.Reverses)
	case len(have.Postings) != len(want.Postings):
		return say("number of postings", len(have.Postings), len(want.Postings))
	}
	for i := range have.Postings {
		if h, w := have.Postings[i], want.Postings[i]; h != w {
			return say(fmt.Sprintf("posting %d", i), moves(h), moves(w))
		}
	}
	keys := maps.Clone(have.Meta)
	maps.Copy(keys, want.Meta)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if h, w := have.Meta[key], want.Meta[key]; h != w {
			return say("meta "+key, fmt.Sprintf("%.100q", h), fmt.Sprintf("%.100q", w))
		}
	}
	if have.Hash != want.Hash || have.Previous != want.Previous {
		return say("hash", have.Hash, want.Hash)
	}
	return ""
}

func moves(p ledger.Posting) string { return fmt.Sprintf("%s from %s to %s", p.Amount, p.From, p.To) }

// compareBalances compares what every place holds.
func compareBalances(ctx context.Context, stored, rebuilt fold.Balances) error {
	next, stop := iter.Pull2(rebuilt.Balances(ctx, ""))
	defer stop()
	for have, err := range stored.Balances(ctx, "") {
		if err != nil {
			return err
		}
		want, err, _ := next()
		if err != nil {
			return err
		}
		if have != want {
			return ledger.Differs("balance", fmt.Sprintf("%s in %s", have.Account, have.Asset), "stored is %s, from the inputs follows %s",
				held(have), held(want))
		}
	}
	want, err, more := next()
	if err != nil || !more {
		return err
	}
	return ledger.Differs("balance", fmt.Sprintf("%s in %s", want.Account, want.Asset), "nothing is stored, from the inputs follows %s",
		held(want))
}

func held(p ledger.PlaceBalance) string {
	if p.Balance == (money.Balance{}) {
		return "nothing"
	}
	return fmt.Sprintf("%s in and %s out of %s", p.Balance.In.Digits(), p.Balance.Out.Digits(), p.Account)
}
