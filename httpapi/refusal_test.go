package httpapi_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

func (s *site) problem(w *httptest.ResponseRecorder) wire.Problem {
	s.Helper()
	var p wire.Problem
	d := json.NewDecoder(w.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		s.Fatalf("%d: %v", w.Code, err)
	}
	if w.Header().Get("Content-Type") != "application/problem+json" || p.Status != w.Code || p.Type != "about:blank" ||
		p.Title != http.StatusText(w.Code) || p.Detail == "" {
		s.Errorf("%d %s: %+v", w.Code, w.Header().Get("Content-Type"), p)
	}
	return p
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	for _, c := range []struct {
		path, code string
		status     int
		says       string
	}{
		{"/api/v1/quote", "invalid", 422, "quantity"},
		{"/api/v1/quote?quantity=1.5", "invalid", 422, "whole number"},
		{"/api/v1/quote?quantity=1e3", "invalid", 422, "whole number"},
		{"/api/v1/quote?quantity=0", "zero-nodes", 422, "at least one"},
		{"/api/v1/quote?quantity=1000000000000000000000000000000", "not-enough", 409, "fewer"},
		{"/api/v1/quote?quantity=900", "not-enough", 409, "at most"},
		{"/api/v1/quote?quantity=1&code=alpha", "unknown-code", 409, `did you mean "ALPHA"`},
		{"/api/v1/quote?quantity=1&code=%00%ff", "unknown-code", 409, "spelling"},
		{"/api/v1/quote?quantity=1&wallet=0x12", "invalid", 422, "40 hexadecimal digits"},
		{"/api/v1/quote?quantity=1&discount=100", "invalid", 422, "is not a parameter of this request: remove it"},
		{"/api/v1/quote?quantity=" + strings.Repeat("1", 100), "invalid", 422, "is too long"},
		{"/api/v1/holders?limit=0", "invalid", 422, "limit"},
		{"/api/v1/holders?limit=100000", "invalid", 422, "limit"},
		{"/api/v1/holders?after=x", "invalid", 422, "wallet"},
		{"/api/v1/holders/alice", "invalid", 422, "wallet"},
		{"/api/v1/leaderboard?top=-1", "invalid", 422, "top"},
		{"/api/v1/ledger/transactions?after=-1", "invalid", 422, "after"},
		{"/api/v1/ledger/accounts/sale:profit", "invalid", 422, "chart"},
		{"/api/v1/ledger/accounts/equity:fund:share?at=tomorrow", "invalid", 422, "time"},
		{"/api/v1/ledger/accounts/equity:fund:share?after=1.2", "invalid", 422, "after"},
		{"/api/v1/ledger/trial?at=1", "invalid", 422, "time"},
		{"/api/v1/ledger/proof/0/0", "invalid", 422, "sequence"},
		{"/api/v1/ledger/proof/42/0", "not-found", 404, "42"},
		{"/api/v1/ledger/proof/1/99", "not-found", 404, "postings"},
		{"/api/v2/sale", "no-such-path", 404, "nothing here"},
		{"/api/v1/sale/../../etc/passwd", "no-such-path", 404, "nothing here"},
		{"/" + strings.Repeat("x", 4000), "too-large", 413, "URL"},
	} {
		w := s.ask(http.MethodGet, c.path)
		status, body := w.Code, w.Body.String()
		p := s.problem(w)
		if status != c.status || p.Code != c.code || !strings.Contains(p.Detail, c.says) {
			t.Errorf("%.80s: %d %s", c.path, status, body)
		}
		if meant := strings.Contains(c.says, "ALPHA"); meant != (p.DidYouMean == "ALPHA") {
			t.Errorf("%.80s: did you mean %q", c.path, p.DidYouMean)
		}
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch} {
		if p := s.problem(s.ask(method, "/api/v1/sale")); p.Code != "method-not-allowed" || p.Status != http.StatusMethodNotAllowed {
			t.Errorf("%s: %+v", method, p)
		}
	}
	large := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/sale", strings.NewReader(strings.Repeat("x", 100_000)))
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, large)
	if p := s.problem(w); p.Code != "too-large" {
		t.Errorf("a large body: %+v", p)
	}
	if s.log.Len() > 0 {
		t.Errorf("what callers did wrong is in the log: %s", s.log)
	}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	for _, path := range []string{"/metrics", "/api/v1/sale", "/nothing", "/api/v1/quote"} {
		h := s.ask(http.MethodGet, path).Header()
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
			"Cache-Control": map[bool]string{true: "no-cache", false: "no-store"}[path == "/api/v1/sale"],
		} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		if !strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: %v", path, h)
		}
	}
}

