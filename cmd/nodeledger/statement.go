package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/export/taxfile"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

// statementFlags are a period as it was written.
type statementFlags struct {
	from, to, prices, recognise, format string
	csv                                 bool
}

func (in *invocation) statementCommand() *cobra.Command {
	var f statementFlags
	c := &cobra.Command{
		Use: "statement WALLET", Short: "Show every account of a wallet over a period, with reasons and sources", Annotations: readsBooks(),
		Long: `Each account has its opening balance, every entry with its reason and source, and its closing balance. Income and what was paid
for nodes are added up by year and asset.

Rewards in tokens are income when they are earned, or with --recognise unlock when they can be claimed: what is still locked at the
end is then listed, and is in none of the totals.

--format koinly and --format cointracking print a file that this tax program imports: income, purchases and refunds. How many lines
are not in it, and why, stands on the standard error.`,
		Example: `  nodeledger statement WALLET --from 2026-01-01 --to 2026-04-01
  nodeledger statement WALLET --csv
  nodeledger statement WALLET --from 2026-01-01 --to 2027-01-01 --recognise unlock --format koinly`,
		RunE: func(c *cobra.Command, args []string) error {
			wallet, err := view.ParseWallet(args[0])
			if err != nil {
				return err
			}
			if err := f.check(in.json); err != nil {
				return err
			}
			return in.statement(c.Context(), wallet, f)
		},
	}
	c.Flags().StringVar(&f.from, "from", "", "first `time` that is in it: 2026-05-01 or 2026-05-01T12:00:00Z; without it, the beginning")
	c.Flags().StringVar(&f.to, "to", "", "first `time` that is left out; without it, up to now")
	c.Flags().BoolVar(&f.csv, "csv", false, "print CSV, with amounts in base units")
	c.Flags().StringVar(&f.format, "format", "", "print a file in this `format`: csv (as --csv does), koinly, cointracking")
	c.Flags().StringVar(&f.recognise, "recognise", "accrual",
		"`rule` of when rewards in tokens are income: accrual (when earned) or unlock (when claimable)")
	c.Flags().StringVar(&f.prices, "prices", "",
		"CSV `file` of prices (date,asset,usd): income and what was paid are shown with their value on the day")
	return c
}

// check says what is wrong with the flags together.
func (f *statementFlags) check(json bool) error {
	_, tax := taxfile.Find(f.format)
	switch {
	case f.format != "" && f.format != "csv" && !tax:
		return usage.Errorf("--format %q is not valid: write csv, koinly or cointracking", f.format)
	case f.csv && json:
		return usage.Errorf("--csv and --json exclude each other")
	case f.format != "" && json:
		return usage.Errorf("--format and --json exclude each other")
	case f.csv && tax:
		return usage.Errorf("--csv and --format %s exclude each other", f.format)
	}
	return nil
}

func (in *invocation) statement(ctx context.Context, wallet ledger.Wallet, f statementFlags) error {
	from, to, err := statement.ParsePeriod(f.from, f.to)
	if err != nil {
		return err
	}
	counts, err := statement.ParseRecognition(f.recognise)
	if err != nil {
		return err
	}
	prices, err := in.readPrices(ctx, f.prices)
	if err != nil {
		return err
	}
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	st, err := statement.OfPeriod(ctx, e, view.NewSources(e, period.NewEpochs(e).UnlockedAt), statement.Request{
		Wallet: wallet, From: from, To: to, Prices: prices, Recognise: counts,
	})
	if err != nil {
		return err
	}
	if layout, tax := taxfile.Find(f.format); tax {
		return in.taxFile(&st, layout)
	}
	if f.csv || f.format == "csv" {
		return st.WriteCSV(in.Stdout)
	}
	return in.show(wire.StatementOf(&st), func(w io.Writer) { writeStatement(w, &st) })
}

// taxFile prints a statement for a tax program, and on the standard error what is not in it.
func (in *invocation) taxFile(st *statement.Period, layout taxfile.Layout) error {
	entries, left, err := st.TaxEntries()
	if err != nil {
		return err
	}
	if err := layout.Write(in.Stdout, entries); err != nil {
		return err
	}
	for _, part := range []struct {
		lines int
		why   string
	}{
		{left.Points, "points: the tokens that they become are in the file"},
		{left.Nodes, "licences that changed hands without a purchase"},
		{left.Grants, "tokens of grants: enter them by hand, as pay or as bought"},
		{left.Locked, "tokens that are income later"},
	} {
		if part.lines > 0 {
			fmt.Fprintf(in.Stderr, "left out of the file: %d lines of %s\n", part.lines, part.why)
		}
	}
	return nil
}

// readPrices reads a price list; no file is no list.
func (in *invocation) readPrices(ctx context.Context, path string) (statement.Prices, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // nobody knows any price
	}
	p, err := in.rules(ctx)
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
	fmt.Fprintf(w, "%s, from %s to before %s (UTC); %s\n", st.Wallet, bound(st.From, "the beginning"), bound(st.To, "now"),
		st.Recognise.Sentence())
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
	for i := range st.Unrecognised {
		u := &st.Unrecognised[i]
		fmt.Fprintf(w, "earned and income later: %s %s in %d entries, in none of the totals\n", statement.WholeUnits(u.Asset, u.Amount), u.Asset,
			u.Lines)
	}
	fmt.Fprintf(w, "\nledger head %d %s\n", st.Sequence, st.Head)
	writeFresh(w, st.AsOf)
}
