package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// monthCommand closes months of the revenue share and shows them.
func (in *invocation) monthCommand() *cobra.Command {
	var explain string
	var file bool
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
	return usage.Group("month", "Preview, close and show months of the revenue share", in.monthPreview(), in.monthClose(),
		in.monthApprove(), show,
		in.monthsCommand())
}

func (in *invocation) monthClose() *cobra.Command {
	s := &signer{in: in}
	var files string
	c := &cobra.Command{
		Use: "close MONTH", Short: "Close a month, or propose it where the program asks for two operators", Annotations: writesBooks(),
		Long: `The chain must be final past the end of the month, its revenue must be recorded, since revenue that comes later belongs to the next
month, and no earlier month may be open that has revenue, costs or holders of a bracket. A month of nothing closes itself.
Where the program asks for two operators (revenue.close_by), this proposes the month as it is, and another one closes it with
"month approve". Doing it twice changes nothing.`,
		Example: "  nodeledger month close 2026-08 --rpc https://one.example --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			return in.stepMonth(c, s, args[0], files, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.CloseMonth(c.Context(), by, args[0])
			})
		},
	}
	c.Flags().StringVar(&files, "files", "", "write the file of the month into this `folder` when it is closed")
	s.addFlags(false, c)
	return c
}

func (in *invocation) monthApprove() *cobra.Command {
	s := &signer{in: in}
	var file, files string
	c := &cobra.Command{
		Use: "approve MONTH", Short: "Close a month that another operator proposed", Annotations: writesBooks(),
		Long: `--file-hash is the SHA-256 of the month's file that you looked at ("month preview"); without it the command says what it is and
what the month pays, and closes nothing. When the month would come to anything else by now it stays open, and must be proposed again.
A key that was made after the proposal cannot approve it.`,
		Example: "  nodeledger month approve 2026-08 --file-hash HASH --rpc https://one.example --operator bob",
		RunE: func(c *cobra.Command, args []string) error {
			hash, err := fileHash(file)
			if err != nil {
				return err
			}
			return in.stepMonth(c, s, args[0], files, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ApproveMonth(c.Context(), by, args[0], hash)
			})
		},
	}
	c.Flags().StringVar(&file, "file-hash", "", "`hash` of the month's file that is approved (SHA-256), as \"month preview\" prints it")
	c.Flags().StringVar(&files, "files", "", "write the file of the month into this `folder`")
	s.addFlags(false, c)
	return c
}

// stepMonth takes a step towards closing a month, and says what is next. The node knows the blocks that fix the month's window.
func (in *invocation) stepMonth(c *cobra.Command, s *signer, month, files string,
	step func(*engine.Engine, engine.By) (engine.Receipt, error)) error {
	by, err := s.identify()
	if err != nil {
		return err
	}
	ctx := c.Context()
	return in.openWithChain(ctx, func(e *engine.Engine) error {
		kept, err := in.keepFiles(e, files)
		if err != nil {
			return err
		}
		receipt, err := step(e, by)
		if err = errors.Join(err, kept.Close()); err != nil {
			return s.printStatement(err)
		}
		of, err := view.Now(ctx, e)
		if err != nil {
			return err
		}
		var waits *fold.ProposedMonth
		e.View(func(f *fold.Fold, _ engine.State) { waits = f.ProposedMonth() })
		if waits != nil && waits.Month == month {
			result := wire.MonthClosedOf(receipt.AlreadyRecorded, nil, waits, of)
			return in.show(result, func(w io.Writer) { writeProposal(w, result.Proposal) })
		}
		m, r, err := period.NewMonths(period.NewFacts(e)).Compute(ctx, month)
		if err != nil {
			return err
		}
		return in.show(wire.MonthClosedOf(receipt.AlreadyRecorded, &m, nil, of), func(w io.Writer) {
			if receipt.AlreadyRecorded {
				fmt.Fprintln(w, "the month was closed before; nothing was written")
			}
			writeMonth(w, r, false)
			fmt.Fprintf(w, "file %s\n", m.File)
		})
	})
}

