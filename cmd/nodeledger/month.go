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
		Use: "close YYYY-MM", Short: "Close a month: every holder's share becomes payable", Args: cobra.ExactArgs(1),
		Long: "The chain has to be final past the month's end, and its revenue has to be recorded: what comes later belongs to the next month.\nClosing it twice changes nothing.",
		RunE: func(c *cobra.Command, args []string) error { return in.closeMonth(c, s, args[0], files) },
	}
	closing.Flags().StringVar(&files, "files", "", "write the month's file into this `folder`")
	s.addFlags(false, closing)
	show := &cobra.Command{
		Use: "show YYYY-MM", Short: "A closed month: its fund, who gets what, or how one number came about; --json prints its file", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return in.month(c.Context(), args[0], explain) },
	}
	show.Flags().StringVar(&explain, "explain", "", "write down how this `wallet`'s amount was computed")
	return group("month", "The monthly share of revenue", closing, show)
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
		again, err := e.CloseMonth(ctx, by, month)
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
			Month: month, Closed: !again, Asset: m.Asset.Symbol(), CarriedIn: m.CarryIn.Digits(), Revenue: m.Fund.Digits(), Due: m.Due.Digits(), Scaled: m.Scaled,
			Paid: m.Paid.Digits(), CarriedOut: m.CarryOut.Digits(), ToBuyback: m.ToBuyback.Digits(), File: tx.Meta["file"], Sequence: tx.Sequence,
		}
		for i := range m.Holders {
			if !m.Share(i).IsZero() {
				r.Holders++
			}
		}
		return in.show(r, func(w io.Writer) {
			if again {
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
			return usagef("%v", err)
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
