package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) rewardsCommand() *cobra.Command {
	commands := append(in.recordCommands(), in.scoreCommand(), in.emissionCommand(), in.epochCommand(), in.epochsCommand(),
		in.readinessCommand())
	return usage.Group("rewards", "Scores, points, epochs and token emission", commands...)
}

func (in *invocation) scoreCommand() *cobra.Command {
	var at string
	c := &cobra.Command{
		Use: "score N...", Short: "Show the score of numbers of nodes, each for itself", Annotations: readsBooks(),
		Long:    "By the score rules of the program file. Settings that begin at a block count as begun.",
		Example: "  nodeledger rewards score 4 5 20 100",
		RunE: func(c *cobra.Command, args []string) error {
			nodes, err := quote.ParseWallets(strings.Join(args, ","))
			if err != nil {
				return err
			}
			return in.score(c.Context(), nodes, at)
		},
	}
	c.Flags().StringVar(&at, "at", "", "`time` whose rules apply: 2026-05-01 or 2026-05-01T12:00:00Z; without it, now")
	return c
}

func (in *invocation) score(ctx context.Context, nodes []uint64, at string) error {
	when, err := timeFlag(at)
	if err != nil {
		return err
	}
	p, err := in.rules(ctx)
	if err != nil {
		return err
	}
	m, of, err := in.moment(ctx, when)
	if err != nil {
		return err
	}
	scores := wire.ScoresOf(quote.Scores(p, m, nodes), canonical.Version(p, m), of)
	return in.show(scores, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("nodes", "factor", "score")
			for _, s := range scores.Scores {
				row(s.Nodes, s.Factor, s.Score)
			}
		})
		fmt.Fprintf(w, "by the rules of %s at %s\n", p.Name, m.Time.UTC().Format("2006-01-02 15:04:05 UTC"))
	})
}

// moment is where the books stand now or, for another time and where there are no books, an instant at which every setting that
// begins at a block counts as begun.
func (in *invocation) moment(ctx context.Context, at time.Time) (m program.Moment, of view.AsOf, err error) {
	if !at.IsZero() {
		return quote.MomentOf(at), of, nil
	}
	e, err := in.openReadOnly(ctx)
	if errors.Is(err, errNoBooks) {
		return quote.MomentOf(in.Clock.Now()), of, nil
	}
	if err != nil {
		return m, of, err
	}
	defer e.Close()
	m, of, err = quote.AtHead(ctx, e, in.Clock.Now())
	return m, of, err
}

func (in *invocation) readinessCommand() *cobra.Command {
	return &cobra.Command{
		Use: "readiness", Short: "Show how far sale and points are on the way to the TGE, or how it went", Annotations: readsBooks(),
		Example: "  nodeledger rewards readiness",
		RunE:    func(c *cobra.Command, _ []string) error { return in.readiness(c.Context()) },
	}
}

func (in *invocation) readiness(ctx context.Context) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	r, fresh, err := quote.Ready(ctx, e)
	if err != nil {
		return err
	}
	result := wire.GenerationOf(&r, fresh)
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("TGE", strings.TrimSpace(result.TGE.State+" "+result.TGE.At))
			for _, waits := range result.TGE.Waits {
				row("  waits for a second operator", fmt.Sprintf("%s %s by %s", waits.What, waits.At, waits.By))
			}
			if result.TGE.Report != nil {
				writeTGEReport(&result, row)
				return
			}
			writeProgress(&result, row)
		})
		fmt.Fprintln(w)
		table(w, func(row func(cells ...any)) {
			if result.TGE.Report != nil {
				row("tier", "size", "sold", "left", "sold out")
			} else {
				row("tier", "size", "sold", "left", "sold out", "by 7 days", "by 30 days")
			}
			for _, t := range result.ByTier {
				if t.Closed {
					row(t.Tier, t.Size, t.Sold, "closed", "", "", "")
					continue
				}
				row(t.Tier, t.Size, t.Sold, t.Left, t.SoldOut, t.SellOut7, t.SellOut30)
			}
		})
		writeFresh(w, fresh)
	})
}

// writeProgress says how far everything is, and when it would be complete.
func writeProgress(g *wire.Generation, row func(cells ...any)) {
	sold := fmt.Sprintf("%d of %d", g.TiersSold, g.Tiers)
	if g.TiersClosed > 0 {
		sold += fmt.Sprintf(", %d closed", g.TiersClosed)
	}
	row("tiers sold", sold)
	row("nodes sold", fmt.Sprintf("%d of %d, %d can be bought", g.NodesSold, g.Nodes, g.NodesLeft))
	row("  a day, last 7 days", g.SoldPerDay7+", sold out "+g.SellOut7)
	row("  a day, last 30 days", g.SoldPerDay30+", sold out "+g.SellOut30)
	if g.Issued == nil {
		return
	}
	row("points issued", g.Issued.Display)
	per7, per30 := g.Per7.Display, g.Per30.Display
	if g.Cap != nil {
		row("  of at most", g.Cap.Display)
		per7, per30 = per7+", cap reached "+g.Reached7, per30+", cap reached "+g.Reached30
	}
	row("  a day, last 7 days", per7)
	row("  a day, last 30 days", per30)
	if g.Circulation != nil {
		writeCirculation(g.Circulation, row)
	}
}

// writeCirculation says where points are.
func writeCirculation(c *wire.Circulation, row func(cells ...any)) {
	row("  by emission", c.Emitted.Display)
	row("  by sale", fmt.Sprintf("%s, a day %s in the last 7 days, %s in 30", c.Sold.Display, c.SoldPerDay7, c.SoldPerDay30))
	row("  spent and burnt", c.Burnt.Display)
	row("  in circulation", c.Circulating.Display)
	if c.Valuation != "" {
		row("implied valuation", fmt.Sprintf("%s USD, at %s USD a point", c.Valuation, c.Price))
	}
}

// writeTGEReport says how the way to the TGE went.
func writeTGEReport(g *wire.Generation, row func(cells ...any)) {
	t := g.TGE.Report
	row("days it took", t.Days)
	row("tiers sold by then", fmt.Sprintf("%d of %d", t.TiersSold, g.Tiers))
	row("nodes sold by then", fmt.Sprintf("%d, and %d by now", t.NodesSold, g.NodesSold))
	for _, line := range []struct {
		name string
		of   *wire.Amount
	}{{"points issued", t.Issued}, {"  of at most", t.Cap}, {"tokens that points became", t.Converted}, {"tokens of the airdrop", t.Dropped}} {
		if line.of != nil {
			row(line.name, line.of.Display)
		}
	}
}
