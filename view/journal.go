package view

import (
	"context"
	"errors"
	"fmt"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// mostPostings is how many postings make a page of transactions full: some 4 MB of JSON.
const mostPostings = 10_000

// Transactions are the transactions of the journal after a sequence, limit at most, and no other ones after those that have very many
// postings; more says that the journal goes on.
func Transactions(ctx context.Context, s engine.History, after uint64, limit int) (list []ledger.Transaction, more bool, err error) {
	if after == ^uint64(0) {
		return nil, false, nil
	}
	postings := 0
	for t, err := range s.Transactions(ctx, after+1) {
		if err != nil {
			return nil, false, err
		}
		if len(list) == limit || postings >= mostPostings {
			return list, true, nil
		}
		list, postings = append(list, *t), postings+len(t.Postings)
	}
	return list, false, nil
}

// FileOf is the hash of the file that a transaction of the journal names.
func FileOf(t *ledger.Transaction) (ledger.Hash, error) {
	h, err := ledger.ParseHash(t.Meta["file"])
	if err != nil {
		return h, fmt.Errorf("transaction %d: its file: %w", t.Sequence, err)
	}
	return h, nil
}

// PublishedInput is an input as everybody may see it, and its place in the tree over everything.
type PublishedInput struct {
	fold.Input               // with the kind fold.InputWithheld where a fact is not whole
	Transactions uint64      // how many come before it
	Digest       ledger.Hash // SHA-256 of its whole payload
}

// mostPayload is how many bytes of payloads make a page of inputs full.
const mostPayload = 4 << 20

// Inputs are the inputs after a sequence, at most limit, as everybody may see them; more says that there are others. whole shows facts as
// they are, which is for whoever may read what is private.
func Inputs(ctx context.Context, e *engine.Engine, after uint64, limit int, whole bool) (list []PublishedInput, more bool, err error) {
	if after == ^uint64(0) {
		return nil, false, nil
	}
	bytes := 0
	for in, err := range e.Reader().Inputs(ctx, after+1) {
		if err != nil {
			return nil, false, err
		}
		if len(list) == limit || bytes > mostPayload {
			return list, true, nil
		}
		p := PublishedInput{Input: in, Digest: ledger.Digest(in.Payload)}
		past := false // what is private of it is known once the fold has it
		if !whole {
			e.View(func(f *fold.Fold, s engine.State) {
				if past = in.Sequence > s.Inputs; !past {
					p.Input, err = f.Public(&in)
				}
			})
			if err != nil {
				return nil, false, err
			}
		}
		if past {
			return list, false, nil
		}
		index, found, err := e.History().LeafOf(ctx, engine.InputLeaf, in.Sequence)
		if err != nil || !found {
			return nil, false, errors.Join(err, fmt.Errorf("input %d has no leaf in the tree", in.Sequence))
		}
		p.Transactions = index + 1 - in.Sequence
		list, bytes = append(list, p), bytes+len(p.Payload)
	}
	return list, false, nil
}
