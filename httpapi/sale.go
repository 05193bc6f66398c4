package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *api) sale(ctx context.Context, _ *nothing) (wire.Sale, error) {
	s, err := view.OfSale(ctx, a.engine)
	if err != nil {
		return wire.Sale{}, err
	}
	p := a.engine.Program()
	out := wire.SaleOf(p, &s)
	out.Network, out.Rate = wire.NetworkOf(p, a.walletRPC), a.rate(p.Sale.Asset)
	return out, nil
}

func (a *api) fairness(ctx context.Context, _ *nothing) (wire.Fairness, error) {
	f, err := a.reading.fairness.Present(ctx)
	if err != nil {
		return wire.Fairness{}, err
	}
	return wire.FairnessOf(f), nil
}
