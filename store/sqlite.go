package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	gormlite "gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// liteDialect keeps books in one file. One connection writes, others read; both see only whole commits (WAL).
type liteDialect struct {
	file     string
	fresh    bool // there were no side files when it was opened
	readOnly bool
	writer   *gorm.DB
	pool     *sql.DB // of the writer
	reading  *sql.DB
	prepared liteStatements // of the writer, in bulk
}

// Pragmas of every connection. A commit is on disk when it is answered (FULL). The log is folded into the file every
// 10,000 pages: at the default of 1,000 a bulk load writes each page many times.
var litePragmas = []string{"busy_timeout(20000)", "synchronous(FULL)", "foreign_keys(1)", "temp_store(MEMORY)",
	"cache_size(-65536)", "wal_autocheckpoint(10000)", "trusted_schema(0)"}

func liteURL(file string, values url.Values, pragmas ...string) string {
	for _, p := range append(litePragmas[:len(litePragmas):len(litePragmas)], pragmas...) {
		values.Add("_pragma", p)
	}
	return "file:" + (&url.URL{Path: file}).EscapedPath() + "?" + values.Encode()
}

func openLite(ctx context.Context, file string, access access) (d *liteDialect, read *gorm.DB, err error) {
	readOnly := !access.writes()
	d = &liteDialect{file: file, readOnly: readOnly}
	if err := d.inspect(ctx); err != nil {
		return nil, nil, err
	}
	_, missing := os.Stat(file + "-wal")
	d.fresh = errors.Is(missing, os.ErrNotExist)
	defer func() {
		if err != nil {
			err = errors.Join(d.explain(err), d.close())
		}
	}()
	if !readOnly {
		// What is written is found by indexes of hashes and addresses, of which millions of purchases have more than readers need.
		pragmas := []string{"journal_mode(WAL)", "cache_size(-262144)"}
		if access == forScratch {
			pragmas = append(pragmas, "synchronous(OFF)")
		}
		if d.pool, err = sql.Open("sqlite", liteURL(file, url.Values{"_txlock": {"immediate"}}, pragmas...)); err != nil {
			return d, nil, err
		}
		d.pool.SetMaxOpenConns(1)
		if d.writer, err = openGorm(gormlite.New(gormlite.Config{Conn: d.pool})); err != nil {
			return d, nil, err
		}
	}
	mode := url.Values{"mode": {"ro"}}
	if d.reading, err = sql.Open("sqlite", liteURL(file, mode, "query_only(1)")); err != nil {
		return d, nil, err
	}
	if err = d.reading.PingContext(ctx); err == nil {
		_, err = d.reading.ExecContext(ctx, "SELECT count(*) FROM sqlite_schema")
	}
	if c := code(err) & 0xff; (c == codes.SQLITE_CANTOPEN || c == codes.SQLITE_READONLY) && readOnly && d.fresh {
		// In a folder where nobody may write there is no room for the side files; nobody writes the books either.
		_ = d.reading.Close() // it never opened
		mode.Set("immutable", "1")
		d.reading, err = sql.Open("sqlite", liteURL(file, mode, "query_only(1)"))
	}
	if err != nil {
		return d, nil, err
	}
	d.reading.SetMaxOpenConns(8)
	read, err = openGorm(gormlite.New(gormlite.Config{Conn: d.reading}))
	return d, read, err
}

func (d *liteDialect) transact(ctx context.Context, fn func(*transaction) error) error {
	return d.writer.WithContext(ctx).Connection(func(c *gorm.DB) error {
		conn := c.Statement.ConnPool.(*sql.Conn)
		return c.Transaction(func(tx *gorm.DB) error { return fn(&transaction{tx, &liteBulk{ctx, d, conn}}) })
	})
}

func (d *liteDialect) numbers(column string, of []int64) clause.Expr { return liteAmong(column, of) }

func (d *liteDialect) texts(column string, of []string) clause.Expr { return liteAmong(column, of) }

func (d *liteDialect) hashes(column string, of []ledger.Hash) clause.Expr {
	list := make([]string, len(of))
	for i := range of {
		list[i] = hex.EncodeToString(of[i][:])
	}
	return liteIn(column, "unhex(value)", list)
}

