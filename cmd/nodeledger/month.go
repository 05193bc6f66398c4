package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// monthCommand closes months of the revenue share and shows them.
func (in *invocation) monthCommand() *cobra.Command {
	s := &signer{in: in}
	var files, explain string
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
With --json it prints the month's file, whose SHA-256 is in the ledger.`,
		Example: `  nodeledger month show 2026-02
  nodeledger month show 2026-02 --explain WALLET`,
		RunE: func(c *cobra.Command, args []string) error { return in.month(c.Context(), args[0], explain) },
	}
	show.Flags().StringVar(&explain, "explain", "", "explain how the share of this `wallet` was computed")
	return group("month", "Close and show months of the revenue share", closing, show)
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
		m, err := e.Month(ctx, month)
		if err != nil {
			return err
		}
		tx, err := e.Store().Keyed(ctx, ledger.JobSource(rewards.MonthJob, month).Key())
		if err != nil {
			return err
		}
		r := monthResult{
			Month: month, Closed: !receipt.AlreadyRecorded, Asset: m.Asset.Symbol(), CarriedIn: m.CarryIn.Digits(), Revenue: m.Fund.Digits(), Due: m.Due.Digits(), Scaled: m.Scaled,
			Paid: m.Paid.Digits(), CarriedOut: m.CarryOut.Digits(), ToBuyback: m.ToBuyback.Digits(), File: tx.Meta["file"], Sequence: tx.Sequence,
		}
		for i := range m.Holders {
			if !m.Share(i).IsZero() {
				r.Holders++
			}
		}
		return in.show(r, func(w io.Writer) {
			if receipt.AlreadyRecorded {
				fmt.Fprintln(w, "the month was closed before; nothing was written")
			}
			writeMonth(w, m, false)
			fmt.Fprintf(w, "file %s\n", r.File)
		})
	})
}

type monthResult struct {
	Month      string `json:"month"`
	Closed     bool   `json:"closed"` // now; false when it was closed before
	Asset      string `json:"asset"`
	CarriedIn  string `json:"carried_in"`
	Revenue    string `json:"revenue"`
	Due        string `json:"due"`
	Scaled     bool   `json:"scaled"`
	Paid       string `json:"paid"`
	CarriedOut string `json:"carried_out"`
	ToBuyback  string `json:"to_buyback"`
	Holders    int    `json:"holders"` // who get something
	File       string `json:"file"`    // SHA-256 of the month's file
	Sequence   uint64 `json:"sequence"`
}

func (in *invocation) month(ctx context.Context, month, explain string) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Store().Close()
	m, err := e.Month(ctx, month)
	if err != nil {
		return err
	}
	switch {
	case explain != "":
		wallet, err := view.ParseWallet(explain)
		if err != nil {
			return asUsage(err)
		}
		var words strings.Builder
		if err := m.Explain(&words, wallet); err != nil {
			return err
		}
		return in.show(map[string]string{"wallet": wallet.String(), "explanation": words.String()}, func(w io.Writer) { fmt.Fprint(w, words.String()) })
	case in.json:
		_, err := m.WriteFile(in.Stdout)
		return err
	}
	return in.show(nil, func(w io.Writer) { writeMonth(w, m, true) })
}

// writeMonth is a month for people.
func writeMonth(w io.Writer, m *rewards.ClosedMonth, holders bool) {
	fmt.Fprintf(w, "month %s: from %s to before %s, as of block %d, rules %s\n", m.Slot, m.Start.Format(time.DateOnly), m.End.Format(time.DateOnly), m.Block.Number, m.Rule)
	table(w, func(row func(cells ...any)) {
		row("carried in", m.CarryIn)
		row("revenue", m.Fund)
		row("due", m.Due)
		if m.Scaled {
			row("scaled", "the fund is smaller than what is due, so everybody gets less in proportion")
		}
		row("paid", m.Paid)
		row("carried out", m.CarryOut)
		row("to the buyback fund", m.ToBuyback)
		if m.Nothing != 0 {
			row("nothing is paid", m.Nothing)
		}
	})
	if !holders {
		return
	}
	table(w, func(row func(cells ...any)) {
		row("wallet", "nodes", "amount", "")
		for i := range m.Holders {
			row(m.Holders[i].Wallet, m.Holders[i].Nodes, m.Share(i), m.Reason(i))
		}
	})
}
