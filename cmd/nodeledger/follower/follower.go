// Package follower takes a step again and again, as long as a server runs.
package follower

import (
	"context"
	"log/slog"
	"time"

	"github.com/robfig/cron/v3"
)

// Follower takes a step again and again: when the schedule or a hint wakes it, and after a failure not before a pause: that of the
// schedule after the first, twice that after each that follows. Endpoints that fail are left alone by themselves for longer.
type Follower struct {
	Step func(context.Context) error
	Hint <-chan struct{} // may be nil
	Poll time.Duration
	Log  *slog.Logger
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
		if err != nil {
			pause = min(max(2*pause, f.Poll), 2*f.Poll, longestPause)
			f.Log.Warn("the books could not be brought up to date", "error", err, "again_in_seconds", pause.Seconds())
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(pause):
			}
			continue
		}
		pause = 0
		select {
		case <-ctx.Done():
			return nil
		case <-wake:
		case <-f.Hint:
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
