package outbox

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	gormpg "gorm.io/driver/postgres"
	gormlite "gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/nodeledger/nodeledger/postgres"
	"github.com/nodeledger/nodeledger/problem"
)

// schema has the tables in PostgreSQL.
const schema = "nodeledger_notices"

//go:embed migrations
var migrations embed.FS

// Outbox is an open outbox. It is safe for concurrent use.
type Outbox struct {
	db   *gorm.DB
	pool *sql.DB
}

// Open opens the outbox of the books at a place, a file or a postgres:// URL, and makes it where there is none. began is the moment from
// which on a new one tells what happens.
func Open(ctx context.Context, books string, began time.Time) (*Outbox, error) {
	o, dialect, err := connect(ctx, books, true)
	if err != nil {
		return nil, err
	}
	if err = migrate(ctx, dialect, o.pool); err == nil {
		err = o.db.WithContext(ctx).Exec(`INSERT INTO sender (id, began, sequence, hash, looked, holder, until, last)
			VALUES (1, ?, 0, '', 0, '', 0, 0) ON CONFLICT DO NOTHING`, began.UnixMilli()).Error
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("the outbox of notices cannot be opened: %w", err), o.Close())
	}
	return o, nil
}

// OpenExisting opens an outbox that is there.
func OpenExisting(ctx context.Context, books string) (*Outbox, error) {
	missing := problem.New(problem.NotFound, "", "there is no outbox of notices yet: run `nodeledger serve --notices FILE --rpc URL` first")
	if _, err := os.Stat(file(books)); !isPostgres(books) && errors.Is(err, fs.ErrNotExist) {
		return nil, missing
	}
	o, _, err := connect(ctx, books, false)
	if err != nil {
		return nil, err
	}
	if !o.db.WithContext(ctx).Migrator().HasTable("sender") {
		return nil, errors.Join(missing, o.Close())
	}
	return o, nil
}

// Close closes the database.
func (o *Outbox) Close() error { return o.pool.Close() }

func isPostgres(books string) bool {
	return strings.HasPrefix(books, "postgres://") || strings.HasPrefix(books, "postgresql://")
}

func file(books string) string { return books + ".notices" }

func connect(ctx context.Context, books string, makes bool) (*Outbox, goose.Dialect, error) {
	open, dialect := openLite, goose.DialectSQLite3
	if isPostgres(books) {
		open, dialect = openPostgres, goose.DialectPostgres
	}
	dialector, pool, err := open(ctx, books, makes)
	if err != nil {
		return nil, dialect, err
	}
	db, err := gorm.Open(dialector, &gorm.Config{Logger: logger.Discard, SkipDefaultTransaction: true, DisableAutomaticPing: true})
	if err != nil {
		return nil, dialect, errors.Join(err, pool.Close())
	}
	return &Outbox{db, pool}, dialect, nil
}

// openLite opens the file, which only its owner may read: it names wallets.
func openLite(_ context.Context, books string, makes bool) (gorm.Dialector, *sql.DB, error) {
	name := file(books)
	if makes {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return nil, nil, fmt.Errorf("the file %s cannot be made: %w", name, err)
		}
		if err := f.Close(); err != nil {
			return nil, nil, err
		}
	}
	values := url.Values{"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(20000)", "journal_mode(WAL)", "synchronous(FULL)", "trusted_schema(0)"}}
	pool, err := sql.Open("sqlite", "file:"+(&url.URL{Path: name}).EscapedPath()+"?"+values.Encode())
	if err != nil {
		return nil, nil, err
	}
	pool.SetMaxOpenConns(1)
	return gormlite.New(gormlite.Config{Conn: pool}), pool, nil
}

func openPostgres(ctx context.Context, books string, makes bool) (gorm.Dialector, *sql.DB, error) {
	config, err := postgres.Config(books, map[string]string{"application_name": "nodeledger notices", "search_path": schema})
	if err != nil {
		return nil, nil, err
	}
	pool := stdlib.OpenDB(*config)
	pool.SetMaxOpenConns(8)
	if makes {
		// Two that make it at once: whoever comes second is refused once, and then finds it.
		for range 3 {
			if _, err = pool.ExecContext(ctx, "CREATE SCHEMA IF NOT EXISTS "+schema); err == nil {
				break
			}
		}
	}
	if err != nil {
		err = fmt.Errorf("the schema %s cannot be made, the user needs CREATE on the database: %w", schema, err)
		return nil, nil, errors.Join(err, pool.Close())
	}
	return gormpg.New(gormpg.Config{Conn: pool}), pool, nil
}

// migrate brings the tables to the newest version. Another process may do the same at this moment.
func migrate(ctx context.Context, dialect goose.Dialect, pool *sql.DB) error {
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if dialect == goose.DialectPostgres {
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 60))
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(dialect, pool, files, options...)
	if err != nil {
		return err
	}
	for range 3 {
		if _, err = p.Up(ctx); err == nil {
			return nil
		}
	}
	return err
}
