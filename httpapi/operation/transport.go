package operation

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

// plainProblem turns the framework's own errors, which are about the form of a request, into problems.
func plainProblem(ctx huma.Context, _ string, v any) (any, error) {
	model, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	code := problem.Code(problem.Invalid.String())
	switch {
	case model.Status == http.StatusRequestEntityTooLarge:
		code = codeTooLarge
	case model.Status == http.StatusRequestTimeout:
		code = codeRequestTimeout
	case model.Status >= 500:
		return Internal(), nil
	}
	p := wire.NewProblem(model.Status, code, model.Detail)
	var reasons []string
	for _, e := range model.Errors {
		reasons = append(reasons, textOf(ctx.Operation(), e))
	}
	if len(reasons) > 0 {
		p.Detail = strings.Join(reasons, "; ")
	}
	return p, nil
}

// RouteError answers what never reached a handler.
func (a *API) RouteError(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	p := a.routeProblem(c.Request().Context(), err)
	if p.Status == http.StatusNotFound && a.missing != nil && c.Path() == "" && opensPage(c.Request()) {
		if err := a.missing(c); err != nil {
			a.log.Warn("an error could not be sent", "error", err)
		}
		return
	}
	c.Response().Header().Set(echo.HeaderContentType, p.ContentType(""))
	if err := c.JSON(p.Status, p); err != nil {
		a.log.Warn("an error could not be sent", "error", err)
	}
}

// opensPage says whether a person opens an address of the page in a browser.
func opensPage(r *http.Request) bool {
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) && strings.Contains(r.Header.Get(echo.HeaderAccept), "text/html") &&
		!strings.HasPrefix(r.URL.Path, "/api/")
}

func (a *API) routeProblem(ctx context.Context, err error) *wire.Problem {
	var route *echo.HTTPError
	if errors.As(err, &route) {
		switch route.Code {
		case http.StatusNotFound:
			return wire.NewProblem(http.StatusNotFound, codeNoPath, "there is nothing here: /openapi.json lists every path")
		case http.StatusMethodNotAllowed:
			return wire.NewProblem(http.StatusMethodNotAllowed, codeMethod, "method not allowed here: /openapi.json lists the methods of every path")
		}
	}
	return a.Problem(ctx, err)
}

// Refuse ends a request with a problem before its handler.
func (a *API) Refuse(ctx huma.Context, err error) {
	p := a.Problem(ctx.Context(), err)
	ctx.SetHeader("Content-Type", p.ContentType(""))
	ctx.SetStatus(p.Status)
	if err := json.NewEncoder(ctx.BodyWriter()).Encode(p); err != nil {
		a.log.Warn("an error could not be sent", "error", err)
	}
}
