package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) readinessCommand() *cobra.Command {
	return &cobra.Command{
		Use: "readiness", Short: "Show how far sale and points are, and when they would be complete", Annotations: readsBooks(),
		Example: "  nodeledger rewards readiness",
		RunE:    func(c *cobra.Command, _ []string) error { return in.readiness(c.Context()) },
	}
}

func (in *invocation) readiness(ctx context.Context) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Store().Close()
	p := e.Program()
	r, fresh, err := quote.Ready(ctx, e)
	if err != nil {
		return err
	}
	result := wire.GenerationOf(&r, fresh)
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
