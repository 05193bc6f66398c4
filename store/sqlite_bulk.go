package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/nodeledger/nodeledger/money"
)

// liteBulk inserts many rows by one statement. Statements are prepared once for 64, 32, ... 1 rows and kept; the
// measured gain of more rows is small. A row that is refused fails the statement without undoing it (OR FAIL), since
// the whole transaction is rolled back anyway: this spares SQLite a journal of each statement, 8% of the time.
type liteBulk struct {
	ctx context.Context
	d   *liteDialect
	tx  *sql.Tx
}

const liteRows = 64

func (b *liteBulk) insert(t table, next source) error {
	return b.write("INSERT OR FAIL INTO ", t, "", next)
}

func (b *liteBulk) upsert(t table, next source) error {
	var set []string
	for _, c := range t.columns[t.keys:] {
		set = append(set, c.name+" = excluded."+c.name)
	}
	conflict := " ON CONFLICT (" + strings.Join(t.names()[:t.keys], ", ") + ") DO UPDATE SET " + strings.Join(set, ", ")
	return b.write("INSERT INTO ", t, conflict, next)
}

func (b *liteBulk) write(verb string, t table, conflict string, next source) error {
	width := len(t.columns)
	args := make([]any, width*liteRows)
	for more := true; more; {
		rows := 0
		for rows < liteRows && more {
			if more = next(args[rows*width : (rows+1)*width]); more {
				rows++
			}
		}
		for i, a := range args[:rows*width] {
			if amount, ok := a.(money.Amount); ok {
				args[i] = amount.Digits()
			}
		}
		// What is left after the statements of 64 rows goes by statements of 32, 16, ... 1.
		for done, n := 0, liteRows; done < rows; done += n {
			for n > rows-done {
				n /= 2
			}
			if err := b.exec(insertion(verb, t, conflict, n), args[done*width:(done+n)*width]); err != nil {
				return err
			}
		}
	}
	return nil
}

func insertion(verb string, t table, conflict string, rows int) string {
	one := "(?" + strings.Repeat(", ?", len(t.columns)-1) + ")"
	return verb + t.name + " (" + strings.Join(t.names(), ", ") + ") VALUES " + one + strings.Repeat(", "+one, rows-1) + conflict
}

// exec runs a statement that an earlier transaction used, or notes it for the next one: the pool cannot prepare anything
// while its only connection is in this transaction. The statements are short; watching the context during each would
// cost more than they do.
func (b *liteBulk) exec(statement string, args []any) (err error) {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	unwatched := context.WithoutCancel(b.ctx)
	if s := b.d.prepared[statement]; s != nil {
		_, err = b.tx.StmtContext(unwatched, s).ExecContext(unwatched, args...) //nolint:sqlclosecheck // ends with the transaction
		return err
	}
	b.d.prepared[statement] = nil
	_, err = b.tx.ExecContext(unwatched, statement, args...)
	return err
}
