package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/wire"
)

type leaderboardRequest struct {
	Asset string `query:"asset" maxLength:"32" doc:"What rewards are counted in; empty: the sale's asset" example:"ETH"`
	Top   int    `query:"top" minimum:"1" maximum:"1000" default:"50" doc:"How many referrers"`
}

func (a *api) leaderboard(ctx context.Context, in *leaderboardRequest) (wire.Leaderboard, error) {
	top, of, err := a.reading.roster.Leaderboard(ctx, in.Asset, in.Top)
	if err != nil {
		return wire.Leaderboard{}, err
	}
	return wire.LeaderboardOf(top, of), nil
}
