package view

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Transactions are the transactions of the journal after a sequence, limit at most; more says that the journal goes on.
func Transactions(ctx context.Context, s engine.History, after uint64, limit int) (list []ledger.Transaction, more bool, err error) {
	if after == ^uint64(0) {
		return nil, false, nil
	}
	for t, err := range s.Transactions(ctx, after+1) {
		if err != nil {
			return nil, false, err
		}
		if len(list) == limit {
			return list, true, nil
		}
		list = append(list, *t)
	}
	return list, false, nil
}

// Proof shows that a posting, counted from 0, is in the books of its sealed day.
func Proof(ctx context.Context, s engine.History, sequence uint64, line int) (ledger.LineProof, error) {
	if sequence == 0 {
		return ledger.LineProof{}, problem.NotFoundf("the journal has no transaction 0: they count from 1")
	}
	found, _, err := Transactions(ctx, s, sequence-1, 1)
	if err != nil {
		return ledger.LineProof{}, err
	}
	if len(found) == 0 {
		return ledger.LineProof{}, problem.NotFoundf("the journal has no transaction %d", sequence)
	}
	if line < 0 || line >= len(found[0].Postings) {
		return ledger.LineProof{}, problem.NotFoundf("transaction %d has %d postings, counted from 0; there is none with the number %d",
			sequence, len(found[0].Postings), line)
	}
	days, err := s.Checkpoints(ctx)
	if err != nil {
		return ledger.LineProof{}, err
	}
	for _, day := range days {
		if day.First <= sequence && sequence <= day.Last {
			hashes, err := s.Hashes(ctx, day.First, day.Last)
			if err != nil {
				return ledger.LineProof{}, err
			}
			return ledger.ProveLine(&found[0], line, day, hashes)
		}
	}
	return ledger.LineProof{}, problem.New(problem.Conflict, problem.OpenDay,
		"the day of transaction %d is not sealed yet: ask again when a later day has begun in the books", sequence)
}

// FileOf is the hash of the file that a transaction of the journal names.
func FileOf(t *ledger.Transaction) (ledger.Hash, error) {
	h, err := ledger.ParseHash(t.Meta["file"])
	if err != nil {
		return h, fmt.Errorf("transaction %d: its file: %w", t.Sequence, err)
	}
	return h, nil
}
