package httpapi

import (
	"context"
	"time"
)

type leaderboardRequest struct {
	Top int `query:"top" minimum:"1" maximum:"1000" default:"50" doc:"How many referrers"`
}

// Standing is a referrer's place.
type Standing struct {
	Rank      int    `json:"rank" doc:"From 1"`
	Referrer  string `json:"referrer"`
	Earned    Amount `json:"earned"`
	Nodes     uint64 `json:"nodes" doc:"That were bought with its codes"`
	Purchases uint64 `json:"purchases"`
	Selfs     uint64 `json:"self_referrals" doc:"How many of the purchases were its own"`
	First     string `json:"first" format:"date-time" doc:"When the first one was"`
}

// Leaderboard is the referrers by what they earned; ties by nodes, then by the earlier first referral, then by address.
type Leaderboard struct {
	Standings []Standing `json:"standings"`
	Fresh
}

func (a *api) leaderboard(ctx context.Context, in *leaderboardRequest) (Leaderboard, error) {
	top, of, err := a.reading.roster.Leaderboard(ctx, in.Top)
	if err != nil {
		return Leaderboard{}, err
	}
	out := Leaderboard{Standings: []Standing{}, Fresh: fresh(of)}
	for _, s := range top {
		out.Standings = append(out.Standings, Standing{
			s.Rank, s.Referrer.String(), amount(s.Earned), s.Nodes, s.Purchases, s.Selfs, instant(time.Unix(s.First, 0)),
		})
	}
	return out, nil
}
