package follower

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nodeledger/nodeledger/httpapi"
)

// follow runs a follower in a bubble of its own time and gives the instants of its steps, in seconds since the start.
func follow(t *testing.T, f *Follower, lasting time.Duration, step func(n int) error) (at []time.Duration) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		f.Log = slog.New(slog.DiscardHandler)
		f.Step = func(context.Context) error {
			at = append(at, time.Since(begun))
			return step(len(at))
		}
		ctx, cancel := context.WithTimeout(t.Context(), lasting)
		defer cancel()
		if err := f.Run(ctx); err != nil {
			t.Error(err)
		}
	})
	return at
}

func TestFollowerIsWokenBySchedule(t *testing.T) {
	t.Parallel()
	at := follow(t, &Follower{Poll: 10 * time.Second}, 35*time.Second, func(int) error { return nil })
	if len(at) != 4 {
		t.Fatalf("steps at %v", at)
	}
	for i := 1; i < len(at); i++ {
		if gap := at[i] - at[i-1]; gap > 10*time.Second {
			t.Errorf("%s between steps", gap)
		}
	}
}

func TestFollowerPausesLongerAfterFailures(t *testing.T) {
	t.Parallel()
	at := follow(t, &Follower{Poll: 10 * time.Second}, 2*time.Minute, func(int) error { return errors.New("no answer") })
	want := []time.Duration{0, 10, 30, 50, 70, 90, 110} // pauses of 10, then 20 seconds
	if len(at) != len(want) {
		t.Fatalf("steps at %v", at)
	}
	for i, w := range want {
		if at[i] != w*time.Second {
			t.Errorf("step %d at %s, want %s", i, at[i], w*time.Second)
		}
	}
}

func TestFollowerForgetsAFailureThatPassed(t *testing.T) {
	t.Parallel()
	at := follow(t, &Follower{Poll: 10 * time.Second}, 55*time.Second, func(n int) error {
		if n == 1 || n == 3 {
			return errors.New("no answer")
		}
		return nil
	})
	for i := 1; i < len(at); i++ {
		if gap := at[i] - at[i-1]; gap > 10*time.Second {
			t.Errorf("steps at %v", at)
		}
	}
}

func TestFollowerIsWokenByAHint(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		hint := make(chan struct{}, 1)
		steps := 0
		f := &Follower{Poll: time.Hour, Hint: hint, Log: slog.New(slog.DiscardHandler), Step: func(context.Context) error {
			if steps++; steps < 3 {
				hint <- struct{}{}
			}
			return nil
		}}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if err := f.Run(ctx); err != nil || steps != 3 {
			t.Errorf("%d steps, %v", steps, err)
		}
	})
}

// How the steps went is known from outside, with how long they have been failing, and the log says when they work again.
func TestFollowerSaysHowItGoes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		log := new(strings.Builder)
		f := &Follower{Poll: 10 * time.Second, Log: slog.New(slog.NewTextHandler(log, nil))}
		if g := f.Going(); g != (httpapi.Going{}) {
			t.Errorf("before the first step: %+v", g)
		}
		steps, wrong := 0, errors.New("no room")
		f.Step = func(context.Context) error {
			if steps++; steps == 2 || steps == 3 {
				return wrong
			}
			return nil
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- f.Run(ctx) }()
		begun := time.Now()
		at := func(d time.Duration, want httpapi.Going) {
			t.Helper()
			time.Sleep(time.Until(begun.Add(d)))
			synctest.Wait()
			if g := f.Going(); g != want {
				t.Errorf("after %s: %+v, want %+v", d, g, want)
			}
		}
		first := begun
		at(5*time.Second, httpapi.Going{Succeeded: first})
		at(15*time.Second, httpapi.Going{Succeeded: first, Failing: 5 * time.Second, InARow: 1, Failed: 1, Why: wrong})
		at(25*time.Second, httpapi.Going{Succeeded: first, Failing: 15 * time.Second, InARow: 2, Failed: 2, Why: wrong})
		at(45*time.Second, httpapi.Going{Succeeded: begun.Add(40 * time.Second), Failed: 2})
		if !strings.Contains(log.String(), "brought up to date again\" failed_times=2 failed_for_seconds=30") {
			t.Errorf("the log: %s", log)
		}
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

// What is asked for between steps is done while no step is taken: at once when the follower waits, whether the last step failed or not.
func TestFollowerWorksBetweenSteps(t *testing.T) {
	t.Parallel()
	for name, failing := range map[string]error{"after a step": nil, "after a failure": errors.New("no answer")} {
		stepping, worked := false, []time.Duration{}
		synctest.Test(t, func(t *testing.T) {
			begun, between := time.Now(), make(chan func(context.Context))
			f := &Follower{Poll: time.Hour, Between: between, Log: slog.New(slog.DiscardHandler), Step: func(context.Context) error {
				stepping = true
				time.Sleep(10 * time.Second)
				stepping = false
				return failing
			}}
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
			defer cancel()
			go func() {
				for _, pause := range []time.Duration{5 * time.Second, 20 * time.Second} { // in a step, and between two
					time.Sleep(pause)
					between <- func(context.Context) {
						if stepping {
							t.Error("in a step")
						}
						worked = append(worked, time.Since(begun))
					}
				}
			}()
			if err := f.Run(ctx); err != nil {
				t.Error(err)
			}
		})
		if want := []time.Duration{10 * time.Second, 30 * time.Second}; !slices.Equal(worked, want) {
			t.Errorf("%s: worked at %v, want %v", name, worked, want)
		}
	}
}
