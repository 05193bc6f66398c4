// Package sheet reads tables in the forms that spreadsheets and exports write them in.
//
// Guarantees:
//   - UTF-8 and UTF-16, with or without the mark that says so; lines that end in LF, CR LF or CR alone; cells that commas, semicolons or
//     tabs separate, named by a line "sep=" or not; names of columns in capitals or not: all are read as the same table.
//   - What is none of these is refused by its own name.
//   - A file that is larger than its bound is refused before it is read to its end.
//   - Rows count from 1, and the line of names is none.
//
// Not guaranteed: that cells mean anything. Other encodings than UTF-8 and UTF-16 are read as bytes.
package sheet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/nodeledger/nodeledger/problem"
)

// MaxRows is the most rows of a table.
const MaxRows = 1_000_000

const maxBytes = 64 << 20 // of a file

// Read is the whole of a file as UTF-8 without a mark, its lines ended by LF or CR LF. name is the file's, for errors.
func Read(r io.Reader, name string) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(text) > maxBytes {
		return nil, problem.Invalidf("%s has more than %d MiB: split it", name, maxBytes>>20)
	}
	if order, mark := orderOf(text); order != nil {
		if len(text)%2 != 0 {
			return nil, problem.Invalidf("%s is UTF-16 with half a letter at its end: export it again", name)
		}
		text = fromUTF16(text[mark:], order)
	} else {
		text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return nil, problem.Invalidf("%s is not text: export it as CSV in UTF-8", name)
	}
	// Old spreadsheets end lines with CR alone.
	if end := bytes.IndexAny(text, "\r\n"); end >= 0 && text[end] == '\r' && !bytes.HasPrefix(text[end:], []byte("\r\n")) {
		text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	return text, nil
}

// orderOf is the order of bytes of UTF-16, as its mark says or else the zeros of its first letters, and how long the mark is;
// nil when it is not UTF-16. The first letters are a column's name or an address, so they are ASCII.
func orderOf(text []byte) (order binary.ByteOrder, mark int) {
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")):
		return binary.LittleEndian, 2
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		return binary.BigEndian, 2
	case len(text) < 4:
		return nil, 0
	case text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0:
		return binary.LittleEndian, 0
	case text[0] == 0 && text[1] != 0 && text[2] == 0 && text[3] != 0:
		return binary.BigEndian, 0
	}
	return nil, 0
}

func fromUTF16(text []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = order.Uint16(text[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}
