package httpapi

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// engineProblem gives an error of the engine, or of who read a file before the engine saw it, a kind: otherwise when it says
// none itself. They are for operators, and stand in the log as well. Several lines become reasons.
func (a *api) engineProblem(ctx context.Context, err error, otherwise problem.Kind) error {
	var shown *view.Refusal
	var known *problem.Error
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil, errors.As(err, &shown), errors.As(err, &known):
		return err
	}
	if _, broken := a.engine.Store().State(ctx); broken != nil {
		return fmt.Errorf("%w (and the books cannot be read: %w)", err, broken) // it is not about what was sent
	}
	a.log.WarnContext(ctx, "an operator's request was refused", "request", operation.RequestID(ctx), "error", err)
	p := problem.New(otherwise, "", "%s", err)
	if lines := strings.Split(err.Error(), "\n"); len(lines) > 1 {
		p.Text = fmt.Sprintf("%d rows are invalid, and nothing was recorded", len(lines))
		p.Reasons = lines
	}
	return p
}
