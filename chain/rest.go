package chain

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine"
)

// State is whether an endpoint is asked, and if not, why.
type State string

// The states. What is not up is asked only where no other endpoint answers, until its rest ends.
const (
	StateUp       State = "up"
	StateWaiting  State = "waiting"  // it was not yet asked for its chain and contract
	StateBehind   State = "behind"   // its newest block is many blocks older than another's
	StateFaulty   State = "faulty"   // an answer of it failed a proof not long ago
	StateSlow     State = "slow"     // it did not answer in time
	StateLimited  State = "limited"  // it says that it is asked too often
	StateFailing  State = "failing"  // it answers with errors that may pass
	StateRefusing State = "refusing" // it refuses everything, such as for a wrong key, or is on another chain
)

// tooFarBehind is the number of blocks from which an endpoint is called behind.
const tooFarBehind = 50

// longestRest bounds the rest of an endpoint, and longestAsked one that it asked for: what says that it is to be left alone until
// tomorrow, or for years, may not mean it, and is asked by then whether it does.
const (
	longestRest  = 5 * time.Minute
	longestAsked = time.Hour
)

// rest leaves an endpoint alone for a while: as long as it asks for, and twice as long after each failure that follows. After that it
// is asked as any other; what it then answers ends the rest or makes it longer.
func (e *endpoint) rest(why verdict, reason error, asksFor time.Duration) {
	state := StateFailing
	switch {
	case errors.Is(reason, errTimeout):
		state = StateSlow
	case why == slower:
		state = StateLimited
	case why == giveUp:
		state = StateRefusing
	}
	e.mu.Lock()
	now := time.Now()
	if now.After(e.restsUntil) {
		e.rests++
	}
	pause := max(min(asksFor, longestAsked), min(e.limits.Rest<<min(e.rests-1, 20), longestRest))
	if until := now.Add(pause); until.After(e.restsUntil) {
		e.restsUntil = until
	}
	e.restState = state
	e.mu.Unlock()
	e.noteState(fmt.Sprint(reason))
}

// wakes ends the rest of an endpoint that answered. Whoever calls it holds mu.
func (e *endpoint) wakes() {
	if !e.wrong {
		e.rests, e.restsUntil, e.restState = 0, time.Time{}, ""
	}
}

// doubt has an endpoint not lead for a while, because of an error in what it led to, twice as long after each that follows; nil ends it.
func (e *endpoint) doubt(why error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if why == nil {
		e.doubts = 0
		return
	}
	if e.doubts++; e.doubts == 2 && e.logger != nil { // once it is the chain that changed
		e.logger.Warn("an endpoint does not have the blocks up to the head that it tells; another one leads, where there is one",
			"endpoint", e.name, "error", why)
	}
	e.doubtedUntil = time.Now().Add(min(e.limits.Rest<<min(e.doubts-1, 20), longestRest))
}

func (e *endpoint) doubted() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return time.Now().Before(e.doubtedUntil)
}

// resting says whether an endpoint is left alone now.
func (e *endpoint) resting() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return time.Now().Before(e.restsUntil)
}

// replaced says whether another endpoint can be asked instead of this one.
func (e *endpoint) replaced() bool {
	if e.others == nil {
		return false
	}
	for _, other := range e.others() {
		if other == e {
			continue
		}
		other.mu.Lock()
		ready := other.ready
		other.mu.Unlock()
		if ready && !other.resting() {
			return true
		}
	}
	return false
}

// state is the state now. Whoever calls it holds mu.
func (e *endpoint) state() State {
	switch {
	case e.restState != "":
		return e.restState
	case e.apart, e.faulty && e.score <= 20:
		return StateFaulty
	case !e.ready:
		return StateWaiting
	case e.lag > tooFarBehind:
		return StateBehind
	}
	return StateUp
}

// noteState logs a state that is another one than before, once.
func (e *endpoint) noteState(why string) {
	e.mu.Lock()
	was, now := e.noted, e.state()
	e.noted = now
	pause := time.Until(e.restsUntil)
	lag := e.lag
	e.mu.Unlock()
	if was == now || e.logger == nil {
		return
	}
	switch now {
	case StateUp:
		if was != StateWaiting && was != "" {
			e.logger.Info("an endpoint is asked again", "endpoint", e.name, "was", string(was))
		}
	case StateWaiting, StateFaulty: // the fault is logged by itself
	case StateBehind:
		e.logger.Warn("an endpoint is behind the others", "endpoint", e.name, "blocks", lag)
	default:
		e.logger.Warn("an endpoint is left alone for a while", "endpoint", e.name, "state", string(now),
			"seconds", int(pause.Round(time.Second).Seconds()), "error", why)
	}
}

// awake are the endpoints that are asked now: those that do not rest and are not set apart, and all of them when every one is.
func (w *Watcher) awake() (list []*endpoint) {
	for _, e := range together(w.endpoints) {
		if !e.resting() {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		return together(w.endpoints)
	}
	return list
}

// errLate is why an endpoint is no longer waited for.
var errLate = fmt.Errorf("%w, and another endpoint has answered", errTimeout)

// survey asks endpoints all at once and goes on with those that answer: once one has, the others are waited for as long as the limits
// say since the beginning, and those that are late are left alone for a while. An answer that does not hold is recorded. Every endpoint
// has an answer or an error that names it.
func survey[T any](ctx context.Context, w *Watcher, from []*endpoint, ask func(context.Context, *endpoint) (T, error)) (map[*endpoint]T,
	map[*endpoint]error) {
	type answer struct {
		of    *endpoint
		value T
		err   error
	}
	asking, late := context.WithCancelCause(ctx)
	defer late(nil)
	arrived := make(chan answer, len(from))
	for _, e := range from {
		go func() {
			a := answer{of: e, err: w.prepare(asking, e)}
			if a.err == nil {
				a.value, a.err = ask(asking, e)
			}
			arrived <- a
		}()
	}
	answers, wrong := map[*endpoint]T{}, map[*endpoint]error{}
	timer := time.NewTimer(w.options.Limits.Survey)
	defer timer.Stop()
	up := timer.C
	over := false
	for len(answers)+len(wrong) < len(from) {
		select {
		case <-up:
			over, up = true, nil
		case a := <-arrived:
			if a.err == nil {
				answers[a.of] = a.value
			} else {
				wrong[a.of] = w.noAnswer(ctx, a.of, a.err)
			}
		}
		if over && len(answers) > 0 {
			late(errLate)
		}
	}
	return answers, wrong
}

// noAnswer names an endpoint that did not answer a survey as it should have.
func (w *Watcher) noAnswer(ctx context.Context, e *endpoint, err error) error {
	var fault *engine.Fault
	var wrong *wrongEndpoint
	switch {
	case errors.As(err, &fault):
		w.recordFault(fault)
		return err
	case errors.As(err, &wrong):
		return err
	case errors.Is(err, errLate) && ctx.Err() == nil:
		e.recordFailure(err)
		e.rest(again, err, 0)
	}
	return fmt.Errorf("%s: %w", e.name, err)
}
