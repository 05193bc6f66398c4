package main

import (
	"database/sql"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// Of two processes, the one with an older copy of the books is refused at its start, whatever it is; who deletes the file knowingly
// goes on.
func TestAnOlderCopyIsRefused(t *testing.T) {
	_, url := recordedNode(t)
	program := shared("programs", "gpunet-recorded.yaml")
	for name, places := range map[string][2]string{
		"sqlite":   {filepath.Join(t.TempDir(), "books.db"), filepath.Join(t.TempDir(), "backup.db")},
		"postgres": {pgtest.URL(t), pgtest.URL(t)},
	} {
		t.Run(name, func(t *testing.T) {
			books, backup := places[0], places[1]
			head := filepath.Join(t.TempDir(), "kept.head")
			kept := func(args ...string) []string { return append(args, "--head-file", head) }
			mustRun(t, "sync", "--program", program, "--rpc", url, "--db", backup, "--head-file", filepath.Join(t.TempDir(), "other.head"))
			mustRun(t, kept("sync", "--program", program, "--rpc", url, "--db", books)...)
			recorded := kept("operator", "add", "ann", "--operator", "setup", "--reference", "ann-1", "--wallet",
				"0x00000000000000000000000000000000000000a1", "--label", "laptop",
				"--scope", "admin", "--db", books)
			mustRun(t, recorded...)
			mustRun(t, kept("ledger", "verify", "--db", books)...)

			key := filepath.Join(t.TempDir(), "books.key")
			mustRun(t, "ledger", "key", "books.example.org", key)
			mustRun(t, kept("ledger", "checkpoint", "--key", key, "--db", books)...)
			for _, command := range [][]string{
				kept("ledger", "checkpoint", "--key", key, "--db", backup),
				kept("sync", "--rpc", url, "--db", backup), kept("serve", "--listen", "127.0.0.1:0", "--db", backup),
				kept("serve", "--rpc", url, "--listen", "127.0.0.1:0", "--db", backup), kept("ledger", "verify", "--db", backup),
				kept("operator", "add", "eve", "--operator", "setup", "--reference", "eve-1", "--wallet",
					"0x00000000000000000000000000000000000000a1", "--label", "laptop", "--scope", "admin", "--db", backup),
			} {
				code, _, stderr := run(t, &App{}, append(command, "--json")...)
				if code != 1 || !strings.Contains(stderr, `"books-went-back"`) || !strings.Contains(stderr, "delete "+head) {
					t.Fatalf("%v: exit code %d: %s", command, code, stderr)
				}
			}
			mustRun(t, kept("ledger", "verify", "--db", books)...)
			if err := os.Remove(head); err != nil {
				t.Fatal(err)
			}
			mustRun(t, kept("sync", "--rpc", url, "--db", backup)...)
		})
	}
}

// A server whose books are altered says so at /readyz, and a command that would pay from them refuses, until a verification finds them
// sound again.
func TestAServerWhoseBooksAreNotSoundIsNotReady(t *testing.T) {
	_, url := recordedNode(t)
	program, books := shared("programs", "gpunet-recorded.yaml"), filepath.Join(t.TempDir(), "books.db")
	mustRun(t, "sync", "--program", program, "--rpc", url, "--db", books)
	change := func(from, to string) {
		t.Helper()
		db, err := sql.Open("sqlite", books)
		if err == nil {
			_, err = db.ExecContext(t.Context(), "UPDATE balance SET incoming = ? WHERE incoming = ?", to, from)
		}
		if err != nil || db.Close() != nil {
			t.Fatal(err)
		}
	}
	change("22", "23")
	first := []string{"month", "close", "2024-03", "--operator", "setup", "--rpc", url, "--db", books, "--json"}
	if code, _, stderr := run(t, &App{}, first...); code != 1 || !strings.Contains(stderr, `"not-sound"`) {
		t.Errorf("before anybody verified: exit code %d: %s", code, stderr)
	}
	s := start(t, &App{}, "serve", "--rpc", url, "--listen", "127.0.0.1:0", "--max-lag", "0s", "--db", books)
	s.until("/readyz", func(status int, body string) bool {
		return status == http.StatusServiceUnavailable && strings.Contains(body, "the books were not sound")
	})
	s.end()
	month := []string{"month", "close", "2024-03", "--operator", "setup", "--rpc", url, "--db", books, "--json"}
	if code, _, stderr := run(t, &App{}, month...); code != 1 || !strings.Contains(stderr, `"not-sound"`) {
		t.Errorf("a month: exit code %d: %s", code, stderr)
	}
	prepare := []string{"payout", "prepare", "one", "--asset", "ETH", "--operator", "setup", "--db", books, "--json"}
	if code, _, stderr := run(t, &App{}, prepare...); code != 1 || !strings.Contains(stderr, `"not-sound"`) {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	change("23", "22")
	mustRun(t, "ledger", "verify", "--db", books)
	if code, _, stderr := run(t, &App{}, prepare...); code != 1 || strings.Contains(stderr, `"not-sound"`) {
		t.Errorf("after a verification: exit code %d: %s", code, stderr)
	}
	s = start(t, &App{}, "serve", "--rpc", url, "--listen", "127.0.0.1:0", "--max-lag", "0s", "--db", books)
	s.until("/readyz", func(status int, _ string) bool { return status == http.StatusOK })
	s.end()
}
