package httpapi

import (
	"context"

	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/httpapi/metrics"
)

// traced makes each request a span, so that what it has the database do is part of it. begin may be nil.
func traced(begin func(ctx context.Context, method, route string) (context.Context, func(status int))) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		if begin == nil {
			return next
		}
		return func(c echo.Context) error {
			ctx, end := begin(c.Request().Context(), c.Request().Method, metrics.Route(c))
			c.SetRequest(c.Request().WithContext(ctx))
			err := next(c)
			end(c.Response().Status)
			return err
		}
	}
}
