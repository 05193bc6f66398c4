package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
)

// Store keeps one set of books; it implements engine.Store and is safe for concurrent use.
type Store struct {
	where     string // for messages, without secrets
	dialect   dialect
	read      *gorm.DB
	readOnly  bool
	access    access
	chart     int64
	older     bool          // of before the tree over everything
	writeLock chan struct{} // holds one token: whoever has it writes
	accounts  *dictionary
	posted    posted
	lately    lately
	observe   Observer // nil: nobody does
	follows   *follows // nil: these are the books, not a copy of them
}

// Observer is told of everything that the database is asked for, when it begins; what it gives is called when it ends, with how it went.
// The context is that of whoever asks. Both are called from many goroutines.
type Observer func(ctx context.Context, kind Kind) (end func(error))

// Kind is what the database is asked for.
type Kind string

// The kinds.
const (
	Reading Kind = "read"  // everything that is read at one moment of the books
	Writing Kind = "write" // a transaction from its turn to its commit, such as a step of the books
)

// System is the database's kind, as OpenTelemetry calls it: postgresql or sqlite.
func (s *Store) System() string {
	if _, server := s.dialect.(*pgDialect); server {
		return "postgresql"
	}
	return "sqlite"
}

// Observe has an observer told of everything from now on. It is called before the store is used.
func (s *Store) Observe(o Observer) { s.observe = o }

// observed begins something that the observer is told of.
func (s *Store) observed(ctx context.Context, kind Kind) (end func(error)) {
	if s.observe == nil {
		return func(error) {}
	}
	return s.observe(ctx, kind)
}

var _ engine.Store = (*Store)(nil)

// ErrReadOnly is wrapped when a Store of ConnectReadOnly is asked to write.
var ErrReadOnly = errors.New("the books were opened for reading only")

// Connect opens books for reading and writing: a postgres:// or postgresql:// URL, or the path of a SQLite file, which is
// made when it does not exist. The tables are brought to the newest version. Every error is one line that says what to do.
func Connect(ctx context.Context, dsn string) (*Store, error) { return connect(ctx, dsn, forWriting) }

// ConnectReadOnly opens existing books without ever changing them; a writer may be at work meanwhile.
func ConnectReadOnly(ctx context.Context, dsn string) (*Store, error) {
	return connect(ctx, dsn, forReading)
}

// access is what books are opened for.
type access uint8

const (
	forWriting access = iota
	forScratch        // writing what nobody looks at afterwards
	forReading
	forInputs
)

func (a access) writes() bool { return a == forWriting || a == forScratch }

func connect(ctx context.Context, dsn string, access access) (*Store, error) {
	readOnly, named := !access.writes(), dsn
	s := &Store{readOnly: readOnly, access: access, writeLock: make(chan struct{}, 1), accounts: newDictionary()}
	var pool *sql.DB // to migrate with
	var kind goose.Dialect
	switch {
	case strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://"):
		d, err := openPostgres(ctx, dsn, readOnly)
		if err != nil {
			return nil, oneLine(err)
		}
		s.where, s.dialect, s.read, pool, kind = d.where, d, d.db, d.pool, goose.DialectPostgres
		named = "OLD" // an address may have a password
	case dsn == "" || strings.HasPrefix(dsn, "file:") || strings.HasPrefix(dsn, ":") || strings.Contains(dsn, "://"):
		return nil, problem.Invalidf("%q names no books: write the path of a file, or postgres://user@host/database", dsn)
	default:
		file, err := filepath.Abs(dsn)
		if err != nil {
			return nil, err
		}
		d, read, err := openLite(ctx, file, access)
		if err != nil {
			return nil, oneLine(err)
		}
		s.where, s.dialect, s.read, pool, kind = file, d, read, d.pool, goose.DialectSQLite3
	}
	if err := s.prepare(ctx, kind, pool, named); err != nil {
		return nil, oneLine(errors.Join(s.dialect.explain(err), s.Close()))
	}
	return s, nil
}

