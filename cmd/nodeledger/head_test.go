package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/lasthead"
	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// Where the head of books could not be kept, or is damaged, nothing is written: no books are made, and no fact is recorded.
func TestNothingIsWrittenWhereTheHeadCannotBeKept(t *testing.T) {
	_, url := recordedNode(t)
	program := shared("programs", "gpunet-recorded.yaml")
	for name, books := range map[string]string{"sqlite": filepath.Join(t.TempDir(), "books.db"), "postgres": pgtest.URL(t)} {
		t.Run(name, func(t *testing.T) {
			away, damaged := filepath.Join(t.TempDir(), "away", "books.head"), filepath.Join(t.TempDir(), "books.head")
			if err := os.WriteFile(damaged, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			made := filepath.Join(t.TempDir(), "new.db")
			code, _, stderr := run(t, &App{}, "sync", "--program", program, "--rpc", url, "--db", made, "--head-file", away)
			if _, err := os.Stat(made); code != 1 || !errors.Is(err, fs.ErrNotExist) || !strings.Contains(stderr, "cannot be kept") {
				t.Errorf("exit code %d, %v: %s", code, err, stderr)
			}
			kept := filepath.Join(t.TempDir(), "kept.head")
			mustRun(t, "sync", "--program", program, "--rpc", url, "--db", books, "--head-file", kept)
			before := mustRun(t, "ledger", "verify", "--quick", "--json", "--db", books, "--head-file", kept)
			for head, says := range map[string]string{away: "cannot be kept", damaged: "does not hold the last head"} {
				for _, command := range [][]string{
					{"operator", "add", "ann", "--operator", "setup", "--reference", "ann-1", "--wallet",
						"0x00000000000000000000000000000000000000a1", "--label", "laptop", "--scope", "admin"},
					{"sync", "--rpc", url},
				} {
					code, _, stderr := run(t, &App{}, append(command, "--db", books, "--head-file", head)...)
					if code != 1 || !strings.Contains(stderr, says) {
						t.Errorf("%s: exit code %d: %s", command, code, stderr)
					}
				}
			}
			if after := mustRun(t, "ledger", "verify", "--quick", "--json", "--db", books, "--head-file", kept); after != before {
				t.Errorf("something was recorded:\n%s\nbefore\n%s", after, before)
			}
		})
	}
}

// The books of a demonstration that are kept have a head like all others; where there were some, no others are made.
func TestADemonstrationKeepsTheHead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "demo.db")
	demonstrate := []string{"demo", "--once", "--months", "1", "--purchases", "3", "--db", file}
	mustRun(t, demonstrate...)
	kept, err := lasthead.File(file + ".head").Read()
	if err != nil || kept == nil || kept.Mark.Size == 0 {
		t.Fatalf("%+v, %v", kept, err)
	}
	mustRun(t, "ledger", "verify", "--db", file)
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := run(t, &App{}, demonstrate...); code != 1 ||
		!strings.Contains(stderr, "there are no books any more where some were") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}
