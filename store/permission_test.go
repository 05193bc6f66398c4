package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"github.com/nodeledger/nodeledger/store"
)

// The books and what SQLite writes beside them are their owner's to read alone. Files that are there keep what somebody set, and
// are named.
func TestOnlyTheOwnerReadsTheBooks(t *testing.T) {
	old := syscall.Umask(0) // a process that lets others read what it writes
	defer syscall.Umask(old)
	path := filepath.Join(t.TempDir(), "books.db")
	open := func() {
		s, err := store.Connect(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
	}
	open()
	beside, err := filepath.Glob(path + "*")
	if err != nil || !slices.Equal(beside, []string{path, path + "-shm", path + "-wal"}) {
		t.Fatalf("there are %v: %v", beside, err)
	}
	for _, file := range beside {
		if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", file, info.Mode(), err)
		}
	}
	if got := store.ReadableByOthers(path); len(got) != 0 {
		t.Errorf("others may read %v", got)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	open()
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("what the operator set is lost: %v, %v", info.Mode(), err)
	}
	if got := store.ReadableByOthers(path); !slices.Equal(got, []string{path}) {
		t.Errorf("others may read %v", got)
	}
	if got := store.ReadableByOthers("postgres://localhost/books"); got != nil {
		t.Errorf("%v", got)
	}
}
