package httpapi

import (
	"context"
	"mime"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/operator"
)

// body is the shape that the framework wants of an answer.
type body[T any] struct {
	Status int `json:"-"`
	Body   T
}

// get registers a reading operation. Every error of the handler becomes a problem document; extra are the statuses that the
// operation has besides the general ones.
func get[I, T any](h huma.API, a *api, id, path, summary string, handler func(context.Context, *I) (T, error), extra ...int) {
	operate(h, a, operation{id: id, method: http.MethodGet, path: path, summary: summary, extra: extra}, bodied(handler))
}

// getAs registers a reading operation for operators with a scope; for all operators when the scope is empty.
func getAs[I, T any](h huma.API, a *api, id, path, summary string, scope operator.Scope, handler func(context.Context, *I) (T, error), extra ...int) {
	operate(h, a, operation{id: id, method: http.MethodGet, path: path, summary: summary, scope: scope, guarded: true, extra: extra}, bodied(handler))
}

// post registers an operation that changes something, for operators with a scope; operatorOf says who it is. When I has a
// field Body, that is the request's body: JSON without unknown fields, 1 MiB at most.
func post[I, T any](h huma.API, a *api, id, path, summary string, scope operator.Scope, handler func(context.Context, *I) (T, error), extra ...int) {
	operate(h, a, operation{id: id, method: http.MethodPost, path: path, summary: summary, scope: scope, guarded: true, extra: extra}, bodied(handler))
}

// postFile is post for files: up to maxFile bytes, and a minute to send them and another one to take them in.
func postFile[I, T any](h huma.API, a *api, id, path, summary string, scope operator.Scope, handler func(context.Context, *I) (T, error), extra ...int) {
	operate(h, a, operation{
		id: id, method: http.MethodPost, path: path, summary: summary, scope: scope, guarded: true, extra: extra,
		bounds: bounds{body: maxFile, read: time.Minute, answer: time.Minute},
	}, bodied(handler))
}

func bodied[I, T any](handler func(context.Context, *I) (T, error)) func(context.Context, *I) (*body[T], error) {
	return func(ctx context.Context, in *I) (*body[T], error) {
		out, err := handler(ctx, in)
		return &body[T]{Status: http.StatusOK, Body: out}, err
	}
}

// operation is what is to be known of one besides its handler.
type operation struct {
	id, method, path, summary string
	guarded                   bool           // for operators only
	scope                     operator.Scope // that they need; empty: any
	extra                     []int          // statuses besides the general ones
	bounds                    bounds         // zero fields: the general ones
}

// operate registers an operation whose handler makes the whole answer.
func operate[I, O any](h huma.API, a *api, o operation, handler func(context.Context, *I) (*O, error)) {
	statuses := append(slices.Clone(o.extra), http.StatusUnprocessableEntity, http.StatusInternalServerError)
	op := huma.Operation{OperationID: o.id, Method: o.method, Path: o.path, Summary: o.summary, Middlewares: huma.Middlewares{visited}}
	if o.guarded {
		op.Middlewares = append(op.Middlewares, a.require(o.scope))
		op.Security = []map[string][]string{{"token": {}}, {"session": {}}}
		op.Description = "For operators" + strings.TrimSuffix(" with the scope "+string(o.scope), " with the scope ") + "."
		statuses = append(statuses, http.StatusUnauthorized, http.StatusForbidden)
	}
	if _, sends := reflect.TypeFor[I]().FieldByName("Body"); sends {
		op.Middlewares = append(op.Middlewares, a.jsonOnly)
		if o.bounds.body == 0 {
			o.bounds.body = maxJSON
		}
		// One byte more than allowed shows that there is too much.
		op.MaxBodyBytes, op.BodyReadTimeout = o.bounds.body+1, o.bounds.read
		statuses = append(statuses, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	a.bounds[o.method+" "+strings.NewReplacer("{", ":", "}", "").Replace(o.path)] = o.bounds
	op.Responses = problems(h, statuses)
	huma.Register(h, op, func(ctx context.Context, in *I) (*O, error) {
		out, err := handler(ctx, in)
		if err != nil {
			return nil, a.problem(ctx, err)
		}
		return out, nil
	})
}

// problems describes the answers that are none.
func problems(h huma.API, statuses []int) map[string]*huma.Response {
	schema := h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "Problem")
	out := map[string]*huma.Response{}
	for _, status := range statuses {
		out[strconv.Itoa(status)] = &huma.Response{
			Description: http.StatusText(status), Content: map[string]*huma.MediaType{"application/problem+json": {Schema: schema}},
		}
	}
	return out
}

// jsonOnly refuses bodies that do not say that they are JSON: what a form of another site can send never does.
func (a *api) jsonOnly(ctx huma.Context, next func(huma.Context)) {
	kind, parameters, err := mime.ParseMediaType(ctx.Header("Content-Type"))
	charset := parameters["charset"]
	if err != nil || kind != "application/json" || (charset != "" && !strings.EqualFold(charset, "utf-8")) || ctx.Header("Content-Encoding") != "" {
		a.refuse(ctx, newProblem(codeMediaType, "send the body as JSON: Content-Type: application/json, not compressed"))
		return
	}
	next(ctx)
}

// describeOperators adds to the description how operators prove themselves.
func describeOperators(api *huma.OpenAPI) {
	api.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token": {Type: "http", Scheme: "bearer", Description: "A token of an operator: nlo_ and 43 characters."},
		"session": {
			Type: "apiKey", In: "cookie", Name: hostPrefix + sessionCookie,
			Description: "A session of somebody who signed in with a wallet. Requests that change something also need the header " + csrfHeader + " and the header Origin of the page.",
		},
	}
}
