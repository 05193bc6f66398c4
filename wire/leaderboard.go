package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/view"
)

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

// LeaderboardOf is the first referrers as they go out.
func LeaderboardOf(top []referral.Standing, of view.AsOf) Leaderboard {
	out := Leaderboard{Standings: []Standing{}, Fresh: FreshOf(of)}
	for _, s := range top {
		out.Standings = append(out.Standings, Standing{
			s.Rank, s.Referrer.String(), AmountOf(s.Earned), s.Nodes, s.Purchases, s.Selfs, Instant(time.Unix(s.First, 0)),
		})
	}
	return out
}
