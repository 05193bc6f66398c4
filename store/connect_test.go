package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
)

// What is no set of books is refused in one line that says what to do, and is left as it was.
func TestWhatIsNoBooks(t *testing.T) {
	folder, ctx := t.TempDir(), context.Background()
	books := closedBooks(t)
	raw, err := os.ReadFile(books)
	must(t, err)
	foreign := filepath.Join(folder, "foreign.db")
	db, err := sql.Open("sqlite", "file:"+foreign)
	must(t, err)
	_, err = db.Exec("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
	must(t, errors.Join(err, db.Close()))
	write := func(name string, content []byte) string {
		file := filepath.Join(folder, name)
		must(t, os.WriteFile(file, content, 0o600))
		return file
	}
	for _, c := range []struct {
		name, dsn, say string
		writing        bool // refused for writing, too
	}{
		{"missing", filepath.Join(folder, "none.db"), "there are no books at", false},
		{"in a missing folder", filepath.Join(folder, "no", "where.db"), "", true},
		{"empty", write("empty.db", nil), "is an empty file", false},
		{"text", write("text.db", []byte(strings.Repeat("hello ", 100))), "is not a database of nodeledger", true},
		{"short text", write("short.db", []byte("hi")), "is not a database of nodeledger", true},
		{"foreign", foreign, "of another program", true},
		{"truncated", write("truncated.db", raw[:len(raw)-5000]), "is cut short", true},
		{"beheaded", write("beheaded.db", raw[:150]), "is cut short", true},
		{"folder", folder, "", true},
		{"nothing", "", "names no books", true},
		{"memory", ":memory:", "names no books", true},
		{"URL", "mysql://localhost/x", "names no books", true},
		{"no server", "postgres://nobody@127.0.0.1:1/none", "does not answer", true},
		{"bad URL", "postgres://nobody@127.0.0.1:port/none", "cannot be read", true},
		{"empty database", databases[1].make(t), "there are no books in", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, _ := os.ReadFile(c.dsn)
			for _, way := range []func(context.Context, string) (*Store, error){ConnectReadOnly, Connect} {
				s, err := way(ctx, c.dsn)
				if err == nil {
					must(t, s.Close())
					t.Fatal("it was opened")
				}
				if !strings.Contains(err.Error(), c.say) || strings.Contains(err.Error(), "\n") {
					t.Errorf("it says %q", err)
				}
				if code := problem.Of(err).Code; strings.Contains(err.Error(), "there are no books") != (code == problem.NothingBooked) {
					t.Errorf("it says %q with the code %s", err, code)
				}
				if !c.writing {
					break
				}
			}
			if after, _ := os.ReadFile(c.dsn); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestAnotherProgramsPostgres(t *testing.T) {
	ctx, dsn := context.Background(), databases[1].make(t)
	c, err := pgx.Connect(ctx, dsn)
	must(t, err)
	_, err = c.Exec(ctx, "CREATE TABLE orders (id int)")
	must(t, errors.Join(err, c.Close(ctx)))
	for _, way := range []func(context.Context, string) (*Store, error){ConnectReadOnly, Connect} {
		if _, err := way(ctx, dsn); err == nil || !strings.Contains(err.Error(), "tables of another program") {
			t.Fatalf("%v", err)
		}
	}
}

// Verifying, exporting and looking change no byte, leave no file behind, and work while somebody writes.
func TestReadingOnlyReads(t *testing.T) {
	ctx, file := context.Background(), closedBooks(t)
	before, err := os.ReadFile(file)
	must(t, err)
	s, err := ConnectReadOnly(ctx, file)
	must(t, err)
	verified(t, s)
	must(t, s.Open(ctx, identity))
	for _, err := range s.Transactions(ctx, 1) {
		must(t, err)

	}
	if _, err := s.Commit(ctx, engine.Commit{}); !errors.Is(err, ErrReadOnly) {
		t.Fatalf("a commit: %v", err)
	}
	must(t, s.Close())
	after, err := os.ReadFile(file)
	must(t, err)
	if string(after) != string(before) {
		t.Error("the file was changed")
	}
	beside, err := filepath.Glob(filepath.Join(filepath.Dir(file), "*"))
	if err != nil || len(beside) != 1 {
		t.Errorf("beside the file: %v, %v", beside, err)
	}
}

// Books in a folder where nobody may write can be read all the same.
func TestReadingFromAFolderThatCannotBeWritten(t *testing.T) {
	file := closedBooks(t)
	must(t, os.Chmod(filepath.Dir(file), 0o500))
	defer func() { must(t, os.Chmod(filepath.Dir(file), 0o700)) }()
	s, err := ConnectReadOnly(context.Background(), file)
	must(t, err)
	verified(t, s)
	must(t, s.Close())
}

func TestReadingWhileAWriterIsAtWork(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx, writer := context.Background(), open(t, dsn)
		done := make(chan error)
		go func() {
			var err error
			for i := 0; i < 40 && err == nil; i++ {
				_, err = book(writer, purchases(i*50, 50, noon(i/10))...)
			}
			done <- err
		}()
		seen := uint64(0)
		for working := true; working; {
			select {
			case err := <-done:
				must(t, err)
				working = false
			default:
			}
			s, err := ConnectReadOnly(ctx, dsn)
			must(t, err)
			if v := verified(t, s); v.Transactions%50 != 0 || v.Transactions < seen {
				t.Fatalf("%d transactions after %d", v.Transactions, seen)
			} else {
				seen = v.Transactions
			}
			must(t, s.Close())
		}
		if seen != 2000 {
			t.Fatalf("%d transactions at the end", seen)
		}
	})
}

// Books that a newer program made are not touched.
func TestANewerVersion(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		s := open(t, dsn)
		must(t, s.dialect.transact(ctx, func(tx *transaction) error {
			return tx.Exec("INSERT INTO "+versionTable+" (version_id, is_applied) VALUES (?, ?)", 99, true).Error
		}))
		for _, way := range []func(context.Context, string) (*Store, error){ConnectReadOnly, Connect} {
			if _, err := way(ctx, dsn); err == nil || !strings.Contains(err.Error(), "install a newer nodeledger") {
				t.Fatalf("%v", err)
			}
		}
	})
}

