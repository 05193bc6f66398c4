package view

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
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

// FileOf is the hash of the file that a transaction of the journal names.
func FileOf(t *ledger.Transaction) (ledger.Hash, error) {
	h, err := ledger.ParseHash(t.Meta["file"])
	if err != nil {
		return h, fmt.Errorf("transaction %d: its file: %w", t.Sequence, err)
	}
	return h, nil
}
