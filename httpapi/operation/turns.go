package operation

import (
	"context"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/nodeledger/nodeledger/problem"
)

// CodeCrowded is the code of a refusal because too many wait for answers that take long.
const CodeCrowded problem.Code = "crowded"

// Bounds of the queue for answers that take long.
const (
	maxQueued   = 64               // requests, the one whose turn it is among them
	maxOfClient = 8                // of one client
	maxQueuing  = 10 * time.Second // for the first turn
)

// Turns let answers that take long be made a few at a time, in the order of asking, so that short ones always find a free core.
// Who waits is bounded, all together and of each client.
type Turns struct {
	places *semaphore.Weighted
	mu     sync.Mutex
	queued int
	of     map[netip.Prefix]int
}

// NewTurns lets as many answers be made at once as atOnce says.
func NewTurns(atOnce int) *Turns {
	return &Turns{places: semaphore.NewWeighted(int64(atOnce)), of: map[netip.Prefix]int{}}
}

// Turn is a request's place among those that take long. It is used by one goroutine.
type Turn struct {
	turns *Turns
	of    netip.Prefix
	held  bool
}

// Take waits for a turn; End it. Errors: [problem.Unavailable] with the code crowded when too many wait or it takes too long,
// [problem.Busy] when too many of this client do, and the context's own.
func (t *Turns) Take(ctx context.Context, of netip.Prefix) (*Turn, error) {
	if err := t.enter(of); err != nil {
		return nil, err
	}
	turn := &Turn{turns: t, of: of}
	waiting, cancel := context.WithTimeout(ctx, maxQueuing)
	defer cancel()
	err := turn.Resume(waiting)
	if err == nil {
		return turn, nil
	}
	turn.End()
	if ctx.Err() == nil {
		err = crowded()
	}
	return nil, err
}

func crowded() error {
	return problem.New(problem.Unavailable, CodeCrowded, "many others wait for answers that take long: ask again in a few seconds")
}

// enter counts one more who waits.
func (t *Turns) enter(of netip.Prefix) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case t.of[of] >= maxOfClient:
		return problem.New(problem.Busy, TooManyAsked.Code, "%d of your requests wait for answers that take long: wait for them", maxOfClient)
	case t.queued >= maxQueued:
		return crowded()
	}
	t.queued++
	t.of[of]++
	return nil
}

// Resume waits until it is this request's turn again after a Pause.
func (t *Turn) Resume(ctx context.Context) error {
	err := t.turns.places.Acquire(ctx, 1)
	t.held = err == nil
	return err
}

// Pause lets others go on while this request waits for something that takes no computing.
func (t *Turn) Pause() {
	if t.held {
		t.held = false
		t.turns.places.Release(1)
	}
}

// End leaves the queue. It may be called twice.
func (t *Turn) End() {
	t.Pause()
	q := t.turns
	if q == nil {
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.queued--
	if q.of[t.of]--; q.of[t.of] == 0 {
		delete(q.of, t.of)
	}
	t.turns = nil
}

// WithTurn gives a context the turn of its request.
func WithTurn(ctx context.Context, t *Turn) context.Context {
	return context.WithValue(ctx, turnKey, t)
}

// paused waits for something while others have their turn, and for the turn again.
func paused(ctx context.Context, wait func() error) error {
	t, ok := ctx.Value(turnKey).(*Turn)
	if !ok || !t.held {
		return wait()
	}
	t.Pause()
	if err := wait(); err != nil {
		return err
	}
	return t.Resume(ctx)
}
