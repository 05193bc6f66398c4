package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// revenueCommand records what a source earned.
func (in *invocation) revenueCommand() *cobra.Command {
	s := &signer{in: in}
	var row fold.RevenueRow
	var at string
	record := &cobra.Command{
		Use: "record", Short: "Record revenue of a source", Annotations: writesBooks(),
		Long:    "Revenue that was returned is recorded with a minus. The split in force at its time divides it.",
		Example: "  nodeledger revenue record --source dapp --amount 1250.50 --at 2026-09-02T12:00:00Z --reference dapp-1 --operator ann",
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if row.At, err = instantOf("--at", at); err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordRevenue(c.Context(), by, s.reference, row)
			})
		},
	}
	f := record.Flags()
	f.StringVar(&row.Source, "source", "", "`name` of the source, such as dapp or fiat")
	f.StringVar(&row.Amount, "amount", "", "`amount` in USDT, e.g. 1250.50 (not base units)")
	f.StringVar(&at, "at", "", "`time` it was earned, such as 2026-09-02T12:00:00Z; required")
	f.StringVar(&row.Note, "note", "", "`text` to remember it by")
	f.BoolVar(&row.Cost, "cost", false, "it is what the source cost, such as a fee; with a minus it was given back")
	s.addFlags(true, record)
	return usage.Group("revenue", "Record what the project earned", record, in.revenueImport())
}

