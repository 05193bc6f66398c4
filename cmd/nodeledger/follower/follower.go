// Package follower takes a step again and again, as long as a server runs.
package follower

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/robfig/cron/v3"

	"github.com/nodeledger/nodeledger/httpapi"
)

// Follower takes a step again and again: when the schedule or a hint wakes it, and after a failure not before a pause: that of the
// schedule after the first, twice that after each that follows. Endpoints that fail are left alone by themselves for longer. What is
// asked for between steps is done when none is being taken, and another step follows.
type Follower struct {
	Step func(context.Context) error
	Hint <-chan struct{} // may be nil
	// Wake is a hint that ends the pause after a failure as well; may be nil.
	Wake <-chan struct{}
	// Between is work that takes turns with the steps; may be nil.
	Between <-chan func(context.Context)
	Poll    time.Duration
	Log     *slog.Logger

	going atomic.Pointer[going]
}

// going is how the steps went, and since when they have been failing.
type going struct {
	httpapi.Going
	since time.Time
}

// Going is how the steps went so far; it may be asked from elsewhere while they are taken.
func (f *Follower) Going() httpapi.Going {
	g := f.going.Load()
	if g == nil {
		return httpapi.Going{}
	}
	now := g.Going
	if now.InARow > 0 {
		now.Failing = time.Since(g.since)
	}
	return now
}

// stepped notes how a step went, and says in the log when steps work again.
func (f *Follower) stepped(err error) {
	g := going{Going: f.Going()}
	if before := f.going.Load(); before != nil {
		g.since = before.since
	}
	switch {
	case err != nil:
		if g.InARow++; g.InARow == 1 {
			g.since = time.Now()
		}
		g.Failed++
		g.Why = err
	case g.InARow > 0:
		f.Log.Info("the books are brought up to date again", "failed_times", g.InARow, "failed_for_seconds", g.Failing.Seconds())
		fallthrough
	default:
		g.Succeeded, g.Failing, g.InARow, g.Why = time.Now(), 0, 0, nil
	}
	f.going.Store(&g)
}

// longestPause bounds the pause after failures.
const longestPause = 2 * time.Minute

// Run ends with the context, without an error.
func (f *Follower) Run(ctx context.Context) error {
	wake := make(chan struct{}, 1)
	log := cronLog{f.Log}
	// In this order: the other way round a job that panicked would count as running permanently.
	schedule := cron.New(cron.WithLocation(time.UTC), cron.WithLogger(log), cron.WithChain(cron.SkipIfStillRunning(log), cron.Recover(log)))
	schedule.Schedule(cron.Every(f.Poll), cron.FuncJob(func() {
		select {
		case wake <- struct{}{}:
		default: // it is awake already
		}
	}))
	schedule.Start()
	defer func() { <-schedule.Stop().Done() }()
	pause := time.Duration(0)
	for {
		err := f.Step(ctx)
		if ctx.Err() != nil {
			return nil
		}
		f.stepped(err)
		if err != nil {
			pause = min(max(2*pause, f.Poll), 2*f.Poll, longestPause)
			f.Log.Warn("the books could not be brought up to date", "error", err, "again_in_seconds", pause.Seconds())
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(pause):
			case <-f.Wake:
			case work := <-f.Between:
				work(ctx)
			}
			continue
		}
		pause = 0
		select {
		case <-ctx.Done():
			return nil
		case <-wake:
		case <-f.Hint:
		case <-f.Wake:
		case work := <-f.Between:
			work(ctx)
		}
	}
}

// cronLog is the schedule's logger: what it does is of no interest, what goes wrong is.
type cronLog struct{ *slog.Logger }

// Info drops the message.
func (cronLog) Info(string, ...any) {}

// Error logs it.
func (l cronLog) Error(err error, message string, with ...any) {
	l.Logger.Error(message, append([]any{"error", err}, with...)...)
}
