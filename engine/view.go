package engine

import (
	"context"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// What readers of the books want to know of the fold. Nothing here changes the books, and nothing here makes a writer wait
// for longer than it takes to copy what is asked for.

// TryView is View for those who would rather not wait: it calls see and says true, or says false when somebody changes the
// books just now.
func (e *Engine) TryView(see func(*Fold, State)) bool {
	if !e.mu.TryRLock() {
		return false
	}
	defer e.mu.RUnlock()
	see(e.fold, e.state)
	return true
}

// Job is the slot of the schedule that an input is; nil for every other input.
func (in *Input) Job() (*Job, error) {
	if in.Kind != InputJob {
		return nil, nil //nolint:nilnil // most inputs are none
	}
	var j Job
	err := in.decode(&j)
	return &j, err
}

// Window is the day of a daily job, half-open, or the instant of one that has an instant for its slot: then both are equal.
func (j *Job) Window() (start, end time.Time, err error) {
	if instant, err := time.Parse(time.RFC3339, j.Slot); err == nil {
		return instant.UTC(), instant.UTC(), nil
	}
	start, err = j.day()
	return start, start.Add(oneDay), err
}

// Recompute computes an epoch that is closed once more, from what the books held at its end. Unlike Epoch it is given the
// job, and holds no lock meanwhile: what it needs of the fold is copied, and what the store says of a closed day stays.
func (e *Engine) Recompute(ctx context.Context, j *Job) (*rewards.Result, error) {
	var still Fold
	e.View(func(f *Fold, _ State) {
		still = *f
		still.scores = slices.Clone(f.scores) // kept in order in place
	})
	return still.Epoch(ctx, j, e.store)
}

// Granted is a grant as the books stand: its schedule, after a revocation the one that is left, and how much of what
// vested was moved from locked to available.
type Granted struct {
	rewards.Grant
	Moved money.Amount
}

// GrantsOf are the grants of a wallet in the order in which they were recorded.
func (e *Engine) GrantsOf(w ledger.Wallet) (list []Granted) {
	e.View(func(f *Fold, _ State) {
		for i := range f.grants {
			if g := &f.grants[i]; g.Wallet == w {
				list = append(list, Granted{g.Grant, g.movedAmount()})
			}
		}
	})
	return list
}
