package audit

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// Facts says what was taken of operators' word.
type Facts struct {
	Signed    uint64 // whole, and signed by a key of the books
	Unsigned  uint64 // whole, and recorded under a name before there were operators
	Unchecked uint64 // whole, and taken over from books of before there were signatures: nobody checks who said them, or whether they might
	Open      uint64 // whose body is public and whose signature is not
	Withheld  uint64 // whose body is not public: what they booked is computed from what it says of itself
	Contracts uint64 // signed by contracts that were asked again, by the endpoints' word
}

// tree computes the root of the tree over everything from the inputs that were published and the transactions that follow.
func (a *auditing) tree(ctx context.Context) error {
	books, r := a.source.published, &a.result
	var tree ledger.Frontier
	var facts, unsigned uint64 // so far, and how many of the first need no signature
	signed := false
	sequence := uint64(0)
	add := func(until uint64) error {
		for t, err := range a.again.Transactions(ctx, sequence+1) {
			if err != nil {
				return err
			}
			if t.Sequence > until {
				return nil
			}
			tree, _ = tree.Add(ledger.TransactionLeaf(t.Sequence, t.Hash))
			sequence = t.Sequence
		}
		return nil
	}
	for n := range books.inputs.count() {
		if books.before[n] > sequence {
			if err := add(books.before[n]); err != nil {
				return err
			}
		}
		in, digest, err := books.input(n + 1)
		if err != nil {
			return err
		}
		kind := in.Kind
		if kind == fold.InputWithheld {
			kind = fold.InputFact
		} else if ledger.Digest(in.Payload) != digest {
			return ledger.Differs("input", fmt.Sprintf("sequence %d", n+1), "its digest is %s, and the published one is %s",
				ledger.Digest(in.Payload), digest)
		}
		unsigned += in.Unsigned()
		if fact, _ := in.Fact(); fact != nil {
			facts++
			signed = signed || fact.After > 0
		}
		if err := r.Facts.count(&in, !signed && facts <= unsigned); err != nil {
			return err
		}
		tree, _ = tree.Add(ledger.LeafHash(ledger.InputEntry(n+1, books.before[n], string(kind), digest)))
	}
	if err := add(books.head.Sequence); err != nil {
		return err
	}
	r.Inputs, r.Transactions, r.Root = books.head.Inputs, sequence, tree.Root()
	if r.Root.String() != books.head.Root || tree.Count != books.head.Size {
		return ledger.Differs("tree", "its root", "the inputs and transactions lead to the root %s of %d leaves, and the published one is "+
			"%s of %d", r.Root, tree.Count, books.head.Root, books.head.Size)
	}
	return nil
}

// count counts an input that is a fact; unchecked says that it needs no signature.
func (f *Facts) count(in *fold.Input, unchecked bool) error {
	fact, err := in.Fact()
	if err != nil || fact == nil {
		return err
	}
	words, err := fact.Words()
	switch _, open, _ := in.Withheld(); {
	case err != nil:
		return err
	case open:
		f.Open++
	case in.Kind == fold.InputWithheld:
		f.Withheld++
	case unchecked:
		f.Unchecked++
	case len(fact.Signature) > 0 || len(words) > 0 || fact.Kind == fold.Recover:
		f.Signed++
	default:
		f.Unsigned++
	}
	if len(words) > 0 && !unchecked {
		f.Contracts++
	}
	return nil
}