func liteAmong(column string, of any) clause.Expr { return liteIn(column, "value", of) }

func liteIn(column, value string, of any) clause.Expr {
	list, _ := json.Marshal(of) // numbers and text always encode
	return gorm.Expr(column+" IN (SELECT "+value+" FROM json_each(?))", string(list))
}

func (d *liteDialect) wides(table string) string { return "wide IN (" + widesOf(table) + ")" }

func (d *liteDialect) days(tx *gorm.DB, asset money.Asset, of []dayRow) *gorm.DB {
	keys := make([][2]int64, len(of))
	for i := range of {
		keys[i] = [2]int64{of[i].id, of[i].day.day}
	}
	list, _ := json.Marshal(keys) // numbers always encode
	return tx.Raw(`SELECT account, day, incoming, outgoing FROM day_delta WHERE wide = 0 AND asset = ? AND decimals = ?
		AND (account, day) IN (SELECT value->>0, value->>1 FROM json_each(?))`, asset.Symbol(), asset.Decimals(), string(list))
}

func (d *liteDialect) unfinished(db *gorm.DB) (bool, error) {
	var version int64
	err := db.Raw("PRAGMA user_version").Scan(&version).Error
	return version != 0, err
}

func (d *liteDialect) markUnfinished(tx *gorm.DB, unfinished bool) error {
	if unfinished {
		return tx.Exec("PRAGMA user_version = 1").Error
	}
	return tx.Exec("PRAGMA user_version = 0").Error
}

func (d *liteDialect) lost(error) bool { return false }

// code is SQLite's extended result code of an error, or 0.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

func (d *liteDialect) rule(err error) string {
	switch c := code(err); {
	case c == codes.SQLITE_CONSTRAINT_TRIGGER && strings.Contains(err.Error(), "a log comes back"):
		return "journal_generation"
	case c != codes.SQLITE_CONSTRAINT_UNIQUE && c != codes.SQLITE_CONSTRAINT_PRIMARYKEY && c != codes.SQLITE_CONSTRAINT_TRIGGER:
		return ""
	case strings.Contains(err.Error(), "journal.origin"):
		return "journal_source"
	case strings.Contains(err.Error(), "journal.tx_hash"):
		return "journal_log"
	case strings.Contains(err.Error(), "journal.reverses"):
		return "journal_reverses"
	}
	return "another"
}

func (d *liteDialect) explain(err error) error {
	switch code(err) & 0xff {
	case codes.SQLITE_NOTADB, codes.SQLITE_CORRUPT:
		return fmt.Errorf("%s is damaged (%w): restore it from a backup, or rebuild the books into a new file", d.file, err)
	case codes.SQLITE_BUSY:
		return problem.New(problem.Busy, "busy",
			"%s is being written by another program for more than 20 seconds (%w): wait for it or stop it", d.file, err)
	case codes.SQLITE_FULL:
		return fmt.Errorf("there is no room for %s (%w): free some space on its disk", d.file, err)
	case codes.SQLITE_CANTOPEN, codes.SQLITE_READONLY, codes.SQLITE_PERM:
		return fmt.Errorf("%s cannot be opened for this (%w): check its folder and permissions", d.file, err)
	}
	return err
}

// close ends the connections. A reader on files that nobody else has open leaves two empty side files behind, because it
// may not remove them; a connection that may does, and does so only when it is the last one.
func (d *liteDialect) close() (err error) {
	if d.prepared.of != nil {
		conn, bad := d.pool.Conn(context.Background())
		if bad == nil {
			bad = errors.Join(conn.Raw(d.prepared.close), conn.Close())
		}
		err = bad
	}
	for _, pool := range []*sql.DB{d.reading, d.pool} {
		if pool != nil {
			err = errors.Join(err, pool.Close())
		}
	}
	if side, missing := os.Stat(d.file + "-wal"); d.readOnly && d.fresh && missing == nil && side.Size() == 0 {
		if last, bad := sql.Open("sqlite", liteURL(d.file, url.Values{"mode": {"rw"}}, "query_only(1)")); bad == nil {
			_, _ = last.ExecContext(context.Background(), "SELECT count(*) FROM sqlite_schema") // the files may stay where this fails
			_ = last.Close()
		}
	}
	return err
}
