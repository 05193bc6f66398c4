package operation

import (
	"context"
	"errors"
	"net/http"

	"github.com/nodeledger/nodeledger/problem"
)

// Problem is a refusal as it goes out (RFC 9457).
type Problem struct {
	Type       string   `json:"type" doc:"A name for the kind of problem: about:blank" example:"about:blank"`
	Title      string   `json:"title" doc:"The HTTP status in words"`
	Status     int      `json:"status" doc:"The HTTP status"`
	Code       string   `json:"code" doc:"What went wrong; stable, for programs" example:"unknown-code"`
	Detail     string   `json:"detail" doc:"What went wrong and what to do, for people"`
	Reasons    []string `json:"reasons" doc:"When there are several"`
	Rows       []Row    `json:"rows" doc:"Of a file or list: those that are wrong"`
	DidYouMean string   `json:"did_you_mean,omitempty" doc:"What was probably meant" example:"ALPHA"`
}

// Row is a row of a file or list that is wrong.
type Row struct {
	Number    int    `json:"row,omitempty" doc:"From 1; a header is none. Absent where the reference names the row"`
	Reference string `json:"reference,omitempty" doc:"What names the row, where something does"`
	Text      string `json:"text" doc:"What is wrong with it, for people"`
}

// Of is a refusal as it goes out.
func Of(p *problem.Error) *Problem {
	out := newProblem(p.Kind.Status(), p.Code, p.Text)
	out.Reasons, out.DidYouMean = append(out.Reasons, p.Reasons...), p.DidYouMean
	for _, r := range p.Rows {
		out.Rows = append(out.Rows, Row(r))
	}
	return out
}

// Error is the detail.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status, as the framework asks for it.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType makes a JSON answer one of problems.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

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
	textInternal = "the server could not answer; its log says why"
	textTimeout  = "the answer took too long: ask for less at once, or try again"
)

// newProblem is a refusal whose status only HTTP knows.
func newProblem(status int, code problem.Code, detail string) *Problem {
	return &Problem{
		Type: "about:blank", Title: http.StatusText(status), Status: status, Code: string(code), Detail: detail,
		Reasons: []string{}, Rows: []Row{},
	}
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
		return Of(p)
	}
	if ctx.Err() != nil {
		return newProblem(problem.Unavailable.Status(), codeTimeout, textTimeout)
	}
	a.log.ErrorContext(ctx, "a request failed", "request", RequestID(ctx), "error", err)
	return Internal()
}
