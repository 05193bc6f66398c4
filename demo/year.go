package demo

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/rewards"
)

// RunMonths lets the crowd buy month by month, and after each month the two operators do its money: revenue, closing, a payout
// run with what the chain shows of it, a buyback at the end of a quarter. progress is called after each block with the number
// of purchases made.
func (s *Sale) RunMonths(ctx context.Context, progress func(done, total int)) error {
	o := s.options
	dice := rand.New(rand.NewPCG(o.Seed, 12))
	made := 0
	moves := rand.New(rand.NewPCG(o.Seed, 13))
	for n := range o.Months {
		share := o.Purchases*(n+1)/o.Months - made
		err := s.Chain.RunCrowd(ctx, devnet.CrowdOptions{Months: 1, Purchases: share}, func(done, _ int) { progress(made+done, o.Purchases) })
		if err != nil {
			return err
		}
		made += share
		if rest := s.calendar.month(n + 1).Sub(headClock{s.Chain}.Now()); rest > 0 {
			if err := s.Chain.Advance(ctx, rest); err != nil {
				return err
			}
		}
		if err := s.withdraw(ctx, dice); err != nil {
			return err
		}
		if err := s.Book(ctx); err != nil {
			return err
		}
		month := rewards.MonthStart(headClock{s.Chain}.Now()).AddDate(0, -1, 0)
		if err := s.recordRevenue(ctx, dice, month); err != nil {
			return fmt.Errorf("month %s: %w", month.Format(rewards.MonthForm), err)
		}
		if err := s.recordMoves(ctx, moves, n); err != nil {
			return fmt.Errorf("month %s: %w", month.Format(rewards.MonthForm), err)
		}
		if o.LeaveOpen && n == o.Months-1 {
			break
		}
		if err := s.settleMonth(ctx, dice, n, month); err != nil {
			return fmt.Errorf("month %s: %w", month.Format(rewards.MonthForm), err)
		}
		if err := s.checkWallets(ctx); err != nil {
			return fmt.Errorf("month %s: %w", month.Format(rewards.MonthForm), err)
		}
	}
	return s.passRest(ctx)
}

// passRest lets the time pass that is left, up to the last hour: the chain never ends after what it was asked for.
func (s *Sale) passRest(ctx context.Context) error {
	rest := s.calendar.until.Add(-time.Hour).Sub(headClock{s.Chain}.Now())
	if rest < time.Second {
		return nil
	}
	if err := s.Chain.Advance(ctx, rest); err != nil {
		return err
	}
	return s.Book(ctx)
}

// withdraw sends the withdrawals of some referrers; every other one sends its credits to the next wallet.
func (s *Sale) withdraw(ctx context.Context, dice *rand.Rand) error {
	sale := nodesale.NewNodeSale()
	for i := range 8 {
		if dice.IntN(2) == 0 {
			continue
		}
		data := sale.PackWithdrawReferral()
		if i%2 == 1 {
			next, _ := s.Chain.Wallet(i + 1)
			data = sale.PackWithdrawReferralTo(next)
		}
		_, err := s.Chain.Send(ctx, i, s.Chain.Sale(), nil, data)
		var refusal *devnet.Refusal
		if err != nil && !errors.As(err, &refusal) { // the contract refuses a wallet that is owed nothing
			return err
		}
	}
	return nil
}

// recordRevenue records what the project earned in a month, and what the fiat business cost.
func (s *Sale) recordRevenue(ctx context.Context, dice *rand.Rand, month time.Time) error {
	name := month.Format(rewards.MonthForm)
	for _, source := range []string{"dapp", "fiat"} {
		row := fold.RevenueRow{
			Source: source, Amount: fmt.Sprintf("%d.%02d", 40_000+dice.IntN(160_000), dice.IntN(100)), At: month.AddDate(0, 0, 14+dice.IntN(10)),
			Note: invented,
		}
		if _, err := s.Engine.RecordRevenue(ctx, s.Operators.Ann, name+"-"+source, row); err != nil {
			return err
		}
	}
	cost := fold.RevenueRow{Source: "fiat", Amount: fmt.Sprintf("%d.%02d", 4_000+dice.IntN(16_000), dice.IntN(100)),
		At: month.AddDate(0, 0, 24), Note: invented, Cost: true}
	_, err := s.Engine.RecordRevenue(ctx, s.Operators.Ann, name+"-fiat-cost", cost)
	return err
}
