package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nodeledger/nodeledger/problem"
)

// Table is CSV whose first line names its columns.
type Table struct {
	Name   string // of the file
	reader *csv.Reader
	column map[string]int // by name in lower-case letters
	width  int
}

// New reads the line of names. Cells are separated as a line "sep=" before it says, or else by commas; by semicolons or tabs where
// the line of names has no comma.
func New(text []byte, name string) (*Table, error) {
	separator := ','
	if rest, says := bytes.CutPrefix(text, []byte("sep=")); says {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		sep, size := utf8.DecodeRune(bytes.TrimRight(line, "\r"))
		if size == 0 || size != len(bytes.TrimRight(line, "\r")) || !slices.Contains([]rune{',', ';', '\t'}, sep) {
			return nil, problem.Invalidf("%s: the line sep= names %q, not a comma, a semicolon or a tab", name, Clip(string(line)))
		}
		separator, text = sep, after
	} else if names, _, _ := bytes.Cut(text, []byte("\n")); !bytes.ContainsRune(names, ',') {
		for _, other := range []rune{';', '\t'} {
			if bytes.ContainsRune(names, other) {
				separator = other
				break
			}
		}
	}
	t := &Table{Name: name, reader: csv.NewReader(bytes.NewReader(text)), column: map[string]int{}}
	t.reader.Comma = separator
	t.reader.FieldsPerRecord, t.reader.ReuseRecord = -1, true
	header, err := t.reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, problem.Invalidf("%s is empty", name)
	}
	if err != nil {
		return nil, problem.Invalidf("%s: its first line: %w", name, err)
	}
	t.width = len(header)
	for i, cell := range header {
		cell = strings.ToLower(strings.TrimSpace(cell))
		if _, twice := t.column[cell]; twice {
			return nil, problem.Invalidf("%s: the column %q stands there twice", name, Clip(cell))
		}
		t.column[cell] = i
	}
	return t, nil
}

// Need refuses a table without some columns and, when only is set, one with others.
func (t *Table) Need(columns []string, only bool) error {
	for _, c := range columns {
		if _, ok := t.column[c]; !ok {
			return problem.Invalidf("%s has no column %s: its first line must name %s", t.Name, c, strings.Join(columns, ","))
		}
	}
	if only {
		for c := range t.column {
			if !slices.Contains(columns, c) {
				return problem.Invalidf("%s: the column %q is none of %s", t.Name, Clip(c), strings.Join(columns, ","))
			}
		}
	}
	return nil
}

// First is the first of some columns that the table has; empty when it has none.
func (t *Table) First(columns ...string) string {
	for _, c := range columns {
		if _, ok := t.column[c]; ok {
			return c
		}
	}
	return ""
}

// Each calls see with every row that has the right number of cells; cell gives one by its column, without white space
// around it. What is wrong with the form of a row goes into w.
func (t *Table) Each(w *Wrong, see func(row int, cell func(column string) string)) error {
	for row := 1; ; row++ {
		cells, err := t.reader.Read()
		var form *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &form):
			w.Add(row, "line %d: %v", form.Line, form.Err)
			continue
		case err != nil:
			return problem.Invalidf("%s: %w", t.Name, err)
		case row > MaxRows:
			return problem.Invalidf("%s has more than %d rows: split it", t.Name, MaxRows)
		case len(cells) != t.width:
			w.Add(row, "it has %d cells instead of %d", len(cells), t.width)
			continue
		}
		see(row, func(column string) string {
			i, ok := t.column[column]
			if !ok {
				return ""
			}
			return strings.TrimSpace(cells[i])
		})
	}
}
