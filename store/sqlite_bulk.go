package store

import (
	"context"
	"database/sql"
	"strings"
)

// liteBulk inserts many rows by one statement. Statements are prepared once for 64, 32, ... 1 rows and kept; the
// measured gain of more rows is small. Rows that agree in the table's repeated columns, as the postings of one transaction
// do, share the parameters of those: binding all of them took a third of the time. A row that is refused fails the
// statement without undoing it (OR FAIL), since the whole transaction is rolled back anyway: this spares SQLite a journal
// of each statement, 8% of the time.
type liteBulk struct {
	ctx context.Context
	d   *liteDialect
	tx  *sql.Tx
	own map[string]*sql.Stmt // statements of this transaction
}

const liteRows = 64

func (b *liteBulk) insert(t table, next rowSource) error {
	return b.write("INSERT OR FAIL INTO ", t, "", next)
}

func (b *liteBulk) replace(t table, next rowSource) error {
	var set []string
	for _, c := range t.columns[t.keys:] {
		set = append(set, c.name+" = excluded."+c.name)
	}
	conflict := " ON CONFLICT (" + strings.Join(t.names()[:t.keys], ", ") + ") DO UPDATE SET " + strings.Join(set, ", ")
	return b.write("INSERT INTO ", t, conflict, next)
}

// write makes the next rows while the database writes the last ones, unless there are only a few.
func (b *liteBulk) write(verb string, t table, conflict string, next rowSource) error {
	g := newLiteGroup(t)
	if g.fill(next); g.rows < liteRows {
		return b.group(verb, conflict, g)
	}
	full, empty, stop := make(chan *liteGroup, 4), make(chan *liteGroup, 4), make(chan struct{})
	for range cap(empty) {
		empty <- newLiteGroup(t)
	}
	go func() {
		defer close(full)
		for more := true; more; {
			select {
			case g := <-empty:
				g.fill(next)
				more = g.rows == liteRows
				full <- g
			case <-stop:
				return
			}
		}
	}()
	err := b.group(verb, conflict, g)
	if err != nil {
		close(stop)
	}
	for g := range full {
		if err == nil {
			if err = b.group(verb, conflict, g); err != nil {
				close(stop)
			}
		}
		empty <- g
	}
	return err
}

// group writes a group of rows: by one statement when it is full, else by statements of 32, 16, ... 1.
func (b *liteBulk) group(verb, conflict string, g *liteGroup) error {
	for done, n := 0, liteRows; done < g.rows; done += n {
		for n > g.rows-done {
			n /= 2
		}
		statement, args := g.statement(verb, conflict, done, n)
		if err := b.exec(statement, args); err != nil {
			return err
		}
	}
	return nil
}

// exec runs a statement that an earlier transaction used, or prepares it for this one and notes it for the next: the pool
// cannot prepare anything while its only connection is in this transaction. The statements are short; watching the
// context during each would cost more than they do.
func (b *liteBulk) exec(statement string, args []any) (err error) {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	unwatched := context.WithoutCancel(b.ctx)
	ready := b.own[statement]
	if ready == nil {
		if s := b.d.prepared[statement]; s != nil {
			ready = b.tx.StmtContext(unwatched, s)
		} else if ready, err = b.tx.PrepareContext(unwatched, statement); err != nil {
			return err
		} else {
			b.d.prepared[statement] = nil
		}
		b.own[statement] = ready
	}
	_, err = ready.ExecContext(unwatched, args...)
	return err
}
