package tamper

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/pgtest"
)

// Books is the database of books that somebody puts another in the place of.
type Books struct {
	*testing.T
	DSN string
}

func (s *Books) server() bool { return strings.Contains(s.DSN, "://") }

// run runs statements, one after the other, over one connection of its own.
func (s *Books) run(driver, place string, statements ...string) {
	s.Helper()
	db, err := sql.Open(driver, place)
	s.fatal(err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, statement := range statements {
		if _, err := db.ExecContext(context.Background(), statement); err != nil {
			s.Fatalf("%s: %v", statement, err)
		}
	}
}

// Copied is the place of a copy of the books as they are.
func (s *Books) Copied() string {
	s.Helper()
	if !s.server() {
		copied := filepath.Join(s.TempDir(), "copy.db")
		s.run("sqlite", s.DSN, "VACUUM INTO '"+copied+"'")
		return copied
	}
	s.run("pgx", s.admin(), terminated(s.name(s.DSN)))
	return pgtest.Copy(s.T, s.DSN)
}

func (s *Books) name(dsn string) string {
	u, err := url.Parse(dsn)
	s.fatal(err)
	return u.Path[1:]
}

func (s *Books) admin() string {
	u, err := url.Parse(s.DSN)
	s.fatal(err)
	u.Path = "/postgres"
	return u.String()
}

func terminated(name string) string {
	return "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + name + "'"
}

// Swap puts another database in the place of the books', under whoever has them open.
func (s *Books) Swap(other string) {
	s.Helper()
	if s.server() {
		a, b := s.name(s.DSN), s.name(other)
		open := func(name, truth string) string { return "ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + truth }
		s.run("pgx", s.admin(), open(a, "false"), open(b, "false"), terminated(a), terminated(b), // nobody comes back in between
			"SELECT pg_sleep(0.5)", terminated(a), terminated(b), // nor does who was just coming in
			"ALTER DATABASE "+a+" RENAME TO "+a+"_away", "ALTER DATABASE "+b+" RENAME TO "+a, "ALTER DATABASE "+a+"_away RENAME TO "+b,
			open(a, "true"), open(b, "true"))
		return
	}
	db, err := sql.Open("sqlite", s.DSN)
	s.fatal(err)
	defer db.Close()
	var statements []string
	rows, err := db.QueryContext(s.Context(), `SELECT type, name FROM sqlite_master WHERE type = 'trigger'
		OR type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY type DESC`)
	s.fatal(err)
	defer rows.Close()
	for rows.Next() {
		var kind, name string
		s.fatal(rows.Scan(&kind, &name))
		if kind == "trigger" {
			statements = append(statements, "DROP TRIGGER "+name)
			continue
		}
		statements = append(statements, "DELETE FROM main."+name, "INSERT INTO main."+name+" SELECT * FROM other."+name)
	}
	s.fatal(rows.Err())
	s.fatal(rows.Close())
	statements = append([]string{"PRAGMA foreign_keys = OFF", "ATTACH '" + other + "' AS other", "BEGIN IMMEDIATE"}, statements...)
	s.run("sqlite", s.DSN, append(statements, "COMMIT")...)
}

func (s *Books) fatal(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}
