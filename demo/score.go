package demo

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
)

// recordPoints records what the second wallet does with points in the first months: it buys some, spends some, stakes some and takes a part
// of the stake back.
func (s *Sale) recordPoints(ctx context.Context, month int) (err error) {
	at := headClock{s.Chain}.Now()
	if tge := s.generation(); !tge.IsZero() && !at.Before(tge) {
		return nil
	}
	address, _ := s.Chain.Wallet(1)
	wallet, points, ann := strings.ToLower(address.Hex()), s.Program.Points.Asset.Symbol(), s.Operators.Ann
	switch month {
	case 0:
		_, err = s.Engine.RecordPointsSold(ctx, ann, "points-sold-1", fold.PointsSoldBody{Wallet: wallet, Points: "1000", Received: "1000",
			Source: "fiat", At: at, Note: "invented for the demonstration"})
	case 1:
		_, err = s.Engine.RecordPointsSpent(ctx, ann, "points-spent-1", fold.PointsSpentBody{Wallet: wallet, Points: "120",
			For: "40 hours of compute, invented for the demonstration", At: at})
		if err == nil {
			_, err = s.Engine.RecordStake(ctx, ann, "stake-1", fold.StakeBody{Wallet: wallet, Amount: "500", Asset: points, At: at})
		}
	case 2:
		_, err = s.Engine.RecordUnstake(ctx, ann, "unstake-1", fold.StakeBody{Wallet: wallet, Amount: "200", Asset: points, At: at})
	}
	return err
}

// generation is when the token is generated; zero when that is not known.
func (s *Sale) generation() (tge time.Time) {
	s.Engine.View(func(f *fold.Fold, _ engine.State) { tge = f.Generation() })
	return tge
}

// firstScores says that the first wallets provide computers as well, and that one of them fails a drill.
func firstScores(c *devnet.Chain) []fold.ScoreRow {
	begin := time.Date(2026, 1, 6, 0, 0, 0, 0, time.UTC)
	var rows []fold.ScoreRow
	for i := range 8 {
		wallet, _ := c.Wallet(i)
		rows = append(rows, fold.ScoreRow{Wallet: strings.ToLower(wallet.Hex()), What: "compute", Value: strconv.Itoa(5 * (i + 1)), At: begin})
	}
	return append(rows, fold.ScoreRow{Wallet: rows[2].Wallet, What: "drill", Value: "0", At: begin.AddDate(0, 2, 0)})
}
