package dashboard

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"
)

func guarded(log *strings.Builder, timeout time.Duration, h echo.HandlerFunc) *httptest.ResponseRecorder {
	a := &api{log: slog.New(slog.NewTextHandler(log, nil))}
	e := echo.New()
	e.HTTPErrorHandler = a.routeError
	e.Use(secured, a.recovered, bounded(timeout))
	e.GET("/", h)
	w := httptest.NewRecorder()
	e.ServeHTTP(w, httptest.NewRequestWithContext(context.Background(), http.MethodGet, "/", nil))
	return w
}

func TestPanicStaysInside(t *testing.T) {
	var log strings.Builder
	w := guarded(&log, time.Second, func(echo.Context) error { panic("a secret of the stack") })
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") || strings.Contains(w.Body.String(), ".go") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if !strings.Contains(log.String(), "a secret of the stack") || !strings.Contains(log.String(), "guard_test.go") {
		t.Errorf("the log has %q", log.String())
	}
}

func TestAbortPasses(t *testing.T) {
	defer func() {
		if err, ok := recover().(error); !ok || !errors.Is(err, http.ErrAbortHandler) {
			t.Error("the server's own way of ending a connection was swallowed")
		}
	}()
	guarded(new(strings.Builder), time.Second, func(echo.Context) error { panic(http.ErrAbortHandler) })
}

func TestSlowAnswerEnds(t *testing.T) {
	var log strings.Builder
	w := guarded(&log, time.Millisecond, func(c echo.Context) error {
		<-c.Request().Context().Done()
		return context.Cause(c.Request().Context())
	})
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `"code":"timeout"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestEveryCodeHasAStatus(t *testing.T) {
	for code, status := range statuses {
		if p := newProblem(code, "x"); p.Status != status || p.Title == "" || p.Code != string(code) {
			t.Errorf("%+v", p)
		}
	}
	if newProblem("never heard of", "x").Status != http.StatusInternalServerError {
		t.Error("an unknown code is not the server's fault")
	}
}
