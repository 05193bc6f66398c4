package operation

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"net/url"
	"regexp"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"
)

type contextKey int

const (
	requestKey contextKey = iota
	idKey
	turnKey
	operatorKey
)

var idForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// Identify gives a request an id, which its answer and the log show: the one that it came with in X-Request-Id, when that
// has the form of one, or a random one.
func Identify(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		id := ""
		if given := r.Header.Values(echo.HeaderXRequestID); len(given) == 1 && idForm.MatchString(given[0]) {
			id = given[0]
		} else {
			var b [8]byte
			if _, err := rand.Read(b[:]); err != nil {
				panic(err) // never: the Go runtime ends the process when the system has no randomness
			}
			id = hex.EncodeToString(b[:])
		}
		c.Response().Header().Set(echo.HeaderXRequestID, id)
		c.SetRequest(r.WithContext(context.WithValue(r.Context(), idKey, id)))
		return next(c)
	}
}

// Decode makes the parameters of a path what they mean: generated clients write a colon as %3A, and the router leaves it so.
func Decode(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().URL.RawPath == "" {
			return next(c)
		}
		values := slices.Clone(c.ParamValues())
		for i, value := range values {
			decoded, err := url.PathUnescape(value)
			if err != nil {
				return err // never: net/http refuses such a path before
			}
			values[i] = decoded
		}
		c.SetParamValues(values...)
		return next(c)
	}
}

// RequestID is the id of the request that a context belongs to; empty when there is none.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(idKey).(string)
	return id
}

// RequestOf is the request as it came, for operations that need more of it than their input has.
func RequestOf(ctx context.Context) *http.Request {
	r, _ := ctx.Value(requestKey).(*http.Request)
	return r
}

// WithOperator gives a request the name of the operator who makes it, by which its turns are counted.
func WithOperator(ctx huma.Context, name string) huma.Context {
	return huma.WithValue(ctx, operatorKey, name)
}

// withRequest lets an operation see the request.
func withRequest(ctx huma.Context, next func(huma.Context)) {
	next(huma.WithValue(ctx, requestKey, humaecho.UnwrapV4(ctx).Request()))
}
