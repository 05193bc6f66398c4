package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
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

// buybackCommand records buybacks and sets them against the emission.
func (in *invocation) buybackCommand() *cobra.Command {
	s := &signer{in: in}
	var row fold.BuybackRow
	var at string
	record := &cobra.Command{
		Use: "record", Short: "Record a buyback: what was spent, and the tokens bought", Annotations: writesBooks(),
		Long:    "What is spent comes out of the buyback fund. Tokens are in the token, e.g. 20833.3 (not base units).",
		Example: "  nodeledger buyback record --spent 2500 --tokens 2083.3 --at 2026-09-03T12:00:00Z --reference q3 --operator ann",
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
	f.StringVar(&row.Source, "source", "", "`name` of the source whose money was spent; without it, money that left a wallet of the project")
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
					row("revenue", q.Revenue)
					row("returned", q.Returned)
					row("into the buyback fund", q.ToBuyback)
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
