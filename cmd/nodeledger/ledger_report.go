package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/big"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/report"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

// addPeriodFlags adds the bounds of a report.
func addPeriodFlags(c *cobra.Command, from, to *string) {
	c.Flags().StringVar(from, "from", "", "first `time` that is in it: 2026-05-01 or 2026-05-01T12:00:00Z; without it, the beginning")
	c.Flags().StringVar(to, "to", "", "first `time` that is left out; without it, up to now")
}

func (in *invocation) balanceSheetCommand() *cobra.Command {
	var before string
	c := &cobra.Command{
		Use: "balance-sheet", Short: "Show what the project owns, what it owes, and what is left", Annotations: readsBooks(),
		Long: "Of every asset, assets = liabilities + equity. Income less expenses since the beginning is the result, a line of equity.",
		Example: `  nodeledger ledger balance-sheet
  nodeledger ledger balance-sheet --at 2026-04-01`,
		RunE: func(c *cobra.Command, _ []string) error {
			at, err := timeFlag(before)
			if err != nil {
				return err
			}
			var b report.BalanceSheet
			return in.report(c.Context(), func(s *store.Store, state engine.State) (err error) {
				b, err = report.BalanceSheetAt(c.Context(), s, s, state, at)
				return err
			}, func() error {
				return in.show(wire.BalanceSheetOf(&b), func(w io.Writer) {
					writeSections(w, &b.Assets, &b.Liabilities, &b.Equity)
					writeAt(w, at)
					writeFresh(w, b.AsOf)
				})
			})
		},
	}
	c.Flags().StringVar(&before, "at", "", "`time` before which everything counts: 2026-05-01 or 2026-05-01T12:00:00Z; without it, now")
	return c
}

func (in *invocation) incomeStatementCommand() *cobra.Command {
	var first, end string
	c := &cobra.Command{
		Use: "income-statement", Short: "Show what was earned and spent in a period, and the result", Annotations: readsBooks(),
		Example: "  nodeledger ledger income-statement --from 2026-01-01 --to 2026-04-01",
		RunE: func(c *cobra.Command, _ []string) error {
			from, to, err := statement.ParsePeriod(first, end)
			if err != nil {
				return err
			}
			var i report.IncomeStatement
			return in.report(c.Context(), func(s *store.Store, state engine.State) (err error) {
				i, err = report.IncomeStatementOf(c.Context(), s, s, state, from, to)
				return err
			}, func() error {
				return in.show(wire.IncomeStatementOf(&i), func(w io.Writer) {
					writeSections(w, &i.Income, &i.Expenses)
					table(w, func(row func(cells ...any)) {
						for _, r := range i.Result {
							row("result", units(r))
						}
					})
					writePeriod(w, from, to)
					writeFresh(w, i.AsOf)
				})
			})
		},
	}
	addPeriodFlags(c, &first, &end)
	return c
}

func (in *invocation) cashFlowCommand() *cobra.Command {
	var wallet, first, end string
	c := &cobra.Command{
		Use: "cash-flow", Short: "Show what came into a wallet of the project and what left it, by the other side", Annotations: readsBooks(),
		Long: "The wallet may be a distributor or the sale's contract. Of every asset, opening + in - out = closing.",
		Example: `  nodeledger ledger cash-flow --wallet TREASURY
  nodeledger ledger cash-flow --wallet TREASURY --from 2026-01-01 --to 2026-04-01`,
		RunE: func(c *cobra.Command, _ []string) error {
			of, err := view.ParseWallet(wallet)
			if err != nil {
				return err
			}
			from, to, err := statement.ParsePeriod(first, end)
			if err != nil {
				return err
			}
			var flow report.CashFlow
			return in.report(c.Context(), func(s *store.Store, state engine.State) (err error) {
				flow, err = report.CashFlowOf(c.Context(), s, s, state, of, from, to)
				return err
			}, func() error {
				return in.show(wire.CashFlowOf(&flow), func(w io.Writer) { writeCashFlow(w, &flow) })
			})
		},
	}
	c.Flags().StringVar(&wallet, "wallet", "", "`address` of the wallet, distributor or sale contract")
	_ = c.MarkFlagRequired("wallet") // it is defined above
	addPeriodFlags(c, &first, &end)
	return c
}

// report makes a report of the books at one state, and shows it. When another process writes to them meanwhile it is made again.
func (in *invocation) report(ctx context.Context, read func(*store.Store, engine.State) error, show func() error) error {
	s, _, err := in.openState(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	_, settled, err := view.ReadConsistent(ctx, s, 5, func() error {
		state, err := s.State(ctx)
		if err != nil {
			return err
		}
		return read(s, state)
	})
	if err == nil && !settled {
		err = errors.New("another process writes to the books all the time: stop it, or run this again")
	}
	if err != nil {
		return err
	}
	return show()
}

// writeSections writes sections under each other, each with its totals.
func writeSections(w io.Writer, sections ...*report.Section) {
	table(w, func(row func(cells ...any)) {
		for _, s := range sections {
			row(s.Class, "")
			for _, l := range s.Lines {
				row("  "+l.Kind, units(l.Sum))
			}
			for _, t := range s.Totals {
				row("  total", units(t))
			}
		}
	})
}

func writeCashFlow(w io.Writer, c *report.CashFlow) {
	table(w, func(row func(cells ...any)) {
		for _, f := range c.Assets {
			of := func(n *big.Int) string { return units(report.Sum{Asset: f.Asset, Units: n}) }
			row(f.Asset, "in", "out", "")
			row("  opening", "", "", of(f.Opening))
			for _, l := range f.Lines {
				row("  "+l.Kind, of(l.In), of(l.Out), "")
			}
			row("  closing", "", "", of(f.Closing))
		}
	})
	writePeriod(w, c.From, c.To)
	writeFresh(w, c.AsOf)
}

// units is a sum for people.
func units(s report.Sum) string { return wire.SignedAmount(s.Asset, s.Units).Display }

// writePeriod says of when a report is; nothing when it is of everything.
func writePeriod(w io.Writer, from, to time.Time) {
	if !from.IsZero() {
		fmt.Fprintf(w, "from %s\n", instant(from))
	}
	writeAt(w, to)
}
