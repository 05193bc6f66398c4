package demo

import (
	"context"
	"math"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/view/holder"
)

// Result is what a finished demonstration has to show besides what its books hold.
type Result struct {
	Verified  bool              `json:"verified"` // the ledger is sound, the quote was the charge, the contract counts as the books do
	Holders   int               `json:"holders"`
	Codes     int               `json:"codes"`
	Contract  string            `json:"contract"`
	ChainID   uint64            `json:"chain_id"`
	Seed      uint64            `json:"seed"`
	Rewards   Rewards           `json:"rewards"`
	Payouts   Payouts           `json:"payouts"`
	Operators map[string]string `json:"operators"` // and the tokens that they prove themselves with, of no value
}

// Result reads it from the books, after Check.
func (s *Sale) Result(ctx context.Context) (r Result, err error) {
	r = Result{Verified: true, Contract: s.Chain.Sale().Hex(), ChainID: s.Chain.ChainID(), Seed: s.options.Seed}
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
