package operation

import (
	"context"
	"errors"
	"net/netip"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/nodeledger/nodeledger/httpapi/fair"
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
// Who waits is bounded, all together and of each client; the places are shared out by network.
type Turns struct {
	turns  *semaphore.Weighted
	places *fair.Places
}

// NewTurns lets as many answers be made at once as atOnce says.
func NewTurns(atOnce int) *Turns {
	return &Turns{semaphore.NewWeighted(int64(atOnce)), fair.New(maxQueued, maxOfClient)}
}

// Turn is a request's place among those that take long. It is used by one goroutine.
type Turn struct {
	turns *Turns
	place *fair.Place
	ctx   context.Context
	end   context.CancelCauseFunc
	held  bool
}

// errTaken is why the context of a turn ended: the place went to somebody of a network with fewer.
var errTaken = problem.New(problem.Unavailable, CodeCrowded, "many others wait for answers that take long: ask again in a few seconds")

// Take waits for a turn; End it. Errors: [problem.Unavailable] with the code crowded when too many wait, it takes too long, or the place
// went to somebody of a network with fewer, [problem.Busy] when too many of this client wait, and the context's own.
func (t *Turns) Take(ctx context.Context, of netip.Prefix) (*Turn, error) {
	turn := &Turn{turns: t}
	turn.ctx, turn.end = context.WithCancelCause(ctx)
	var err error
	if turn.place, err = t.places.Enter(of, false, func() { turn.end(errTaken) }); err != nil {
		turn.end(nil)
		if errors.Is(err, fair.ErrClient) {
			return nil, problem.New(problem.Busy, TooManyAsked.Code, "%d of your requests wait for answers that take long: wait for them",
				maxOfClient)
		}
		return nil, errTaken
	}
	waiting, cancel := context.WithTimeout(turn.ctx, maxQueuing)
	defer cancel()
	if err = turn.Resume(waiting); err == nil && turn.Taken() == nil {
		return turn, nil
	}
	if ctx.Err() == nil {
		err = errTaken
	}
	turn.End()
	return nil, err
}

// Context ends with the request, with the turn, and when somebody else takes its place.
func (t *Turn) Context() context.Context { return t.ctx }

// Taken is the refusal when the place went to somebody else, and nil as long as it did not.
func (t *Turn) Taken() error {
	if errors.Is(context.Cause(t.ctx), errTaken) {
		return errTaken
	}
	return nil
}

// Resume waits until it is this request's turn again after a Pause.
func (t *Turn) Resume(ctx context.Context) error {
	err := t.turns.turns.Acquire(ctx, 1)
	t.held = err == nil
	return err
}

// Pause lets others go on while this request waits for something that takes no computing.
func (t *Turn) Pause() {
	if t.held {
		t.held = false
		t.turns.turns.Release(1)
	}
}

// End leaves the queue. It may be called twice.
func (t *Turn) End() {
	t.Pause()
	t.turns.places.Leave(t.place)
	t.end(nil)
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
