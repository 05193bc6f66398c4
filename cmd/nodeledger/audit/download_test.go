package audit

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/wire"
)

// Pages may be as short as the server likes, may break off, and may have more than was asked for: every row comes once, in order. What is
// something else is refused.
func TestDownloadReadsRowByRow(t *testing.T) {
	t.Parallel()
	const inputs, transactions = 7, 5
	row := func(n int) string { return fmt.Sprintf(`{"sequence": %d, "source": {"transactions": [1]}}`, n) }
	for name, c := range map[string]struct {
		answer func(path string, asked int, after int) string // the asked-th answer to a path
		fails  string
	}{
		"one a page": {func(path string, _, after int) string {
			return fmt.Sprintf(`{"as_of": {%q: []}, %q: [%s], "next": "%d"}`, path, path, row(after+1), after+1)
		}, ""},
		"breaks off": {func(path string, asked, after int) string {
			if asked%2 == 1 {
				return fmt.Sprintf(`{%q: [%s, %s, {"sequ`, path, row(after+1), row(after+2))
			}
			return fmt.Sprintf(`{%q: [%s]}`, path, row(after+1))
		}, ""},
		"more than there are": {func(path string, _, after int) string {
			var rows []string
			for n := range 20 {
				rows = append(rows, row(after+1+n))
			}
			return fmt.Sprintf(`{%q: [%s]}`, path, strings.Join(rows, ","))
		}, ""},
		"none":         {func(path string, _, _ int) string { return fmt.Sprintf(`{%q: []}`, path) }, "gives 0"},
		"another row":  {func(path string, _, after int) string { return fmt.Sprintf(`{%q: [%s]}`, path, row(after+2)) }, "gives 0"},
		"no list":      {func(path string, _, _ int) string { return fmt.Sprintf(`{%q: {}}`, path) }, "are not a list"},
		"no such list": {func(string, int, int) string { return `{"rows": [{"inputs": [1]}]}` }, "has no inputs"},
		"no JSON":      {func(string, int, int) string { return `<html>` }, "invalid character"},
	} {
		asked := map[string]int{}
		serve := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			path := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
			asked[path]++
			if path == "ledger" {
				_, _ = fmt.Fprintf(w, `{"inputs": %d, "sequence": %d}`, inputs, transactions)
				return
			}
			var after int
			if _, err := fmt.Sscan(r.URL.Query().Get("after"), &after); err != nil {
				t.Error(err)
			}
			_, _ = io.WriteString(w, c.answer(path, asked[path], after))
		}))
		s, err := newServer(serve.URL)
		if err != nil {
			t.Fatal(err)
		}
		s.pause = time.Millisecond
		p, err := s.download(t.Context(), t.TempDir(), func(uint64, uint64) {})
		serve.Close()
		if c.fails != "" {
			if err == nil || !strings.Contains(err.Error(), c.fails) {
				t.Errorf("%s: %v; want %q", name, err, c.fails)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if p.inputs.count() != inputs || p.transactions.count() != transactions || len(p.before) != inputs {
			t.Errorf("%s: %d inputs and %d transactions", name, p.inputs.count(), p.transactions.count())
		}
		for n := range uint64(inputs) {
			var in wire.Input
			if err := p.inputs.read(n, &in); err != nil || in.Sequence != n+1 {
				t.Errorf("%s: row %d is %+v, %v", name, n, in, err)
			}
		}
		if err := p.close(); err != nil {
			t.Error(err)
		}
	}
}