// revenueImport records a file of revenue, each row under its own reference.
func (in *invocation) revenueImport() *cobra.Command {
	s := &signer{in: in}
	var format, late string
	asked := intake.Asked{Prefix: "--"}
	c := &cobra.Command{
		Use: "import FILE", Short: "Record a CSV file of revenue, or Stripe's balance report", Annotations: writesBooks(),
		Long: `csv: the columns reference,source,amount,at, and note and cost (yes: what the source cost, such as a fee) when you like.
stripe: Stripe's balance report, itemised: what customers paid is revenue, and what went back to them and Stripe's fees are costs.
When a row is wrong, all wrong rows are listed and nothing is recorded. Each row is recorded once by its reference. What --skip leaves
out is recorded with the --reason, and how many rows and how much it was.`,
		Example: `  nodeledger revenue import revenue.csv --operator ann
  nodeledger revenue import balance.csv --format stripe --timezone America/Chicago --late now --operator ann
  nodeledger revenue import balance.csv --format stripe --skip currency=eur --reason "booked by hand" --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			report, err := readRevenue(args[0], format, asked)
			if err != nil {
				return err
			}
			var done engine.Imported
			return s.recordAnd(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				done, err = e.RecordRevenueFile(c.Context(), by, report.File(late == "now", "--late now"))
				return engine.Receipt{AlreadyRecorded: done.Written == 0}, oneLineOfRows(args[0], err)
			}, func(*engine.Engine, engine.Receipt) (any, error) {
				if !in.json {
					in.sayLeftOut(&report)
				}
				return wire.ImportOf(len(report.Rows), report.Skipped, report.LeftOutRows(), done), nil
			})
		},
	}
	usage.AddChoice(c, &format, "format", "csv", "`format` of the file", "csv", "stripe")
	f := c.Flags()
	f.StringVar(&asked.Source, "source", "", "`name` of the source of Stripe's report (default fiat)")
	f.StringVar(&asked.Zone, "timezone", "", "`name` of the time zone of Stripe's times that say none, such as America/Chicago")
	f.StringArrayVar(&asked.Skip, "skip", nil,
		"leave out the rows of Stripe's report with this `text`, column=value such as currency=eur; repeat it; needs --reason")
	f.StringVar(&asked.Reason, "reason", "", "`text` that the books keep: why --skip leaves rows out")
	usage.AddChoice(c, &late, "late", "", "now: book rows of closed months at this `time`, with a note of their own date", "now")
	s.addFlags(false, c)
	return c
}

// readRevenue reads a file of revenue in a format.
func readRevenue(path, format string, asked intake.Asked) (out intake.Report, err error) {
	var o intake.Options
	if format == "csv" {
		err = asked.CheckCSV()
	} else {
		err = asked.CheckReason()
	}
	if err != nil {
		return out, usage.Errorf("%w", err)
	}
	if o, err = intake.NewOptions(asked); err != nil {
		return out, err
	}
	f, err := openFile(path)
	if err != nil {
		return out, err
	}
	defer f.Close()
	if format == "csv" {
		return intake.Revenue(f, path)
	}
	return intake.Stripe(f, path, o)
}

// sayLeftOut says which rows of a file are not booked.
func (in *invocation) sayLeftOut(report *intake.Report) {
	rows := func(n int) string {
		if n == 1 {
			return "1 row"
		}
		return fmt.Sprint(n, " rows")
	}
	for _, why := range sortedKeys(report.Skipped) {
		fmt.Fprintf(in.Stdout, "skipped %s of %s: no revenue\n", rows(report.Skipped[why]), why)
	}
	leftOut := report.LeftOutRows()
	for _, rule := range sortedKeys(leftOut) {
		fmt.Fprintf(in.Stdout, "left out on request %s of %s\n", rows(leftOut[rule]), rule)
	}
}

// buybackCommand records buybacks and sets them against the emission.
func (in *invocation) buybackCommand() *cobra.Command {
	s := &signer{in: in}
	var row fold.BuybackRow
	var at string
	record := &cobra.Command{
		Use: "record", Short: "Record a buyback: what was spent, and the tokens bought", Annotations: writesBooks(),
		Long:    "What is spent comes out of the buyback fund. Tokens are in the token, e.g. 20833.3 (not base units).",
		Example: "  nodeledger buyback record --spent 2500 --tokens 2083.3 --source dapp --at 2026-09-03T12:00:00Z --reference q3 --operator ann",
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if row.At, err = instantOf("--at", at); err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordBuyback(c.Context(), by, s.reference, row)
			})
		},
	}
	f := record.Flags()
	f.StringVar(&row.Spent, "spent", "", "`amount` in USDT, e.g. 2500.50 (not base units)")
	f.StringVar(&row.Tokens, "tokens", "", "`amount` of tokens, e.g. 20833.3 (not base units)")
	f.StringVar(&at, "at", "", "`time` of the buyback, such as 2026-09-03T12:00:00Z; required")
	f.StringVar(&row.Note, "note", "", "`text` to remember it by, such as the hash of a transaction")
	f.StringVar(&row.Source, "source", "", "`name` of the source whose money was spent")
	f.StringVar(&row.Payment, "payment", "",
		"`text` that names the payment out of a wallet, as \"payout exceptions\" lists it; instead of --source")
	s.addFlags(true, record)
	return usage.Group("buyback", "Record buybacks, and compare them with the emission", record, in.quarterCommand())
}

func (in *invocation) quarterCommand() *cobra.Command {
	return &cobra.Command{
		Use: "quarter QUARTER", Short: "Compare a quarter's buybacks with its emission", Annotations: readsBooks(),
		Example: "  nodeledger buyback quarter 2026-Q1",
		RunE: func(c *cobra.Command, args []string) error {
			e, err := in.openReadOnly(c.Context())
			if err != nil {
				return err
			}
			defer e.Close()
			q, err := period.OfQuarter(c.Context(), e, args[0])
			if err != nil {
				return err
			}
			of, err := view.Now(c.Context(), e)
			if err != nil {
				return err
			}
			return in.show(wire.QuarterOf(args[0], &q, of), func(w io.Writer) {
				fmt.Fprintf(w, "%s to before %s\n", q.Start.Format(time.DateOnly), q.End.Format(time.DateOnly))
				table(w, func(row func(cells ...any)) {
					row("revenue", money.Balance{In: q.Revenue.Out, Out: q.Revenue.In})
					row("costs", q.Costs)
					row("into the buyback fund", money.Balance{In: q.ToBuyback.Out, Out: q.ToBuyback.In})
					row("spent on buybacks", q.Spent)
					row("bought back", q.Bought)
					row("emitted by its days", q.Emitted)
					row("dropped at the TGE", q.Dropped)
					row("converted from points", q.Converted)
					if q.Deflationary {
						row("fewer tokens by", q.Net, "bought back less emitted by its days")
					} else {
						row("more tokens by", q.Net, "emitted by its days less bought back")
					}
				})
			})
		},
	}
}

func instantOf(flag, text string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return t, problem.Invalidf("%s %q is not a timestamp (RFC 3339): write it as 2026-06-30T12:00:00Z", flag, text)
	}
	return t.UTC(), nil
}
