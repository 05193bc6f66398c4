package engine

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/nodeledger/nodeledger/rewards"
)

// Keep says where the files of closed epochs are written: create makes a file by its name, in the place of one that is
// there. Without it only their hashes are kept.
func (e *Engine) Keep(create func(name string) (io.WriteCloser, error)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.files = create
	e.fold.files = create
}

// RunJobs runs every slot that has come due, in order, each in a commit of its own: what is due is what the chain is
// final past. It gives how many ran. Running it twice, or after a crash at any moment, books nothing twice.
func (e *Engine) RunJobs(ctx context.Context) (ran int, err error) {
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := e.catchUp(ctx); err != nil {
		return 0, err
	}
	if e.state.Frozen != nil {
		return 0, fmt.Errorf("%w: %s", ErrFrozen, e.state.Frozen.Text)
	}
	for {
		d, ok := e.fold.next()
		final := e.state.Cursor.Final
		if !ok || int64(final.Time) < d.at.Unix() {
			return ran, nil
		}
		job, err := e.job(ctx, d)
		if err != nil {
			return ran, fmt.Errorf("job %s of %s: %w", d.name, d.slot, err)
		}
		if err := e.runJob(ctx, job); err != nil {
			return ran, err
		}
		ran++
	}
}

func (e *Engine) runJob(ctx context.Context, j *Job) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	c := Commit{After: e.state.Cursor, DropAbove: ^uint64(0)}
	if err := e.take(ctx, &c, Input{Kind: InputJob, Payload: encode(j)}); err != nil {
		return e.undo(ctx, err)
	}
	return e.commit(ctx, c)
}

// job finds the blocks that fix a slot's window.
func (e *Engine) job(ctx context.Context, d due) (*Job, error) {
	j := &Job{Name: d.name, Slot: d.slot}
	if d.name == rewards.UnlockJob {
		return j, nil // it follows from its epoch's transaction alone
	}
	end, err := e.lastBefore(ctx, uint64(d.at.Unix()))
	if err != nil {
		return nil, err
	}
	j.Block, j.Hash, j.Opening = end.Number, end.Hash, end.Number
	if d.name == rewards.PointsJob || d.name == rewards.TokenJob || d.name == rewards.VestJob {
		opening, err := e.lastBefore(ctx, uint64(d.at.Add(-oneDay).Unix())+1)
		if err != nil {
			return nil, err
		}
		j.Opening = opening.Number
	}
	return j, nil
}

// lastBefore is the last final block with a time before an instant (in seconds since 1970 UTC), or the first block of
// the books when all are later.
func (e *Engine) lastBefore(ctx context.Context, instant uint64) (Header, error) {
	if e.chain == nil {
		return Header{}, fmt.Errorf("no node is known to ask for the blocks of a day: name one")
	}
	low, high := e.program.Chain.StartBlock, e.state.Cursor.Final.Number
	first, err := e.chain.HeaderAt(ctx, low)
	if err != nil || first.Time >= instant {
		return first, err
	}
	// first is before the instant; high may be as well. Between the two the times rise, so the place is guessed from them
	// and the guesses close in like a bisection at worst.
	last := e.state.Cursor.Final
	if last.Time < instant {
		return last, nil
	}
	for guess := true; high-low > 1; guess = !guess {
		middle := low + (high-low)/2
		if span := last.Time - first.Time; guess && span > 0 {
			middle = min(max(low+(high-low)*(instant-first.Time)/span, low+1), high-1)
		}
		h, err := e.chain.HeaderAt(ctx, middle)
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

// Due is the slot that comes next and when, for people; ok is false when nothing is scheduled.
func (e *Engine) Due() (job, slot string, at time.Time, ok bool) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	d, ok := e.fold.next()
	return d.name, d.slot, d.at, ok
}

// Epoch computes a closed epoch again, as rewards.Explain and rewards' file want it. name is the job, slot the day or,
// of the drop, the generation's instant.
func (e *Engine) Epoch(ctx context.Context, name, slot string) (*rewards.Result, error) {
	e.writing.Lock() // so that the fold stands still
	defer e.writing.Unlock()
	var found *Job
	err := e.store.Inputs(ctx, 1, func(in Input) error {
		if in.Kind != InputJob {
			return nil
		}
		var j Job
		if err := in.decode(&j); err != nil {
			return err
		}
		if j.Name == name && j.Slot == slot {
			found = &j
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, fmt.Errorf("%s of %s is not closed", name, slot)
	}
	return e.fold.Epoch(ctx, found, e.store)
}
