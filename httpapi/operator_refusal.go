package httpapi

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/view"
)

// Codes of what the engine refuses to record.
const (
	codeConflict view.Code = "conflict" // what is there does not let it be now
	codeRecorded view.Code = "recorded" // the reference stands for something else
	codeFrozen   view.Code = "frozen"   // the books wait for an operator
	codeMoved    view.Code = "moved"    // somebody else wrote at the same time
)

// declined gives an error of the engine its code. The engine says of its sentences whether what was sent is wrong or the books
// do not let it be now; those of who read a file before the engine saw it say nothing, and get the code otherwise. They are
// for operators, and stand in the log as well. Several lines become reasons.
func (a *api) declined(ctx context.Context, err error, otherwise view.Code) error {
	var refusal *view.Refusal
	var problem *Problem
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil, errors.As(err, &refusal), errors.As(err, &problem):
		return err
	case errors.Is(err, engine.ErrNotAllowed):
		return newProblem(codeForbidden, err.Error())
	case errors.Is(err, engine.ErrFrozen):
		return newProblem(codeFrozen, err.Error())
	case errors.Is(err, engine.ErrMoved):
		return newProblem(codeMoved, err.Error())
	case errors.Is(err, engine.ErrRecorded), errors.Is(err, engine.ErrKeyTaken):
		return newProblem(codeRecorded, err.Error()+": give another reference, or send the same again")
	}
	switch {
	case errors.Is(err, engine.ErrContent):
		otherwise = view.BadRequest
	case errors.Is(err, engine.ErrState):
		otherwise = codeConflict
	default:
		if _, broken := a.engine.Store().State(ctx); broken != nil {
			return fmt.Errorf("%w (and the books cannot be read: %w)", err, broken) // it is not about what was sent
		}
	}
	a.log.WarnContext(ctx, "an operator's request was declined", "request", requestID(ctx), "error", err)
	p := newProblem(otherwise, err.Error())
	if lines := strings.Split(err.Error(), "\n"); len(lines) > 1 {
		p.Detail = fmt.Sprintf("%d rows are wrong, and nothing was recorded", len(lines))
		p.Reasons = lines
	}
	return p
}

// by is the operator who makes a request, as the engine wants to have it.
func by(ctx context.Context) (engine.By, error) {
	actor, ok := operatorOf(ctx)
	if !ok || !actor.Verified() {
		return engine.By{}, newProblem(codeUnauthenticated, "this is for operators: sign in, or send a token in the header Authorization")
	}
	return engine.By{Name: actor.Name(), Actor: actor}, nil
}
