package limits

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// dataPolicy lets browsers do nothing with an answer. The page has a policy of its own.
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Secure sets the headers that keep browsers from doing more with an answer than showing it. With TLS they are told to come
// back over TLS only.
func Secure(tls bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
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
			if tls {
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
}

// Bound ends long requests and refuses large ones. The timeout is that of answers whose operation has none of its own.
func Bound(api *operation.API, general time.Duration) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			r := c.Request()
			if len(r.URL.RequestURI()) > operation.MaxURL {
				return operation.TooLarge(fmt.Sprintf("the request's URL is longer than %d bytes", operation.MaxURL))
			}
			b := api.BoundsOf(r.Method, c.Path())
			if r.ContentLength > b.Body {
				return operation.TooLarge(fmt.Sprintf("the request's body is longer than %d bytes", b.Body))
			}
			timeout := general
			if b.Answer > 0 {
				timeout = b.Read + b.Answer
				// More than the server gives to other answers. Where there is no connection, as in tests, there is no deadline.
				deadline := time.Now().Add(timeout + 15*time.Second)
				if err := http.NewResponseController(c.Response()).SetWriteDeadline(deadline); err != nil && !errors.Is(err, http.ErrNotSupported) {
					return err
				}
			}
			ctx := r.Context()
			if b.Answer != operation.Endless {
				timed, cancel := context.WithTimeout(ctx, timeout)
				defer cancel()
				ctx = timed
			}
			r = r.WithContext(ctx)
			if r.Body != nil {
				r.Body = http.MaxBytesReader(c.Response(), r.Body, b.Body+1) // who reads it refuses the last byte
			}
			c.SetRequest(r)
			return next(c)
		}
	}
}

// Recover keeps a mistake in one request from ending the others; the stack goes to the log.
func Recover(log *slog.Logger) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) (err error) {
			defer func() {
				thrown := recover()
				if thrown == nil {
					return
				}
				if abort, ok := thrown.(error); ok && errors.Is(abort, http.ErrAbortHandler) {
					panic(thrown) // the server's own way of ending a connection
				}
				log.Error("a request panicked", "request", operation.RequestID(c.Request().Context()), "route", c.Path(), "panic",
					fmt.Sprint(thrown), "stack", string(debug.Stack()))
				err = operation.Internal()
			}()
			return next(c)
		}
	}
}
