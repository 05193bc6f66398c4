package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// WriteCSV writes a row for each line, below a row of names:
//
//	wallet      address, lower-case hexadecimal with 0x
//	asset       symbol
//	amount      base units
//	display     whole units with the symbol
//	components  what the amount is made of: base units and the account, separated by "; "
//	why         what it is paid for
//	run         the run's name
//
// A text that a spreadsheet would take for a formula has an apostrophe in front.
func WriteCSV(w io.Writer, run Run, lines []Line) error {
	if _, err := check(run, lines); err != nil {
		return err
	}
	table := csv.NewWriter(w)
	// A csv.Writer keeps its first error.
	_ = table.Write([]string{"wallet", "asset", "amount", "display", "components", "why", "run"})
	for _, l := range lines {
		var components, why []string
		for _, p := range l.Parts {
			components = append(components, p.Amount.Digits()+" "+p.Owed.String())
			if p.Why != "" && !slices.Contains(why, p.Why) {
				why = append(why, p.Why)
			}
		}
		_ = table.Write([]string{
			l.Wallet.String(), l.Amount.Asset().Symbol(), l.Amount.Digits(), l.Amount.String(),
			inert(strings.Join(components, "; ")), inert(strings.Join(why, ", ")), inert(run.Name),
		})
	}
	table.Flush()
	if err := table.Error(); err != nil {
		return fmt.Errorf("writing the table of run %s: %w", run.Name, err)
	}
	return nil
}

// inert makes a cell that no spreadsheet computes. Excel, LibreOffice and Google Sheets take a cell for a formula that
// begins with one of = + - @, in the full width of East Asian keyboards too; some skip white space and control characters
// before it, and a tab or a line end in front can begin a new cell.
func inert(text string) string {
	first := strings.TrimLeftFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
	if strings.IndexAny(first, "=+-@＝＋－＠") == 0 || (text != "" && strings.ContainsRune("\t\r\n", rune(text[0]))) {
		return "'" + text
	}
	return text
}
