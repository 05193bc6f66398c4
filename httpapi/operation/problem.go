package httpapi

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/view"
)

// Codes that only the server has; those of package answer come on top.
const (
	codeMethod      view.Code = "method-not-allowed"
	codeTooLarge    view.Code = "too-large"
	codeNotReady    view.Code = "not-ready"
	codeTimeout     view.Code = "timeout"
	codeInternal    view.Code = "internal"
	codeUnspecified view.Code = "refused"

	codeUnauthenticated view.Code = "unauthenticated"
	codeForbidden       view.Code = "forbidden"
	codeTooMany         view.Code = "too-many-requests"
	codeMediaType       view.Code = "media-type"
)

// statuses is the one table from codes to HTTP statuses.
var statuses = map[view.Code]int{
	view.BadRequest:    http.StatusUnprocessableEntity, // as the framework says it
	view.ZeroNodes:     http.StatusUnprocessableEntity,
	view.UnknownCode:   http.StatusConflict,
	view.SelfReferral:  http.StatusConflict,
	view.NotEnough:     http.StatusConflict,
	view.Quota:         http.StatusConflict,
	view.NoLadder:      http.StatusConflict,
	view.OpenDay:       http.StatusConflict,
	view.NothingBooked: http.StatusConflict,
	view.NotFound:      http.StatusNotFound,
	view.NotApproved:   http.StatusConflict,
	codeConflict:       http.StatusConflict,
	codeRecorded:       http.StatusConflict,
	codeFrozen:         http.StatusServiceUnavailable,
	codeMoved:          http.StatusServiceUnavailable,
	codeMethod:         http.StatusMethodNotAllowed,
	codeTooLarge:       http.StatusRequestEntityTooLarge,
	codeNotReady:       http.StatusServiceUnavailable,
	codeTimeout:        http.StatusServiceUnavailable,
	codeInternal:       http.StatusInternalServerError,

	codeUnauthenticated: http.StatusUnauthorized,
	codeForbidden:       http.StatusForbidden,
	codeTooMany:         http.StatusTooManyRequests,
	codeMediaType:       http.StatusUnsupportedMediaType,
}

// Problem is an error as it goes out (RFC 9457).
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

func newProblem(code view.Code, detail string) *Problem {
	status, ok := statuses[code]
	if !ok {
		status = http.StatusInternalServerError
	}
	return &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Code: string(code), Detail: detail}
}

// problem is what a caller may know of an error. What is not meant for callers goes to the log.
func (a *api) problem(ctx context.Context, err error) *Problem {
	var refusal *view.Refusal
	var ready *Problem
	switch {
	case errors.As(err, &ready):
		return ready
	case errors.As(err, &refusal):
		return newProblem(refusal.Code, refusal.Text)
	case ctx.Err() != nil:
		return newProblem(codeTimeout, "the answer took too long: ask for less at once, or try again")
	}
	a.log.ErrorContext(ctx, "a request failed", "request", requestID(ctx), "error", err)
	return newProblem(codeInternal, "the server could not answer; its log says why")
}

// plainProblem turns the framework's own errors, which are about the form of a request, into problems.
func plainProblem(_ huma.Context, _ string, v any) (any, error) {
	model, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	code := codeUnspecified
	switch {
	case model.Status == http.StatusRequestEntityTooLarge:
		code = codeTooLarge
	case model.Status == http.StatusRequestTimeout:
		code = codeTimeout
	case model.Status >= 500:
		return newProblem(codeInternal, "the server could not answer; its log says why"), nil
	case model.Status == http.StatusUnprocessableEntity || model.Status == http.StatusBadRequest:
		code = view.BadRequest
	}
	p := newProblem(code, model.Detail)
	p.Status, p.Title = model.Status, http.StatusText(model.Status)
	var reasons []string
	for _, e := range model.Errors {
		reasons = append(reasons, strings.TrimPrefix(e.Location+": "+e.Message, ": "))
	}
	if len(reasons) > 0 {
		p.Detail = strings.Join(reasons, "; ")
	}
	return p, nil
}

// routeError answers what never reached a handler.
func (a *api) routeError(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	p := a.routeProblem(c.Request().Context(), err)
	c.Response().Header().Set(echo.HeaderContentType, "application/problem+json")
	if err := c.JSON(p.Status, p); err != nil {
		a.log.Warn("an error could not be sent", "error", err)
	}
}

func (a *api) routeProblem(ctx context.Context, err error) *Problem {
	var route *echo.HTTPError
	if errors.As(err, &route) {
		switch route.Code {
		case http.StatusNotFound:
			return newProblem(view.NotFound, "there is nothing here; / lists what there is")
		case http.StatusMethodNotAllowed:
			return newProblem(codeMethod, "this place does not take that method; /openapi.json lists what there is")
		}
	}
	return a.problem(ctx, err)
}
