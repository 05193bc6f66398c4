package store

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gormpg "gorm.io/driver/postgres"
	gormlite "gorm.io/driver/sqlite"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// The models are the tables: what gorm would make of them has the columns, types and keys that the migrations make.
func TestTheModelsAreTheTables(t *testing.T) {
	models := []any{&accountRow{}, &journalRow{}, &postingRow{}, &balanceRow{}, &dayDeltaRow{}, &tileRow{}, &savedRow{},
		&inputRow{}, &identityRow{}, &coverageRow{}, &windowRow{}, &headRow{}}
	onBoth(t, func(t *testing.T, dsn string) {
		migrated := open(t, dsn)
		kind, url := "sqlite", "file:"+filepath.Join(t.TempDir(), "model.db")
		if migrated.read.Name() == "postgres" {
			kind, url = "pgx", databases[1].make(t)
		}
		pool, err := sql.Open(kind, url)
		must(t, err)
		defer pool.Close()
		var dialector gorm.Dialector = gormlite.New(gormlite.Config{Conn: pool})
		if kind == "pgx" {
			dialector = gormpg.New(gormpg.Config{Conn: pool})
		}
		fresh, err := openGorm(dialector)
		must(t, err)
		must(t, fresh.AutoMigrate(models...))
		for _, m := range models {
			table := m.(interface{ TableName() string }).TableName()
			have, want := describe(t, migrated.read, table), describe(t, fresh, table)
			if have != want {
				t.Errorf("%s:\nmigrations %s\nmodels     %s", table, have, want)
			}
		}
		tables, err := migrated.read.Migrator().GetTables()
		tables = slices.DeleteFunc(tables, func(name string) bool {
			return name == "sqlite_sequence" || name == versionTable || name == "posting_1"
		})
		if err != nil || len(tables) != len(models) {
			t.Errorf("the tables are %v, %v", tables, err)
		}
	})
}

// describe is a table's columns with types, whether they may be null and their place in the key, in order of their names.
// gorm's own reading of SQLite takes a column that begins with "check" for a constraint, so the databases are asked.
func describe(t *testing.T, db *gorm.DB, table string) string {
	t.Helper()
	query := `SELECT name || ' ' || lower(type) || ' ' || "notnull" || ' ' || (pk > 0) FROM pragma_table_info(?) ORDER BY 1`
	if db.Name() == "postgres" {
		query = `SELECT concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, EXISTS (
				SELECT 1 FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey)))
			FROM pg_attribute a WHERE a.attrelid = quote_ident(?)::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1`
	}
	var columns []string
	must(t, db.Raw(query, table).Scan(&columns).Error)
	if len(columns) == 0 {
		t.Fatalf("%s has no columns", table)
	}
	return strings.Join(columns, ", ")
}

// Money is never a number of SQLite's, and never less than 78 digits of PostgreSQL's.
func TestLargestAmountsAreExact(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		most := strings.Repeat("9", 77)
		d := purchase(1, noon(0))
		d.Postings = d.Postings[:1]
		amount, err := money.ParseUnits(eth, most)
		must(t, err)
		d.Postings[0].Amount = amount
		_, err = book(s, d)
		must(t, err)
		b, err := s.BalanceAt(context.Background(), ledger.Place{Account: treasury, Asset: eth}, noon(1))
		if err != nil || b.In.Digits() != most {
			t.Fatalf("%s, %v", b.In.Digits(), err)
		}
		verified(t, s)
	})
}
