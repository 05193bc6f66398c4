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
	var format, source, zone string
	var skip []string
	c := &cobra.Command{
		Use: "import FILE", Short: "Record a CSV file of revenue, or Stripe's balance report", Annotations: writesBooks(),
		Long: `csv: the columns reference,source,amount,at,note. stripe: Stripe's balance report, itemised.
When a row is wrong, all wrong rows are listed and nothing is recorded. Each row is recorded once by its reference. Of Stripe's rows
what customers paid is revenue, and what went back to them and Stripe's fees are costs.`,
		Example: `  nodeledger revenue import revenue.csv --operator ann
  nodeledger revenue import balance.csv --format stripe --timezone America/Chicago --skip currency=eur --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			f, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			var rows []engine.ReferencedRevenue
			skipped, already := intake.SkippedRows{}, 0
			switch format {
			case "csv":
				rows, err = intake.Revenue(f, args[0])
			case "stripe":
				var o intake.Options
				if o, err = intake.NewOptions(source, zone, skip); err != nil {
					break
				}
				if rows, skipped, err = intake.Stripe(f, args[0], o); err == nil && !in.json {
					for _, why := range sortedKeys(skipped) {
						fmt.Fprintf(in.Stdout, "skipped %d rows of %s: they are not revenue\n", skipped[why], why)
					}
				}
			}
			if err != nil {
				return oneLineOfRows(args[0], err)
			}
			return s.recordAnd(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				var err error
				already, err = e.RecordRevenues(c.Context(), by, rows)
				return engine.Receipt{AlreadyRecorded: already == len(rows)}, oneLineOfRows(args[0], err)
			}, func(*engine.Engine, engine.Receipt) (any, error) {
				return wire.ImportResult{Rows: len(rows), Recorded: len(rows) - already, Already: already, Skipped: skipped}, nil
			})
		},
	}
	usage.AddChoice(c, &format, "format", "csv", "`format` of the file", "csv", "stripe")
	c.Flags().StringVar(&source, "source", "fiat", "`name` of the source of Stripe's report")
	c.Flags().StringVar(&zone, "timezone", "", "`name` of the time zone of Stripe's times that say none, such as America/Chicago")
	c.Flags().StringArrayVar(&skip, "skip", nil,
		"leave out the rows of Stripe's report with this `text`, column=value such as currency=eur; repeat it")
	s.addFlags(false, c)
	return c
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
