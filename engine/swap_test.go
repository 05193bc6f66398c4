package engine_test

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
)

// swapped is the database of books that somebody puts another in the place of.
type swapped struct {
	*testing.T
	dsn string
}

func (s *swapped) server() bool { return strings.Contains(s.dsn, "://") }

// run runs statements, one after the other, over one connection of its own.
func (s *swapped) run(driver, place string, statements ...string) {
	s.Helper()
	db, err := sql.Open(driver, place)
	fatal(s.T, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, statement := range statements {
		if _, err := db.ExecContext(context.Background(), statement); err != nil {
			s.Fatalf("%s: %v", statement, err)
		}
	}
}

// copied is the place of a copy of the books as they are.
func (s *swapped) copied() string {
	s.Helper()
	if !s.server() {
		copied := filepath.Join(s.TempDir(), "copy.db")
		s.run("sqlite", s.dsn, "VACUUM INTO '"+copied+"'")
		return copied
	}
	s.run("pgx", s.admin(), terminated(s.name(s.dsn)))
	return pgtest.Copy(s.T, s.dsn)
}

func (s *swapped) name(dsn string) string {
	u, err := url.Parse(dsn)
	fatal(s.T, err)
	return u.Path[1:]
}

func (s *swapped) admin() string {
	u, err := url.Parse(s.dsn)
	fatal(s.T, err)
	u.Path = "/postgres"
	return u.String()
}

func terminated(name string) string {
	return "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'"
}

// swap puts another database in the place of the books', under whoever has them open.
func (s *swapped) swap(other string) {
	s.Helper()
	if s.server() {
		a, b := s.name(s.dsn), s.name(other)
		s.run("pgx", s.admin(), terminated(a), terminated(b), "ALTER DATABASE "+a+" RENAME TO "+a+"_away",
			"ALTER DATABASE "+b+" RENAME TO "+a, "ALTER DATABASE "+a+"_away RENAME TO "+b)
		return
	}
	db, err := sql.Open("sqlite", s.dsn)
	fatal(s.T, err)
	defer db.Close()
	var statements []string
	rows, err := db.QueryContext(s.Context(), `SELECT type, name FROM sqlite_master WHERE type = 'trigger'
		OR type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY type DESC`)
	fatal(s.T, err)
	defer rows.Close()
	for rows.Next() {
		var kind, name string
		fatal(s.T, rows.Scan(&kind, &name))
		if kind == "trigger" {
			statements = append(statements, "DROP TRIGGER "+name)
			continue
		}
		statements = append(statements, "DELETE FROM main."+name, "INSERT INTO main."+name+" SELECT * FROM other."+name)
	}
	fatal(s.T, rows.Err())
	fatal(s.T, rows.Close())
	statements = append([]string{"PRAGMA foreign_keys = OFF", "ATTACH '" + other + "' AS other", "BEGIN IMMEDIATE"}, statements...)
	s.run("sqlite", s.dsn, append(statements, "COMMIT")...)
}

// reached opens connections anew where the server ended them.
func reached(t *testing.T, s engine.Store) {
	t.Helper()
	var err error
	for range 10 {
		_, err = s.State(t.Context())
	}
	fatal(t, err)
}

// refusedBooks checks that an error says that the books are not those that were seen.
func refusedBooks(t *testing.T, what string, err error, want problem.Code) {
	t.Helper()
	if err == nil || problem.Of(err).Code != want {
		t.Errorf("%s: %v", what, err)
	}
}

// Whoever has books open takes nothing into an older copy that was put in their place, nor into a fork of them, and says so; the newer
// copy is taken again.
func TestADatabaseThatIsSwappedIsNotFollowed(t *testing.T) {
	for name, dsn := range map[string]func() string{
		"sqlite":   func() string { return filepath.Join(t.TempDir(), "books.db") },
		"postgres": func() string { return pgtest.URL(t) },
	} {
		t.Run(name, func(t *testing.T) {
			ctx, db := t.Context(), &swapped{t, dsn()}
			s, err := store.Connect(ctx, db.dsn)
			fatal(t, err)
			defer s.Close()
			_, e := fundedIn(t, s)
			hold := func(e *engine.Engine, nth int, reason string) error {
				_, err := e.Hold(ctx, ann, reason, fmt.Sprintf("0x%040x", nth), reason)
				return err
			}
			old := db.copied()
			reached(t, s)
			fatal(t, hold(e, 1, "first"))
			fatal(t, e.Sound())
			newer := db.copied()
			db.swap(old)
			reached(t, s)

			w := watch(t, e, s, 10_000*time.Hour)
			f := w.until(t, func(f *engine.Finding) bool { return f.Difference != "" })
			if !strings.Contains(f.Difference, "older copy") {
				t.Errorf("%s", f.Difference)
			}
			refusedBooks(t, "a fact", hold(e, 2, "second"), engine.WentBack)
			refusedBooks(t, "a reader", e.Reload(ctx), engine.WentBack)
			at, err := s.State(ctx)
			fatal(t, err)

			other, err := engine.Open(ctx, nil, s, nil, fixedClock{}, silent()) // a process that has seen no more than the older copy
			fatal(t, err)
			fatal(t, hold(other, 3, "fork"))
			forked, err := s.State(ctx)
			fatal(t, err)
			same(t, "size", forked.Ledger.Size(), at.Ledger.Size()+2)
			refusedBooks(t, "a fact in a fork", hold(e, 2, "second"), engine.Rewritten)
			refusedBooks(t, "a reader of a fork", e.Reload(ctx), engine.Rewritten)
			after, err := s.State(ctx)
			fatal(t, err)
			same(t, "head", after.Ledger.Hash, forked.Ledger.Hash)
			if e.Sound() == nil {
				t.Error("it is sound")
			}

			db.swap(newer)
			reached(t, s)
			fatal(t, e.Reload(ctx))
			fatal(t, hold(e, 2, "second"))
		})
	}
}
