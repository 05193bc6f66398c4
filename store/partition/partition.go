// Package partition keeps a PostgreSQL table to which rows are only added, in the order of a column, in parts of bounded size. It
// guarantees:
//
//   - The last part takes every row from its first on, so a row always has a part, also when no new one could be begun.
//   - A part that is closed is never written again. Its bounds say what it has, so that it can be skipped.
//   - Beginning a part waits for readers for a moment only. With one that reads on, and when the server refuses it, it is tried again a
//     minute later.
//   - A part has what its table has: columns, indexes, key, and the trigger that refuses changes, which PostgreSQL does not hand down.
package partition

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"
)

// Table is a table in parts by ranges of a whole number, whose last part is closed when it is large. Its parts are called as it is with
// _1, _2 and so on behind. It is safe for concurrent use.
type Table struct {
	Name    string
	Trigger string // of the parts as of the table, the name of one that refuses changes
	Refuses string // its function
	Limit   int64  // from how many bytes of rows on, without indexes, the next part is begun

	mu    sync.Mutex
	again time.Time // not before then
}

// Pauses of Begin: how long it waits for a lock while everybody waits for it, and until it is tried again.
const (
	patience = "200ms"
	pause    = time.Minute
)

// last is the part that takes what comes; since, its bound as PostgreSQL writes it, is empty where somebody else arranged the parts.
type last struct {
	Schema, Name, Since string
	Size                int64
}

func (t *Table) last(db *gorm.DB) (l last, err error) {
	err = db.Raw(`SELECT quote_ident(n.nspname) AS schema, c.relname AS name, pg_relation_size(c.oid) AS size, substring(
			pg_get_expr(c.relpartbound, c.oid) FROM '^FOR VALUES FROM [(](MINVALUE|''[0-9]+'')[)] TO [(]MAXVALUE[)]$') AS since
		FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE i.inhparent = ?::regclass AND pg_get_expr(c.relpartbound, c.oid) LIKE '%TO (MAXVALUE)'`, t.Name).Scan(&l).Error
	return l, err
}

// Full says whether the last part is at its limit, and it is time to try to begin another one.
func (t *Table) Full(db *gorm.DB) (bool, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if time.Now().Before(t.again) {
		return false, nil
	}
	l, err := t.last(db)
	return err == nil && l.Size >= t.Limit, err
}

// Begin closes the last part and begins another one for rows from next on, if the last is at its limit, in a transaction beside which
// nobody else writes, and which should do nothing else: until it ends, readers wait. It reads the closed part through once, for PostgreSQL
// to see that its bounds hold.
func (t *Table) Begin(tx *gorm.DB, next uint64) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	l, err := t.last(tx)
	if err != nil || l.Size < t.Limit {
		return err
	}
	number, err := strconv.Atoi(l.Name[min(len(t.Name)+1, len(l.Name)):])
	if l.Since == "" || err != nil || l.Since == fmt.Sprintf("'%d'", next) {
		t.again = time.Now().Add(pause) // somebody else has arranged the parts, or what made it large was taken back
		return nil
	}
	part, closed := fmt.Sprintf("%s.%s_%d", l.Schema, t.Name, number+1), l.Schema+"."+l.Name
	err = tx.Transaction(func(tx *gorm.DB) error {
		for _, statement := range []string{
			"SET LOCAL lock_timeout = '" + patience + "'",
			"SET LOCAL synchronous_commit = local",                    // readers wait for no replica: what is booked later follows it
			"LOCK TABLE ONLY " + closed + " IN ACCESS EXCLUSIVE MODE", // first: while somebody has it, nobody waits for the table
			fmt.Sprintf("ALTER TABLE %s DETACH PARTITION %s", t.Name, closed),
			fmt.Sprintf("ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%s) TO (%d)", t.Name, closed, l.Since, next),
			fmt.Sprintf("CREATE TABLE %s (LIKE %s)", part, t.Name),
			fmt.Sprintf("CREATE TRIGGER %s BEFORE UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION %s()",
				t.Trigger, part, t.Refuses),
			fmt.Sprintf("ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%d) TO (MAXVALUE)", t.Name, part, next),
		} {
			if err := tx.Exec(statement).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if refused(err) {
		t.again = time.Now().Add(pause)
		return nil
	}
	return err
}

// TryAt sets when Begin is tried at the earliest.
func (t *Table) TryAt(at time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.again = at
}

// Parts are the names of the table's parts, in no order.
func (t *Table) Parts(tx *gorm.DB) (names []string, err error) {
	err = tx.Raw(`SELECT c.relname FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
		WHERE i.inhparent = pg_catalog.to_regclass(?)`, t.Name).Scan(&names).Error
	return names, err
}

// refused says that the server refuses it, for now or for good: it is busy, or this user may not. What is booked needs no new part.
func refused(err error) bool {
	var said *pgconn.PgError
	if !errors.As(err, &said) {
		return false
	}
	for _, class := range []string{"08", "40", "57P"} { // the connection is lost, or the whole transaction is begun again
		if strings.HasPrefix(said.Code, class) {
			return false
		}
	}
	return true
}
