package engine

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"
)

// attempts is how often a writer tries to commit a step before it gives up because others were faster each time. Of n processes
// that write in one instant one wins each round, so this many rounds are enough for as many processes.
const attempts = 64

// write runs a step alone among the writers of this process, by a fold that knows everything in the books, and once more when
// another process committed in between: see docs/adr/0017-commits-retry.md. A step that is run again must begin anew.
func (e *Engine) write(ctx context.Context, step func() error) error {
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := e.catchUp(ctx); err != nil {
		return err
	}
	return e.retry(ctx, step, func(Position) bool { return true })
}

// retry runs a step until it is not ErrMoved any more. Before it runs again the fold takes over what the books have. It gives up
// after attempts that brought the books no further, and when again, asked about where the books were before, says no.
func (e *Engine) retry(ctx context.Context, step func() error, again func(before Position) bool) error {
	for n := 1; ; n++ {
		before := e.state.Position
		err := step()
		if !errors.Is(err, ErrMoved) || n == attempts {
			return err
		}
		if err := pause(ctx, n); err != nil {
			return err
		}
		if err := e.catchUp(ctx); err != nil {
			return err
		}
		if !again(before) {
			return err
		}
	}
}

// pause waits a random while that grows with the number of attempts, so that writers that met do not meet again.
func pause(ctx context.Context, attempt int) error {
	longest := min(time.Duration(attempt)*5*time.Millisecond, 100*time.Millisecond)
	select {
	case <-time.After(rand.N(longest)):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// step makes a commit of what the fold says and writes it. When another process committed in between it does so once more, as long
// as the cursor is where it was: then only facts came.
func (e *Engine) step(ctx context.Context, fill func(*Commit) error) error {
	by := e.Program()
	return e.retry(ctx, func() error { return e.stepOnce(ctx, fill) }, func(before Position) bool {
		return before.Cursor == e.state.Cursor && e.Program() == by // what was fetched by one text is not booked by another
	})
}

// stepOnce is step for what another process's facts may change.
func (e *Engine) stepOnce(ctx context.Context, fill func(*Commit) error) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	var c Commit
	if err := fill(&c); err != nil {
		return e.undo(ctx, err)
	}
	return e.commit(ctx, c)
}
