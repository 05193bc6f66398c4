package metrics_test

import (
	"bufio"
	"errors"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/metrics"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/wire"
)

// scrape reads what is measured of books that were recorded.
func scrape(t *testing.T, change func(*metrics.Options)) string {
	t.Helper()
	e, _ := samplebooks.Recorded(t)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	o := metrics.Options{Engine: e, Clock: samplebooks.Soon, Log: slog.New(slog.DiscardHandler), Version: "v1",
		Streams: func() int { return 3 }, Database: metrics.NewDatabase()}
	change(&o)
	w := httptest.NewRecorder()
	metrics.New(o).Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
	if w.Code != 200 {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	return w.Body.String()
}

// TestEverythingServedIsInTheTable: with everything there is to measure, what is served are the families of the table, as the kind that the
// table says, and what Go and the system say of the process.
func TestEverythingServedIsInTheTable(t *testing.T) {
	t.Parallel()
	kinds := map[string]string{}
	for _, f := range metrics.Families() {
		kinds[f.Name] = f.Kind
	}
	text := scrape(t, func(o *metrics.Options) {
		o.Going = func() metrics.Going { return metrics.Going{Succeeded: time.Unix(1, 0), Failed: 4} }
		o.Files = func() (int, error) { return 2, errors.New("full") }
		o.Endpoints = func() []wire.Endpoint { return []wire.Endpoint{{URL: "https://a.example/***", State: "up"}} }
		o.Asked = func() []metrics.Asked {
			return []metrics.Asked{{Head: 70, Requests: 9, Failed: 1, Limited: 2, Faulty: 3}}
		}
		o.Database.Took("read", 3*time.Millisecond)
	})
	types := regexp.MustCompile(`(?m)^# TYPE (nodeledger_\w+) (\w+)$`).FindAllStringSubmatch(text, -1)
	for _, found := range types {
		if kinds[found[1]] != found[2] {
			t.Errorf("%s is served as a %s, and the table has it as %q", found[1], found[2], kinds[found[1]])
		}
	}
	if len(types) < 35 {
		t.Errorf("only %d families are served", len(types))
	}
	for _, line := range []string{
		"nodeledger_chain_block_height 70", `nodeledger_endpoint_requests_total{endpoint="https://a.example/***"} 9`,
		`nodeledger_endpoint_failed_total{endpoint="https://a.example/***"} 1`,
		`nodeledger_endpoint_limited_total{endpoint="https://a.example/***"} 2`,
		`nodeledger_endpoint_faulty_total{endpoint="https://a.example/***"} 3`, "nodeledger_streams 3", "nodeledger_files_waiting 2",
		"nodeledger_updates_failed_total 4", `nodeledger_database_duration_seconds_count{kind="read"} 1`,
	} {
		if !strings.Contains(text, "\n"+line+"\n") {
			t.Errorf("no line %s", line)
		}
	}
}

// TestEndpointsThatLookAlike: two addresses that differ in their keys alone look the same, and are told apart.
func TestEndpointsThatLookAlike(t *testing.T) {
	t.Parallel()
	text := scrape(t, func(o *metrics.Options) {
		o.Endpoints = func() []wire.Endpoint {
			return []wire.Endpoint{{URL: "https://a.example/***", State: "up"}, {URL: "https://a.example/***", State: "slow"}}
		}
	})
	for _, line := range []string{`nodeledger_endpoint_up{endpoint="https://a.example/***"} 1`,
		`nodeledger_endpoint_up{endpoint="https://a.example/*** (2)"} 0`} {
		if !strings.Contains(text, "\n"+line+"\n") {
			t.Errorf("no line %s", line)
		}
	}
}

// TestEveryFamilyIsDocumented: docs/operations.md has a row for each family with its kind and labels, and none for another.
func TestEveryFamilyIsDocumented(t *testing.T) {
	t.Parallel()
	file, err := os.Open(filepath.Join("..", "..", "docs", "operations.md"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows := map[string]bool{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if line := lines.Text(); strings.HasPrefix(line, "| `nodeledger_") {
			rows[line] = true
		}
	}
	for _, f := range metrics.Families() {
		row := "| `" + f.Name + "` | " + f.Kind + " | " + strings.Join(f.Labels, ", ") + " | " + f.Help + " |"
		if !rows[row] {
			t.Errorf("docs/operations.md lacks %s", row)
		}
		delete(rows, row)
	}
	for row := range rows {
		t.Errorf("docs/operations.md has %s, which is not so", row)
	}
}
