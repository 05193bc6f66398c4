package engine_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // a second way into the database

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/store"
)

// copied is everything that books hold, to be written into others with the ledger's own code: so whatever is changed in it comes out
// with all hashes, projections and seals as they have to be.
type copied struct {
	id     engine.Identity
	commit engine.Commit
}

// copyOf reads everything.
func copyOf(t *testing.T, s engine.Store) *copied {
	t.Helper()
	ctx := context.Background()
	at, err := s.State(ctx)
	fatal(t, err)
	c := &copied{id: at.Identity, commit: engine.Commit{Cursor: &at.Cursor}}
	for in, err := range s.Inputs(ctx, 1) {
		fatal(t, err)
		leaf, found, err := s.LeafOf(ctx, engine.InputLeaf, in.Sequence)
		fatal(t, err)
		if !found {
			t.Fatalf("input %d has no leaf", in.Sequence)
		}
		before := int(leaf - (in.Sequence - 1)) // transactions
		in.Sequence = 0
		c.commit.Inputs = append(c.commit.Inputs, engine.Taken{Input: in, After: before})
	}
	for tx, err := range s.Transactions(ctx, 1) {
		fatal(t, err)
		c.commit.Drafts = append(c.commit.Drafts, tx.Draft)
	}
	c.commit.Covered, err = s.Coverage(ctx)
	fatal(t, err)
	c.commit.Headers, err = s.Window(ctx)
	fatal(t, err)
	return c
}

// write makes books of it.
func (c *copied) write(t *testing.T, dsn string) {
	t.Helper()
	ctx := context.Background()
	s, err := store.Connect(ctx, dsn)
	fatal(t, err)
	defer s.Close()
	fatal(t, s.Open(ctx, c.id))
	_, err = s.Commit(ctx, c.commit)
	fatal(t, err)
}

// crime is books whose database somebody gets at.
type crime struct {
	t           *testing.T
	dsn         string
	early, late *copied // before a month was closed, and after a run was approved
	seen        *copied // the books whose head was kept outside
	world       *world
}

func (c *crime) postgres() bool { return strings.Contains(c.dsn, "://") }

// either is the statement for one database or the other.
func (c *crime) either(sqlite, postgres string) string {
	if c.postgres() {
		return postgres
	}
	return sqlite
}

// plus is one unit more in a column of amounts.
func (c *crime) plus(column string) string {
	return column + " = " + c.either("CAST(CAST("+column+" AS INTEGER) + 1 AS TEXT)", column+" + 1")
}

// minus takes it away again.
func (c *crime) minus(column string) string { return strings.Replace(c.plus(column), "+ 1", "- 1", 1) }

// unseen runs statements as an administrator does who wants no trigger to refuse them, and leaves the triggers as they were.
func (c *crime) unseen(statements ...string) {
	c.t.Helper()
	db := c.open()
	defer db.Close()
	if c.postgres() {
		fatal(c.t, run(db, append([]string{"SET session_replication_role = replica"}, statements...)))
		return
	}
	rows, err := db.Query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
	fatal(c.t, err)
	defer rows.Close()
	var drop, make []string
	for rows.Next() {
		var name, text string
		fatal(c.t, rows.Scan(&name, &text))
		drop, make = append(drop, "DROP TRIGGER "+name), append(make, text)
	}
	fatal(c.t, rows.Err())
	fatal(c.t, rows.Close())
	fatal(c.t, run(db, append(append(drop, statements...), make...)))
}

// openly runs statements as they are.
func (c *crime) openly(statements ...string) {
	c.t.Helper()
	db := c.open()
	defer db.Close()
	fatal(c.t, run(db, statements))
}

func (c *crime) open() *sql.DB {
	driver, dsn := "sqlite", c.dsn
	if c.postgres() {
		driver = "pgx"
	}
	db, err := sql.Open(driver, dsn)
	fatal(c.t, err)
	db.SetMaxOpenConns(1)
	return db
}

func run(db *sql.DB, statements []string) error {
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			return err
		}
	}
	return nil
}

// forge writes books with something changed in them.
func (c *crime) forge(change func(*copied)) {
	c.t.Helper()
	books := *c.late
	books.commit.Inputs = append(books.commit.Inputs[:0:0], books.commit.Inputs...)
	books.commit.Drafts = append(books.commit.Drafts[:0:0], books.commit.Drafts...)
	books.commit.Covered = append(books.commit.Covered[:0:0], books.commit.Covered...)
	books.commit.Headers = append(books.commit.Headers[:0:0], books.commit.Headers...)
	cursor := *books.commit.Cursor
	books.commit.Cursor = &cursor
	change(&books)
	books.write(c.t, c.dsn)
}

// rebuilt forges books and then makes new ones of their inputs, in the place of the old ones.
func (c *crime) rebuilt(change func(*copied)) {
	c.t.Helper()
	ctx := context.Background()
	from := &crime{t: c.t, dsn: c.t.TempDir() + "/forged.db", late: c.late}
	from.forge(change)
	source, err := store.Connect(ctx, from.dsn)
	fatal(c.t, err)
	defer source.Close()
	s, err := store.Connect(ctx, c.dsn)
	fatal(c.t, err)
	defer s.Close()
	_, err = engine.Rebuild(ctx, nil, source, s, nil)
	fatal(c.t, err)
}

// sealOf is the digest of an account's row.
func sealOf(id uint64, path string) []byte {
	number := func(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }
	domain := "nodeledger/account/1"
	text := append(append(number(uint64(len(domain))), domain...), number(id)...)
	sum := sha256.Sum256(append(append(text, number(uint64(len(path)))...), path...))
	return sum[:]
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
