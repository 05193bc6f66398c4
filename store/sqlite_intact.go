package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/pressly/goose/v3"
	gormlite "gorm.io/driver/sqlite"
	"gorm.io/gorm"
	codes "modernc.org/sqlite/lib"

	"github.com/nodeledger/nodeledger/ledger"
)

// damaged says that the file cannot be read as a database, whatever SQLite calls it.
func (d *liteDialect) damaged(err error) bool {
	c := code(err) & 0xff
	return c != 0 && c != codes.SQLITE_BUSY && c != codes.SQLITE_INTERRUPT && c != codes.SQLITE_NOMEM && c != codes.SQLITE_FULL
}

// intact lets SQLite check its own pages and indexes, and compares the schema with one that the migrations make afresh.
func (d *liteDialect) intact(ctx context.Context, tx *gorm.DB) error {
	var found []string
	if err := tx.Raw("PRAGMA integrity_check(1)").Scan(&found).Error; err != nil {
		return err
	}
	if text := strings.Join(found, "; "); text != "ok" {
		return ledger.Differs("database", d.file, "SQLite finds it damaged: %s", strings.Join(strings.Fields(text), " "))
	}
	want, err := migratedSchema(ctx)
	if err != nil {
		return err
	}
	have, err := liteSchema(tx)
	if err != nil {
		return err
	}
	if name, text := compareSchemas(have, want); text != "" {
		return ledger.Differs("sqlite_schema", name, "%s", text)
	}
	// SQLite keeps the last id of goose's table here; goose never removes a row.
	var counters []string
	if err := tx.Raw("SELECT quote(name) || quote(seq) FROM sqlite_sequence").Scan(&counters).Error; err != nil {
		return err
	}
	var rows int64
	if err := tx.Table(versionTable).Count(&rows).Error; err != nil {
		return err
	}
	if have, want := strings.Join(counters, ", "), fmt.Sprintf("'%s'%d", versionTable, rows); have != want {
		return ledger.Differs("sqlite_sequence", "all rows", "it says %.80q instead of %q", have, want)
	}
	return nil
}

// migrated is what the migrations make, made once in a process.
var migrated struct {
	sync.Mutex
	schema map[string]string
}

func migratedSchema(ctx context.Context) (schema map[string]string, err error) {
	migrated.Lock()
	defer migrated.Unlock()
	if migrated.schema != nil {
		return migrated.schema, nil
	}
	model, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, model.Close()) }()
	model.SetMaxOpenConns(1)
	if _, err := migrate(ctx, goose.DialectSQLite3, model); err != nil {
		return nil, err
	}
	fresh, err := openGorm(gormlite.New(gormlite.Config{Conn: model}))
	if err != nil {
		return nil, err
	}
	migrated.schema, err = liteSchema(fresh)
	return migrated.schema, err
}

// liteSchema is what the database says it is made of, by kind and name.
func liteSchema(tx *gorm.DB) (map[string]string, error) {
	var rows []struct{ Name, SQL string }
	err := tx.Raw("SELECT type || ' ' || name || ' of ' || tbl_name AS name, COALESCE(sql, '') AS sql FROM sqlite_schema").Scan(&rows).Error
	schema := map[string]string{}
	for _, r := range rows {
		schema[r.Name] = r.SQL
	}
	return schema, err
}

func (d *liteDialect) versions(tx *gorm.DB) (string, error) {
	var rows []string
	err := tx.Raw("SELECT quote(id) || ',' || quote(version_id) || ',' || quote(is_applied) || ',' || quote(tstamp) FROM " +
		versionTable + " ORDER BY id").Scan(&rows).Error
	return strings.Join(rows, "\n"), err
}
