package chain

import (
	"context"
	"errors"
	"time"
)

// send makes calls, in batches as large as the endpoint takes them, and again where that may help: what to do about a refusal is
// what [judge] says. An error is about the endpoint; what it says about one call is in the call.
func (e *endpoint) send(ctx context.Context, calls ...*call) error {
	failures := 0 // in a row
	for len(calls) > 0 {
		size := min(e.batchSize(), len(calls))
		part := calls[:size]
		began := time.Now()
		err := e.carrier.carry(ctx, part, size == 1)
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if err == nil {
			left := failedCalls(part)
			if len(left) < size {
				failures = 0
			}
			if len(left) == 0 {
				e.recordSuccess(time.Since(began), size)
				calls = calls[size:]
				continue
			}
			calls = append(left, calls[size:]...)
		}
		next, err := e.refused(ctx, part, err, failures)
		switch {
		case err != nil:
			return err
		case next: // what is wrong with this call stays in it
			e.recordSuccess(time.Since(began), size)
			calls = calls[1:]
		case e.batchSize() < size: // that is another request
			failures = 0
		default:
			failures++
		}
	}
	return nil
}

// refused does what a refusal asks for, of a whole request or, where whole is nil, of a call in it. next says that the call is refused
// for good, and the others are not. An error is about the endpoint.
func (e *endpoint) refused(ctx context.Context, part []*call, whole error, failures int) (next bool, err error) {
	size := len(part)
	reason := whole
	if whole == nil {
		reason = failedCalls(part)[0].err
	}
	verdict, after := judge(reason, asked{size, part[0].blocks})
	if verdict == slower {
		e.recordLimit()
	}
	attempts := e.limits.Attempts
	if part[0].blocks > 1 && verdict != slower {
		attempts = min(attempts, 2) // it may be about the range
	}
	if size == 1 && part[0].optional && isAnswer(reason) && verdict != slower {
		part[0].err, part[0].done = reason, true
		return true, nil
	}
	switch verdict {
	case smaller:
		var byName *rpcError
		var large *tooLarge
		e.shrink(size, whole != nil && (errors.As(whole, &byName) || errors.As(whole, &large)))
		var status *statusError
		if errors.As(reason, &status) && passing(status.status) {
			return false, sleep(ctx, e.limits.pauseAfter(failures))
		}
		return false, nil
	case slower:
		if after > e.limits.Wait || after > time.Second && e.replaced() {
			break // others are asked meanwhile
		}
		if failures+1 < attempts {
			if failures > 1 && size > 1 { // calls are counted, not requests
				e.shrink(size, false)
			}
			if after == 0 {
				after = e.limits.pauseAfter(failures)
			}
			return false, sleep(ctx, after)
		}
	case again:
		if whole == nil && size == 1 && failures+1 >= attempts {
			return true, nil
		}
		e.recordFailure(reason)
		if failures+1 < attempts {
			return false, sleep(ctx, e.limits.pauseAfter(failures))
		}
	default:
		var refused *rpcError
		if whole == nil && size == 1 {
			return true, nil
		}
		if errors.As(whole, &refused) {
			return false, whole
		}
	}
	if verdict != again {
		e.recordFailure(reason)
	}
	if verdict != narrower && verdict != oneBlock {
		e.rest(verdict, reason, after)
	}
	return false, reason
}

// isAnswer says whether an error is what an endpoint says to a call: that it refuses it, in JSON-RPC or by a status that stays.
func isAnswer(err error) bool {
	var refused *rpcError
	var status *statusError
	return errors.As(err, &refused) || errors.As(err, &status) && !passing(status.status)
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
