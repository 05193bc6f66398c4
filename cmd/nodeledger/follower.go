package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/robfig/cron/v3"
)

// follower takes a step again and again: when the schedule or a hint wakes it, and after a failure not before a pause that
// doubles from one failure to the next.
type follower struct {
	step func(context.Context) error
	hint <-chan struct{} // may be nil
	poll time.Duration
	log  *slog.Logger
}

// longestPause bounds the pause after failures.
const longestPause = 2 * time.Minute

// run ends with the context, without an error.
func (f *follower) run(ctx context.Context) error {
	wake := make(chan struct{}, 1)
	log := cronLog{f.log}
	// In this order: the other way round a job that panicked would count as running for ever.
	schedule := cron.New(cron.WithLocation(time.UTC), cron.WithLogger(log), cron.WithChain(cron.SkipIfStillRunning(log), cron.Recover(log)))
	schedule.Schedule(cron.Every(f.poll), cron.FuncJob(func() {
		select {
		case wake <- struct{}{}:
		default: // it is awake already
		}
	}))
	schedule.Start()
	defer func() { <-schedule.Stop().Done() }()
	pause := time.Duration(0)
	for {
		err := f.step(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			pause = min(max(2*pause, f.poll), longestPause)
			f.log.Warn("the books could not be brought up to date", "error", err, "again in", pause)
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
		case <-f.hint:
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
