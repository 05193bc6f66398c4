package notice

import (
	"cmp"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/payout"
)

// Closed is a month that was closed, and when.
type Closed struct {
	Month string
	At    time.Time
}

// OfPeriods is what a feed of closed periods tells: months and quarters that were closed, runs that were exported and settled, and the TGE
// (the zero time where there was none). The newest first, limit at most.
func (m Maker) OfPeriods(months []Closed, runs []*payout.Progress, tge time.Time, limit int) (list []Notice, err error) {
	months = slices.SortedFunc(slices.Values(months), func(a, b Closed) int { return cmp.Compare(a.Month, b.Month) })
	before := ""
	for _, c := range months {
		n, err := m.Month(c.Month, c.At)
		if err != nil {
			return nil, err
		}
		list = append(list, n)
		if quarter, last := quarterOf(c.Month); last {
			list = append(list, m.Quarter(quarter, c.At))
		}
		list = append(list, m.PassedQuarters(before, c.Month, c.At)...)
		before = c.Month
	}
	for _, p := range runs {
		for _, n := range m.OfRun(p, time.Time{}) {
			if n.Type == RunExported || n.Type == RunSettled {
				list = append(list, n)
			}
		}
	}
	if !tge.IsZero() {
		list = append(list, m.OfTGE(tge))
	}
	slices.SortFunc(list, func(a, b Notice) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.ID, b.ID)) })
	return list[:min(limit, len(list))], nil
}
