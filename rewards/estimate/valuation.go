package estimate

import (
	"math/big"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sentence"
)

// Valued is what it takes for an implied valuation that the program file has: numbers as in [Outcome].
type Valued struct {
	Adoption, USD, ActiveNodes string
	TokensPerNode              string // up to the horizon
	NodePrice                  string // US dollars: what a node would have to cost
	Sentence                   sentence.Sentence
	Tiers                      []TierValued
}

// TierValued is a tier beside a valuation.
type TierValued struct {
	Tier       int // from 1
	Price      money.Amount
	FDV        string // that the tier's price gives; empty: the price of the sale's asset is not given
	AssetPrice string // US dollars for one of the sale's asset with which the tier's price would give the valuation; empty: it is free
}

// Valuation takes the program file's valuations apart, and says what is not published with them.
type Valuation struct {
	Assumed []AssumedValue
	Valued  []Valued
	Unknown []sentence.Sentence
}

// ExplainValuations works out, for each implied valuation of the program file, which price of a node leads to it:
//
//	price a node = valuation x tokens a node up to the horizon / supply
//
// and what the prices of tiers lead to. With the preset gpunet at 24 months 26 million at 10% take 26,666.67 tokens a node and 3,466.67 US
// dollars: (10 + 30) million over 1,500 nodes, of 200 million.
func ExplainValuations(a Assumptions, tiers []money.Amount) (v Valuation, err error) {
	if a, err = a.resolved(); err != nil {
		return v, err
	}
	switch {
	case len(a.Program.Valuations) == 0:
		return v, a.Program.Lacks("valuations")
	case a.Program.Token == nil:
		return v, a.Program.Lacks("token")
	}
	tge, from, err := a.generation()
	if err != nil {
		return v, err
	}
	curve, err := rewards.NewCurve(a.Program.Token, tge)
	if err != nil {
		return v, err
	}
	v.Assumed = a.listed(tge, from)
	for _, one := range a.Program.Valuations {
		with := a.with(Scenario{Adoption: Input{one.Adoption, FromProgram}})
		h, err := newHorizon(&with, tge, curve)
		if err != nil {
			return v, err
		}
		v.Valued = append(v.Valued, h.valued(one, tiers, a.AssetPrice.rat()))
	}
	asset := a.Program.Sale.Asset.Symbol()
	v.Unknown = []sentence.Sentence{
		sentence.New(sentence.UnknownNodePrice, nil), sentence.New(sentence.UnknownAssetPrice, sentence.Params{"asset": asset}),
		sentence.New(sentence.UnknownHorizon, nil), sentence.New(sentence.UnknownAdoptionOf, nil),
	}
	return v, nil
}

// valued takes one valuation apart.
func (h *horizon) valued(of program.Valuation, tiers []money.Amount, assetPrice *big.Rat) Valued {
	supply := h.p.Token.Supply
	tokens := h.tokensPerNode()
	price := new(big.Rat).Mul(of.USD.Rat(), tokens)
	price.Quo(price, supply.Rat())
	v := Valued{
		Adoption: of.Adoption.String(), USD: of.USD.String(), ActiveNodes: money.Truncated(h.active), TokensPerNode: money.Truncated(tokens),
		NodePrice: money.Truncated(price), Tiers: []TierValued{},
	}
	v.Sentence = sentence.New(sentence.ExplainValuation, sentence.Params{
		"valuation": money.Truncated(of.USD.Rat()) + " USD", "adoption": of.Adoption.String(), "price": v.NodePrice + " USD",
		"tokens": v.TokensPerNode + " " + supply.Asset().Symbol(), "supply": supply.String(),
	})
	for i, tier := range tiers {
		t := TierValued{Tier: i + 1, Price: tier}
		if tier.Rat().Sign() > 0 {
			t.AssetPrice = money.Truncated(new(big.Rat).Quo(price, tier.Rat()))
		}
		if assetPrice != nil && tokens.Sign() > 0 {
			fdv := new(big.Rat).Mul(tier.Rat(), assetPrice)
			t.FDV = money.Truncated(fdv.Mul(fdv.Quo(fdv, tokens), supply.Rat()))
		}
		v.Tiers = append(v.Tiers, t)
	}
	return v
}

// tokensPerNode is drop and emission up to the horizon for a node.
func (h *horizon) tokensPerNode() *big.Rat {
	tokens := new(big.Rat).Add(h.drop, h.emittedTokens(h.month(h.months)))
	return tokens.Quo(tokens, h.nodes)
}
