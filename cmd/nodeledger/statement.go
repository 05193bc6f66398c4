package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

// statementFlags are a period as it was written.
type statementFlags struct {
	from, to, prices string
	csv              bool
}

func (in *invocation) statementCommand() *cobra.Command {
	var f statementFlags
	c := &cobra.Command{
		Use: "statement WALLET", Short: "Show every account of a wallet over a period, with reasons and sources", Annotations: readsBooks(),
		Long: "Each account has its opening balance, every entry with its reason and source, and its closing balance.",
		Example: `  nodeledger statement WALLET --from 2026-01-01 --to 2026-04-01
  nodeledger statement WALLET --csv`,
		RunE: func(c *cobra.Command, args []string) error {
			wallet, err := view.ParseWallet(args[0])
			if err != nil {
				return err
			}
			if f.csv && in.json {
				return usage.Errorf("--csv and --json exclude each other")
			}
			return in.statement(c.Context(), wallet, f)
		},
	}
	c.Flags().StringVar(&f.from, "from", "", "first `time` that is in it: 2026-05-01 or 2026-05-01T12:00:00Z; without it, the beginning")
	c.Flags().StringVar(&f.to, "to", "", "first `time` that is left out; without it, up to now")
	c.Flags().BoolVar(&f.csv, "csv", false, "print CSV, with amounts in base units")
	c.Flags().StringVar(&f.prices, "prices", "",
		"CSV `file` of prices (date,asset,usd): income and what was paid are shown with their value on the day")
	return c
}

func (in *invocation) statement(ctx context.Context, wallet ledger.Wallet, f statementFlags) error {
	from, to, err := statement.ParsePeriod(f.from, f.to)
	if err != nil {
		return err
	}
	prices, err := in.readPrices(f.prices)
	if err != nil {
		return err
	}
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	st, err := statement.OfPeriod(ctx, e, view.NewSources(e, period.NewEpochs(e).UnlockedAt), wallet, from, to, prices)
	if err != nil {
		return err
	}
	if f.csv {
		return st.WriteCSV(in.Stdout)
	}
	return in.show(wire.StatementOf(&st), func(w io.Writer) { writeStatement(w, &st) })
}

// readPrices reads a price list; no file is no list.
func (in *invocation) readPrices(path string) (statement.Prices, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // nobody knows any price
	}
	p, err := in.loadProgram()
	if err != nil {
		return nil, err
	}
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	prices, err := statement.ReadPrices(f, p)
	if err == nil {
		return prices, nil
	}
	return nil, fmt.Errorf("%s: %w", path, err)
}

// writeStatement is a statement for people.
func writeStatement(w io.Writer, st *statement.Period) {
	bound := func(t time.Time, open string) string {
		if t.IsZero() {
			return open
		}
		return t.Format("2006-01-02 15:04:05")
	}
	fmt.Fprintf(w, "%s, from %s to before %s (UTC)\n", st.Wallet, bound(st.From, "the beginning"), bound(st.To, "now"))
	for i := range st.Accounts {
		a := &st.Accounts[i]
		symbol := " " + a.Asset.Symbol()
		fmt.Fprintf(w, "\n%s (%s)\n", a.Name, a.Account)
		table(w, func(row func(cells ...any)) {
			row("", "opening", "", "", statement.WholeUnits(a.Asset, a.Opening)+symbol)
			for j := range a.Lines {
				l := &a.Lines[j]
				worth := ""
				if l.Value != "" {
					worth = "worth " + l.Value + " USD at " + l.Price
				}
				row(l.When.Format("2006-01-02 15:04:05"), oneLine(l.Reasons()), l.Nature, statement.WholeUnits(a.Asset, l.Amount),
					statement.WholeUnits(a.Asset, l.Balance)+symbol, worth)
			}
			row("", "closing", "", "", statement.WholeUnits(a.Asset, a.Closing)+symbol)
		})
	}
	if len(st.Totals) > 0 {
		fmt.Fprintln(w)
		table(w, func(row func(cells ...any)) {
			row("year", "what", "amount", "worth in USD", "lines", "without a price")
			for i := range st.Totals {
				t := &st.Totals[i]
				row(t.Year, t.Nature, statement.WholeUnits(t.Asset, t.Amount)+" "+t.Asset.Symbol(), t.Value, t.Lines, t.Unpriced)
			}
		})
	}
	fmt.Fprintf(w, "\nledger head %d %s\n", st.Sequence, st.Head)
	writeFresh(w, st.AsOf)
}
