package main

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// Of two servers on one database one leads, both answer the same, and the other takes over when the first one stops.
func TestTwoServersOnOneDatabase(t *testing.T) {
	t.Parallel()
	_, url := recordedNode(t)
	books := pgtest.URL(t)
	serve := func(name string) *serving {
		return start(t, &App{}, "serve", "--listen", "127.0.0.1:0", "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", url,
			"--db", books, "--read-db", books, "--poll", "1s", "--max-lag", "0s", "--head-file", filepath.Join(t.TempDir(), name))
	}
	role := func(s *serving, want string) {
		t.Helper()
		s.until("/readyz", func(status int, body string) bool {
			return status == http.StatusOK && strings.Contains(body, `"role":"`+want+`"`)
		})
	}
	mustRun(t, "sync", "--program", shared("programs", "gpunet-recorded.yaml"), "--rpc", url, "--db", books)
	first := serve("one")
	role(first, "leader")
	second := serve("two")
	role(second, "follower")
	first.until("/api/v1/ledger", func(status int, _ string) bool { return status == http.StatusOK })
	first.stop()
	if code := <-first.ended; code != exitDone {
		t.Fatalf("the first server ended with %d: %s", code, first.stderr)
	}
	role(second, "leader")
}
