package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A backup that is made while the books are written is a prefix of them that verifies, again and again.
func TestABackupUnderLoadIsASoundPrefix(t *testing.T) {
	folder := t.TempDir()
	s := open(t, filepath.Join(folder, "books.db"))
	const commits = 40
	heads := map[string]bool{}
	taken := make(chan string, commits)
	done := make(chan error, 1)
	go func() {
		defer close(taken)
		for n := range commits {
			head, err := book(s, purchases(20*n, 20, noon(n/4))...)
			if err != nil {
				done <- err
				return
			}
			taken <- head.String()
		}
		done <- nil
	}()
	heads[<-taken] = true
	var copies []string
	for n, more := 0, true; more; n++ {
		to := filepath.Join(folder, "copies-"+string(rune('a'+n))+".db")
		must(t, s.Backup(context.Background(), to))
		copies = append(copies, to)
		for waiting := true; waiting; { // all that was booked until now
			select {
			case head, ok := <-taken:
				if more = ok; !ok {
					waiting = false
					break
				}
				heads[head] = true
			default:
				waiting = false
			}
		}
		more = more && n < 20
	}
	for head := range taken {
		heads[head] = true
	}
	must(t, <-done)
	for _, to := range copies {
		info, err := os.Stat(to)
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", to, info.Mode())
		}
		restored := open(t, to)
		v := verified(t, restored)
		if !heads[v.Head.String()] {
			t.Errorf("%s ends at %s, which the books never had", to, v.Head)
		}
		if _, err := book(restored, purchases(20*commits, 1, noon(20))...); err != nil {
			t.Errorf("it cannot be written to: %v", err)
		}
	}
	left, err := filepath.Glob(filepath.Join(folder, ".*"))
	must(t, err)
	if len(copies) < 2 || len(left) != 0 {
		t.Errorf("%d copies, left beside them: %v", len(copies), left)
	}
}

func TestABackupIsNeverWrittenOver(t *testing.T) {
	folder := t.TempDir()
	s := open(t, filepath.Join(folder, "books.db"))
	_, err := book(s, purchases(0, 3, noon(0))...)
	must(t, err)
	to := filepath.Join(folder, "copy.db")
	must(t, os.WriteFile(to, []byte("mine"), 0o600))
	if err := s.Backup(t.Context(), to); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("%v", err)
	}
	if content, err := os.ReadFile(to); err != nil || string(content) != "mine" {
		t.Errorf("%q, %v", content, err)
	}
	if err := s.Backup(t.Context(), filepath.Join(folder, "nowhere", "copy.db")); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("%v", err)
	}
	pg := open(t, databases[1].make(t))
	if err := pg.Backup(t.Context(), filepath.Join(folder, "other.db")); err == nil || !strings.Contains(err.Error(), "pg_dump") {
		t.Errorf("%v", err)
	}
}

// After a rest the file alone has everything, and its log is empty; where a reader needs the log, the books are left as they are.
func TestARestFoldsTheLogIntoTheFile(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "books.db")
	s := open(t, file)
	head, err := book(s, purchases(0, 300, noon(0))...)
	must(t, err)
	must(t, s.Rest(t.Context()))
	if info, err := os.Stat(file + "-wal"); err != nil || info.Size() != 0 {
		t.Fatalf("the log has %v bytes, %v", info, err)
	}
	content, err := os.ReadFile(file)
	must(t, err)
	alone := filepath.Join(folder, "alone.db")
	must(t, os.WriteFile(alone, content, 0o600))
	if v := verified(t, open(t, alone)); v.Head.String() != head.String() {
		t.Errorf("the file alone ends at %s, the books at %s", v.Head, head)
	}
	reading := s.read.Begin(snapshot)
	must(t, reading.Exec("SELECT count(*) FROM journal").Error)
	_, err = book(s, purchases(300, 300, noon(1))...)
	must(t, err)
	must(t, s.Rest(t.Context()))
	must(t, reading.Rollback().Error)
	must(t, s.Rest(t.Context()))
	if info, err := os.Stat(file + "-wal"); err != nil || info.Size() != 0 {
		t.Errorf("the log has %v bytes, %v", info, err)
	}
	verified(t, s)
}
