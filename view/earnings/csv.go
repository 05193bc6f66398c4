package earnings

import (
	"cmp"
	"context"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/statement"
)

// Columns are those of the file of what was earned: a row for each line, in order of time. amount is in whole units, base_units exact;
// value_usd is empty where the day has no price.
var Columns = []string{
	"when", "asset", "amount", "base_units", "kind", "reason", "price_usd", "value_usd", "account", "sequence", "line", "tx_hash",
}

// Lines is the income of a wallet line by line, the oldest first.
type Lines struct {
	Wallet ledger.Wallet
	rows   [][]string
}

// LinesOf reads the income of a wallet from one instant to another, half-open; zero: no bound.
func LinesOf(ctx context.Context, e *engine.Engine, sources *view.Sources, w ledger.Wallet, from, to time.Time,
	prices statement.Prices) (Lines, error) {
	st, err := statement.OfPeriod(ctx, e, sources, statement.Request{Wallet: w, From: from, To: to, Prices: prices, Most: mostLines})
	return Lines{w, rowsOf(&st)}, err
}

func rowsOf(st *statement.Period) (rows [][]string) {
	type place struct {
		account *statement.AccountPeriod
		line    *statement.Line
	}
	var all []place
	for i := range st.Accounts {
		a := &st.Accounts[i]
		for j := range a.Lines {
			if isIncome(a, &a.Lines[j]) {
				all = append(all, place{a, &a.Lines[j]})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b place) int {
		return cmp.Or(a.line.When.Compare(b.line.When), cmp.Compare(a.line.Sequence, b.line.Sequence), cmp.Compare(a.line.Line, b.line.Line))
	})
	for _, p := range all {
		l := p.line
		tx := ""
		if l.Source.Origin == ledger.FromChain {
			tx = l.Source.TxHash.String()
		}
		rows = append(rows, []string{
			l.When.UTC().Format(time.RFC3339), p.account.Asset.Symbol(), statement.WholeUnits(p.account.Asset, l.Amount), l.Amount.String(),
			string(l.Kind), statement.Plain(l.Reasons()), l.Price, l.Value, statement.Plain(p.account.Account.String()),
			strconv.FormatUint(l.Sequence, 10), strconv.Itoa(l.Line), tx,
		})
	}
	return rows
}

// WriteCSV writes the lines with a header. A text that a spreadsheet would take for a formula has an apostrophe in front.
func (ls *Lines) WriteCSV(to io.Writer) error {
	w := csv.NewWriter(to)
	_ = w.Write(Columns) // the writer keeps its first error
	_ = w.WriteAll(ls.rows)
	return w.Error()
}
