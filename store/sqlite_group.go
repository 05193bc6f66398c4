package store

import (
	"database/sql/driver"
	"slices"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/money"
)

// liteGroup is up to liteRows rows of a table on their way into a statement.
type liteGroup struct {
	table
	repeated []int // the columns that are often the same in many rows in a row
	values   []any // row by row
	rows     int
	args     []driver.NamedValue
	texts    map[liteShape]*liteText
}

// liteShape is how many rows a statement has, and which of the repeated columns have one parameter for all of them.
type liteShape struct {
	rows   int
	shared uint64
}

// liteText is a statement: the columns in its order, of which the first are shared.
type liteText struct {
	order  []int
	shared int
	text   string
}

func newLiteGroup(t table) *liteGroup {
	g := &liteGroup{table: t, values: make([]any, liteRows*len(t.columns)), args: make([]driver.NamedValue, 0, liteRows*len(t.columns)),
		texts: map[liteShape]*liteText{}}
	for i, c := range t.columns {
		if slices.Contains(t.repeated, c.name) {
			g.repeated = append(g.repeated, i)
		}
	}
	return g
}

// fill replaces the rows by the next ones, in the types that the driver takes.
func (g *liteGroup) fill(next rowSource) {
	width := len(g.columns)
	for g.rows = 0; g.rows < liteRows && next(g.row(g.rows)); g.rows++ {
	}
	for i, v := range g.values[:g.rows*width] {
		switch v := v.(type) {
		case money.Amount:
			g.values[i] = v.Digits()
		case int16:
			g.values[i] = int64(v)
		}
	}
}

func (g *liteGroup) row(i int) []any {
	width := len(g.columns)
	return g.values[i*width : (i+1)*width]
}

// alike are the repeated columns in which all rows agree.
func (g *liteGroup) alike() (shared uint64) {
	for n, c := range g.repeated {
		same := true
		for i := 1; i < g.rows && same; i++ {
			same = g.row(i)[c] == g.row(0)[c]
		}
		if same {
			shared |= 1 << n
		}
	}
	return shared
}

// statement writes some of the rows; args are valid until the next call.
func (g *liteGroup) statement(verb, conflict string, first, rows int) (string, []driver.NamedValue) {
	shape := liteShape{rows: rows}
	if rows == liteRows {
		shape.shared = g.alike()
	}
	t := g.texts[shape]
	if t == nil {
		t = g.text(verb, conflict, shape)
		g.texts[shape] = t
	}
	g.args = g.args[:0]
	for _, c := range t.order[:t.shared] {
		g.args = append(g.args, driver.NamedValue{Ordinal: len(g.args) + 1, Value: g.row(first)[c]})
	}
	for i := range rows {
		for _, c := range t.order[t.shared:] {
			g.args = append(g.args, driver.NamedValue{Ordinal: len(g.args) + 1, Value: g.row(first + i)[c]})
		}
	}
	return t.text, g.args
}

func (g *liteGroup) text(verb, conflict string, shape liteShape) *liteText {
	t := &liteText{}
	for n, c := range g.repeated {
		if shape.shared&(1<<n) != 0 {
			t.order = append(t.order, c)
		}
	}
	t.shared = len(t.order)
	for c := range g.columns {
		if !slices.Contains(t.order[:t.shared], c) {
			t.order = append(t.order, c)
		}
	}
	names, one := make([]string, len(t.order)), slices.Repeat([]string{"?"}, len(t.order))
	for i, c := range t.order {
		names[i] = g.columns[c].name
		if i < t.shared {
			one[i] = "?" + strconv.Itoa(i+1)
		}
	}
	row := "(" + strings.Join(one, ", ") + ")"
	t.text = verb + g.name + " (" + strings.Join(names, ", ") + ") VALUES " + row + strings.Repeat(", "+row, shape.rows-1) + conflict
	return t
}
