package demo

import (
	"context"
	"errors"
	"math/big"
	"math/rand/v2"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
)

// settleMonth does what a treasurer does after a month: close it, buy back, prepare its payout, approve and pay it.
func (s *Sale) settleMonth(ctx context.Context, dice *rand.Rand, n int, month time.Time) error {
	name := month.Format(rewards.MonthForm)
	if err := s.explainReceipts(ctx); err != nil {
		return err
	}
	if err := s.closeMonth(ctx, name); err != nil {
		return err
	}
	if month.Month()%3 == 0 {
		if err := s.buyBack(ctx, dice, name); err != nil {
			return err
		}
	}
	method := payout.Transfer
	if n%2 == 1 {
		method = payout.Claim
	}
	if _, err := s.Engine.PreparePayout(ctx, s.Operators.Ann, name, "USDT", method); err != nil {
		if errors.Is(err, payout.ErrNothingToPay) {
			return nil
		}
		return err
	}
	if _, err := s.Engine.StepPayout(ctx, s.Operators.Ann, name, payout.Propose, ""); err != nil {
		return err
	}
	var file ledger.Hash
	s.Engine.Payouts(func(b *payout.Book) { file = b.Run(name).File })
	if _, err := s.Engine.ApprovePayout(ctx, s.Operators.Bob, name, file); err != nil {
		return err
	}
	var err error
	if method == payout.Claim {
		err = s.payClaims(ctx, dice, name)
	} else {
		err = s.payTransfers(ctx, name)
	}
	if err != nil {
		return err
	}
	return s.Book(ctx)
}

// closeMonth has ann propose to close a month, and bob approve it.
func (s *Sale) closeMonth(ctx context.Context, name string) error {
	if _, err := s.Engine.CloseMonth(ctx, s.Operators.Ann, name); err != nil {
		return err
	}
	var file ledger.Hash
	s.Engine.View(func(f *fold.Fold, _ engine.State) {
		if p := f.ProposedMonth(); p != nil {
			file = p.File
		}
	})
	_, err := s.Engine.ApproveMonth(ctx, s.Operators.Bob, name, file)
	return err
}

// buyBack spends half of the buyback fund at a price that rises over the year, once there is a token.
func (s *Sale) buyBack(ctx context.Context, dice *rand.Rand, name string) error {
	usdt := s.Program.Revenue.Asset
	now := headClock{s.Chain}.Now()
	if tge := s.generation(); tge.IsZero() || now.Before(tge) {
		return nil
	}
	fund, err := s.Engine.Reader().BalanceAt(ctx, ledger.Place{Account: ledger.FundAccount(ledger.BuybackFund), Asset: usdt}, now)
	if err != nil {
		return err
	}
	held, err := fund.Owed()
	if err != nil {
		return err
	}
	half, err := money.NewRatio(1, 2)
	if err != nil {
		return err
	}
	spent, err := held.Times(half, money.Floor)
	if err != nil {
		return err
	}
	price := money.Units(usdt, uint64(900_000+dice.IntN(400_000))) // of one token
	tokens := new(big.Int).Mul(spent.Big(), new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil))
	amount, err := money.FromBig(s.Program.Token.Asset, tokens.Div(tokens, price.Big()))
	if err != nil {
		return err
	}
	source, err := s.richest(ctx)
	if err != nil {
		return err
	}
	_, err = s.Engine.RecordBuyback(ctx, s.Operators.Ann, "buyback-"+name, fold.BuybackRow{
		Source: source, Spent: spent.Decimal().String(), Tokens: amount.Decimal().String(), At: now, Note: invented,
	})
	return err
}

// generation is when the token is generated; zero when that is not known.
func (s *Sale) generation() (tge time.Time) {
	s.Engine.View(func(f *fold.Fold, _ engine.State) { tge = f.Generation() })
	return tge
}
