package engine

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

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

// rLockWithin is RLock that is given up after a while; it says whether it has the lock. Nobody is left waiting for it.
func (t *turns) rLockWithin(patience time.Duration) bool {
	t.waiting.Add(1)
	defer t.waiting.Add(-1)
	for end := time.Now().Add(patience); !t.TryRLock(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			return false
		}
	}
	return true
}

// View calls fn with the fold and the state after the last commit; fn must not keep or change them. Where there is a copy to read, and a
// commit takes long, as when the database or its replica does not answer, that is a fold of its own: readers wait for no writer that waits.
// sure says that the fold is that of the state; after a commit that failed it may say more, until the books could be read again.
func (e *Engine) View(fn func(*fold.Fold, State)) (sure bool) {
	if e.reads == e.store {
		return e.Quiet(fn)
	}
	for begun := time.Now(); time.Since(begun) < mostPatience; {
		made := e.aside.of(e.settled.Load())
		patience := readersWait
		if made != nil {
			patience = 0 // nobody waits again for what took long a moment ago
		}
		if e.mu.rLockWithin(patience) {
			if !e.foldStale { // otherwise it may say more than the books
				defer e.mu.RUnlock()
				fn(e.fold, e.shown())
				return true
			}
			e.mu.RUnlock()
		}
		if made != nil {
			fn(made.fold, made.State)
			return true
		}
		select {
		case <-e.makeAside():
			time.Sleep(10 * time.Millisecond) // it may be of what is past, or could not be made
		case <-time.After(readersWait):
		}
	}
	return e.Quiet(fn)
}

// Quiet is View while nobody in this process writes, however long that takes.
func (e *Engine) Quiet(fn func(*fold.Fold, State)) (sure bool) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	fn(e.fold, e.shown())
	return !e.foldStale
}

// readersWait is how long readers wait for a writer before they are given a fold of their own, makingAside how long making it may take, and
// how long nobody tries again where it could not be made; mostPatience how long they wait for either before they wait for the writer alone.
const (
	readersWait  = time.Second
	makingAside  = 10 * time.Second
	mostPatience = 15 * time.Second
)

// aside is a fold and the state that it is of, beside those that a writer holds. Nobody changes it.
type aside struct {
	State

	fold *fold.Fold
	at   *State // as it was settled
}

// asides makes them, one at a time.
type asides struct {
	made atomic.Pointer[aside]

	mu     sync.Mutex
	making chan struct{} // closed when it is made, or could not be; nil before the first
	failed time.Time     // when it could not be made, the last time
}

// of is what was made of a state; nil: nothing was.
func (a *asides) of(at *State) *aside {
	if made := a.made.Load(); at != nil && made != nil && made.at == at {
		return made
	}
	return nil
}

// settle notes the state as that after the last commit. Whoever calls it holds mu.
func (e *Engine) settle() {
	now := e.shown()
	e.settled.Store(&now)
	e.aside.made.Store(nil)
}

// makeAside begins to make a fold of the settled state, unless it is there, somebody makes it, or it could not be made just now. What it
// gives is closed when that is over.
func (e *Engine) makeAside() <-chan struct{} {
	a := &e.aside
	a.mu.Lock()
	defer a.mu.Unlock()
	at := e.settled.Load()
	if a.making != nil {
		select {
		case <-a.making:
			if at == nil || a.of(at) != nil || time.Since(a.failed) < makingAside {
				return a.making
			}
		default:
			return a.making
		}
	}
	a.making = make(chan struct{})
	go func(made chan struct{}) {
		defer close(made)
		ctx, cancel := context.WithTimeout(context.Background(), makingAside)
		defer cancel()
		f, err := e.foldOf(ctx, at)
		if err != nil {
			e.log.Warn("readers wait for a writer: what the books add up to could not be made beside it", "error", err)
			a.mu.Lock()
			defer a.mu.Unlock()
			a.failed = time.Now()
			return
		}
		it := &aside{*at, f, at}
		if a.made.Store(it); e.settled.Load() != at {
			a.made.CompareAndSwap(it, nil) // of what is past
		}
	}(a.making)
	return a.making
}

// foldOf makes a fold of a state that the books were at, from where is read what is only shown.
func (e *Engine) foldOf(ctx context.Context, at *State) (*fold.Fold, error) {
	if at == nil {
		return nil, problem.New(problem.Unavailable, "", "the books were not read yet")
	}
	if root, err := rootAt(ctx, e.reads, at.Ledger.Size()); err != nil || root != at.Ledger.Root() {
		return nil, cmp.Or(err, error(problem.New(problem.Conflict, Rewritten, "the books are not those that this process has seen")))
	}
	saved, err := e.reads.Saved(ctx)
	if different := (*ledger.Difference)(nil); err != nil && !errors.As(err, &different) {
		return nil, err
	}
	if err != nil || saved != nil && saved.Inputs > at.Inputs {
		saved = nil
	}
	return fold.Resume(ctx, e.given, upTo{e.reads, at.Inputs}, saved)
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
	return e.Closing().Epoch(ctx, found, e.reads)
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
	return e.Closing().Month(ctx, found, e.reads)
}
