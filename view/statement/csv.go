package statement

import (
	"encoding/csv"
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// PeriodColumns are the columns of a statement as CSV. row is one of
//
//	opening, entry, closing   of each account
//	total                     when is the year, line how many lines there are, reference how many of them have no price
//	recognition               kind is accrual or unlock: when rewards in tokens are income
//	unrecognised              what is income after the end, of an asset: line is how many entries earned it
//	root                      the last row: when, block and reference are the time and the block that the statement is as of and
//	                          the hash of the journal's head
var PeriodColumns = []string{
	"row", "account", "what", "asset", "decimals", "when", "sequence", "line", "kind", "nature", "reason", "counterpart",
	"amount", "whole_units", "balance", "origin", "chain", "block", "tx_hash", "log_index", "name", "reference", "reverses",
	"price_usd", "value_usd",
}

// WriteCSV writes the statement as CSV: a row for each balance and each entry, amounts in base units. A text that a
// spreadsheet would take for a formula has an apostrophe in front.
func (st *Period) WriteCSV(to io.Writer) error {
	w := csv.NewWriter(to)
	_ = w.Write(PeriodColumns) // the writer keeps its first error
	place := map[string]int{}
	for i, name := range PeriodColumns {
		place[name] = i
	}
	put := func(cells map[string]string) {
		row := make([]string, len(PeriodColumns))
		for name, text := range cells {
			row[place[name]] = text
		}
		_ = w.Write(row)
	}
	for i := range st.Accounts {
		a := &st.Accounts[i]
		with := func(row string, balance *big.Int) map[string]string {
			return map[string]string{
				"row": row, "account": Plain(a.Account.String()), "what": Plain(a.Name.English()), "asset": a.Asset.Symbol(),
				"decimals": number(uint64(a.Asset.Decimals())),
				"balance":  balance.String(),
			}
		}
		opening := with("opening", a.Opening)
		opening["when"] = moment(st.From)
		put(opening)
		for j := range a.Lines {
			l := &a.Lines[j]
			row := with("entry", l.Balance)
			row["when"], row["sequence"], row["line"] = moment(l.When), number(l.Sequence), strconv.Itoa(l.Line)
			row["kind"], row["nature"], row["reason"] = string(l.Kind), string(l.Nature), Plain(l.Reasons())
			row["counterpart"], row["amount"], row["whole_units"] = Plain(l.Counterpart.String()), l.Amount.String(), WholeUnits(a.Asset, l.Amount)
			row["origin"], row["price_usd"], row["value_usd"] = string(l.Source.Origin), l.Price, l.Value
			if s := &l.Source; s.Origin == ledger.FromChain {
				row["chain"], row["block"], row["tx_hash"], row["log_index"] = number(s.Chain), number(s.BlockNumber), s.TxHash.String(),
					number(uint64(s.LogIndex))
			} else {
				row["name"], row["reference"] = Plain(s.Name), Plain(s.Reference)
			}
			if l.Reverses > 0 {
				row["reverses"] = number(l.Reverses)
			}
			put(row)
		}
		closing := with("closing", a.Closing)
		closing["when"] = moment(st.To)
		put(closing)
	}
	st.putSums(put)
	w.Flush()
	return w.Error()
}

// putSums writes what stands below the accounts.
func (st *Period) putSums(put func(cells map[string]string)) {
	for i := range st.Totals {
		t := &st.Totals[i]
		put(map[string]string{
			"row": "total", "asset": t.Asset.Symbol(), "decimals": number(uint64(t.Asset.Decimals())), "when": strconv.Itoa(t.Year),
			"nature": string(t.Nature), "amount": t.Amount.String(), "whole_units": WholeUnits(t.Asset, t.Amount), "value_usd": t.Value,
			"line": strconv.Itoa(t.Lines), "reference": strconv.Itoa(t.Unpriced),
		})
	}
	put(map[string]string{"row": "recognition", "what": Plain(st.Recognise.Sentence().English()), "kind": string(st.Recognise)})
	for i := range st.Unrecognised {
		u := &st.Unrecognised[i]
		put(map[string]string{
			"row": "unrecognised", "what": "earned, and income later", "asset": u.Asset.Symbol(), "decimals": number(uint64(u.Asset.Decimals())),
			"when": moment(st.To), "amount": u.Amount.String(), "whole_units": WholeUnits(u.Asset, u.Amount), "line": strconv.Itoa(u.Lines),
		})
	}
	put(map[string]string{
		"row": "root", "account": st.Wallet.String(), "what": "the journal that this was read from", "when": moment(st.AsOf.Time),
		"sequence": number(st.Sequence),
		"block":    number(st.AsOf.Block), "reference": st.Head.String(),
	})
}

func number(n uint64) string { return strconv.FormatUint(n, 10) }

// Plain keeps a spreadsheet from taking a text for a formula.
func Plain(text string) string {
	if trimmed := strings.TrimLeft(text, " \t\r\n"); trimmed != "" && (strings.ContainsRune("=+-@|%", rune(trimmed[0])) || trimmed != text) {
		return "'" + text
	}
	return text
}

// moment is an instant as text; nothing for the zero time.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// WholeUnits are base units, which may be below zero, in whole units.
func WholeUnits(asset money.Asset, units *big.Int) string {
	return decimal.NewFromBigInt(units, -int32(asset.Decimals())).String()
}
