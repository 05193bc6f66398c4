package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/dashboard/answer"
	"github.com/nodeledger/nodeledger/rewards"
)

func (in *invocation) readinessCommand() *cobra.Command {
	return &cobra.Command{
		Use: "readiness", Short: "How far the sale and the points are, and when they would be complete", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return in.readiness(c.Context()) },
	}
}

// readinessResult has points in base units, and rates as exact decimals a day.
type readinessResult struct {
	At           string    `json:"at"`
	Tiers        int       `json:"tiers"`
	TiersSold    int       `json:"tiers_sold"`
	Nodes        uint64    `json:"nodes"`
	NodesSold    uint64    `json:"nodes_sold"`
	SoldPerDay7  string    `json:"sold_per_day_7"`
	SoldPerDay30 string    `json:"sold_per_day_30"`
	SellOut7     string    `json:"sell_out_7"`
	SellOut30    string    `json:"sell_out_30"`
	Cap          string    `json:"points_cap"` // empty: none
	Issued       string    `json:"points_issued"`
	Per7         string    `json:"points_per_day_7"`
	Per30        string    `json:"points_per_day_30"`
	Reached7     string    `json:"cap_reached_7"`
	Reached30    string    `json:"cap_reached_30"`
	AsOf         freshness `json:"as_of"`
}

func readinessOf(r rewards.Readiness, fresh freshness) readinessResult {
	out := readinessResult{
		At: r.At.Format("2006-01-02T15:04:05Z"), Tiers: r.Tiers, TiersSold: r.TiersSold, Nodes: r.Nodes, NodesSold: r.NodesSold,
		SoldPerDay7: r.SoldPerDay7, SoldPerDay30: r.SoldPerDay30, SellOut7: r.SellOut7.String(), SellOut30: r.SellOut30.String(),
		Issued: r.Issued.Digits(), Per7: r.IssuedPerDay7, Per30: r.IssuedPerDay30, AsOf: fresh,
	}
	if r.Capped {
		out.Cap, out.Reached7, out.Reached30 = r.Cap.Digits(), r.CapReached7.String(), r.CapReached30.String()
	}
	return out
}

func (in *invocation) readiness(ctx context.Context) error {
	p, err := in.load()
	if err != nil {
		return err
	}
	e, err := in.answering(ctx, p)
	if err != nil {
		return err
	}
	defer e.Store().Close()
	fresh, err := answer.Now(ctx, e)
	if err != nil {
		return err
	}
	r, err := e.Readiness(ctx)
	if err != nil {
		return err
	}
	result := readinessOf(r, freshOf(fresh))
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("tiers sold", fmt.Sprintf("%d of %d", r.TiersSold, r.Tiers))
			row("nodes sold", fmt.Sprintf("%d of %d", r.NodesSold, r.Nodes))
			row("  a day, last 7 days", r.SoldPerDay7+", sold out "+result.SellOut7)
			row("  a day, last 30 days", r.SoldPerDay30+", sold out "+result.SellOut30)
			if p.Points == nil {
				return
			}
			row("points issued", r.Issued)
			if r.Capped {
				row("  of at most", r.Cap)
			}
			row("  a day, last 7 days", r.IssuedPerDay7+", cap reached "+result.Reached7)
			row("  a day, last 30 days", r.IssuedPerDay30+", cap reached "+result.Reached30)
		})
		writeFresh(w, fresh)
	})
}
