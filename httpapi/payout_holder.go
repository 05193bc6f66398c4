package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type holderPayoutsRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many runs, the newest first"`
}

func (a *api) holderPayouts(ctx context.Context, in *holderPayoutsRequest) (out wire.HolderPayouts, err error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	runs, err := a.payouts.runs.OfWallet(ctx, wallet, in.Limit)
	if err != nil {
		return out, err
	}
	claims, err := a.payouts.claims.Of(ctx, wallet)
	return wire.HolderPayoutsOf(wallet, runs, claims, a.engine.Program(), of), err
}
