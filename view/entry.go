package view

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// ErrEnough ends a reading early.
var ErrEnough = errors.New("enough")

// EachEntry goes through an account's entries in effect from an instant to before another, the newest first. The zero
// time is no bound.
func EachEntry(ctx context.Context, s engine.Store, account ledger.Account, from, to time.Time, see func(*engine.Entry) error) error {
	const pageOfEntries = 2000
	after := ""
	if !to.IsZero() {
		after = fmt.Sprintf("%d.0.0", to.Unix()) // a place in the list: right before everything in effect then
	}
	for {
		entries, next, err := s.Entries(ctx, account, after, pageOfEntries)
		if err != nil {
			return err
		}
		for i := range entries {
			if entries[i].Effective.Before(from) {
				return nil
			}
			if err := see(&entries[i]); err != nil {
				return err
			}
		}
		if after = next; next == "" {
			return nil
		}
	}
}