// writeProposal is a month that waits for approval, and what is next.
func writeProposal(w io.Writer, p *wire.MonthProposal) {
	fmt.Fprintf(w, "%s proposed at %s to close month %s: holders get %s, by the file %s\n", p.By, p.At, p.Month, p.Total.Display, p.File)
	fmt.Fprintf(w, "next: another operator looks at it (nodeledger month preview %s) and closes it:\n", p.Month)
	fmt.Fprintf(w, "  nodeledger month approve %s --file-hash %s\n", p.Month, p.File)
}

func (in *invocation) monthPreview() *cobra.Command {
	var changed, file bool
	c := &cobra.Command{
		Use: "preview MONTH", Short: "Show what closing a month would book now, and what differs from the last one", Annotations: readsBooks(),
		Long: `Computes the month by what closes it, and books nothing. It is refused where closing is. A page of --json has 1000 lines at most.
With --file it prints the month's file as it would be.`,
		Example: "  nodeledger month preview 2026-08 --changed --rpc https://one.example",
		RunE: func(c *cobra.Command, args []string) error {
			ctx := c.Context()
			return in.readWithChain(ctx, func(e *engine.Engine) error {
				p, err := period.NewMonths(period.NewFacts(e)).Preview(ctx, args[0])
				if err != nil {
					return err
				}
				of, err := view.Now(ctx, e)
				if err != nil {
					return err
				}
				if file {
					_, err := p.Month.WriteFile(in.Stdout)
					return err
				}
				return in.show(wire.MonthPreviewOf(p, ledger.Wallet{}, 1000, changed, of), func(w io.Writer) {
					writePreview(w, wire.MonthPreviewOf(p, ledger.Wallet{}, len(p.Lines), changed, of))
				})
			})
		},
	}
	c.Flags().BoolVar(&changed, "changed", false, "only holders who enter, leave or change their bracket since the last month")
	c.Flags().BoolVar(&file, "file", false, "print the month's file as it would be")
	return c
}

// writePreview is what a month would come to, for people.
func writePreview(w io.Writer, p wire.MonthPreview) {
	fmt.Fprintf(w, "month %s as it is now, as of block %s, rules %s; nothing is booked\n", p.Month, p.Block, p.Rule)
	names := []string{"carried in", "into the fund", "paid", "carried out", "to the buyback fund", "holders who get something"}
	columns := [][]any{{p.CarriedIn.Display, p.Revenue.Display, p.Paid.Display, p.CarriedOut.Display, p.ToBuyback.Display, p.HoldersPaid}}
	heading := []any{"", p.Month}
	if m := p.Last; m != nil {
		heading = append(heading, m.Month)
		columns = append(columns, []any{m.CarriedIn.Display, m.Revenue.Display, m.Paid.Display, m.CarriedOut.Display, m.ToBuyback.Display,
			m.HoldersPaid})
	}
	table(w, func(row func(cells ...any)) {
		row(heading...)
		for i, name := range names {
			cells := []any{name}
			for _, column := range columns {
				cells = append(cells, column[i])
			}
			row(cells...)
		}
	})
	if p.Factor != "" {
		fmt.Fprintf(w, "the fund is smaller than the %s that is due: everybody gets %s of it\n", p.Due.Display, p.Factor)
	}
	if p.Last != nil {
		fmt.Fprintf(w, "since %s: %d enter, %d leave, %d change their bracket\n", p.Last.Month, p.Enter, p.Leave, p.Move)
	}
	table(w, func(row func(cells ...any)) {
		row("wallet", "nodes", "amount", "nodes before", "amount before", "change")
		for i := range p.Lines {
			l := &p.Lines[i]
			row(l.Wallet, l.Nodes, l.Amount.Display, l.NodesBefore, l.AmountBefore.Display, l.Change)
		}
	})
	fmt.Fprintf(w, "file %s\n", p.File)
	switch {
	case p.Stands:
		writeProposal(w, p.Proposal)
	case p.Proposal != nil:
		fmt.Fprintf(w, "%s proposed another file, %s: propose the month again with nodeledger month close %s\n", p.Proposal.By,
			p.Proposal.File, p.Month)
	default:
		fmt.Fprintf(w, "next: nodeledger month close %s\n", p.Month)
	}
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
