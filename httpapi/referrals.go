package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/wire"
)

type referralsRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	After  string `query:"after" maxLength:"40" doc:"The next of the page before"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many, at most"`
}

func (a *api) referrals(ctx context.Context, in *referralsRequest) (wire.Referrals, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return wire.Referrals{}, err
	}
	r, err := holder.OfReferrals(ctx, a.engine, a.reading.sources, a.reading.codes, wallet, in.After, in.Limit)
	if err != nil {
		return wire.Referrals{}, err
	}
	return wire.ReferralsOf(&r), nil
}
