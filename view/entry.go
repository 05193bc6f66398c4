package view

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// pageOfEntries is how many entries are read at once.
const pageOfEntries = 2000

// Entries are an account's entries in effect from an instant to before another, the newest first. The zero time is no bound.
// A failure ends them.
func Entries(ctx context.Context, s engine.History, account ledger.Account, from, to time.Time) iter.Seq2[*engine.Entry, error] {
	return func(yield func(*engine.Entry, error) bool) {
		after := ""
		if !to.IsZero() {
			after = fmt.Sprintf("%d.0.0", to.Unix()) // a place in the list: right before everything in effect then
		}
		for {
			entries, next, err := s.Entries(ctx, account, after, pageOfEntries)
			if err != nil {
				yield(nil, err)
				return
			}
			for i := range entries {
				if entries[i].Effective.Before(from) || !yield(&entries[i], nil) {
					return
				}
			}
			if after = next; next == "" {
				return
			}
		}
	}
}
