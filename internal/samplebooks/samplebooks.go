// Package samplebooks gives tests books with something in them: the recorded run of a public sale contract, a crowd's sale on a
// development chain, and a made-up sale of nine days with rewards. All of them are in SQLite and were filled through the watcher and
// the engine, as real books are.
package samplebooks

import (
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// Clock stands still.
type Clock struct{ At time.Time }

// Now is always the same.
func (c Clock) Now() time.Time { return c.At }

// Soon is a minute after the last block of the recorded run.
var Soon = Clock{time.Date(2024, 4, 16, 0, 14, 48, 0, time.UTC)}

// Testdata is the path of a file that packages share, from whichever package the test runs in.
func Testdata(path ...string) string {
	root := "."
	for range 6 {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		root = filepath.Join(root, "..")
	}
	return filepath.Join(append([]string{root, "testdata"}, path...)...)
}

func open(t testing.TB, p *program.Program, url string) *engine.Engine {
	t.Helper()
	options, err := chain.OptionsOf(p, []string{url}, nil)
	check(t, err)
	watcher, err := chain.Dial(t.Context(), options)
	check(t, err)
	t.Cleanup(watcher.Close)
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	e, err := engine.Open(t.Context(), p, books, watcher, Soon, slog.New(slog.DiscardHandler))
	check(t, err)
	e.Salts(rand.NewChaCha8([32]byte{})) // so that the books are the same every time
	return e
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
