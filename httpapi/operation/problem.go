package operation

import (
	"context"
	"errors"
	"net/http"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

// Codes that only HTTP has, beside the kinds of package problem.
const (
	codeNoPath         problem.Code = "no-such-path"
	codeMethod         problem.Code = "method-not-allowed"
	codeTooLarge       problem.Code = "too-large"
	codeMediaType      problem.Code = "media-type"
	codeRequestTimeout problem.Code = "request-timeout"
	codeTimeout        problem.Code = "timeout"
)

// The texts of what is not the caller's fault.
const (
	textInternal   = "the server could not answer; its log says why"
	textNoDatabase = "the database of the books does not answer: try again shortly"
	textTimeout    = "the answer took too long: ask for less at once, or try again"
)

// TooLarge refuses a request that is longer than it may be.
func TooLarge(detail string) *wire.Problem {
	return wire.NewProblem(http.StatusRequestEntityTooLarge, codeTooLarge, detail)
}

// Internal is the answer of a failure whose reason is in the log.
func Internal() *wire.Problem {
	return wire.NewProblem(problem.Internal.Status(), problem.Code(problem.Internal.String()), textInternal)
}

// Problem is what a caller may know of an error. The text of a failure inside the server goes to the log and nowhere else.
func (a *API) Problem(ctx context.Context, err error) *wire.Problem {
	var ready *wire.Problem
	if errors.As(err, &ready) {
		return ready
	}
	p := problem.Of(err)
	if p.Code == problem.NoDatabase { // where it is, and why, goes to the log
		a.log.WarnContext(ctx, "the database does not answer", "request", RequestID(ctx), "error", err)
		return wire.NewProblem(p.Kind.Status(), p.Code, textNoDatabase)
	}
	if p.Kind != problem.Internal {
		return wire.ProblemOf(p)
	}
	if ctx.Err() != nil {
		return wire.NewProblem(problem.Unavailable.Status(), codeTimeout, textTimeout)
	}
	a.log.ErrorContext(ctx, "a request failed", "request", RequestID(ctx), "error", err)
	return Internal()
}
