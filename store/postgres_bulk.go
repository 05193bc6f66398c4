package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

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
	rows := &pgCopy{next: next, values: make([]any, len(t.columns)), made: []byte(copyHeader)}
	if rows.row(); rows.done {
		return nil
	}
	statement := "COPY " + t.name + " (" + strings.Join(t.names(), ", ") + ") FROM STDIN BINARY"
	return b.conn.Raw(func(driver any) error {
		_, err := driver.(*stdlib.Conn).Conn().PgConn().CopyFrom(b.ctx, rows, statement)
		return err
	})
}

// copyHeader begins PostgreSQL's binary form of rows: its signature, no flags, no extension.
const copyHeader = "PGCOPY\n\xff\r\n\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// pgCopy reads as rows in that form.
type pgCopy struct {
	next   rowSource
	values []any
	made   []byte // of the last row, and not read yet from at on
	at     int
	done   bool
}

// Read implements io.Reader. It fills what it is given as long as there are rows: each read is sent by itself.
func (c *pgCopy) Read(into []byte) (n int, err error) {
	for n < len(into) {
		if c.at == len(c.made) {
			if c.done {
				break
			}
			c.made, c.at = c.made[:0], 0
			c.row()
		}
		more := copy(into[n:], c.made[c.at:])
		c.at, n = c.at+more, n+more
	}
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

// row makes the next row, or the end.
func (c *pgCopy) row() {
	if c.done = !c.next(c.values); c.done {
		c.made = binary.BigEndian.AppendUint16(c.made, math.MaxUint16)
		return
	}
	c.made = binary.BigEndian.AppendUint16(c.made, uint16(len(c.values)))
	for _, v := range c.values {
		begin := len(c.made)
		c.made = append(c.made, 0, 0, 0, 0)
		switch v := v.(type) {
		case int64:
			c.made = binary.BigEndian.AppendUint64(c.made, uint64(v))
		case int16:
			c.made = binary.BigEndian.AppendUint16(c.made, uint16(v))
		case string:
			c.made = append(c.made, v...)
		case []byte:
			c.made = append(c.made, v...)
		case money.Amount:
			c.made = appendNumeric(c.made, v.Digits())
		}
		binary.BigEndian.PutUint32(c.made[begin:], uint32(len(c.made)-begin-4))
	}
}

// appendNumeric appends a whole number in the binary form of numeric: how many digits of four decimal places follow, the power of the
// first, sign, decimal places, and the digits, without zeros at the end.
func appendNumeric(b []byte, digits string) []byte {
	power := (len(digits) - 1) / 4
	digits = strings.TrimRight(strings.Repeat("0", 4*power+4-len(digits))+digits, "0")
	n := (len(digits) + 3) / 4
	if n == 0 {
		power = 0
	}
	b = binary.BigEndian.AppendUint16(b, uint16(n))
	b = binary.BigEndian.AppendUint16(b, uint16(power))
	b = append(b, 0, 0, 0, 0)
	for i := range n {
		digit := uint16(0)
		for j := 4 * i; j < 4*i+4; j++ {
			digit *= 10
			if j < len(digits) {
				digit += uint16(digits[j] - '0')
			}
		}
		b = binary.BigEndian.AppendUint16(b, digit)
	}
	return b
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
