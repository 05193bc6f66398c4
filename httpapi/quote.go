package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

type quoteRequest struct {
	Quantity string `query:"quantity" required:"true" maxLength:"80" doc:"How many nodes, in plain digits" example:"5"`
	Wallet   string `query:"wallet" maxLength:"64" doc:"Who buys: what the wallet already has counts against its quotas"`
	Code     string `query:"code" maxLength:"256" doc:"A referral code"`
}

func (a *api) quote(ctx context.Context, in *quoteRequest) (wire.Quote, error) {
	r := quote.Request{Code: in.Code}
	var err error
	if r.Quantity, err = quote.ParseQuantity(in.Quantity); err != nil {
		return wire.Quote{}, err
	}
	if in.Wallet != "" {
		if r.Wallet, err = view.ParseWallet(in.Wallet); err != nil {
			return wire.Quote{}, err
		}
	}
	q, err := quote.FromBooks(ctx, a.engine, r)
	if err != nil {
		return wire.Quote{}, err
	}
	out := wire.QuoteOf(&q)
	out.Rate = a.rate(q.Paid.Asset())
	return out, nil
}

// rate is what an asset costs now; nil when that is not known.
func (a *api) rate(of money.Asset) *wire.Rate {
	if a.reading.prices == nil {
		return nil
	}
	usd, day, ok := a.reading.prices.Latest(of.Symbol(), a.clock.Now())
	if !ok {
		return nil
	}
	out := wire.RateOf(of.Symbol(), usd, day)
	for _, currency := range statement.Currencies() {
		if usd, day, ok := a.reading.prices.Latest(currency, a.clock.Now()); ok && currency != of.Symbol() {
			out.Add(currency, usd, day)
		}
	}
	return out
}
