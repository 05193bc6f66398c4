package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/view/period"
)

// revenueCommand records income.
func (in *invocation) revenueCommand() *cobra.Command {
	s := &signer{in: in}
	var row engine.RevenueRow
	var at string
	record := &cobra.Command{
		Use: "record", Short: "Record income of a source, in whole units; with a minus, income that was returned", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if row.At, err = instantOf("--at", at); err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				return e.RecordRevenue(c.Context(), by, s.reference, row)
			})
		},
	}
	f := record.Flags()
	f.StringVar(&row.Source, "source", "", "where it comes from, such as dapp or fiat")
	f.StringVar(&row.Amount, "amount", "", "in whole units of the revenue's asset, such as 1250.50")
	f.StringVar(&at, "at", "", "the `instant`, such as 2024-06-30T12:00:00Z")
	f.StringVar(&row.Note, "note", "", "what somebody should know of it")
	s.addFlags(true, record)
	return group("revenue", "What the project earned", record, in.revenueImport())
}

// revenueImport records a file of income, each row under its own reference.
func (in *invocation) revenueImport() *cobra.Command {
	s := &signer{in: in}
	var format, source, column string
	c := &cobra.Command{
		Use: "import FILE", Short: "Record a CSV of income: our columns (reference,source,amount,at,note), or Stripe's balance report", Args: cobra.ExactArgs(1),
		Long: "Every row is looked at first; when one is wrong, all that are wrong are told and nothing is recorded.",
		RunE: func(c *cobra.Command, args []string) error {
			f, err := os.Open(filepath.Clean(args[0]))
			if err != nil {
				return err
			}
			defer f.Close()
			var rows []engine.ReferencedRevenue
			switch format {
			case "own":
				rows, err = intake.Revenue(f, args[0])
			case "stripe":
				var skipped intake.Skipped
				if rows, skipped, err = intake.Stripe(f, args[0], source, column); err == nil && !in.json {
					for _, category := range sortedKeys(skipped) {
						fmt.Fprintf(in.Stdout, "skipped %d rows of %s: they are no income\n", skipped[category], category)
					}
				}
			default:
				return usagef("--format is own or stripe")
			}
			if err != nil {
				return oneLineOfRows(args[0], err)
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				again, err := e.RecordRevenues(c.Context(), by, rows)
				return again == len(rows), oneLineOfRows(args[0], err)
			})
		},
	}
	c.Flags().StringVar(&format, "format", "own", "`own` or stripe")
	c.Flags().StringVar(&source, "source", "fiat", "of Stripe's report: the name of the source")
	c.Flags().StringVar(&column, "column", "net", "of Stripe's report: net or gross")
	s.addFlags(false, c)
	return c
}

// buybackCommand records buybacks and sets them against the emission.
func (in *invocation) buybackCommand() *cobra.Command {
	s := &signer{in: in}
	var row engine.BuybackRow
	var at string
	record := &cobra.Command{
		Use: "record", Short: "Record a buyback: what was spent of the buyback fund, and the tokens that came", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if row.At, err = instantOf("--at", at); err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				return e.RecordBuyback(c.Context(), by, s.reference, row)
			})
		},
	}
	f := record.Flags()
	f.StringVar(&row.Spent, "spent", "", "in whole units of the revenue's asset")
	f.StringVar(&row.Tokens, "tokens", "", "in whole tokens")
	f.StringVar(&at, "at", "", "the `instant`, such as 2024-06-30T12:00:00Z")
	f.StringVar(&row.Note, "note", "", "where the evidence is, such as a transaction's hash")
	s.addFlags(true, record)
	return group("buyback", "Tokens that were bought back", record, in.quarterCommand())
}

type quarterResult struct {
	Start        string `json:"start"`
	End          string `json:"end"`
	Revenue      string `json:"revenue"`
	Returned     string `json:"returned"`
	ToBuyback    string `json:"to_buyback"`
	Spent        string `json:"spent"`
	Bought       string `json:"bought"`
	Price        string `json:"price"` // of one token, empty without buybacks
	Emitted      string `json:"emitted"`
	Net          string `json:"net"` // emitted less bought, or the other way round when deflationary
	Deflationary bool   `json:"deflationary"`
}

func (in *invocation) quarterCommand() *cobra.Command {
	return &cobra.Command{
		Use: "quarter YYYY-Qn", Short: "A quarter: revenue, bought back, emitted, and the difference", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			e, err := in.openReadOnly(c.Context())
			if err != nil {
				return err
			}
			defer e.Store().Close()
			q, err := period.OfQuarter(c.Context(), e, args[0])
			if err != nil {
				return err
			}
			r := quarterResult{
				q.Start.Format(time.RFC3339), q.End.Format(time.RFC3339), q.Revenue.Digits(), q.Returned.Digits(), q.ToBuyback.Digits(),
				q.Spent.Digits(), q.Bought.Digits(), q.Price, q.Emitted.Digits(), q.Net.Digits(), q.Deflationary,
			}
			return in.show(r, func(w io.Writer) {
				fmt.Fprintf(w, "%s to before %s\n", q.Start.Format(time.DateOnly), q.End.Format(time.DateOnly))
				table(w, func(row func(cells ...any)) {
					row("revenue", q.Revenue)
					row("returned", q.Returned)
					row("into the buyback fund", q.ToBuyback)
					row("spent on buybacks", q.Spent)
					row("bought back", q.Bought)
					row("emitted", q.Emitted)
					if q.Deflationary {
						row("fewer tokens by", q.Net)
					} else {
						row("more tokens by", q.Net)
					}
				})
			})
		},
	}
}

func instantOf(flag, text string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return t, usagef("%s %q is no instant: write it as 2024-06-30T12:00:00Z", flag, text)
	}
	return t.UTC(), nil
}
