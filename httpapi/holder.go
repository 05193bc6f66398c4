package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/wire"
)

type holdersRequest struct {
	After string `query:"after" maxLength:"64" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100" doc:"How many, at most"`
}

func (a *api) holders(ctx context.Context, in *holdersRequest) (wire.Holders, error) {
	var after ledger.Wallet
	var err error
	if in.After != "" {
		if after, err = view.ParseWallet(in.After); err != nil {
			return wire.Holders{}, err
		}
	}
	list, more, of, err := a.reading.roster.Holders(ctx, after, in.Limit)
	if err != nil {
		return wire.Holders{}, err
	}
	return wire.HoldersOf(list, more, of), nil
}

type holderRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
}

// latestEntries is how many entries a statement shows.
const latestEntries = 50

func (a *api) holder(ctx context.Context, in *holderRequest) (wire.Holder, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return wire.Holder{}, err
	}
	st, err := holder.OfHolder(ctx, a.engine, a.reading.codes, wallet, latestEntries)
	if err != nil {
		return wire.Holder{}, err
	}
	return wire.HolderOf(&st), nil
}
