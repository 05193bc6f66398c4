package httpapi

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/labstack/echo/v4"
)

// Bounds of a request, in bytes.
const (
	maxURL  = 2 << 10
	maxBody = 64 << 10 // where no body is expected
	maxJSON = 1 << 20  // what operators send
	maxFile = 32 << 20 // files that they send
)

// bounds are what a request of one operation may cost.
type bounds struct {
	body   int64         // bytes; 0: maxBody
	read   time.Duration // to send the body; 0: as the framework has it
	answer time.Duration // 0: as Options.Timeout has it; below 0: it never ends by itself
}

// endless is the answer time of a stream.
const endless = -1

// dataPolicy lets browsers do nothing with an answer. The page has a policy of its own.
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// secured sets the headers that keep browsers from doing more with an answer than showing it.
func (a *api) secured(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		h.Set("Content-Security-Policy", dataPolicy)
		h.Set("Cache-Control", "no-store")
		if a.origin.secure() {
			h.Set("Strict-Transport-Security", "max-age=63072000")
		}
		c.Response().Before(func() {
			if c.Response().Status == http.StatusUnauthorized {
				h.Set("WWW-Authenticate", `Bearer realm="operators"`)
			}
		})
		return next(c)
	}
}

// bounded ends long requests and refuses large ones.
func (a *api) bounded(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		if len(r.URL.RequestURI()) > maxURL {
			return newProblem(codeTooLarge, fmt.Sprintf("the request's URL is longer than %d bytes", maxURL))
		}
		b := a.bounds[r.Method+" "+c.Path()]
		if b.body == 0 {
			b.body = maxBody
		}
		if r.ContentLength > b.body {
			return newProblem(codeTooLarge, fmt.Sprintf("the request's body is longer than %d bytes", b.body))
		}
		timeout := a.timeout
		if b.answer > 0 {
			timeout = b.read + b.answer
			// More than the server gives to other answers. Where there is no connection, as in tests, there is no deadline.
			deadline := time.Now().Add(timeout + 15*time.Second)
			if err := http.NewResponseController(c.Response()).SetWriteDeadline(deadline); err != nil && !errors.Is(err, http.ErrNotSupported) {
				return err
			}
		}
		ctx := r.Context()
		if b.answer != endless {
			timed, cancel := context.WithTimeout(ctx, timeout)
			defer cancel()
			ctx = timed
		}
		r = r.WithContext(ctx)
		if r.Body != nil {
			r.Body = http.MaxBytesReader(c.Response(), r.Body, b.body+1) // who reads it refuses the last byte
		}
		c.SetRequest(r)
		return next(c)
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
			a.log.Error("a request panicked", "request", requestID(c.Request().Context()), "route", c.Path(), "panic", fmt.Sprint(thrown), "stack", string(debug.Stack()))
			err = newProblem(codeInternal, "the server could not answer; its log says why")
		}()
		return next(c)
	}
}
