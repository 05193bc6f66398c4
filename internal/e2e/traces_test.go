package e2e_test

import (
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	spans "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// collector takes traces as OpenTelemetry's does.
type collector struct {
	mu    sync.Mutex
	spans []*spans.Span
	paths map[string]int
}

func (c *collector) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	var sent spans.TracesData
	if err == nil {
		err = proto.Unmarshal(body, &sent)
	}
	if err != nil || r.Header.Get("Content-Type") != "application/x-protobuf" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.paths[r.URL.Path]++
	for _, of := range sent.GetResourceSpans() {
		for _, scope := range of.GetScopeSpans() {
			c.spans = append(c.spans, scope.GetSpans()...)
		}
	}
}

// under are the names of the spans below the span of a name, and whether there is one.
func (c *collector) under(name string) (names []string, found bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, s := range c.spans {
		if s.GetName() != name {
			continue
		}
		found = true
		for _, below := range c.spans {
			if string(below.GetParentSpanId()) == string(s.GetSpanId()) && string(below.GetTraceId()) == string(s.GetTraceId()) {
				names = append(names, below.GetName())
			}
		}
	}
	return names, found
}

// TestTracesOfARequest: a collector gets the span of a request with those of what it had the database do, and the updates of the books with
// theirs, on both databases. No span says anything of whom or what was asked for.
func TestTracesOfARequest(t *testing.T) {
	for kind, dsn := range map[string]func() string{
		"sqlite":     func() string { return filepath.Join(t.TempDir(), "books.db") },
		"postgresql": func() string { return pgtest.URL(t) },
	} {
		t.Run(kind, func(t *testing.T) {
			c := &collector{paths: map[string]int{}}
			web := httptest.NewServer(c)
			t.Cleanup(web.Close)
			_, chain := recordedServer(t)
			w := &alarmed{T: t, flags: []string{"--db", dsn(), "--program", recordedProgram(), "--rpc", chain, "--max-lag", "0",
				"--traces", web.URL}}
			w.start()
			w.until("nodeledger_purchases", is(41))
			const wallet = "0x00000000000000000000000000000000000000aa"
			for _, path := range []string{"/api/v1/ledger/transactions", "/api/v1/holders/" + wallet + "?secret=" + wallet, "/" + wallet} {
				ask, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.api+path, nil)
				if err != nil {
					t.Fatal(err)
				}
				ask.Header.Set("Traceparent", "00-"+strings.Repeat("ab", 16)+"-"+strings.Repeat("cd", 8)+"-01")
				answer, err := http.DefaultClient.Do(ask)
				if err != nil {
					t.Fatal(err)
				}
				answer.Body.Close()
			}
			var read, wrote []string
			for end := time.Now().Add(60 * time.Second); len(read) == 0 || len(wrote) == 0; time.Sleep(100 * time.Millisecond) {
				read, _ = c.under("GET /api/v1/ledger/transactions")
				wrote, _ = c.under("update")
				if time.Now().After(end) {
					t.Fatalf("below the request are %v, below the updates %v", read, wrote)
				}
			}
			if !strings.Contains(strings.Join(read, " "), "database read") || !strings.Contains(strings.Join(wrote, " "), "database write") {
				t.Errorf("below the request are %v, below the updates %v", read, wrote)
			}
			if _, found := c.under("GET /api/v1/holders/:wallet"); !found {
				t.Error("the request about a wallet has no span")
			}
			c.mu.Lock()
			defer c.mu.Unlock()
			if c.paths["/v1/traces"] == 0 || len(c.paths) != 1 {
				t.Errorf("traces came to %v", c.paths)
			}
			for _, s := range c.spans {
				if text := strings.ToLower(s.String()); strings.Contains(text, wallet) || strings.Contains(text, "secret") ||
					strings.Contains(text, "books.db") || strings.Contains(text, "postgres://") || strings.Contains(text, "select") {
					t.Errorf("a span says too much: %s", text)
				}
				if hex.EncodeToString(s.GetTraceId()) == strings.Repeat("ab", 16) {
					t.Error("whoever asks names the trace")
				}
			}
		})
	}
}
