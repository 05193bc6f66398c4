package demo

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
)

// recordMoves records what holders do with points and tokens in a month, by its number from 0: they buy points, spend some on computing,
// stake some and take a part of the stake back, and after the TGE the same with tokens.
func (s *Sale) recordMoves(ctx context.Context, dice *rand.Rand, month int) (err error) {
	at := headClock{s.Chain}.Now()
	points, token := s.Program.Points.Asset.Symbol(), s.Program.Token.Asset.Symbol()
	some := func(least, more int) string { return fmt.Sprintf("%d.%02d", least+dice.IntN(more), dice.IntN(100)) }
	if rows := s.laterScores(month, at); rows != nil {
		if err := s.recordScores(ctx, fmt.Sprintf("scores-%d", month+1), rows); err != nil {
			return err
		}
	}
	switch month {
	case 0:
		err = errors.Join(s.sellPoints(ctx, 1, "1000", at), s.sellPoints(ctx, 3, some(700, 900), at))
	case 1:
		err = errors.Join(s.spendPoints(ctx, 1, "120", at), s.stake(ctx, 1, "500", points, at), s.stake(ctx, 3, "600", points, at))
	case 2:
		err = errors.Join(s.unstake(ctx, 1, "200", points, at), s.spendPoints(ctx, 3, some(20, 60), at))
	case 3:
		err = s.sellPoints(ctx, 4, some(200, 400), at)
	case 4:
		err = errors.Join(s.spendPoints(ctx, 4, some(50, 100), at), s.stake(ctx, 3, some(1000, 2000), points, at))
	case 6:
		err = errors.Join(s.stake(ctx, 1, "1000", token, at), s.stake(ctx, 4, some(500, 500), token, at))
	case 8:
		err = s.unstake(ctx, 3, "1250.5", token, at)
	}
	return err
}

const invented = "invented for the demonstration"

func (s *Sale) sellPoints(ctx context.Context, wallet int, points string, at time.Time) error {
	_, err := s.Engine.RecordPointsSold(ctx, s.Operators.Ann, s.reference("points-sold"), fold.PointsSoldBody{
		Wallet: s.wallet(wallet), Points: points, Received: points, Source: "fiat", At: at, Note: invented})
	return err
}

func (s *Sale) spendPoints(ctx context.Context, wallet int, points string, at time.Time) error {
	_, err := s.Engine.RecordPointsSpent(ctx, s.Operators.Ann, s.reference("points-spent"), fold.PointsSpentBody{
		Wallet: s.wallet(wallet), Points: points, For: "hours of compute, " + invented, At: at})
	return err
}

func (s *Sale) stake(ctx context.Context, wallet int, amount, asset string, at time.Time) error {
	_, err := s.Engine.RecordStake(ctx, s.Operators.Ann, s.reference("stake"), fold.StakeBody{
		Wallet: s.wallet(wallet), Amount: amount, Asset: asset, At: at})
	return err
}

func (s *Sale) unstake(ctx context.Context, wallet int, amount, asset string, at time.Time) error {
	_, err := s.Engine.RecordUnstake(ctx, s.Operators.Ann, s.reference("unstake"), fold.StakeBody{
		Wallet: s.wallet(wallet), Amount: amount, Asset: asset, At: at})
	return err
}

// reference numbers what holders do, such as stake-1.
func (s *Sale) reference(what string) string {
	s.done[what]++
	return fmt.Sprintf("%s-%d", what, s.done[what])
}
