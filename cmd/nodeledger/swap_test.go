package main

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/pgtest"
	swap "github.com/nodeledger/nodeledger/internal/tamper"
)

// A server under which the database is swapped for an older copy of the books, or for a fork of them, signs no checkpoint of what came in
// their place: until it notices it signs the books that it has seen, and from then on none.
func TestAServerSignsNoCheckpointOfOtherBooks(t *testing.T) {
	_, url := recordedNode(t)
	program, key := shared("programs", "gpunet-recorded.yaml"), filepath.Join(t.TempDir(), "books.key")
	mustRun(t, "ledger", "key", "books.example.org", key)
	record := func(db string, who ...string) {
		t.Helper()
		for _, name := range who {
			mustRun(t, "operator", "add", name, "--operator", "setup", "--reference", name+"-1", "--wallet",
				"0x00000000000000000000000000000000000000a1", "--label", "laptop", "--scope", "admin", "--db", db)
		}
	}
	for what, c := range map[string]struct {
		flags []string
		fork  []string // who was added to the copy
		says  string
	}{
		"an older copy, by who keeps the books": {[]string{"--rpc", url}, nil, "this is an older copy"},
		"an older copy, by a reader":            {nil, nil, "this is an older copy"},
		"a fork, by who keeps the books":        {[]string{"--rpc", url}, []string{"eve"}, "are not those that"},
		"a fork, by a reader":                   {nil, []string{"eve"}, "are not those that"},
	} {
		for name, place := range map[string]func() string{
			"sqlite": func() string { return filepath.Join(t.TempDir(), "books.db") }, "postgres": func() string { return pgtest.URL(t) },
		} {
			t.Run(what+"/"+name, func(t *testing.T) {
				books := &swap.Books{T: t, DSN: place()}
				mustRun(t, "sync", "--program", program, "--rpc", url, "--db", books.DSN)
				other := books.Copied()
				record(other, c.fork...)
				record(books.DSN, "ann")
				s := start(t, &App{}, append([]string{"serve", "--listen", "127.0.0.1:0", "--poll", "1s", "--max-lag", "0s", "--db", books.DSN,
					"--checkpoint-key", key}, c.flags...)...)
				var signed string
				s.until("/checkpoint", func(status int, body string) bool { signed = body; return status == http.StatusOK })
				books.Swap(other)
				s.until("/checkpoint", func(status int, body string) bool {
					if status == http.StatusOK && body != signed {
						t.Fatalf("it signs\n%s\nafter\n%s", body, signed)
					}
					return status == http.StatusServiceUnavailable && strings.Contains(body, `"code":"not-sound"`) && strings.Contains(body, c.says)
				})
				s.end()
			})
		}
	}
}
