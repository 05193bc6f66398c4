package view

import (
	"context"
	"iter"
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// ByDay are the transactions of the journal up to one, in order of the UTC day on which they are in effect; those of a day in the
// order of the journal. A failure ends them. It goes through the journal twice, and keeps only the transactions for which an earlier
// one is still to come.
func ByDay(ctx context.Context, s engine.History, last uint64) iter.Seq2[*ledger.Transaction, error] {
	return func(yield func(*ledger.Transaction, error) bool) {
		soonest, err := soonestAfter(ctx, s, last)
		if err != nil {
			yield(nil, err)
			return
		}
		waiting := map[uint64][]ledger.Transaction{} // by day
		var days []uint64                            // that wait, in order
		for t, err := range s.Transactions(ctx, 1) {
			if err != nil {
				yield(nil, err)
				return
			}
			if t.Sequence > last {
				return
			}
			day := ledger.Day(t.Effective)
			if at, found := slices.BinarySearch(days, day); !found {
				days = slices.Insert(days, at, day)
			}
			waiting[day] = append(waiting[day], *t)
			for len(days) > 0 && days[0] <= soonest[t.Sequence-1] {
				for i := range waiting[days[0]] {
					if !yield(&waiting[days[0]][i], nil) {
						return
					}
				}
				delete(waiting, days[0])
				days = days[1:]
			}
		}
	}
}

// soonestAfter is, of each transaction, the earliest day that comes after it in the journal.
func soonestAfter(ctx context.Context, s engine.History, last uint64) ([]uint64, error) {
	days := make([]uint64, 0, last)
	for t, err := range s.Transactions(ctx, 1) {
		if err != nil {
			return nil, err
		}
		if t.Sequence > last {
			break
		}
		days = append(days, ledger.Day(t.Effective))
	}
	soonest := ^uint64(0)
	for i := len(days) - 1; i >= 0; i-- {
		days[i], soonest = soonest, min(soonest, days[i])
	}
	return days, nil
}
