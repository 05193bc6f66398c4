package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// monthCommand closes months of the revenue share and shows them.
func (in *invocation) monthCommand() *cobra.Command {
	s := &signer{in: in}
	var files, explain string
	var file bool
	closing := &cobra.Command{
		Use: "close MONTH", Short: "Close a month: every holder's share becomes payable", Annotations: writesBooks(),
		Long: `The chain must be final past the end of the month, and its revenue must be recorded: revenue that comes later belongs to the
next month. Closing a month twice changes nothing.`,
		Example: "  nodeledger month close 2026-08 --rpc https://one.example --operator ann",
		RunE:    func(c *cobra.Command, args []string) error { return in.closeMonth(c, s, args[0], files) },
	}
	closing.Flags().StringVar(&files, "files", "", "write the file of the month into this `folder`")
	s.addFlags(false, closing)
	show := &cobra.Command{
		Use: "show MONTH", Short: "Show a closed month, or explain one wallet's share in it", Annotations: readsBooks(),
		Long: `Prints the fund and the shares of a closed month. With --explain it prints the computation of one wallet's share, line by line.
With --file it prints the month's file, whose SHA-256 is in the ledger.`,
		Example: `  nodeledger month show 2026-02
  nodeledger month show 2026-02 --explain WALLET`,
		RunE: func(c *cobra.Command, args []string) error {
			if file && explain != "" {
				return usage.Errorf("--file and --explain exclude each other")
			}
			return in.month(c.Context(), args[0], explain, file)
		},
	}
	show.Flags().StringVar(&explain, "explain", "", "explain how the share of this `wallet` was computed")
	show.Flags().BoolVar(&file, "file", false, "print the month's file, from which every number can be computed again")
	return usage.Group("month", "Close and show months of the revenue share", closing, show, in.monthsCommand())
}

// closeMonth asks the node for the blocks that fix the month's window.
func (in *invocation) closeMonth(c *cobra.Command, s *signer, month, files string) error {
	by, err := s.identify()
	if err != nil {
		return err
	}
	ctx := c.Context()
	return in.openWithChain(ctx, func(e *engine.Engine) error {
		if files != "" {
			e.Keep(filesIn(files))
		}
		receipt, err := e.CloseMonth(ctx, by, month)
		if err != nil {
			return s.printStatement(err)
		}
		m, r, err := period.NewMonths(period.NewFacts(e)).Compute(ctx, month)
		if err != nil {
			return err
		}
		of, err := view.Now(ctx, e)
		if err != nil {
			return err
		}
		result := wire.MonthClosed{Already: receipt.AlreadyRecorded, Month: wire.ClosedMonthOf(&m), Fresh: wire.FreshOf(of)}
		return in.show(result, func(w io.Writer) {
			if receipt.AlreadyRecorded {
				fmt.Fprintln(w, "the month was closed before; nothing was written")
			}
			writeMonth(w, r, false)
			fmt.Fprintf(w, "file %s\n", m.File)
		})
	})
}

func (in *invocation) month(ctx context.Context, month, explain string, file bool) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	m, r, err := period.NewMonths(period.NewFacts(e)).Compute(ctx, month)
	if err != nil {
		return err
	}
	of, err := view.Now(ctx, e)
	if err != nil {
		return err
	}
	switch {
	case explain != "":
		wallet, err := view.ParseWallet(explain)
		if err != nil {
			return err
		}
		found, err := period.ExplainMonth(r, wallet)
		if err != nil {
			return err
		}
		return in.show(wire.MonthExplanationOf(wallet, &found, of), func(w io.Writer) { writeExplanation(w, found.Lines) })
	case file:
		_, err := r.WriteFile(in.Stdout)
		return err
	}
	return in.show(wire.MonthDetailOf(&m, r, of), func(w io.Writer) { writeMonth(w, r, true) })
}

func (in *invocation) monthsCommand() *cobra.Command {
	var p usage.Page
	c := in.read(&cobra.Command{
		Use: "list", Short: "List closed months, the newest first", Example: "  nodeledger month list",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		before, err := view.ParseNumber(p.After)
		if err != nil {
			return err
		}
		list, more, err := period.NewMonths(period.NewFacts(e)).List(c.Context(), before, p.Limit)
		if err != nil {
			return err
		}
		result := wire.MonthsOf(list, more, of)
		return in.show(result, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("month", "into the fund", "paid", "holders", "closed by", "file")
				for i := range list {
					m := &list[i]
					row(m.Month, m.Revenue, m.Paid, m.Holders, m.By.Operator, m.File)
				}
			})
			usage.WriteNext(w, result.Next)
			writeFresh(w, of)
		})
	})
	p.AddFlags(c, "months", 24, 200)
	return c
}

// writeMonth is a month for people.
func writeMonth(w io.Writer, m *rewards.ClosedMonth, holders bool) {
	fmt.Fprintf(w, "month %s: from %s to before %s, as of block %d, rules %s\n", m.Slot, m.Start.Format(time.DateOnly),
		m.End.Format(time.DateOnly), m.Block.Number, m.Rule)
	table(w, func(row func(cells ...any)) {
		row("carried in", m.CarryIn)
		row("into the fund", m.Fund)
		row("due", m.Due)
		if m.Scaled && m.WhyNobody().IsZero() {
			row("scaled", "the fund is smaller than what is due, so everybody gets less in proportion")
		}
		row("paid", m.Paid)
		row("carried out", m.CarryOut)
		row("to the buyback fund", m.ToBuyback)
		if why := m.WhyNobody(); !why.IsZero() {
			row("nothing is paid", why)
		}
	})
	if !holders {
		return
	}
	table(w, func(row func(cells ...any)) {
		row("wallet", "nodes", "amount", "")
		for i := range m.Holders {
			row(m.Holders[i].Wallet, m.Holders[i].Nodes, m.Share(i), m.Why(m.Holders[i].Wallet))
		}
	})
}
