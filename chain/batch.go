package chain

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"time"
)

// send makes calls, in batches as large as the endpoint takes them. An error is about the endpoint; what it says about one
// call is in the call.
func (e *endpoint) send(ctx context.Context, calls ...*call) error {
	const repeats = 2 // of an answer that cannot be read
	failures, pauses := 0, 0
	for len(calls) > 0 {
		size := min(e.batchSize(), len(calls))
		part := calls[:size]
		began := time.Now()
		err := e.carrier.carry(ctx, part, size == 1)
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		again := failedCalls(part)
		if (rateLimited(err) || len(again) > 0 && rateLimited(again[0].err)) && pauses < e.limits.Attempts-1 {
			pause := min(backoff<<pauses, e.limits.Wait)
			if err := sleep(ctx, pause/2+rand.N(pause/2+1)); err != nil {
				return err
			}
			pauses++
			if err == nil {
				calls = append(again, calls[size:]...)
			}
			continue
		}
		if err == nil && len(again) > 0 && size > 1 {
			e.shrink(size, false)
			calls = append(again, calls[size:]...)
			continue
		}
		var tooLarge *tooLarge
		var refused *rpcError
		var garbled *unreadable
		switch {
		case err == nil:
			e.recordSuccess(time.Since(began), size)
			calls = calls[size:]
		case errors.As(err, &tooLarge), errors.As(err, &refused):
			if size == 1 {
				return err
			}
			e.shrink(size, true)
		default:
			e.recordFailure(err)
			if !errors.As(err, &garbled) || failures == repeats {
				return err
			}
			failures++
		}
	}
	return nil
}

// failedCalls are the calls of a batch that went wrong by themselves, such as by a limit on the work in a batch.
func failedCalls(calls []*call) (wrong []*call) {
	for _, c := range calls {
		if c.err != nil {
			wrong = append(wrong, c)
		}
	}
	return wrong
}

// rateLimited says whether a refusal only asks for a pause. Some providers say so in JSON-RPC instead of by HTTP 429.
func rateLimited(err error) bool {
	var refused *rpcError
	if !errors.As(err, &refused) {
		return false
	}
	text := strings.ToLower(refused.text)
	for _, words := range []string{"rate limit", "too many requests", "request rate", "requests per second", "compute units per second"} {
		if strings.Contains(text, words) {
			return true
		}
	}
	return refused.code == 429
}

func (e *endpoint) batchSize() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.batch
}

// shrink halves the batches below a size that did not work, for good when batches of it are refused as such.
func (e *endpoint) shrink(size int, forGood bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.batch = min(e.batch, max(1, size/2))
	if forGood {
		e.maxBatch = e.batch
	}
}

// unreadable is an answer that is not what was asked for, such as one that ends in the middle.
type unreadable struct{ error }

func (u *unreadable) Unwrap() error { return u.error }
