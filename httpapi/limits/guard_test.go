package limits

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

func guarded(t *testing.T, log *strings.Builder, timeout time.Duration, h echo.HandlerFunc,
	edit ...func(*http.Request)) *httptest.ResponseRecorder {
	t.Helper()
	e, logger := echo.New(), slog.New(slog.NewTextHandler(log, nil))
	api := operation.New(e, huma.DefaultConfig("guarded", "test"), logger)
	e.Use(operation.Identify, Secure(false), Share, Tag(api), Recover(logger), Bound(api, timeout))
	e.GET("/", h)
	e.GET("/api/v1/thing", h)
	w, r := httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
	for _, change := range edit {
		change(r)
	}
	e.ServeHTTP(w, r)
	return w
}

func TestPanicStaysInside(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/", "/api/v1/thing"} {
		var log strings.Builder
		w := guarded(t, &log, time.Second, func(echo.Context) error { panic("a secret of the stack") }, func(r *http.Request) {
			r.URL.Path = path
			r.Header.Set("X-Request-Id", "mine-1")
		})
		if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") || strings.Contains(w.Body.String(), ".go") {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if !strings.Contains(log.String(), "a secret of the stack") || !strings.Contains(log.String(), "guard_test.go") ||
			!strings.Contains(log.String(), "request=mine-1") {
			t.Errorf("the log has %q", log.String())
		}
	}
}

func TestAbortPasses(t *testing.T) {
	t.Parallel()
	defer func() {
		if err, ok := recover().(error); !ok || !errors.Is(err, http.ErrAbortHandler) {
			t.Error("the server's own way of ending a connection was swallowed")
		}
	}()
	guarded(t, new(strings.Builder), time.Second, func(echo.Context) error { panic(http.ErrAbortHandler) })
}

func TestSlowAnswerEnds(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	w := guarded(t, &log, time.Millisecond, func(c echo.Context) error {
		<-c.Request().Context().Done()
		return context.Cause(c.Request().Context())
	})
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `"code":"timeout"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// An id that a caller gives is shown again only when nothing can hide in it.
func TestRequestIDs(t *testing.T) {
	t.Parallel()
	random := regexp.MustCompile(`^[0-9a-f]{16}$`)
	answer := func(given ...string) string {
		w := guarded(t, new(strings.Builder), time.Second, func(c echo.Context) error {
			return c.String(http.StatusOK, operation.RequestID(c.Request().Context()))
		}, func(r *http.Request) { r.Header["X-Request-Id"] = given })
		if got := w.Header().Values("X-Request-Id"); len(got) != 1 || got[0] != w.Body.String() {
			t.Errorf("%q: the answer shows %q, the log %q", given, got, w.Body)
		}
		return w.Body.String()
	}
	for _, good := range []string{"a", "7f3c-11.B_2", strings.Repeat("x", 64)} {
		if got := answer(good); got != good {
			t.Errorf("%q became %q", good, got)
		}
	}
	for _, bad := range [][]string{
		nil, {""}, {"a\r\nSet-Cookie: nodeledger=x"}, {"a\nb"}, {"a b"}, {"<script>"}, {"-a"}, {"é"}, {strings.Repeat("x", 65)}, {"a", "b"},
		{`a" error="forged`}, {"a\x00"},
	} {
		if got := answer(bad...); !random.MatchString(got) {
			t.Errorf("%q became %q", bad, got)
		}
	}
	if one, two := answer(), answer(); one == two {
		t.Error("two requests have one id")
	}
}

func TestHeadersThatKeepBrowsersBack(t *testing.T) {
	t.Parallel()
	for _, tls := range []bool{false, true} {
		e := echo.New()
		e.Use(Secure(tls))
		e.GET("/", func(c echo.Context) error { return c.NoContent(http.StatusUnauthorized) })
		w := httptest.NewRecorder()
		e.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
		h := w.Header()
		if csp := h.Get("Content-Security-Policy"); csp != dataPolicy || strings.Contains(csp, "unsafe") {
			t.Errorf("the policy is %q", csp)
		}
		if (h.Get("Strict-Transport-Security") != "") != tls {
			t.Errorf("TLS %t: Strict-Transport-Security is %q", tls, h.Get("Strict-Transport-Security"))
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("X-Frame-Options") != "DENY" ||
			h.Get("Cross-Origin-Opener-Policy") != "same-origin" ||
			!strings.Contains(h.Get("Permissions-Policy"), "payment=()") || !strings.HasPrefix(h.Get("WWW-Authenticate"), "Bearer") {
			t.Errorf("%v", h)
		}
	}
}
