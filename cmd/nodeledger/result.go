package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// booked is what the books hold after a sync, a rebuild or a demonstration.
type booked struct {
	wire.BookSummary
	report engine.Report
}

// outcome reads what the books hold. Seconds are those since begun, by the clock of the App.
func (in *invocation) outcome(ctx context.Context, e *engine.Engine, begun time.Time) (b booked, err error) {
	if b.report, err = e.Report(ctx); err != nil {
		return b, err
	}
	root, err := engine.BalancesRoot(ctx, e.Reader())
	if err != nil {
		return b, err
	}
	pending := 0
	e.View(func(f *fold.Fold, _ engine.State) { pending = f.Pending() })
	b.BookSummary = wire.BookedOf(&b.report, root, pending, in.Clock.Now().Sub(begun))
	b.Finality = wire.StretchesOf(e.Assured().Stretches(b.report.State.Identity.Start, b.report.State.Cursor.Final.Number))
	return b, nil
}

// write is the result for people.
func (b *booked) write(w io.Writer) {
	t := b.report.Totals
	table(w, func(row func(cells ...any)) {
		row("purchases", b.Purchases)
		row("nodes", b.Nodes)
		row("list", t.List)
		row("discount", t.Discount)
		row("paid", t.Gross)
		row("  referral", t.Referral)
		row("  treasury", t.Treasury)
		row("  dust", t.Dust)
		if b.Unresolved > 0 {
			row("  unresolved", fmt.Sprintf("%d base units at most", b.Unresolved))
		}
		for _, flag := range sortedKeys(b.Flags) {
			row("  "+flag, b.Flags[flag])
		}
		row("blocks", fmt.Sprintf("%d, proof %s", b.Blocks, b.Proof))
		if len(b.Finality) > 0 {
			row("final", wire.InWords(b.Finality))
		}
		row("events", b.Events)
		if b.Pending > 0 {
			row("pending", fmt.Sprintf("%d blocks with purchases are not final", b.Pending))
		}
		row("ledger head", fmt.Sprintf("%d %s", b.report.State.Ledger.Sequence, b.LedgerHead))
		row("balances root", b.BalancesRoot)
		row("seconds", b.Seconds)
		for _, fault := range b.Faults {
			row("faulty answer", fault)
		}
	})
}

// table writes rows with their columns under each other.
func table(w io.Writer, rows func(row func(cells ...any))) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	rows(func(cells ...any) {
		texts := make([]string, len(cells))
		for i, c := range cells {
			texts[i] = fmt.Sprint(c)
		}
		fmt.Fprintln(t, strings.Join(texts, "\t"))
	})
	t.Flush() // to a buffer, which takes everything
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func writeFresh(w io.Writer, a view.AsOf) {
	if !a.Begun {
		fmt.Fprintln(w, "as of: nothing is booked yet")
		return
	}
	fmt.Fprintf(w, "as of block %d, %s (final: %d), proof %s\n", a.Block, a.Time.Format("2006-01-02 15:04:05 UTC"), a.Final, a.Proof)
}

// barTo is where bars of progress are drawn: on a terminal, and nil elsewhere and where a log is written.
func (in *invocation) barTo() io.Writer {
	if !in.Terminal || in.verbose {
		return nil
	}
	return in.Stderr
}
