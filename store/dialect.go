package store

import (
	"context"
	"database/sql"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// dialect is everything in which the two databases differ.
type dialect interface {
	// transact runs fn in one writing transaction, alone among all writers of the database; others wait their turn.
	// fn may be called again when the database asks for it.
	transact(ctx context.Context, fn func(*transaction) error) error
	// arrange has what is booked from now on begin a new part of the postings, where they are kept in parts and the last one is full.
	arrange(ctx context.Context) error
	// numbers, texts and hashes are the condition that a column is one of many values, as one parameter.
	numbers(column string, of []int64) clause.Expr
	texts(column string, of []string) clause.Expr
	hashes(column string, of []ledger.Hash) clause.Expr
	// wides is the condition that the column wide has any of the values that it has in a table: an index that begins with it is then
	// looked up for each of them.
	wides(table string) string
	// days is account, day, incoming and outgoing of those rows of an asset that transactions which are not wide moved, each looked up in
	// the index.
	days(tx *gorm.DB, asset money.Asset, of []dayRow) *gorm.DB
	// rule names the index or trigger that refused a row, or says "" when err is something else.
	rule(err error) string
	// damaged says that an error comes from a database that cannot be read any more.
	damaged(err error) bool
	// lost says that an error is the end of a connection.
	lost(err error) bool
	// explain adds to an error what a person can do about it.
	explain(err error) error
	// intact checks the database's own structure and that it is the one that the migrations make: *ledger.Difference.
	intact(ctx context.Context, tx *gorm.DB) error
	// unfinished says whether the books are being made, and markUnfinished sets that: beside the tables, in what no verification compares.
	unfinished(db *gorm.DB) (bool, error)
	markUnfinished(tx *gorm.DB, unfinished bool) error
	// versions is the content of the table of migrations, the same text for the same content.
	versions(tx *gorm.DB) (string, error)
	// backup writes the books as they are at one moment into a new file.
	backup(ctx context.Context, to string) error
	// replicated waits until what was committed is where a commit has to be before it is answered.
	replicated(ctx context.Context) error
	// rest does what is best done while nobody writes.
	rest(ctx context.Context) error
	// anew has connections that are open, and idle now, not used again: their server may be gone, or behind.
	anew()
	// busy says that no connection is idle, and none may be added.
	busy() bool
	close() error
}

// transaction is a writing transaction: gorm for the small tables, and bulk for the large ones.
type transaction struct {
	*gorm.DB
	bulk
}

// bulk writes many rows without a round trip for each.
type bulk interface {
	insert(t table, next rowSource) error
	// replace puts rows in the place of those that have the same values in the first t.keys columns, all of which there are. They come
	// in the order of that key.
	replace(t table, next rowSource) error
}

// source fills in the columns of the next row in their order, each int64, int16, string, []byte or money.Amount; it says
// false when there are no more rows.
type rowSource func(into []any) bool

// rowsOf is a source of n rows.
func rowsOf(n int, fill func(i int, into []any)) rowSource {
	i := -1
	return func(into []any) bool {
		if i++; i < n {
			fill(i, into)
		}
		return i < n
	}
}

// table is what bulk needs to know of a table.
type table struct {
	name     string
	keys     int
	columns  []column
	repeated []string // columns, no blobs, that are often the same in many rows in a row
}

// widesOf are the values of the column wide in a table, each found by one look into an index.
func widesOf(table string) string {
	return strings.ReplaceAll(`WITH RECURSIVE w (wide) AS (SELECT min(wide) FROM $ UNION ALL
		SELECT (SELECT min(wide) FROM $ WHERE wide > w.wide) FROM w WHERE w.wide IS NOT NULL) SELECT wide FROM w WHERE wide IS NOT NULL`,
		"$", table)
}

type column struct {
	name string
	kind kind
}

// kind is the PostgreSQL type of a column.
type kind string

const (
	whole kind = "bigint"
	small kind = "smallint"
	text  kind = "text"
	blob  kind = "bytea"
	units kind = "numeric"
)

func (t table) names() []string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return names
}

// snapshot is how every reading transaction begins: it sees one state of the books.
var snapshot = &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}

// openGorm lays gorm over a pool.
func openGorm(d gorm.Dialector) (*gorm.DB, error) {
	return gorm.Open(d, &gorm.Config{Logger: logger.Discard, SkipDefaultTransaction: true, DisableAutomaticPing: true})
}
