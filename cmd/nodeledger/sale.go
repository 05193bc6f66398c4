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
	c := in.read(&cobra.Command{
		Use: "sale", Short: "Show tiers, prices, terms and totals of the sale", Example: "  nodeledger sale",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, _ view.AsOf) error {
		s, err := view.OfSale(c.Context(), e)
		if err != nil {
			return err
		}
		result := wire.SaleOf(e.Program(), &s)
		return in.show(result, func(w io.Writer) { writeSale(w, &result, s.AsOf) })
	})
	c.AddCommand(in.fairnessCommand())
	return c
}

func writeSale(w io.Writer, s *wire.Sale, of view.AsOf) {
	fmt.Fprintf(w, "%s, contract %s on chain %d\n", s.Program, s.Contract, s.Chain)
	table(w, func(row func(cells ...any)) {
		row("tier", "price", "size", "sold", "left", "")
		for _, t := range s.Tiers {
			open := ""
			switch {
			case t.Listed:
				open = "for a list of wallets"
			case t.Tier == s.Open:
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
	for i := range s.Announced {
		fmt.Fprintln(w, "announced: "+announcementText(&s.Announced[i]))
	}
	if s.More {
		fmt.Fprintln(w, "announced: others, which are older: look at the contract's events")
	}
	if s.Paused {
		fmt.Fprintln(w, "paused: nothing can be bought until whoever runs the sale goes on")
	}
	if s.Vouchers {
		fmt.Fprintln(w, "a purchase needs a voucher of whoever runs the sale")
	}
	for _, note := range s.Notes {
		fmt.Fprintln(w, "beware: "+note)
	}
	writeFresh(w, of)
}

// announcementText says what will change, and between which times.
func announcementText(a *wire.Announcement) string {
	text := strings.ReplaceAll(a.Setting, "_", " ")
	switch {
	case a.Price != nil:
		quota := "no limit"
		if a.Quota != nil {
			quota = fmt.Sprint(*a.Quota)
		}
		text += fmt.Sprintf(" %d: %s a node, %d nodes, per wallet %s", a.Tier, a.Price.Display, *a.Size, quota)
	case a.Setting == "list":
		text = fmt.Sprintf("tier %d is for %s", a.Tier, a.Value)
	case a.Setting == "other":
		text = "a call whose hash is " + a.ID
	default:
		text += ": " + a.Value
	}
	return text + ", between " + a.From + " and " + a.Until
}

// fairnessCommand shows how the sale went.
func (in *invocation) fairnessCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "fairness", Short: "Show how the sale went: nodes by wallet, first minutes, referrers, pairs of wallets, quotas",
		Example: "  nodeledger sale fairness",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, _ view.AsOf) error {
		f, err := view.NewFairnesses(e).Present(c.Context())
		if err != nil {
			return err
		}
		result := wire.FairnessOf(f)
		return in.show(result, func(w io.Writer) { writeFairness(w, &result, f.AsOf) })
	})
}

func writeFairness(w io.Writer, f *wire.Fairness, of view.AsOf) {
	table(w, func(row func(cells ...any)) {
		row("wallets", f.Wallets)
		row("nodes", f.Nodes)
		row("Gini of nodes by wallet", f.Gini)
		for _, t := range f.Top {
			row(fmt.Sprintf("  the first %d wallets", t.First), t.Nodes, "part "+t.Share)
		}
		row("opened", f.Opened)
		for _, m := range f.Minutes {
			row(fmt.Sprintf("  minute %d", m.Minute), m.Nodes, fmt.Sprintf("%d purchases of %d wallets", m.Purchases, m.Wallets))
		}
	})
	table(w, func(row func(cells ...any)) {
		row("bought", "purchases", "nodes", "list", "discount", "reward")
		for _, s := range []struct {
			how string
			of  *wire.CodeSum
		}{
			{"without a code", &f.WithoutCode}, {"with a code", &f.WithCode}, {"  with the own code", &f.OwnCode},
			{"  with each other's", &f.Mutual.CodeSum},
		} {
			row(s.how, s.of.Purchases, s.of.Nodes, s.of.List.Display, s.of.Discount.Display, s.of.Reward.Display)
		}
	})
	fmt.Fprintf(w, "%d pairs of wallets bought with each other's code and saved %s, part %s of the list price\n", f.Mutual.Pairs,
		f.Mutual.Saved.Display, f.Mutual.Share)
	table(w, func(row func(cells ...any)) {
		for _, p := range f.Mutual.Top {
			row("  "+p.Wallets[0], p.Wallets[1], p.Nodes, "saved "+p.Saved.Display)
		}
	})
	fmt.Fprintf(w, "%d referrers\n", f.Referrers)
	table(w, func(row func(cells ...any)) {
		for _, s := range f.ByReferrer {
			row(fmt.Sprintf("  %d", s.Rank), s.Referrer, s.Purchases, s.Nodes, s.Earned.Display)
		}
	})
	table(w, func(row func(cells ...any)) {
		row("tier", "quota", "wallets", "used up")
		for _, q := range f.Quotas {
			quota := "none"
			if q.PerWallet != nil {
				quota = fmt.Sprint(*q.PerWallet)
			}
			row(q.Tier, quota, q.Wallets, q.UsedUp)
		}
	})
	if f.TwoWallets != nil {
		fmt.Fprintln(w, f.TwoWallets.Text)
	}
	fmt.Fprintln(w, f.Funding.Reason.Text)
	writeFresh(w, of)
}
