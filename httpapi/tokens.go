package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *api) tokens(ctx context.Context, in *holderRequest) (wire.Tokens, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return wire.Tokens{}, err
	}
	t, err := holder.OfTokens(ctx, a.engine, a.reading.sources, wallet)
	if err != nil {
		return wire.Tokens{}, err
	}
	return wire.TokensOf(&t), nil
}
