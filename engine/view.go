package engine

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// What readers of the books want to know of the fold. Nothing here changes the books, and nothing here makes a writer wait
// for longer than it takes to copy what is asked for.

// turns is a lock whose holder can tell that somebody waits for it.
type turns struct {
	sync.RWMutex

	waiting atomic.Int32
}

// Lock waits until nobody else has the lock.
func (t *turns) Lock() { t.wait(t.RWMutex.Lock) }

// RLock waits until nobody writes.
func (t *turns) RLock() { t.wait(t.RWMutex.RLock) }

func (t *turns) wait(lock func()) {
	t.waiting.Add(1)
	defer t.waiting.Add(-1)
	lock()
}

// wanted says that somebody waits.
func (t *turns) wanted() bool { return t.waiting.Load() > 0 }

// View calls fn with the fold and the state after the last commit; fn must not keep or change them.
func (e *Engine) View(fn func(*fold.Fold, State)) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	fn(e.fold, e.shown())
}

// shown is the state, with on whose word its final blocks are final.
func (e *Engine) shown() State {
	s := e.state
	s.Finality = e.finality()
	return s
}

// TryView is View for those who would rather not wait: it calls fn and says true, or says false when somebody changes the
// books just now.
func (e *Engine) TryView(fn func(*fold.Fold, State)) bool {
	if !e.mu.TryRLock() {
		return false
	}
	defer e.mu.RUnlock()
	fn(e.fold, e.shown())
	return true
}

// Counts are how often happened what is counted, since the engine was opened.
type Counts struct {
	Reorganisations uint64 // times that blocks left the chain
	Replaced        uint64 // blocks that left it
	Deepest         uint64 // most of them at one time
	JobsRun         uint64 // slots
	JobsFailed      uint64 // attempts at one that failed
}

// counting guards counts.
type counting struct {
	sync.Mutex

	counts Counts
}

func (c *counting) count(change func(*Counts)) {
	c.Lock()
	defer c.Unlock()
	change(&c.counts)
}

// Counts are those up to now.
func (e *Engine) Counts() (now Counts) {
	e.counting.count(func(c *Counts) { now = *c })
	return now
}

// Payouts calls fn with the book of payouts as it is after the last commit; fn must not keep or change it.
func (e *Engine) Payouts(fn func(*payout.Book)) {
	e.View(func(f *fold.Fold, _ State) { fn(f.Payouts()) })
}

// Operators is who may record what; the copy stands still.
func (e *Engine) Operators() (registry operator.Registry) {
	e.View(func(f *fold.Fold, _ State) { registry = *f.Operators() })
	return registry
}

// Due is the slot of the schedule that comes next; ok is false when nothing is scheduled.
func (e *Engine) Due() (next fold.Due, ok bool) {
	e.View(func(f *fold.Fold, _ State) { next, ok = f.Next() })
	return next, ok
}

// GrantsOf are the grants of a wallet in the order in which they were recorded.
func (e *Engine) GrantsOf(w ledger.Wallet) (list []fold.GrantInForce) {
	e.View(func(f *fold.Fold, _ State) {
		for _, g := range f.Grants() {
			if g.Wallet == w {
				list = append(list, g)
			}
		}
	})
	return list
}

// Closing computes closed periods again, as the books are now; use it with [Engine.Reader].
func (e *Engine) Closing() (c *fold.Closing) {
	e.View(func(f *fold.Fold, _ State) { c = f.Closing() })
	return c
}

// Epoch computes a closed epoch again. name is the job, slot the day or, of the TGE airdrop, the generation's instant.
func (e *Engine) Epoch(ctx context.Context, name, slot string) (*rewards.Result, error) {
	var found *fold.Job
	for in, err := range e.reads.Inputs(ctx, 1) {
		if err != nil {
			return nil, err
		}
		j, err := in.Job()
		if err != nil {
			return nil, err
		}
		if j != nil && j.Name == name && j.Slot == slot {
			found = j
			break
		}
	}
	if found == nil {
		return nil, problem.NotFoundf("%s of %s is not closed", name, slot)
	}
	return e.Closing().Epoch(ctx, found, e.store)
}

// Month computes a closed month again.
func (e *Engine) Month(ctx context.Context, month string) (*rewards.ClosedMonth, error) {
	var found *fold.Fact
	for in, err := range e.reads.Inputs(ctx, 1) {
		if err != nil {
			return nil, err
		}
		fact, err := in.Fact()
		if err != nil {
			return nil, err
		}
		if fact == nil {
			continue
		}
		closed, err := fact.ClosedMonth()
		if err != nil {
			return nil, err
		}
		if closed != "" && closed == month {
			found = fact
			break
		}
	}
	if found == nil {
		return nil, problem.NotFoundf("the month %s is not closed", month)
	}
	return e.Closing().Month(ctx, found, e.store)
}
