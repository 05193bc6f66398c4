// Package hledger writes journals that hledger reads: the whole books, or one payout run.
//
// Guarantees:
//   - A posting becomes two lines that cancel out, so each entry balances; amounts have every decimal place of their asset.
//   - Accounts, commodities and the type of every account that is in a report are declared, and entries stand in order of dates, so
//     `hledger check --strict ordereddates accounts commodities balanced` passes.
//   - `hledger bse`, `is` and `cf` say what our own reports say. The register has no type: it is in none of hledger's reports, as it
//     is in none of ours. The wallets are cash.
//   - What else is known of an entry stands in tags on its line; no text begins a line, an amount or another tag.
//   - The same values give the same bytes; no clock is asked.
package hledger

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
	"unicode"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Journal is what is written.
type Journal struct {
	Title    string
	Assets   []money.Asset
	Accounts []ledger.Account
	Entries  iter.Seq2[*Entry, error] // in order of days; a failure ends them
	// Price is what a whole unit of an asset cost in US dollars on a day, an exact decimal; ok is false when that is not known. Each
	// day from the first entry's to Until has its prices. nil: none are written.
	Price func(asset string, day time.Time) (usd string, ok bool)
	Until time.Time
}

// Entry is one of the journal.
type Entry struct {
	Date     time.Time
	Pending  bool
	Code     string
	Text     string
	Tags     []Tag
	Postings []ledger.Posting
}

// Tag is a name and what it says of an entry. hledger ends a value at a comma, so commas are written as semicolons.
type Tag struct{ Name, Value string }

// Write writes a journal. An entry that is earlier than the one before it is refused.
func Write(w io.Writer, j *Journal) error {
	if err := writeHead(w, j); err != nil {
		return err
	}
	var at time.Time // the day whose prices were written last
	for e, err := range j.Entries {
		if err != nil {
			return err
		}
		day := dayOf(e.Date)
		if day.Before(at) {
			return fmt.Errorf("the entry %s is of %s and stands after one of %s", e.Code, day.Format(time.DateOnly), at.Format(time.DateOnly))
		}
		if err := writePrices(w, j, at, day); err != nil {
			return err
		}
		at = day
		if err := writeEntry(w, e); err != nil {
			return err
		}
	}
	if at.IsZero() {
		return nil
	}
	return writePrices(w, j, at, dayOf(j.Until))
}

func dayOf(t time.Time) time.Time { return t.UTC().Truncate(24 * time.Hour) }

// types are the letters by which hledger knows what an account is. The register has none.
var types = map[ledger.Class]string{
	ledger.Assets: "A", ledger.Liabilities: "L", ledger.Equity: "E", ledger.Income: "R", ledger.Expenses: "X",
}

// cash is the type of accounts whose changes are a cash flow.
const cash = "C"

// typeOf is the tag that says what an account is.
func typeOf(a ledger.Account) string {
	letter, reported := types[a.Class()]
	switch {
	case a.Role() == ledger.WalletRole:
		return "type: " + cash
	case reported:
		return "type: " + letter
	default:
		return "class: " + a.Class().String()
	}
}

// currency is what prices are in.
const currency = "USD"

// writeHead writes what the journal is, and the assets and accounts that occur in it.
func writeHead(w io.Writer, j *Journal) error {
	var b strings.Builder
	fmt.Fprintf(&b, "; %s\n", oneLine(j.Title))
	declared := j.Price == nil
	for _, a := range j.Assets {
		declared = declared || a.Symbol() == currency
		fmt.Fprintf(&b, "commodity 1000.%s %s\n", strings.Repeat("0", int(a.Decimals())), commodity(a))
	}
	if !declared {
		fmt.Fprintf(&b, "commodity 1000.00 %s\n", currency)
	}
	for _, a := range j.Accounts {
		fmt.Fprintf(&b, "account %s  ; %s\n", a, typeOf(a))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writePrices writes the prices of the days after one, which is zero before the first, up to and with another.
func writePrices(w io.Writer, j *Journal, after, last time.Time) error {
	if j.Price == nil {
		return nil
	}
	day := last
	if !after.IsZero() {
		day = after.AddDate(0, 0, 1)
	}
	var b strings.Builder
	for ; !day.After(last); day = day.AddDate(0, 0, 1) {
		for _, a := range j.Assets {
			if usd, ok := j.Price(a.Symbol(), day); ok && a.Symbol() != currency {
				fmt.Fprintf(&b, "\nP %s %s %s %s", day.Format(time.DateOnly), commodity(a), usd, currency)
			}
		}
	}
	if b.Len() == 0 {
		return nil
	}
	_, err := io.WriteString(w, b.String()+"\n")
	return err
}

// writeEntry writes an entry and the empty line above it.
func writeEntry(w io.Writer, e *Entry) error {
	var b strings.Builder
	b.WriteString("\n" + e.Date.UTC().Format(time.DateOnly))
	if e.Pending {
		b.WriteString(" !")
	}
	fmt.Fprintf(&b, " (%s) %s", e.Code, strings.ReplaceAll(oneLine(e.Text), ";", ","))
	for i, t := range e.Tags {
		between := ", "
		if i == 0 {
			between = "  ; "
		}
		fmt.Fprintf(&b, "%s%s:%s", between, tagName(t.Name), strings.ReplaceAll(oneLine(t.Value), ",", ";"))
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

// tagName keeps letters, digits, - and _ of a name, and writes - for all else.
func tagName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '-'
	}, name)
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
