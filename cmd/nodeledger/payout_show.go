package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) runCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "show RUN", Short: "Show one payout run: who approved it, what is paid and what is open",
		Example: "  nodeledger payout show 2026-01",
	}, func(c *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error {
		r, detail, err := runDetail(c.Context(), e, args[0])
		if err != nil {
			return err
		}
		return in.show(detail, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("run", r.Name)
				row("state", r.State)
				row("paid by", r.Method)
				row("lines", fmt.Sprintf("%d, of which %d are settled", r.Lines, r.Done))
				row("total", r.Total)
				row("paid", r.Paid)
				row("open", r.Open)
				row("waiting", fmt.Sprintf("%d wallets", detail.Waiting))
				row("file", detail.File)
				if r.Books != (merkle.Books{}) {
					row("books", r.Books)
				}
				if detail.TreeFile != "" {
					row("tree", detail.TreeFile)
				}
				for _, step := range r.Steps {
					row(step.State, step.At.Format(time.RFC3339), step.Operator, stepText(&step))
				}
				if x := detail.Rejection; x != nil {
					row("to cancel", x.At, x.Operator, rejectionText(x))
				}
			})
			for _, warning := range detail.Warnings {
				fmt.Fprintln(w, "warning: "+warning.Text)
			}
			if x := detail.Rejection; x != nil {
				fmt.Fprintf(w, "another operator consents to cancel it with: nodeledger payout cancel %s --consent %s\n", r.Name, x.SHA256)
			}
			writeFresh(w, of)
		})
	})
}

// stepText is with which key a step was taken, of an approval what was approved, and of a cancellation why.
func stepText(s *payout.Step) string {
	parts := []string{s.Key}
	if s.File != (ledger.Hash{}) {
		parts = append(parts, "file "+s.File.String())
	}
	if s.Rejected != nil {
		parts = append(parts, rejectionText(wire.PayoutRejectionOf(s.Rejected)))
	} else {
		parts = append(parts, oneLine(s.Reason))
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

// rejectionText is who asked to cancel a run after its export, why, and with which evidence.
func rejectionText(x *wire.PayoutRejection) string {
	parts := []string{"asked by " + x.Operator, x.Key, oneLine(x.Reason)}
	if x.Transaction != "" {
		parts = append(parts, "rejected by "+x.Transaction)
	}
	switch {
	case x.Nonce != nil && x.Block > 0:
		parts = append(parts, fmt.Sprintf("nonce %d of %d used at block %d, %s", *x.Nonce, x.Used, x.Block, x.How))
	case x.Nonce != nil:
		parts = append(parts, fmt.Sprintf("nonce %d, said", *x.Nonce))
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

func (in *invocation) linesCommand() *cobra.Command {
	var p usage.Page
	c := in.read(&cobra.Command{
		Use: "lines RUN", Short: "List what a run pays, in order of wallet", Example: "  nodeledger payout lines 2026-01",
	}, func(_ *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error {
		var after ledger.Wallet
		if p.After != "" {
			var err error
			if after, err = view.ParseWallet(p.After); err != nil {
				return err
			}
		}
		runs := payoutview.NewRuns(e)
		r, err := runs.Of(args[0])
		if err != nil {
			return err
		}
		lines, more, err := runs.Lines(r.Name, after, p.Limit)
		if err != nil {
			return err
		}
		result := wire.PayoutLinesOf(r.Name, lines, r.State, more, of)
		return in.show(result, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("wallet", "amount", "paid", "state")
				for i, l := range result.Lines {
					row(l.Wallet, lines[i].Amount, lines[i].Paid, l.State)
				}
			})
			usage.WriteNext(w, result.Next)
			writeFresh(w, of)
		})
	})
	p.AddFlags(c, "lines", 100, 1000)
	return c
}

func (in *invocation) waitingCommand() *cobra.Command {
	var p usage.Page
	c := in.read(&cobra.Command{
		Use: "waiting RUN", Short: "List who a run leaves waiting, and why", Example: "  nodeledger payout waiting 2026-01",
	}, func(c *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error {
		from, err := view.ParseNumber(p.After)
		if err != nil {
			return err
		}
		runs := payoutview.NewRuns(e)
		r, err := runs.Of(args[0])
		if err != nil {
			return err
		}
		head, err := runs.Head(c.Context(), &r)
		if err != nil {
			return err
		}
		list, next := runs.Waiting(head, from, p.Limit)
		result := wire.PayoutWaitingsOf(list, next, of)
		return in.show(result, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("wallet", "amount", "reason")
				for i, x := range result.Waiting {
					row(x.Wallet, list[i].Amount, oneLine(x.Reason.Text))
				}
			})
			usage.WriteNext(w, result.Next)
			writeFresh(w, of)
		})
	})
	p.AddFlags(c, "wallets", 100, 1000)
	return c
}

func (in *invocation) liabilitiesCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "liabilities", Short: "Show what payout runs can pay in each asset",
		Long: "Rewards that holders withdraw from the sale contract are paid by it and not by a run,\n" +
			"and not among them; tokens that a run can pay are, though no liability of the project.\n" +
			"All that is owed: \"ledger balance-sheet\".",
		Example: "  nodeledger payout liabilities",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		list, err := payoutview.NewLiabilities(e).All(c.Context())
		if err != nil {
			return err
		}
		return in.show(wire.LiabilitiesOf(list, of), func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("asset", "in no run", "in runs", "owed")
				for _, l := range list {
					row(l.Asset, l.Payable, l.InRuns, l.Owed)
				}
			})
			writeFresh(w, of)
		})
	})
}

func (in *invocation) holdsCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "holds", Short: "List the wallets whose payouts are held back, and why", Example: "  nodeledger payout holds",
	}, func(_ *cobra.Command, _ []string, e *engine.Engine, _ view.AsOf) error {
		var result wire.Holds
		e.Payouts(func(b *payout.Book) { result = wire.HoldsOf(b) })
		return in.show(result, func(w io.Writer) {
			for _, h := range result.Holds {
				fmt.Fprintf(w, "%s  %s\n", h.Wallet, oneLine(h.Reason))
			}
			fmt.Fprintf(w, "%d wallets held back, %d on the sanctions list\n", len(result.Holds), result.Sanctions)
		})
	})
}
