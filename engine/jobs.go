package engine

import (
	"context"
	"errors"
	"fmt"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
)

// RunJobs runs every slot that has come due, in order, each in a commit of its own: what is due is what the chain is
// final past. It gives how many ran. Running it twice, or after a crash at any moment, books nothing twice.
func (e *Engine) RunJobs(ctx context.Context) (ran int, err error) {
	err = e.write(ctx, func() error {
		for {
			did, err := e.runNext(ctx)
			if err != nil || !did {
				if err != nil && ctx.Err() == nil && !errors.Is(err, ErrFrozen) && !errors.Is(err, ErrMoved) {
					e.counting.count(func(c *Counts) { c.JobsFailed++ })
				}
				return err
			}
			ran++
			e.counting.count(func(c *Counts) { c.JobsRun++ })
		}
	})
	return ran, err
}

// runNext runs the slot that has come due first; ran is false where none has.
func (e *Engine) runNext(ctx context.Context) (ran bool, err error) {
	if err := e.frozen(); err != nil {
		return false, err
	}
	due, ok := e.fold.Next()
	if !ok || e.fold.Final().When().Before(due.At) {
		return false, nil
	}
	job, err := e.job(ctx, due)
	if err != nil {
		return false, fmt.Errorf("job %s of %s: %w", due.Name, due.Slot, err)
	}
	err = e.stepOnce(ctx, func(c *Commit) error { return e.take(ctx, c, fold.JobInput(job)) })
	return err == nil, err
}

// job finds the blocks that fix a slot's window.
func (e *Engine) job(ctx context.Context, due fold.Due) (*fold.Job, error) {
	j := &fold.Job{Name: due.Name, Slot: due.Slot, Until: due.Until}
	if j.NeedsNoBlocks() {
		return j, nil
	}
	end, err := e.lastBefore(ctx, uint64(due.At.Unix()))
	if err != nil {
		return nil, err
	}
	j.Block, j.Hash, j.Opening = end.Number, end.Hash, end.Number
	start, until, err := j.Window()
	if err != nil || start.Equal(until) {
		return j, err
	}
	opening, err := e.lastBefore(ctx, uint64(start.Unix())+1)
	j.Opening = opening.Number
	return j, err
}

// lastBefore is the last final block with a time before an instant (in seconds since 1970 UTC), or the first block of
// the books when all are later.
func (e *Engine) lastBefore(ctx context.Context, instant uint64) (Header, error) {
	if e.chain == nil {
		return Header{}, problem.New(problem.Unavailable, problem.NoNode, "no node is known to ask for the blocks of a day: name one with --rpc")
	}
	chain := e.awayWhole()
	last := e.fold.Final()
	low, high := e.Program().Chain.StartBlock, last.Number
	now, err := chain.FinalAt(ctx, high)
	if err == nil && now != last {
		err = notOnChain(last, now)
	}
	if err != nil {
		return last, err
	}
	first, err := chain.FinalAt(ctx, low)
	if err != nil || first.Time >= instant {
		return first, err
	}
	// first is before the instant; high may be as well. Between the two the times rise, so the place is guessed from them
	// and the guesses close in like a bisection at worst.
	if last.Time < instant {
		return last, nil
	}
	for guess := true; high-low > 1; guess = !guess {
		middle := low + (high-low)/2
		if span := last.Time - first.Time; guess && span > 0 {
			middle = min(max(low+(high-low)*(instant-first.Time)/span, low+1), high-1)
		}
		h, err := chain.FinalAt(ctx, middle)
		if err != nil {
			return Header{}, err
		}
		if h.Time < instant {
			low, first = middle, h
		} else {
			high, last = middle, h
		}
	}
	return first, nil
}
