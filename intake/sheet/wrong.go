package sheet

import (
	"fmt"

	"github.com/nodeledger/nodeledger/problem"
)

// Wrong gathers what is wrong with rows.
type Wrong []problem.Row

// Add says what is wrong with a row.
func (w *Wrong) Add(row int, format string, args ...any) {
	*w = append(*w, problem.Row{Number: row, Text: fmt.Sprintf(format, args...)})
}

// Err is nil when nothing is wrong, and else a refusal of kind invalid that has every row.
func (w Wrong) Err() error {
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

// Clip shortens what somebody wrote for a message.
func Clip(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
