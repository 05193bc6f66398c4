package dashboard

import (
	"context"
	"net/http"
	"reflect"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
)

// body is the shape that the framework wants of an answer.
type body[T any] struct {
	Status int `json:"-"`
	Body   T
}

// get registers a reading operation. Every error of the handler becomes a problem document; extra are the statuses that the
// operation has besides the general ones.
func get[I, T any](h huma.API, a *api, id, path, summary string, handler func(context.Context, *I) (T, error), extra ...int) {
	problem := h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "Problem")
	responses := map[string]*huma.Response{}
	for _, status := range append(slices.Clone(extra), http.StatusUnprocessableEntity, http.StatusInternalServerError) {
		responses[strconv.Itoa(status)] = &huma.Response{
			Description: http.StatusText(status), Content: map[string]*huma.MediaType{"application/problem+json": {Schema: problem}},
		}
	}
	op := huma.Operation{OperationID: id, Method: http.MethodGet, Path: path, Summary: summary, Responses: responses}
	huma.Register(h, op, func(ctx context.Context, in *I) (*body[T], error) {
		out, err := handler(ctx, in)
		if err != nil {
			return nil, a.problem(ctx, err)
		}
		return &body[T]{Status: http.StatusOK, Body: out}, nil
	})
}
