package dashboard

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/labstack/echo/v4"
)

// Bounds of a request.
const (
	maxURL  = 2 << 10 // bytes
	maxBody = 64 << 10
)

// secured sets the headers that keep browsers from doing more with an answer than showing it.
func secured(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
		h.Set("Cache-Control", "no-store")
		return next(c)
	}
}

// bounded ends long requests and refuses large ones.
func bounded(timeout time.Duration) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			r := c.Request()
			if len(r.URL.RequestURI()) > maxURL {
				return newProblem(codeTooLarge, fmt.Sprintf("the request's URL is longer than %d bytes", maxURL))
			}
			if r.ContentLength > maxBody {
				return newProblem(codeTooLarge, fmt.Sprintf("the request's body is longer than %d bytes", maxBody))
			}
			ctx, cancel := context.WithTimeout(r.Context(), timeout)
			defer cancel()
			r = r.WithContext(ctx)
			if r.Body != nil {
				r.Body = http.MaxBytesReader(c.Response(), r.Body, maxBody)
			}
			c.SetRequest(r)
			return next(c)
		}
	}
}

// recovered keeps a mistake in one request from ending the others; the stack goes to the log.
func (a *api) recovered(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			thrown := recover()
			if thrown == nil {
				return
			}
			if abort, ok := thrown.(error); ok && errors.Is(abort, http.ErrAbortHandler) {
				panic(thrown) // the server's own way of ending a connection
			}
			a.log.Error("a request panicked", "route", c.Path(), "panic", fmt.Sprint(thrown), "stack", string(debug.Stack()))
			err = newProblem(codeInternal, "the server could not answer; its log says why")
		}()
		return next(c)
	}
}
