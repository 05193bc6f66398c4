package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/engine"
)

// A new file has the mark from its first moment. A process that was killed while it made one used to leave a file that the
// next process took for another program's.
func TestANewFileIsMarkedOrNotThere(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "books.db")
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Connect(ended, file); !errors.Is(err, context.Canceled) {
		t.Fatalf("made in an ended context: %v", err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 0 {
		t.Fatalf("what could not be made left %v (%v)", left, err)
	}
	must(t, os.WriteFile(file, nil, 0o600)) // an empty file may become books
	s, err := Connect(context.Background(), file)
	must(t, err)
	must(t, s.Open(context.Background(), engine.Identity{Program: "gpunet", Chain: 1}))
	must(t, s.Close())
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Fatalf("beside the books are %v (%v)", left, err)
	}
}

func TestSeveralMayMakeTheSameFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "books.db")
	var group errgroup.Group
	for range 8 {
		group.Go(func() error {
			s, err := Connect(context.Background(), file)
			if err != nil {
				return err
			}
			return errors.Join(s.Open(context.Background(), engine.Identity{Program: "gpunet", Chain: 1}), s.Close())
		})
	}
	must(t, group.Wait())
	s, err := Connect(context.Background(), file)
	must(t, err)
	verified(t, s)
	must(t, s.Close())
}