func TestReadiness(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	s := serve(t, e, 30*time.Second)
	refused := func(reasons ...string) {
		t.Helper()
		p := s.problem(s.ask(http.MethodGet, "/readyz"))
		if p.Status != http.StatusServiceUnavailable || p.Code != "not-ready" || len(p.Reasons) != len(reasons) {
			t.Fatalf("%+v", p)
		}
		for i, says := range reasons {
			if !strings.Contains(p.Reasons[i], says) {
				t.Errorf("%q does not say %q", p.Reasons[i], says)
			}
		}
	}
	refused("nothing is booked")
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	refused("1m0s old") // the clock is a minute after the last block
	e.Found(engine.Finding{Time: samplebooks.Soon.At})
	refused("1m0s old")
	e.Found(engine.Finding{Time: samplebooks.Soon.At, Difference: "journal, sequence 7: it is missing"})
	refused("journal, sequence 7: it is missing", "1m0s old")
	freeze(t, e, "two final blocks")
	refused("two final blocks", "journal, sequence 7: it is missing", "1m0s old")

	var health wire.Health
	s.get("/healthz", &health)
	if !health.OK {
		t.Error("a process that serves is not healthy")
	}
}

// A store that fails must not tell strangers where it lies.
func TestNothingOfTheMachineLeaves(t *testing.T) {
	t.Parallel()
	s, e := recorded(t)
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/api/v1/sale", "/api/v1/holders", "/api/v1/ledger/trial", "/api/v1/ledger/transactions",
		"/api/v1/ledger/accounts/expenses:dust", "/api/v1/quote?quantity=1"} {
		w := s.ask(http.MethodGet, path)
		body := w.Body.String()
		if p := s.problem(w); p.Status != http.StatusInternalServerError || p.Code != "internal" || strings.Contains(body, "sql") ||
			strings.Contains(body, t.TempDir()[:4]) {
			t.Errorf("%s: %s", path, body)
		}
	}
	if !strings.Contains(s.log.String(), "closed") {
		t.Errorf("the log does not say why: %s", s.log)
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	if _, err := httpapi.New(httpapi.Options{}); err == nil {
		t.Error("a dashboard without books was made")
	}
	server := httpapi.Server(http.NotFoundHandler())
	if server.ReadHeaderTimeout == 0 || server.ReadTimeout == 0 || server.WriteTimeout == 0 || server.IdleTimeout == 0 ||
		server.MaxHeaderBytes == 0 {
		t.Errorf("the server is without a limit: %+v", server)
	}
}

// What cannot be brought up to date is said at once, and makes the books unready when it has been so for longer than they may lag.
func TestReadinessOfWhatFails(t *testing.T) {
	t.Parallel()
	_, e := recorded(t)
	var going httpapi.Going
	files := 0
	h, err := httpapi.New(httpapi.Options{Engine: e, Clock: samplebooks.Soon, Version: "v1.2.3", MaxLag: 5 * time.Minute,
		Going: func() httpapi.Going { return going }, Files: func() (int, error) { return files, errors.New("/secret is full") }})
	if err != nil {
		t.Fatal(err)
	}
	s := &site{t, &checked{T: t, handler: h}, new(strings.Builder)}
	ready := func(says string) {
		t.Helper()
		var r wire.Readiness
		s.get("/readyz", &r)
		if !r.Ready || (says == "") != (len(r.Warnings) == 0) || !strings.Contains(strings.Join(r.Warnings, "\n"), says) {
			t.Fatalf("%+v", r)
		}
	}
	ready("")
	going = httpapi.Going{Failing: 5 * time.Minute, InARow: 3, Failed: 7, Why: errors.New("the files of 2024-05-01 cannot be written")}
	ready("for 5m0s, in 3 tries: the log")
	going.Failing += time.Second
	p := s.problem(s.ask(http.MethodGet, "/readyz"))
	if p.Status != http.StatusServiceUnavailable || len(p.Reasons) != 1 || !strings.Contains(p.Reasons[0], "for 5m1s, in 3 tries: the log") {
		t.Fatalf("%+v", p)
	}
	m := measured(t, h)
	for _, line := range []string{"nodeledger_updates_failed_total 7\n", "nodeledger_updates_failing 3\n", "process_open_fds "} {
		if !strings.Contains(m, line) {
			t.Errorf("the metrics lack %q", line)
		}
	}
	going.Why = problem.New(problem.Unavailable, problem.NoDatabase, "secret.example does not answer")
	p = s.problem(s.ask(http.MethodGet, "/readyz"))
	if len(p.Reasons) != 1 || !strings.Contains(p.Reasons[0], "database of the books has not answered") {
		t.Errorf("%+v", p)
	}
	going, files = httpapi.Going{}, 2
	ready("2 files of closed periods could not be written")
	if m := measured(t, h); !strings.Contains(m, "nodeledger_files_waiting 2\n") {
		t.Error("the metrics do not say that files wait")
	}
	files = 0
	going = httpapi.Going{Failed: 8, Succeeded: time.Unix(1_700_000_000, 0)}
	ready("")
	if m := measured(t, h); !strings.Contains(m, "nodeledger_updated_seconds 1.7e+09\n") {
		t.Error("the metrics do not say when it went well")
	}
}

// measured are the metrics of a site.
func measured(t *testing.T, h http.Handler) string {
	t.Helper()
	w := httptest.NewRecorder()
	httpapi.Metrics(h).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	return w.Body.String()
}
