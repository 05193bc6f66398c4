package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) referralCommand() *cobra.Command {
	var top int
	var asset string
	board := &cobra.Command{
		Use: "leaderboard", Short: "List referrers by what they earned", Annotations: readsBooks(),
		Example: "  nodeledger referral leaderboard --top 10",
		RunE: func(c *cobra.Command, _ []string) error {
			return in.leaderboard(c.Context(), asset, top)
		},
	}
	board.Flags().StringVar(&asset, "asset", "", "`symbol` of what rewards are counted in; the sale's asset if not given")
	usage.AddNumber(board, &top, "top", 20, "`number` of referrers", 1, 1000)
	return usage.Group("referral", "Referral leaderboard and credits", board, in.creditsCommand())
}

func (in *invocation) leaderboard(ctx context.Context, asset string, top int) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	standings, fresh, err := holder.NewRoster(e).Leaderboard(ctx, asset, top)
	if err != nil {
		return err
	}
	result := wire.LeaderboardOf(standings, fresh)
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("rank", "referrer", "earned", "nodes", "purchases", "first")
			for i, s := range standings {
				row(s.Rank, s.Referrer, s.Earned, s.Nodes, s.Purchases, result.Standings[i].First)
			}
		})
		writeFresh(w, fresh)
	})
}

func (in *invocation) creditsCommand() *cobra.Command {
	var limit int
	var after string
	c := &cobra.Command{
		Use: "credits WALLET", Short: "List a wallet's codes, and what each purchase with them earned", Annotations: readsBooks(),
		Example: "  nodeledger referral credits WALLET --limit 20",
		RunE: func(c *cobra.Command, args []string) error {
			wallet, err := view.ParseWallet(args[0])
			if err != nil {
				return err
			}
			return in.credits(c.Context(), wallet, after, limit)
		},
	}
	usage.AddNumber(c, &limit, "limit", 50, "`number` of credits, newest first", 1, 1000)
	c.Flags().StringVar(&after, "after", "", "`cursor` of the previous page: its next")
	return c
}

func (in *invocation) credits(ctx context.Context, wallet ledger.Wallet, after string, limit int) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	r, err := holder.OfReferrals(ctx, e, view.NewSources(e, period.NewEpochs(e).UnlockedAt), holder.NewCodes(e), wallet, after, limit)
	if err != nil {
		return err
	}
	return in.show(wire.ReferralsOf(&r), func(w io.Writer) {
		for _, c := range r.Codes {
			live := "live"
			if !c.Active {
				live = "ended"
			}
			fmt.Fprintf(w, "code %q, %s\n", c.Code, live)
		}
		table(w, func(row func(cells ...any)) {
			row("when", "buyer", "nodes", "paid", "reward", "stage", "block")
			for i := range r.Credits {
				c := &r.Credits[i]
				row(c.When.Format(time.RFC3339), c.Buyer, c.Nodes, c.Paid, c.Reward, c.Stage, c.Block)
			}
		})
		fmt.Fprintf(w, "%d of %d credits", len(r.Credits), r.Count)
		if r.Next != "" {
			fmt.Fprintf(w, "; more with --after %s", r.Next)
		}
		fmt.Fprintln(w)
		writeFresh(w, r.AsOf)
	})
}
