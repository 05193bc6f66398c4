package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// saleCommand shows the sale as a whole.
func (in *invocation) saleCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "sale", Short: "Show tiers, prices, terms and totals of the sale", Example: "  nodeledger sale",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, _ view.AsOf) error {
		s, err := view.OfSale(c.Context(), e)
		if err != nil {
			return err
		}
		result := wire.SaleOf(e.Program(), &s)
		return in.show(result, func(w io.Writer) { writeSale(w, &result, s.AsOf) })
	})
}

func writeSale(w io.Writer, s *wire.Sale, of view.AsOf) {
	fmt.Fprintf(w, "%s, contract %s on chain %d\n", s.Program, s.Contract, s.Chain)
	table(w, func(row func(cells ...any)) {
		row("tier", "price", "size", "sold", "left", "")
		for _, t := range s.Tiers {
			open := ""
			if t.Tier == s.Open {
				open = "open"
			}
			row(t.Tier, t.Price.Display, t.Size, t.Sold, t.Left, open)
		}
	})
	table(w, func(row func(cells ...any)) {
		row("purchases", s.Totals.Purchases)
		row("nodes", s.Totals.Nodes)
		row("list", s.Totals.List.Display)
		row("discount", s.Totals.Discount.Display)
		row("paid", s.Totals.Gross.Display)
		row("  referral", s.Totals.Referral.Display)
		row("  treasury", s.Totals.Treasury.Display)
		row("  dust", s.Totals.Dust.Display)
		row("refunded", s.Totals.Refunded.Display)
		gets := strings.Join(append([]string{s.Terms.Reward}, s.Terms.Above...), ", those above ")
		if s.Terms.RewardOf == "list" {
			gets += " of the list price"
		}
		row("terms", fmt.Sprintf("%s tiers, a code takes %s off, the referrer gets %s (%s)", s.Terms.Mode, s.Terms.Discount, gets,
			s.Terms.Settlement))
	})
	for _, note := range s.Notes {
		fmt.Fprintln(w, "beware: "+note)
	}
	writeFresh(w, of)
}
