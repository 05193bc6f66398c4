package period

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/rewards"
)

// Preview is a month as closing it would book it now, beside the last one that was closed.
type Preview struct {
	engine.MonthPreview
	Last    *ClosedMonth        // the last closed month; nil before the first
	Lines   []rewards.MonthLine // every holder of both, in rising order of wallet
	Changes map[rewards.MonthChange]int
}

// Preview computes what closing a month would book now, and what differs from the last month. It books nothing, and is refused where
// closing is.
func (x *Months) Preview(ctx context.Context, name string) (*Preview, error) {
	now, err := x.facts.inputs.engine.PreviewMonth(ctx, name)
	if err != nil {
		return nil, err
	}
	p := &Preview{MonthPreview: *now, Changes: map[rewards.MonthChange]int{}}
	closed, _, err := x.List(ctx, 0, 1)
	if err != nil {
		return nil, err
	}
	var before *rewards.ClosedMonth
	if len(closed) > 0 {
		p.Last = &closed[0]
		if _, before, err = x.Compute(ctx, p.Last.Month); err != nil {
			return nil, err
		}
	}
	p.Lines = now.Month.Beside(before)
	for i := range p.Lines {
		p.Changes[p.Lines[i].Changes]++
	}
	return p, nil
}
