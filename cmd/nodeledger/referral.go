package main

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/view"
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

type standingJSON struct {
	Rank      int    `json:"rank"`
	Referrer  string `json:"referrer"`
	Earned    string `json:"earned"`
	Nodes     uint64 `json:"nodes"`
	Purchases uint64 `json:"purchases"`
	Selfs     uint64 `json:"self_referrals"`
	First     string `json:"first"`
}

type leaderboardResult struct {
	Asset     string         `json:"asset"`
	Standings []standingJSON `json:"standings"`
	AsOf      freshness      `json:"as_of"`
}

func (in *invocation) leaderboard(ctx context.Context, top int) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Store().Close()
	p := e.Program()
	fresh, err := view.Now(ctx, e)
	if err != nil {
		return err
	}
	var standings []referral.Standing
	e.View(func(f *fold.Fold, _ engine.State) { standings = f.Board.Top(top) })
	result := leaderboardResult{Asset: p.Sale.Asset.Symbol(), Standings: []standingJSON{}, AsOf: freshOf(fresh)}
	for _, s := range standings {
		first := time.Unix(s.First, 0).UTC().Format(time.RFC3339)
		result.Standings = append(result.Standings, standingJSON{s.Rank, s.Referrer.String(), s.Earned.Digits(), s.Nodes, s.Purchases, s.Selfs, first})
	}
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