// prepare checks whose database it is and migrates it.
func (s *Store) prepare(ctx context.Context, kind goose.Dialect, pool *sql.DB, named string) error {
	known, err := newest(kind)
	if err != nil {
		return err
	}
	if err := s.checkSchema(s.read.WithContext(ctx), known, named); err != nil || s.readOnly {
		return err
	}
	changed, err := migrate(ctx, kind, pool)
	if err != nil || !changed {
		return err
	}
	return s.dialect.transact(ctx, func(tx *transaction) error { return reseal(s.dialect, tx) })
}

// Backup writes the books as they are at one moment into a new file, on disk when it returns, while others read and write: a file with that
// name is never half of it. The errors: *problem.Error where the file is there already, and for books in PostgreSQL, which its own tools
// back up.
func (s *Store) Backup(ctx context.Context, to string) error {
	return oneLine(s.dialect.backup(ctx, to))
}

// Rest does what is best done while nobody writes: it folds SQLite's log into the file, so that the file alone is nearly all of the books
// and the log does not stay as long as it once was. Readers and other writers go on.
func (s *Store) Rest(ctx context.Context) error {
	if s.readOnly {
		return nil
	}
	return oneLine(s.dialect.rest(ctx))
}

// Replicated implements engine.Writer.
func (s *Store) Replicated(ctx context.Context) error {
	return s.dialect.explain(s.dialect.replicated(ctx))
}

// Close ends all connections. Commits that were answered are on disk already.
func (s *Store) Close() error { return s.dialect.close() }

// Begin marks books that are being made out of other ones: until Finish they cannot be opened, so that those of somebody who was stopped
// in between are not taken for whole.
func (s *Store) Begin(ctx context.Context) error { return s.mark(ctx, true) }

// Finish says that books which were begun are whole.
func (s *Store) Finish(ctx context.Context) error { return s.mark(ctx, false) }

func (s *Store) mark(ctx context.Context, unfinished bool) error {
	return s.write(ctx, func(tx *transaction) error { return s.dialect.markUnfinished(tx.DB, unfinished) })
}

// write runs fn in a writing transaction when it is this caller's turn.
func (s *Store) write(ctx context.Context, fn func(*transaction) error) (err error) {
	if s.readOnly {
		return fmt.Errorf("%s: %w", s.where, ErrReadOnly)
	}
	select {
	case s.writeLock <- struct{}{}:
		defer func() { <-s.writeLock }()
	case <-ctx.Done():
		return ctx.Err()
	}
	end := s.observed(ctx, Writing)
	defer func() { end(err) }()
	return s.dialect.explain(s.dialect.transact(ctx, fn))
}

// readTx runs fn on one state of the books.
func (s *Store) readTx(ctx context.Context, fn func(tx *gorm.DB) error) (err error) {
	end := s.observed(ctx, Reading)
	defer func() { end(err) }()
	if s.follows != nil {
		return s.readCopy(ctx, fn)
	}
	return s.readOwn(ctx, fn)
}

// readOwn is readTx of this very database.
func (s *Store) readOwn(ctx context.Context, fn func(tx *gorm.DB) error) error {
	return s.dialect.explain(onALiveConnection(ctx, s.dialect, func(began *bool) error {
		return s.read.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
			*began = true
			return fn(tx)
		}, snapshot)
	}))
}

// onALiveConnection runs a transaction, and once more for each pooled connection that turns out to be lost before anything of it began, as
// all of them are after a server was restarted.
func onALiveConnection(ctx context.Context, d dialect, transaction func(began *bool) error) error {
	for tries := 0; ; tries++ {
		began := false
		err := transaction(&began)
		if err == nil || began || tries == mostConnections || ctx.Err() != nil || !d.lost(err) {
			return err
		}
	}
}

// mostConnections is how many connections a pool has at most.
const mostConnections = 16

// oneLine keeps an error to one line: those of drivers may have several.
func oneLine(err error) error {
	if err == nil || !strings.Contains(err.Error(), "\n") {
		return err
	}
	return &oneLineError{strings.Join(strings.Fields(strings.ReplaceAll(err.Error(), "\n", "; ")), " "), err}
}

type oneLineError struct {
	text string
	err  error
}

func (e *oneLineError) Error() string { return e.text }
func (e *oneLineError) Unwrap() error { return e.err }
