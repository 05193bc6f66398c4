package engine

import (
	"context"
	"errors"

	"github.com/nodeledger/nodeledger/ledger"
)

// Why something that an operator said is refused; test with errors.Is. Errors with neither are failures: of the store, of a
// node, of the network.
var (
	// ErrContent: what was said is wrong by itself, or does not fit what the books hold; it has to be said otherwise.
	ErrContent = errors.New("what was said cannot be recorded")
	// ErrState: what was said is well formed, and the books are not, or no longer, in the state for it.
	ErrState = errors.New("the books are not in the state for it")
)

// refused is an error that knows its reason; its text is the error's own.
type refused struct {
	error
	why error
}

func (r refused) Unwrap() []error { return []error{r.error, r.why} }

func content(err error) error { return because(ErrContent, err) }
func state(err error) error   { return because(ErrState, err) }

// because gives an error its reason, when it has none yet.
func because(why, err error) error {
	if err == nil || errors.Is(err, ErrContent) || errors.Is(err, ErrState) {
		return err
	}
	return refused{err, why}
}

// sealed gives the refusal of a commit its reason, where the books are in the way.
func sealed(err error) error {
	if errors.Is(err, ledger.ErrOverdrawn) || errors.Is(err, ErrMoved) || errors.Is(err, ErrFrozen) {
		return state(err)
	}
	return err
}

// failure is an error of the store or of a node in the middle of a check: it says nothing about what was checked.
type failure struct{ error }

func (f failure) Unwrap() error { return f.error }

func failed(err error) error {
	if err == nil {
		return nil
	}
	return failure{err}
}

// checked gives what a check found its reason: content, unless the check says otherwise.
func checked(err error) error {
	var f failure
	if errors.As(err, &f) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return content(err)
}
