package period

import (
	"context"
	"time"
)

const (
	// maxComputing is how long the computation of one period may take.
	maxComputing = 2 * time.Minute
	// keptHolders is the most holders of a computed period that is kept, about 20 MB.
	keptHolders = 20_000
)

// computer computes closed periods again, one at a time, and keeps the last one when it is not large.
type computer[Name comparable, Result any] struct {
	turn chan struct{} // holds one token: whoever has it computes
	last *Result       // guarded by turn
	name Name          // of last
}

// computed names a period as it stands after a number of corrections.
type computed[Name comparable] struct {
	period      Name
	corrections int
}

func newComputer[Name comparable, Result any]() computer[Name, Result] {
	return computer[Name, Result]{turn: make(chan struct{}, 1)}
}

// compute waits for its turn as long as the context lets it. Once begun it goes on to its end, so that whoever asks next may
// find it done. compute says how many holders its result has.
func (x *computer[Name, Result]) compute(ctx context.Context, name Name,
	compute func(context.Context) (*Result, int, error)) (*Result, error) {
	select {
	case x.turn <- struct{}{}:
		defer func() { <-x.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if x.last != nil && x.name == name {
		return x.last, nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), maxComputing)
	defer cancel()
	r, holders, err := compute(ctx)
	if err != nil {
		return nil, err
	}
	if x.last, x.name = nil, name; holders <= keptHolders {
		x.last = r
	}
	return r, nil
}
