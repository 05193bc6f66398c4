package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	gormpg "gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/postgres"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store/cluster"
	"github.com/nodeledger/nodeledger/store/partition"
)

// pgDialect keeps books in a PostgreSQL database of their own.
type pgDialect struct {
	where    string // host and database, without secrets
	pool     *sql.DB
	db       *gorm.DB
	postings partition.Table
	made     atomic.Int64 // which connections are used: those that were made since anew was last called
}

// fullPart is from how many bytes on a part of the postings is closed: a year of daily epochs of 100,000 holders has three parts of it.
const fullPart = 1 << 30

// attempts is how often a transaction runs that the database could not put in order with others (40001). Writers of this
// program queue, so only a foreign writer makes it more than one.
const attempts = 10

// idle is after how long a pooled connection is tried before it is used: it may be lost.
const idle = 50 * time.Millisecond

func openPostgres(ctx context.Context, dsn string, readOnly bool) (*pgDialect, error) {
	config, err := postgres.Config(dsn, map[string]string{
		"plan_cache_mode": "force_custom_plan", // cached plans were measured six times slower
		"row_security":    "off",               // a policy that would hide rows makes a query fail instead
	})
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(config.RuntimeParams["application_name"], "nodeledger ") {
		config.RuntimeParams["application_name"] = "nodeledger"
	}
	if readOnly {
		config.RuntimeParams["default_transaction_read_only"] = "on"
	}
	d := &pgDialect{where: fmt.Sprintf("%s on %s", config.Database, config.Host), postings: partition.Table{Name: "posting",
		Trigger: "posting_no_change", Refuses: "refuse_change", Limit: fullPart}}
	d.pool = stdlib.OpenDB(*config, stdlib.OptionAfterConnect(d.note), stdlib.OptionShouldPing(d.mustPing))
	d.pool.SetMaxOpenConns(mostConnections)
	d.pool.SetMaxIdleConns(4)
	if err = d.pool.PingContext(ctx); err == nil {
		d.db, err = openGorm(gormpg.New(gormpg.Config{Conn: d.pool}))
	}
	if err != nil {
		switch {
		case sqlState(err) == "":
			err = fmt.Errorf("the PostgreSQL database %s does not answer, check the URL and that the server runs: %w", d.where, err)
		case !d.away(err):
			return nil, errors.Join(fmt.Errorf("the PostgreSQL server refuses the database %s: %w", d.where, err), d.close())
		default:
			err = fmt.Errorf("the PostgreSQL server gives no connection to %s now: %w; try again when it does", d.where, err)
		}
		return nil, errors.Join(problem.As(problem.Unavailable, problem.NoDatabase, err), d.close())
	}
	return d, nil
}

func (d *pgDialect) transact(ctx context.Context, fn func(*transaction) error) error {
	for attempt := 1; ; attempt++ {
		err := onALiveConnection(ctx, d, func(began *bool) error {
			return d.transactOnce(ctx, began, fn)
		})
		if state := sqlState(err); attempt == attempts || state != "40001" && state != "40P01" {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(attempt) * 5 * time.Millisecond):
		}
	}
}

// transactOnce is one attempt.
func (d *pgDialect) transactOnce(ctx context.Context, began *bool, fn func(*transaction) error) error {
	return d.db.WithContext(ctx).Connection(func(c *gorm.DB) error {
		conn := c.Statement.ConnPool.(*sql.Conn)
		err := c.Transaction(func(tx *gorm.DB) error {
			*began = true
			// Writers queue here. A lock that is taken before the first query is taken before the snapshot is, so
			// the transaction sees what the writer before it committed. Readers do not wait.
			if err := tx.Exec("LOCK TABLE identity IN EXCLUSIVE MODE").Error; err != nil {
				return err
			}
			if err := fn(&transaction{tx, &pgBulk{ctx, conn, tx.Statement.ConnPool}}); err != nil {
				return err
			}
			return cluster.Notify(tx)
		}, &sql.TxOptions{Isolation: sql.LevelRepeatableRead})
		if err != nil {
			return err
		}
		return postgres.Settle(ctx, conn)
	})
}

func (d *pgDialect) arrange(ctx context.Context) (err error) {
	var full bool
	err = onALiveConnection(ctx, d, func(*bool) error {
		full, err = d.postings.Full(d.db.WithContext(ctx))
		return err
	})
	if err != nil || !full {
		return err
	}
	return d.transact(ctx, func(tx *transaction) error {
		head, err := readHead(tx.DB)
		if err != nil {
			return err
		}
		return d.postings.Begin(tx.DB, uint64(head.Sequence)+1)
	})
}

func (d *pgDialect) replicated(ctx context.Context) error {
	return onALiveConnection(ctx, d, func(*bool) error {
		conn, err := d.pool.Conn(ctx)
		if err != nil {
			return err
		}
		return errors.Join(postgres.Replicated(ctx, conn), conn.Close())
	})
}

// lost takes what the server says when it ends a connection, and what nobody says when it is gone; not that none can be made.
func (d *pgDialect) lost(err error) bool {
	var said *pgconn.PgError
	var unmade *pgconn.ConnectError
	return !errors.As(err, &unmade) && (!errors.As(err, &said) || strings.HasPrefix(said.Code, "57P0"))
}

// The lists go as PostgreSQL's own text form of an array, because gorm would spread a slice over many parameters.
func (d *pgDialect) numbers(column string, of []int64) clause.Expr {
	return gorm.Expr(column+" = ANY (?::bigint[])", pgNumbers(of))
}

