package httpapi

import (
	"context"
	"encoding/hex"
	"regexp"

	"github.com/labstack/echo/v4"
)

var idForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// identified gives a request an id, which its answer and the log show: the one that it came with in X-Request-Id, when that
// has the form of one, or a random one.
func identified(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		id := ""
		if given := r.Header.Values(echo.HeaderXRequestID); len(given) == 1 && idForm.MatchString(given[0]) {
			id = given[0]
		} else {
			var b [8]byte
			fill(b[:])
			id = hex.EncodeToString(b[:])
		}
		c.Response().Header().Set(echo.HeaderXRequestID, id)
		c.SetRequest(r.WithContext(context.WithValue(r.Context(), idKey, id)))
		return next(c)
	}
}

// requestID is the id of the request that a context belongs to; empty when there is none.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(idKey).(string)
	return id
}
