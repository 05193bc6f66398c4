package intake

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/nodeledger/nodeledger/problem"
)

// Bounds of a file.
const (
	maxBytes = 64 << 20
	maxRows  = 1_000_000
)

// read is the whole of a file as UTF-8 without a mark: spreadsheets also write UTF-16, with one.
func read(r io.Reader, name string) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(text) > maxBytes {
		return nil, problem.Invalidf("%s has more than %d MiB: split it", name, maxBytes>>20)
	}
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")):
		return fromUTF16(text[2:], binary.LittleEndian), nil
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		return fromUTF16(text[2:], binary.BigEndian), nil
	}
	return bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), nil
}

func fromUTF16(text []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = order.Uint16(text[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

// wrong gathers what is wrong with rows.
type wrong []problem.Row

func (w *wrong) add(row int, format string, args ...any) {
	*w = append(*w, problem.Row{Number: row, Text: fmt.Sprintf(format, args...)})
}

// err is nil when nothing is wrong.
func (w wrong) err() error {
	if len(w) == 0 {
		return nil
	}
	rows := "rows are"
	if len(w) == 1 {
		rows = "row is"
	}
	err := problem.Invalidf("%d %s invalid, and nothing was recorded", len(w), rows)
	err.Rows = w
	return err
}

// table is CSV whose first line names its columns.
type table struct {
	name   string
	reader *csv.Reader
	column map[string]int // by name in lower-case letters
	width  int
}

// newTable reads the line of names. Cells are separated as a line "sep=" before it says, or else by commas; by semicolons or tabs where
// the line of names has no comma.
func newTable(text []byte, name string) (*table, error) {
	separator := ','
	if rest, says := bytes.CutPrefix(text, []byte("sep=")); says {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		sep, size := utf8.DecodeRune(bytes.TrimRight(line, "\r"))
		if size == 0 || size != len(bytes.TrimRight(line, "\r")) || !slices.Contains([]rune{',', ';', '\t'}, sep) {
			return nil, problem.Invalidf("%s: the line sep= names %q, not a comma, a semicolon or a tab", name, clip(string(line)))
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
	t := &table{name: name, reader: csv.NewReader(bytes.NewReader(text)), column: map[string]int{}}
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
			return nil, problem.Invalidf("%s: the column %q stands there twice", name, clip(cell))
		}
		t.column[cell] = i
	}
	return t, nil
}

// need refuses a table without some columns and, when only is set, one with others.
func (t *table) need(columns []string, only bool) error {
	for _, c := range columns {
		if _, ok := t.column[c]; !ok {
			return problem.Invalidf("%s has no column %s: its first line must name %s", t.name, c, strings.Join(columns, ","))
		}
	}
	if only {
		for c := range t.column {
			if !slices.Contains(columns, c) {
				return problem.Invalidf("%s: the column %q is none of %s", t.name, clip(c), strings.Join(columns, ","))
			}
		}
	}
	return nil
}

// first is the first of some columns that the table has; empty when it has none.
func (t *table) first(columns ...string) string {
	for _, c := range columns {
		if _, ok := t.column[c]; ok {
			return c
		}
	}
	return ""
}

// each calls see with every row that has the right number of cells; cell gives one by its column, without white space
// around it. What is wrong with the form of a row goes into w.
func (t *table) each(w *wrong, see func(row int, cell func(column string) string)) error {
	for row := 1; ; row++ {
		cells, err := t.reader.Read()
		var form *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &form):
			w.add(row, "line %d: %v", form.Line, form.Err)
			continue
		case err != nil:
			return problem.Invalidf("%s: %w", t.name, err)
		case row > maxRows:
			return problem.Invalidf("%s has more than %d rows: split it", t.name, maxRows)
		case len(cells) != t.width:
			w.add(row, "it has %d cells instead of %d", len(cells), t.width)
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

// clip shortens what somebody wrote for a message.
func clip(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
