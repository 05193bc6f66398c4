package demo

import (
	"context"
	"math"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/wire"
)

// Result reads it from the books, after Check.
func (s *Sale) Result(ctx context.Context) (r wire.Demonstration, err error) {
	r = wire.Demonstration{Verified: true, Contract: s.Chain.Sale().Hex(), ChainID: s.Chain.ChainID(), Seed: s.options.Seed}
	if r.Rewards, err = s.rewards(ctx); err != nil {
		return r, err
	}
	if r.Payouts, err = s.payouts(ctx); err != nil {
		return r, err
	}
	r.Operators = map[string]string{"ann": s.Operators.Ann.Token, "bob": s.Operators.Bob.Token}
	holders, _, _, err := holder.Holders(ctx, s.Engine, ledger.Wallet{}, math.MaxInt)
	if err != nil {
		return r, err
	}
	r.Holders = len(holders)
	s.Engine.View(func(f *fold.Fold, _ engine.State) {
		f.Codes.All(func(referral.Code) bool { r.Codes++; return true })
	})
	return r, nil
}
