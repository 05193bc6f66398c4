// Package tamper changes the sums that books keep, or puts another database in their place, behind the program's back: for tests that
// nothing is booked or shown from them.
package tamper

import (
	"context"
	"database/sql"
	"fmt"
	"math/big"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // registers pgx
	_ "modernc.org/sqlite"             // registers sqlite
)

// Tables are the tables of sums: what each place has, and what it moved on each day.
func Tables() []string { return []string{"balance", "day_delta"} }

// Ways are what is done to a row: more comes in, more goes out, it is deleted, another one is put beside it.
func Ways() []string { return []string{"up", "down", "delete", "insert"} }

// Row is a row of one of the tables.
type Row struct {
	db           *sql.DB
	table, where string
	Path         string
	values       map[string]any // by column
}

// First is the first row, in order of path, of an account whose path begins with prefix, of an asset; nil when there is none. dsn is
// that of the books.
func First(t testing.TB, dsn, table, prefix, asset string) *Row {
	t.Helper()
	driver, day := "sqlite", "0"
	if strings.HasPrefix(dsn, "postgres") {
		driver = "pgx"
	}
	if table == "day_delta" {
		day = "x.day"
	}
	db, err := sql.Open(driver, dsn)
	check(t, err)
	t.Cleanup(func() { db.Close() })
	var account, at, decimals int64
	var path, in, out string
	err = db.QueryRowContext(context.Background(), fmt.Sprintf(`SELECT x.account, a.path, %s, x.decimals, x.incoming, x.outgoing FROM %s x
		JOIN account a ON a.id = x.account WHERE a.path >= '%s' AND a.path < '%s~' AND x.asset = '%s' ORDER BY a.path, 3 LIMIT 1`,
		day, table, prefix, prefix, asset)).Scan(&account, &path, &at, &decimals, &in, &out)
	if err == sql.ErrNoRows { //nolint:errorlint // as it comes from the driver
		return nil
	}
	check(t, err)
	r := &Row{db: db, table: table, Path: path, values: map[string]any{
		"account": account, "asset": asset, "decimals": decimals, "incoming": in, "outgoing": out,
	}}
	r.where = fmt.Sprintf("account = %d AND asset = '%s' AND decimals = %d", account, asset, decimals)
	if table == "day_delta" {
		r.values["day"], r.values["wide"] = at, 0 // no test books as much in one transaction as is kept apart
		r.where += fmt.Sprintf(" AND day = %d", at)
	}
	return r
}

// Bend changes the row in one of the ways, and gives what puts it back.
func (r *Row) Bend(t testing.TB, way string) (restore func()) {
	t.Helper()
	set := func(column string, more int64) func() {
		text := r.values[column].(string)
		n, ok := new(big.Int).SetString(text, 10)
		if !ok {
			t.Fatalf("%q is not an amount", text)
		}
		r.exec(t, fmt.Sprintf("UPDATE %s SET %s = '%s' WHERE %s", r.table, column, n.Add(n, big.NewInt(more)), r.where))
		return func() { r.exec(t, fmt.Sprintf("UPDATE %s SET %s = '%s' WHERE %s", r.table, column, text, r.where)) }
	}
	switch way {
	case "up":
		return set("incoming", 50_000_000_000)
	case "down":
		return set("outgoing", 50_000_000_000)
	case "delete":
		r.exec(t, fmt.Sprintf("DELETE FROM %s WHERE %s", r.table, r.where))
		return func() { r.insert(t, nil) }
	case "insert":
		other := map[string]any{"day": int64(1), "incoming": "7"}
		if r.table == "balance" {
			other = map[string]any{"asset": "ZZZ", "incoming": "7"}
		}
		r.insert(t, other)
		return func() {
			r.exec(t, fmt.Sprintf("DELETE FROM %s WHERE account = %d AND (asset = 'ZZZ' OR incoming = '7')", r.table, r.values["account"]))
		}
	}
	t.Fatalf("%q: a row is changed in one of %v", way, Ways())
	return nil
}

func (r *Row) insert(t testing.TB, other map[string]any) {
	t.Helper()
	var columns, values []string
	for c, v := range r.values {
		if o, is := other[c]; is {
			v = o
		}
		columns, values = append(columns, c), append(values, fmt.Sprintf("'%v'", v))
	}
	r.exec(t, fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", r.table, strings.Join(columns, ", "), strings.Join(values, ", ")))
}

func (r *Row) exec(t testing.TB, statement string) {
	t.Helper()
	done, err := r.db.ExecContext(context.Background(), statement)
	check(t, err)
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		t.Fatalf("%s: %d rows, %v", statement, n, err)
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
