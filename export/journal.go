package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// WriteJournal writes a journal that hledger reads: an entry for each line, pending (!), which takes each part from the
// account where it is owed to the one where it is kept once it is paid. It stands by itself: the journal of the whole books
// holds the same payments, by way of payout:<run>, as far as the chain has shown them. Every line must have its parts.
func WriteJournal(w io.Writer, run Run, lines []Line) error {
	total, err := check(run, lines)
	if err != nil {
		return err
	}
	var accounts []string
	for _, l := range lines {
		if len(l.Parts) == 0 {
			return fmt.Errorf("run %s: the line of %s does not say what it is made of, and a journal needs the accounts: prepare the run "+
				"again", run.Name, l.Wallet)
		}
		for _, p := range l.Parts {
			if p.From == (ledger.Account{}) || p.To == (ledger.Account{}) {
				return fmt.Errorf("run %s: a part of %s does not name its accounts: prepare the run again", run.Name, l.Wallet)
			}
			accounts = append(accounts, p.From.String(), p.To.String())
		}
	}
	slices.Sort(accounts)

	asset := total.Asset()
	at := run.CreatedAt.UTC()
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "; Payout run %s of %s on chain %d, prepared %s: %d payments, %s\n", run.Name, comment(run.Program), run.ChainID,
		at.Format(time.RFC3339), len(lines), total)
	fmt.Fprintf(b, "commodity 1000.%s %s\n", strings.Repeat("0", int(asset.Decimals())), commodity(asset))
	for _, a := range slices.Compact(accounts) {
		fmt.Fprintf(b, "account %s\n", a)
	}
	for _, l := range lines {
		fmt.Fprintln(b)
		for _, p := range l.Parts {
			// Above the entry, where nothing in a comment is a tag or a date.
			if p.Why != "" {
				fmt.Fprintf(b, "; %s %s\n", p.Amount, comment(p.Why))
			}
		}
		fmt.Fprintf(b, "%s ! (%s) payout to %s\n", at.Format(time.DateOnly), run.Name, l.Wallet)
		for _, p := range l.Parts {
			amount := p.Amount.Decimal().StringFixed(int32(asset.Decimals()))
			fmt.Fprintf(b, "    %s  -%s %s\n    %s  %s %s\n", p.From, amount, commodity(asset), p.To, amount, commodity(asset))
		}
	}
	// A bufio.Writer keeps its first error.
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the journal of run %s: %w", run.Name, err)
	}
	return nil
}

// commodity is the asset's symbol; hledger wants quotes around one with digits.
func commodity(a money.Asset) string {
	if strings.ContainsAny(a.Symbol(), "0123456789") {
		return `"` + a.Symbol() + `"`
	}
	return a.Symbol()
}

// comment keeps a text on its line.
func comment(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
}
