package taxfile

import (
	"bufio"
	"io"
	"strings"
)

// Layout is the form of a program's import. The zero Layout is none.
type Layout struct {
	Name    string // koinly, cointracking
	columns []string
	quoted  bool // every cell stands in quotation marks, not only those that need them
	cells   func(*Entry) []string
}

// Layouts are all of them.
func Layouts() []Layout { return []Layout{Koinly(), CoinTracking()} }

// Find is the layout of a name.
func Find(name string) (l Layout, ok bool) {
	for _, l := range Layouts() {
		if l.Name == name {
			return l, true
		}
	}
	return l, false
}

// Write writes the header and a line for each entry, in the order given. Errors are those of the writer.
func (l Layout) Write(to io.Writer, entries []Entry) error {
	w := bufio.NewWriter(to) // it keeps its first error
	l.line(w, l.columns)
	for i := range entries {
		if e := &entries[i]; !e.Amount.IsZero() {
			l.line(w, l.cells(e))
		}
	}
	return w.Flush()
}

func (l Layout) line(w *bufio.Writer, cells []string) {
	for i, cell := range cells {
		if i > 0 {
			_ = w.WriteByte(',')
		}
		if l.quoted || strings.ContainsAny(cell, "\",\r\n") || strings.TrimSpace(cell) != cell {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		_, _ = w.WriteString(cell)
	}
	_, _ = w.WriteString("\r\n")
}
