package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/wire"
)

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
