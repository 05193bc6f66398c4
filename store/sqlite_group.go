package store

import (
	"slices"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/money"
)

// liteGroup is up to liteRows rows of a table on their way into a statement. The repeated columns come first in the
// statements, so that rows may share their parameters.
type liteGroup struct {
	table
	order  []int // of the columns in the statements: the repeated ones first
	shared int   // how many are repeated
	values []any // row by row in the order of the table
	rows   int
	args   []any
	texts  map[[2]int]string // statements by how many columns are shared and how many rows there are
}

func newLiteGroup(t table) *liteGroup {
	g := &liteGroup{table: t, values: make([]any, liteRows*len(t.columns)), args: make([]any, 0, liteRows*len(t.columns)),
		texts: map[[2]int]string{}}
	for _, repeated := range []bool{true, false} {
		for i, c := range t.columns {
			if slices.Contains(t.repeated, c.name) == repeated {
				g.order = append(g.order, i)
			}
		}
		if repeated {
			g.shared = len(g.order)
		}
	}
	return g
}

// fill replaces the rows by the next ones.
func (g *liteGroup) fill(next rowSource) {
	width := len(g.columns)
	for g.rows = 0; g.rows < liteRows && next(g.row(g.rows)); g.rows++ {
	}
	for i, v := range g.values[:g.rows*width] {
		if amount, ok := v.(money.Amount); ok {
			g.values[i] = amount.Digits()
		}
	}
}

func (g *liteGroup) row(i int) []any {
	width := len(g.columns)
	return g.values[i*width : (i+1)*width]
}

// alike says that some rows agree in the repeated columns.
func (g *liteGroup) alike(first, rows int) bool {
	for _, c := range g.order[:g.shared] {
		for i := first + 1; i < first+rows; i++ {
			if g.row(i)[c] != g.row(first)[c] {
				return false
			}
		}
	}
	return true
}

// statement writes some of the rows; args are valid until the next call.
func (g *liteGroup) statement(verb, conflict string, first, rows int) (string, []any) {
	shared := 0
	if rows > 1 && g.alike(first, rows) {
		shared = g.shared
	}
	g.args = g.args[:0]
	for _, c := range g.order[:shared] {
		g.args = append(g.args, g.row(first)[c])
	}
	for i := range rows {
		for _, c := range g.order[shared:] {
			g.args = append(g.args, g.row(first + i)[c])
		}
	}
	return g.text(verb, conflict, shared, rows), g.args
}

func (g *liteGroup) text(verb, conflict string, shared, rows int) string {
	if text, made := g.texts[[2]int{shared, rows}]; made {
		return text
	}
	names, one := make([]string, len(g.order)), slices.Repeat([]string{"?"}, len(g.order))
	for i, c := range g.order {
		names[i] = g.columns[c].name
		if i < shared {
			one[i] = "?" + strconv.Itoa(i+1)
		}
	}
	row := "(" + strings.Join(one, ", ") + ")"
	text := verb + g.name + " (" + strings.Join(names, ", ") + ") VALUES " + row + strings.Repeat(", "+row, rows-1) + conflict
	g.texts[[2]int{shared, rows}] = text
	return text
}