// Programs that make the same books at the same time do not get into each other's way.
func TestTwoFirstOpenings(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		failed := make(chan error, 3)
		for range cap(failed) {
			go func() {
				s, err := Connect(ctx, dsn)
				if err == nil {
					err = errors.Join(s.Open(ctx, identity), s.Close())
				}
				failed <- err
			}()
		}
		for range cap(failed) {
			if err := <-failed; err != nil {
				t.Error(err)
			}
		}
		verified(t, open(t, dsn))
	})
}

// Books that are being made out of other ones are opened by nobody until they are finished: they lack what is still to come.
func TestBooksThatAreNotFinished(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		s := open(t, dsn)
		fillBooks(t, s)
		must(t, s.Begin(ctx))
		for _, connect := range []func(context.Context, string) (*Store, error){Connect, ConnectReadOnly, ConnectInputs} {
			if other, err := connect(ctx, dsn); err == nil || !strings.Contains(err.Error(), "are not finished") {
				t.Errorf("%v, %v", other, err)
			}
		}
		must(t, s.Finish(ctx))
		verified(t, s)
		other, err := Connect(ctx, dsn)
		must(t, err)
		must(t, other.Close())
	})
}

// When the server has ended all connections, as a restart does, whoever reads or writes next does not notice.
func TestConnectionsThatTheServerEnded(t *testing.T) {
	ctx, dsn := context.Background(), databases[1].make(t)
	s := open(t, dsn)
	fillBooks(t, s)
	other, err := pgx.Connect(ctx, dsn)
	must(t, err)
	defer other.Close(ctx)
	for range 20 {
		var reading errgroup.Group
		for range 8 { // so that several connections are idle
			reading.Go(func() error {
				_, err := s.State(ctx)
				return err
			})
		}
		must(t, reading.Wait())
		_, err := other.Exec(ctx, "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() "+
			"AND pid <> pg_backend_pid()")
		must(t, err)
		_, err = s.State(ctx)
		must(t, err)
		must(t, s.Begin(ctx))
		must(t, s.Finish(ctx))
	}
}