func (d *pgDialect) texts(column string, of []string) clause.Expr {
	return gorm.Expr(column+" = ANY (?::text[])", pgTexts(of))
}

func (d *pgDialect) hashes(column string, of []ledger.Hash) clause.Expr {
	list := make([]string, len(of))
	for i := range of {
		list[i] = `\x` + hex.EncodeToString(of[i][:])
	}
	return gorm.Expr(column+" = ANY (?::bytea[])", pgTexts(list))
}

func (d *pgDialect) backup(context.Context, string) error {
	return problem.Conflictf("the books are in PostgreSQL, whose own tools back them up: pg_dump --format=custom, or pg_basebackup for the " +
		"whole server (docs/operations.md)")
}

func (d *pgDialect) rest(context.Context) error { return nil }

func pgTexts(of []string) string {
	var b strings.Builder
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	for i, s := range of {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + escape.Replace(s) + `"`)
	}
	return "{" + b.String() + "}"
}

func (d *pgDialect) wides(table string) string { return "wide = ANY (ARRAY(" + widesOf(table) + "))" }

// days uses OFFSET 0, which keeps the planner from reading the whole table for every few thousand pairs: it does when it
// has no statistics of rows that were written a moment ago.
func (d *pgDialect) days(tx *gorm.DB, asset money.Asset, of []dayRow) *gorm.DB {
	accounts, days := make([]int64, len(of)), make([]int64, len(of))
	for i := range of {
		accounts[i], days[i] = of[i].id, of[i].day.day
	}
	return tx.Raw(`SELECT d.* FROM unnest(?::bigint[], ?::bigint[]) AS wanted (account, day)
		CROSS JOIN LATERAL (SELECT account, day, incoming, outgoing FROM day_delta WHERE wide = 0 AND asset = ? AND decimals = ?
			AND account = wanted.account AND day = wanted.day OFFSET 0) d`,
		pgNumbers(accounts), pgNumbers(days), asset.Symbol(), int16(asset.Decimals()))
}

func pgNumbers(of []int64) string {
	b := make([]byte, 0, 8*len(of)+2)
	b = append(b, '{')
	for i, n := range of {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, n, 10)
	}
	return string(append(b, '}'))
}

func sqlState(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func (d *pgDialect) rule(err error) string {
	var e *pgconn.PgError
	switch {
	case !errors.As(err, &e) || !strings.HasPrefix(e.Code, "23"): // class 23: a constraint was violated
		return ""
	case strings.Contains(e.Message, "a log comes back"):
		return "journal_generation"
	case strings.HasPrefix(e.ConstraintName, "journal_"):
		return e.ConstraintName
	}
	return "another"
}

// away says that an error is of a server that cannot be reached, or that is ending, starting, or has no connection left.
func (d *pgDialect) away(err error) bool {
	var connecting *pgconn.ConnectError
	var network net.Error
	switch state := sqlState(err); {
	case state != "":
		return strings.HasPrefix(state, "57P0") || strings.HasPrefix(state, "08") || state == "53300"
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return false
	}
	return errors.As(err, &connecting) || errors.As(err, &network) || errors.Is(err, driver.ErrBadConn) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) || pgconn.SafeToRetry(err)
}

func (d *pgDialect) explain(err error) error {
	if d.away(err) {
		return problem.New(problem.Unavailable, problem.NoDatabase, "the PostgreSQL database %s does not answer (%w): try again when it does",
			d.where, err)
	}
	switch state := sqlState(err); {
	case state == "40001" || state == "40P01":
		return fmt.Errorf("%w (%w)", engine.ErrMoved, err)
	case state == "25006":
		return fmt.Errorf("the PostgreSQL database %s is read-only (%w): connect to the primary server", d.where, err)
	case state == "53100":
		return fmt.Errorf("the PostgreSQL server of %s has no room left (%w): free some space", d.where, err)
	case state == "42501":
		return fmt.Errorf("the PostgreSQL user may not do this in %s (%w): grant it the rights on the database's tables", d.where, err)
	case strings.HasPrefix(state, "XX"):
		return fmt.Errorf("the PostgreSQL database %s is damaged (%w): restore it from a backup, or rebuild the books into a new database",
			d.where, err)
	}
	return err
}

func (d *pgDialect) unfinished(db *gorm.DB) (bool, error) {
	var comment string
	err := db.Raw("SELECT COALESCE(obj_description('identity'::regclass, 'pg_class'), '')").Scan(&comment).Error
	return comment == "unfinished", err
}

func (d *pgDialect) markUnfinished(tx *gorm.DB, unfinished bool) error {
	if unfinished {
		return tx.Exec("COMMENT ON TABLE identity IS 'unfinished'").Error
	}
	return tx.Exec("COMMENT ON TABLE identity IS NULL").Error
}

// madeAs is where a connection keeps what made was when it was made.
const madeAs = "nodeledger: made"

func (d *pgDialect) note(_ context.Context, c *pgx.Conn) error {
	c.PgConn().CustomData()[madeAs] = d.made.Load()
	return nil
}

func (d *pgDialect) anew() { d.made.Add(1) }

func (d *pgDialect) busy() bool { return d.pool.Stats().InUse >= mostConnections }

// mustPing says whether a connection is tried before it is used again. One that is not to be used is closed, which the trial finds.
func (d *pgDialect) mustPing(ctx context.Context, p stdlib.ShouldPingParams) bool {
	if p.Conn.PgConn().CustomData()[madeAs] != d.made.Load() {
		_ = p.Conn.Close(ctx) // it is given up either way
		return true
	}
	return p.IdleDuration > idle
}

func (d *pgDialect) close() error { return d.pool.Close() }
