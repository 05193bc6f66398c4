package chain

import (
	"context"
	"errors"
	"fmt"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
)

// unanswered is a question that an endpoint understood and could not answer.
type unanswered struct{ error }

func (u *unanswered) Unwrap() error { return u.error }

// askAt asks an endpoint about a block: by the block's hash, or by its number where the endpoint does not take hashes. The
// error is a *unanswered when both are refused, as for state that was thrown away.
func (e *endpoint) askAt(ctx context.Context, at engine.Header, ask func(where string) *call) (byNumber bool, err error) {
	var refused *rpcError
	err = e.callOne(ctx, ask(fmt.Sprintf(`{"blockHash":"0x%x"}`, at.Hash[:])))
	if errors.As(err, &refused) {
		byNumber = true
		err = e.callOne(ctx, ask(`"`+numbered(at.Number)+`"`))
	}
	if errors.As(err, &refused) {
		err = &unanswered{err}
	}
	return byNumber, err
}

// reports are what the endpoints say that a number of the state is, unproven.
type reports map[*endpoint]uint256.Int

// report asks every endpoint at once. One that cannot answer is left out. The text says why when there is none at all, and
// the error is one of transport, when it could have been otherwise.
func (w *Watcher) report(ctx context.Context, at engine.Header, q *question) (reports, string, error) {
	from := w.awake()
	if q.refusal { // two must say it
		from = w.endpoints
	}
	answers, failures := survey(ctx, w, from, func(ctx context.Context, e *endpoint) (uint256.Int, error) {
		value, byNumber, err := q.reportedBy(ctx, e, at)
		if err == nil && byNumber {
			err = w.onBranch(ctx, e, at)
		}
		var none *unanswered
		if errors.As(err, &none) {
			err = &unanswered{fmt.Errorf("%s: %w", e.name, err)}
		}
		return value, err
	})
	if ctx.Err() != nil {
		return nil, "", context.Cause(ctx)
	}
	if len(answers) > 0 {
		return answers, "", nil
	}
	var why string
	var passing error
	for _, e := range w.endpoints {
		var none *unanswered
		switch err := failures[e]; {
		case errors.As(err, &none):
			why = none.Error()
		case passing == nil:
			passing = err
		}
	}
	return nil, why, passing
}

// reportedBy is the answer of one endpoint, and whether it is about the block of a number.
func (q *question) reportedBy(ctx context.Context, e *endpoint, at engine.Header) (value uint256.Int, byNumber bool, err error) {
	var answer []byte
	byNumber, err = e.askAt(ctx, at, func(where string) *call {
		c := &call{method: "eth_call", read: func(r *reader) { answer = r.data(new([]byte)) }}
		gas := ""
		if q.gas > 0 {
			gas = fmt.Sprintf(`,"gas":"0x%x"`, q.gas)
		}
		c.params = fmt.Appendf(nil, `[{"to":"0x%x","data":"0x%x"%s},%s]`, q.account[:], q.calldata, gas, where)
		switch {
		case q.presence:
			c.method, c.params = "eth_getCode", fmt.Appendf(nil, `["0x%x",%s]`, q.account[:], where)
		case q.calldata == nil:
			c.method, c.params = "eth_getBalance", fmt.Appendf(nil, `["0x%x",%s]`, q.account[:], where)
			c.read = func(r *reader) { answer = r.quantity(new([]byte)) }
		}
		return c
	})
	if q.presence {
		return present(len(answer) > 0), byNumber, err
	}
	if err == nil && q.calldata != nil && len(answer) != 32 {
		err = &unanswered{fmt.Errorf("it answers with %d bytes, not with one number; check the address and the call", len(answer))}
	}
	var none *unanswered
	if q.refusal && errors.As(err, &none) {
		return value, byNumber, e.canCall(ctx, at, err)
	}
	return *value.SetBytes(answer), byNumber, err
}

// present is the answer to whether there is a contract.
func present(code bool) (value uint256.Int) {
	if code {
		value.SetOne()
	}
	return value
}

// agree says whether all of them are one value.
func (r reports) agree() bool {
	var first *uint256.Int
	for _, value := range r {
		if first != nil && !first.Eq(&value) {
			return false
		}
		first = &value
	}
	return true
}

// has says whether one of them is a value.
func (r reports) has(value uint256.Int) bool {
	for _, other := range r {
		if other.Eq(&value) {
			return true
		}
	}
	return false
}

// tells says whether one of them is large enough to tell slots apart.
func (r reports) tells() bool {
	for _, value := range r {
		if !value.Lt(telling) {
			return true
		}
	}
	return false
}

// any is one of them, and whether there is one.
func (r reports) any() (value uint256.Int, ok bool) {
	for _, value := range r {
		return value, true
	}
	return value, false
}
