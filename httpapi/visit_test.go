package httpapi_test

// A server over empty books with operators, and requests as programs and pages send them.

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

// visit is a server over empty books, and its visitor.
type visit struct {
	*testing.T
	handler  http.Handler
	clock    *samplebooks.Clock
	registry operator.Registry
	log      *strings.Builder
}

func newVisit(t *testing.T, edit ...func(*httpapi.Options)) *visit {
	t.Helper()
	g := &visit{T: t, clock: &samplebooks.Clock{At: time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)}, log: new(strings.Builder)}
	p, err := program.Load("gpunet")
	check(t, err)
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	e, err := engine.Open(t.Context(), p, books, nil, g.clock, slog.New(slog.DiscardHandler))
	check(t, err)
	o := httpapi.Options{
		Engine: e, Clock: g.clock, Logger: slog.New(slog.NewTextHandler(g.log, nil)), Origin: "https://books.example.org",
		Operators: func() operator.Registry { return g.registry },
	}
	for _, change := range edit {
		change(&o)
	}
	h, err := httpapi.New(o)
	check(t, err)
	g.handler = &checked{T: t, handler: h}
	return g
}

// token gives an operator a token.
func (g *visit) token(name, label string, until time.Time, scopes ...operator.Scope) string {
	g.Helper()
	secret, hash, err := operator.NewToken(strings.NewReader(strings.Repeat(name+label, 32)))
	check(g.T, err)
	check(g.T, g.registry.Apply(operator.Change{Name: name, Label: label, Token: hash, Scopes: scopes, Until: until}, g.clock.At))
	return secret
}

// send sends a request without a body; edit may make it another one.
func (g *visit) send(method, path string, edit ...func(*http.Request)) *httptest.ResponseRecorder {
	g.Helper()
	r := httptest.NewRequestWithContext(g.Context(), method, path, nil)
	r.Header.Set("Origin", "https://books.example.org")
	for _, change := range edit {
		change(r)
	}
	w := httptest.NewRecorder()
	g.handler.ServeHTTP(w, r)
	return w
}

// refused expects a problem.
func (g *visit) refused(name string, w *httptest.ResponseRecorder, status int, says string) {
	g.Helper()
	var p wire.Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != status || p.Status != status ||
		w.Header().Get("Content-Type") != "application/problem+json" ||
		!strings.Contains(p.Detail, says) {
		g.Errorf("%s: %d %s, want %d with %q", name, w.Code, w.Body, status, says)
	}
	if (status == http.StatusUnauthorized) != (w.Header().Get("WWW-Authenticate") != "") {
		g.Errorf("%s: %d with WWW-Authenticate %q", name, w.Code, w.Header().Get("WWW-Authenticate"))
	}
}

func header(name string, values ...string) func(*http.Request) {
	return func(r *http.Request) { r.Header[name] = values }
}

func TestWithoutOperatorsThereIsNobodyToSignIn(t *testing.T) {
	t.Parallel()
	g := newVisit(t, func(o *httpapi.Options) { o.Operators = nil })
	for _, method := range []string{http.MethodPost, http.MethodGet, http.MethodDelete} {
		g.refused(method, g.send(method, "/api/v1/session"), http.StatusNotFound, "nothing here")
	}
}

func TestEventsAreDescribed(t *testing.T) {
	t.Parallel()
	g := newVisit(t)
	text := g.send(http.MethodGet, "/openapi.json").Body.String()
	for _, word := range []string{`"text/event-stream"`, `"PurchaseEvent"`, `"PayoutEvent"`, `"securitySchemes"`, `"bearer"`,
		`"__Host-nodeledger"`} {
		if !strings.Contains(text, word) {
			t.Errorf("the description lacks %s", word)
		}
	}
}
