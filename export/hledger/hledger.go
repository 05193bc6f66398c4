// Package hledger writes journals that hledger reads: the whole books, or one payout run.
//
// Guarantees:
//   - A posting becomes two lines that cancel out, so each entry balances; amounts have every decimal place of their asset.
//   - What stands in a comment is on one line above its entry, where nothing in it is taken for a tag or a date.
//   - The same values give the same bytes; no clock is asked.
package hledger

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Entry is one of the journal.
type Entry struct {
	Notes    []string // comment lines above it
	Date     time.Time
	Pending  bool
	Code     string
	Text     string
	Tag      string // such as hash:0x..., behind the text; empty: none
	Postings []ledger.Posting
}

// WriteHead writes the beginning of a journal: what it is, and the assets and accounts that occur in it.
func WriteHead(w io.Writer, title string, assets []money.Asset, accounts []ledger.Account) error {
	var b strings.Builder
	fmt.Fprintf(&b, "; %s\n", oneLine(title))
	for _, a := range assets {
		fmt.Fprintf(&b, "commodity 1000.%s %s\n", strings.Repeat("0", int(a.Decimals())), commodity(a))
	}
	for _, a := range accounts {
		fmt.Fprintf(&b, "account %s\n", a)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteEntry writes an entry and the empty line above it.
func WriteEntry(w io.Writer, e *Entry) error {
	var b strings.Builder
	b.WriteString("\n")
	for _, note := range e.Notes {
		fmt.Fprintf(&b, "; %s\n", oneLine(note))
	}
	b.WriteString(e.Date.UTC().Format(time.DateOnly))
	if e.Pending {
		b.WriteString(" !")
	}
	fmt.Fprintf(&b, " (%s) %s", e.Code, e.Text)
	if e.Tag != "" {
		b.WriteString("  ; " + e.Tag)
	}
	b.WriteString("\n")
	for _, p := range e.Postings {
		asset := p.Amount.Asset()
		amount := p.Amount.Decimal().StringFixed(int32(asset.Decimals()))
		fmt.Fprintf(&b, "    %s  -%s %s\n    %s  %s %s\n", p.From, amount, commodity(asset), p.To, amount, commodity(asset))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// commodity is the asset's symbol; hledger wants quotes around one with digits.
func commodity(a money.Asset) string {
	if strings.ContainsAny(a.Symbol(), "0123456789") {
		return `"` + a.Symbol() + `"`
	}
	return a.Symbol()
}

// oneLine keeps a text on its line.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
}
