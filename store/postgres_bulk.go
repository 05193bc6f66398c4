package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// pgBulk inserts by COPY and replaces by one statement over arrays, inside the transaction that is open on conn.
type pgBulk struct {
	ctx  context.Context
	conn *sql.Conn
	tx   gorm.ConnPool
}

func (b *pgBulk) insert(t table, next rowSource) error {
	values := make([]any, len(t.columns))
	if !next(values) {
		return nil
	}
	first := true
	rows := pgx.CopyFromFunc(func() ([]any, error) {
		if !first && !next(values) {
			return nil, nil
		}
		first = false
		for i, v := range values {
			if amount, ok := v.(money.Amount); ok {
				values[i] = pgtype.Numeric{Int: amount.Big(), Valid: true}
			}
		}
		return values, nil
	})
	return b.conn.Raw(func(driver any) error {
		_, err := driver.(*stdlib.Conn).Conn().CopyFrom(b.ctx, pgx.Identifier{t.name}, t.names(), rows)
		return err
	})
}

// replacedRows is the most rows of one statement; it bounds the memory of the arrays.
const replacedRows = 10_000

// replace updates by stretches of accounts, within which rows lie together: the planner would read the whole table for the rows of
// one statement otherwise.
func (b *pgBulk) replace(t table, next rowSource) error {
	var from, read, set, same []string
	for i, c := range t.columns {
		cast := c.kind
		if cast == units {
			cast = text // digits; the statement casts them
		}
		from = append(from, fmt.Sprintf("$%d::%s[]", i+1, cast))
		read = append(read, "u."+c.name+"::"+string(c.kind)+" AS "+c.name)
		if i >= t.keys {
			set = append(set, c.name+" = u."+c.name)
		} else {
			same = append(same, "t."+c.name+" = u."+c.name)
		}
	}
	n, account := len(t.columns), slices.Index(t.names(), "account")
	statement := fmt.Sprintf(`UPDATE %s t SET %s FROM (SELECT %s FROM unnest(%s) AS u (%s)) u WHERE t.account BETWEEN $%d AND $%d AND %s`,
		t.name, strings.Join(set, ", "), strings.Join(read, ", "), strings.Join(from, ", "), strings.Join(t.names(), ", "), n+1, n+2,
		strings.Join(same, " AND "))
	for {
		args, rows := arrays(t, next)
		if rows == 0 {
			return nil
		}
		of := args[account].([]int64)
		done, err := b.tx.ExecContext(b.ctx, statement, append(args, slices.Min(of), slices.Max(of))...)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n != int64(rows) {
			return errors.Join(err, ledger.Differs(t.name, "some rows", "of %d there are %d", rows, n))
		}
		if rows < replacedRows {
			return nil
		}
	}
}

// arrays turns the next rows, replacedRows at most, into one array a column.
func arrays(t table, next rowSource) (args []any, rows int) {
	args, values := make([]any, len(t.columns)), make([]any, len(t.columns))
	for i, c := range t.columns {
		switch c.kind {
		case whole:
			args[i] = []int64(nil)
		case small:
			args[i] = []int16(nil)
		default:
			args[i] = []string(nil)
		}
	}
	for rows < replacedRows && next(values) {
		rows++
		for i, v := range values {
			switch a := args[i].(type) {
			case []int64:
				args[i] = append(a, v.(int64))
			case []int16:
				args[i] = append(a, v.(int16))
			case []string:
				if amount, ok := v.(money.Amount); ok {
					v = amount.Digits()
				}
				args[i] = append(a, v.(string))
			}
		}
	}
	return args, rows
}
