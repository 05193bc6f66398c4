package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"

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

// upsertRows is the most rows of one statement; it bounds the memory of the arrays.
const upsertRows = 10_000

func (b *pgBulk) upsert(t table, next rowSource) error {
	var from, set []string
	for i, c := range t.columns {
		cast := c.kind
		if cast == units {
			cast = text // digits; the statement casts them
		}
		from = append(from, fmt.Sprintf("$%d::%s[]", i+1, cast))
		if i >= t.keys {
			set = append(set, c.name+" = excluded."+c.name)
		}
	}
	as, read := strings.Join(t.names(), ", "), ""
	for i, c := range t.columns {
		if i > 0 {
			read += ", "
		}
		read += "u." + c.name + "::" + string(c.kind)
	}
	statement := "INSERT INTO " + t.name + " (" + as + ") SELECT " + read + " FROM unnest(" + strings.Join(from, ", ") + ") AS u (" + as +
		") ON CONFLICT (" + strings.Join(t.names()[:t.keys], ", ") + ") DO UPDATE SET " + strings.Join(set, ", ")
	for {
		args, rows := arrays(t, next)
		if rows == 0 {
			return nil
		}
		if _, err := b.tx.ExecContext(b.ctx, statement, args...); err != nil || rows < upsertRows {
			return err
		}
	}
}

// arrays turns the next rows, upsertRows at most, into one array a column.
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
	for rows < upsertRows && next(values) {
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
