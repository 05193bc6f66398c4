package operation

import (
	"context"
	"errors"
	"net/http"

	"github.com/nodeledger/nodeledger/problem"
)

// Problem is a refusal as it goes out (RFC 9457).
type Problem struct {
	Type    string   `json:"type" doc:"A name for the kind of problem: about:blank" example:"about:blank"`
	Title   string   `json:"title" doc:"The HTTP status in words"`
	Status  int      `json:"status" doc:"The HTTP status"`
	Code    string   `json:"code" doc:"What went wrong; stable, for programs" example:"unknown-code"`
	Detail  string   `json:"detail" doc:"What went wrong and what to do, for people"`
	Reasons []string `json:"reasons,omitempty" doc:"When there are several"`
}

// Error is the detail.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status, as the framework asks for it.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType makes a JSON answer one of problems.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// Codes that only HTTP has, beside the kinds of package problem.
const (
	codeMethod         problem.Code = "method-not-allowed"
	codeTooLarge       problem.Code = "too-large"
	codeMediaType      problem.Code = "media-type"
	codeRequestTimeout problem.Code = "request-timeout"
	codeTimeout        problem.Code = "timeout"
)

// The texts of what is not the caller's fault.
const (
	textInternal = "the server could not answer; its log says why"
	textTimeout  = "the answer took too long: ask for less at once, or try again"
)

// newProblem is a refusal whose status only HTTP knows.
func newProblem(status int, code problem.Code, detail string) *Problem {
	return &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Code: string(code), Detail: detail}
}

// TooLarge refuses a request that is longer than it may be.
func TooLarge(detail string) *Problem {
	return newProblem(http.StatusRequestEntityTooLarge, codeTooLarge, detail)
}

// Internal is the answer of a failure whose reason is in the log.
func Internal() *Problem {
	return newProblem(problem.Internal.Status(), problem.Code(problem.Internal.String()), textInternal)
}

// Problem is what a caller may know of an error. The text of a failure inside the server goes to the log and nowhere else.
func (a *API) Problem(ctx context.Context, err error) *Problem {
	var ready *Problem
	if errors.As(err, &ready) {
		return ready
	}
	p := problem.Of(err)
	if p.Kind != problem.Internal {
		out := newProblem(p.Kind.Status(), p.Code, p.Text)
		out.Reasons = p.Reasons
		return out
	}
	if ctx.Err() != nil {
		return newProblem(problem.Unavailable.Status(), codeTimeout, textTimeout)
	}
	a.log.ErrorContext(ctx, "a request failed", "request", RequestID(ctx), "error", err)
	return Internal()
}
