package view

import (
	"context"
	"math/big"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/sale/fairness"
	"github.com/nodeledger/nodeledger/sentence"
)

// Fairness is how the sale went, as the books have it.
type Fairness struct {
	fairness.Report
	Referrers    []referral.Standing // the first ones by what they earned, at most fairness.Listed
	ReferrersAll int                 // how many referrers there are
	TwoWallets   sentence.Sentence   // what whoever has two wallets can save; zero where codes give nothing
	Funding      sentence.Sentence   // why wallets that one wallet funded are not named
	AsOf         AsOf

	of Version
}

// Fairnesses makes the report once for each state of the books. It is safe for concurrent use.
type Fairnesses struct {
	engine *engine.Engine
	cache  Cache[Fairness]
}

// NewFairnesses reads nothing yet.
func NewFairnesses(e *engine.Engine) *Fairnesses {
	x := &Fairnesses{engine: e}
	x.cache.Make = x.renew
	return x
}

// Present is the report as of the present state. Do not change it.
func (x *Fairnesses) Present(ctx context.Context) (*Fairness, error) {
	return x.cache.Present(ctx, x.engine)
}

// renew makes the report from what the fold counts, and takes over the one before where nothing was booked since.
func (x *Fairnesses) renew(ctx context.Context, before *Fairness) (now *Fairness, of Version, err error) {
	now = new(Fairness)
	x.engine.View(func(f *fold.Fold, s engine.State) {
		of = VersionOf(s)
		if before != nil && before.of.Inputs == of.Inputs && before.of.Ledger == of.Ledger {
			*now = *before
		} else if now.Report, err = f.Fairness.Report(f.Sale); err == nil {
			now.Referrers, now.ReferrersAll = f.Board.Top(f.Sale.Terms.Asset, fairness.Listed), f.Board.Len(f.Sale.Terms.Asset)
			now.TwoWallets, now.Funding = twoWallets(&now.Report), sentence.New(sentence.UnknownFunding, nil)
		}
		now.AsOf, now.of = At(s), of
	})
	if err == nil {
		err = now.AsOf.Prove(ctx, x.engine.Reader())
	}
	return now, of, err
}

// twoWallets says what two wallets of one buyer save under the terms in force.
func twoWallets(r *fairness.Report) sentence.Sentence {
	together := new(big.Rat).Add(r.Discount, r.Back)
	if together.Sign() == 0 {
		return sentence.Sentence{}
	}
	return sentence.New(sentence.ExplainTwoWallets, sentence.Params{
		"together": money.Exact(together), "discount": money.Exact(r.Discount), "back": money.Exact(r.Back),
	})
}
