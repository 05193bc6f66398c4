package engine_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
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
	t      *testing.T
	dsn    string // of the books; empty until somebody gets at them
	server bool   // they are in PostgreSQL
	scene  *scene
	stage  *stage // the books as they were, whose head was kept outside
	before *stage // the ones before those
	trusts bool   // the books were verified as they were
}

func (c *crime) postgres() bool { return c.server || strings.Contains(c.dsn, "://") }

// lay makes the books those of a stage, unless there are some.
func (c *crime) lay(of *stage) {
	c.t.Helper()
	switch {
	case c.dsn != "":
	case c.server:
		c.dsn = c.scene.server.take(c.t, of.name)
	default:
		c.dsn = of.copy(c.t)
	}
}

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

// unseen runs statements as an administrator does who wants no trigger to refuse them, and leaves the triggers as they were. Where they
// change no row, nothing was done.
func (c *crime) unseen(statements ...string) {
	c.t.Helper()
	if c.stage != nil {
		c.lay(c.stage)
	}
	db := c.open()
	defer db.Close()
	if c.postgres() {
		_, err := run(db, "SET session_replication_role = replica")
		fatal(c.t, err)
		c.changed(run(db, statements...))
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
	_, err = run(db, drop...)
	fatal(c.t, err)
	c.changed(run(db, statements...))
	_, err = run(db, make...)
	fatal(c.t, err)
}

func (c *crime) changed(rows int64, err error) {
	c.t.Helper()
	fatal(c.t, err)
	if rows == 0 {
		c.dsn = ""
	}
}

// openly runs statements as they are. undo is how their work is undone in PostgreSQL, whose books are used again.
func (c *crime) openly(undo []string, statements ...string) {
	c.t.Helper()
	c.lay(c.stage)
	db := c.open()
	defer db.Close()
	_, err := run(db, statements...)
	fatal(c.t, err)
	if c.server {
		c.scene.server.undo = undo
	}
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

// run runs statements and says how many rows they changed.
func run(db interface {
	Exec(string, ...any) (sql.Result, error)
}, statements ...string) (rows int64, err error) {
	for _, s := range statements {
		done, err := db.Exec(s)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", s, err)
		}
		n, err := done.RowsAffected()
		if err != nil {
			return 0, err
		}
		rows += n
	}
	return rows, nil
}

// errAbsent is what a change panics with when what it changes is not in the books yet.
var errAbsent = errors.New("it is not there yet")

// forged is the books with something changed in them; nil when that is not in them yet.
func (c *crime) forged(change func(*copied)) (books *copied) {
	c.t.Helper()
	defer func() {
		if r := recover(); r == errAbsent { //nolint:errorlint // as it was thrown
			books = nil
		} else if r != nil {
			panic(r)
		}
	}()
	b := *c.stage.books
	b.commit.Inputs, b.commit.Drafts = slices.Clone(b.commit.Inputs), slices.Clone(b.commit.Drafts)
	b.commit.Covered, b.commit.Headers = slices.Clone(b.commit.Covered), slices.Clone(b.commit.Headers)
	cursor := *b.commit.Cursor
	b.commit.Cursor = &cursor
	change(&b)
	return &b
}

// forge writes books with something changed in them.
func (c *crime) forge(change func(*copied)) {
	c.t.Helper()
	if books := c.forged(change); books != nil {
		c.lay(c.scene.empty)
		books.write(c.t, c.dsn)
	}
}

// rebuilt forges books and then makes new ones of their inputs, in the place of the old ones.
func (c *crime) rebuilt(change func(*copied)) {
	c.t.Helper()
	books := c.forged(change)
	if books == nil {
		return
	}
	ctx := context.Background()
	file := filepath.Join(c.t.TempDir(), "forged.db")
	books.write(c.t, file)
	source, err := store.Connect(ctx, file)
	fatal(c.t, err)
	defer source.Close()
	c.lay(c.scene.empty)
	s, err := store.Connect(ctx, c.dsn)
	fatal(c.t, err)
	defer s.Close()
	_, err = engine.Rebuild(ctx, nil, source, s, nil)
	fatal(c.t, err)
}

// seal seals the head's row anew.
func (c *crime) seal() {
	c.t.Helper()
	if c.dsn == "" {
		return
	}
	db := c.open()
	defer db.Close()
	sum := sha256.New()
	bytes := func(b []byte) { sum.Write(append(binary.BigEndian.AppendUint64(nil, uint64(len(b))), b...)) }
	bytes([]byte("nodeledger/head/1"))
	for _, column := range strings.Fields("id sequence hash booked inputs roots final_number final_hash final_parent final_time last_number " +
		"last_hash last_parent last_time frozen coverage window versions") {
		var value any
		fatal(c.t, db.QueryRow(`SELECT "`+column+`" FROM head`).Scan(&value))
		switch v := value.(type) {
		case int64:
			sum.Write(binary.BigEndian.AppendUint64(nil, uint64(v)))
		case []byte:
			bytes(v)
		case string:
			bytes([]byte(v))
		default:
			c.t.Fatalf("%s is a %T", column, value)
		}
	}
	fatal(c.t, db.Close())
	seal := hex.EncodeToString(sum.Sum(nil))
	c.unseen("UPDATE head SET seal = " + c.either("x'"+seal+"'", `'\x`+seal+"'"))
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
