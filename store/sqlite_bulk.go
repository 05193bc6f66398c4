package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strings"
)

// liteBulk inserts many rows by one statement. Statements are prepared once for 64, 32, ... 1 rows and kept; the
// measured gain of more rows is small. Rows of a full statement share the parameters of those repeated columns in which all of them agree,
// as the postings of one transaction do: binding all of them took a third of the time. A row that is refused fails the
// statement without undoing it (OR FAIL), since the whole transaction is rolled back anyway: this spares SQLite a journal
// of each statement, 8% of the time.
type liteBulk struct {
	ctx  context.Context
	d    *liteDialect
	conn *sql.Conn // in the transaction
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

// exec runs a statement that an earlier one prepared on the connection, or prepares it. It speaks to the driver itself: database/sql
// would look at each of thousands of arguments. The statements are short; watching the context during each would cost more than they do.
func (b *liteBulk) exec(statement string, args []driver.NamedValue) error {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	unwatched := context.WithoutCancel(b.ctx)
	return b.conn.Raw(func(on any) error {
		ready, err := b.d.prepared.on(unwatched, on.(driver.ConnPrepareContext), statement)
		if err != nil {
			return err
		}
		_, err = ready.(driver.StmtExecContext).ExecContext(unwatched, args)
		return err
	})
}

// liteStatements are prepared on one connection, and kept from one transaction to the next. They are used by one transaction at a time.
type liteStatements struct {
	conn any
	of   map[string]driver.Stmt
}

// keptStatements is how many are kept; a few dozen are in use.
const keptStatements = 200

// on is a statement that is prepared on a connection.
func (s *liteStatements) on(ctx context.Context, conn driver.ConnPrepareContext, text string) (driver.Stmt, error) {
	if len(s.of) == keptStatements {
		if err := s.close(conn); err != nil {
			return nil, err
		}
	}
	if s.conn != conn || s.of == nil {
		s.conn, s.of = conn, map[string]driver.Stmt{} // those of a connection that is gone went with it
	}
	if ready := s.of[text]; ready != nil {
		return ready, nil
	}
	made, err := conn.PrepareContext(ctx, text)
	if err == nil {
		s.of[text] = made
	}
	return made, err
}

// close closes the statements that are prepared on a connection.
func (s *liteStatements) close(conn any) (err error) {
	if s.conn == conn {
		for _, one := range s.of {
			err = errors.Join(err, one.Close())
		}
	}
	s.conn, s.of = nil, nil
	return err
}
