package problem

import "fmt"

// Row is a row of a file or list that is wrong.
type Row struct {
	Number    int    // from 1, a header is none; 0 where the row is known by its reference alone
	Reference string // what names the row, where something does
	Text      string // what is wrong with it
}

// String is the row and what is wrong with it, such as "row 3: it has 4 cells instead of 5".
func (r Row) String() string {
	if r.Number == 0 {
		return r.Reference + ": " + r.Text
	}
	return fmt.Sprintf("row %d: %s", r.Number, r.Text)
}

// Details are the reasons and the rows, a line each.
func (e *Error) Details() []string {
	list := append([]string(nil), e.Reasons...)
	for _, r := range e.Rows {
		list = append(list, r.String())
	}
	return list
}
