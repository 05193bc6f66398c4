package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) referralCommand() *cobra.Command {
	var top int
	board := &cobra.Command{
		Use: "leaderboard", Short: "List referrers by what they earned", Annotations: readsBooks(),
		Example: "  nodeledger referral leaderboard --top 10",
		RunE: func(c *cobra.Command, _ []string) error {
			if top < 1 {
				return usagef("--top must be at least 1")
			}
			return in.leaderboard(c.Context(), top)
		},
	}
	board.Flags().IntVar(&top, "top", 20, "`number` of referrers")
	return group("referral", "Referral leaderboard and credits", board, in.creditsCommand())
}

func (in *invocation) leaderboard(ctx context.Context, top int) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Store().Close()
	standings, fresh, err := holder.NewRoster(e).Leaderboard(ctx, top)
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
