package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

type epochsRequest struct {
	Kind  string `query:"kind" maxLength:"40" doc:"points-epoch, token-epoch or tge-drop; empty: all"`
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many, at most"`
}

func (a *api) listEpochs(ctx context.Context, in *epochsRequest) (out wire.Epochs, err error) {
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	list, more, err := a.reading.epochs.List(ctx, in.Kind, before, in.Limit)
	if err != nil {
		return out, err
	}
	return wire.EpochsOf(list, more, of), nil
}

type epochRequest struct {
	Job  string `path:"job" maxLength:"40" doc:"epoch, token-epoch or tge-drop"`
	Slot string `path:"slot" maxLength:"40" doc:"The day, or the instant of the drop"`
}

// computed is a closed epoch and what it is when it is computed again.
func (a *api) computed(ctx context.Context, job, slot string) (c period.ClosedEpoch, r *rewards.Result, err error) {
	if c, err = a.reading.epochs.Of(ctx, job, slot); err != nil {
		return c, nil, err
	}
	r, err = a.reading.epochs.Compute(ctx, &c)
	return c, r, err
}

func (a *api) epoch(ctx context.Context, in *epochRequest) (out wire.EpochDetail, err error) {
	c, r, err := a.computed(ctx, in.Job, in.Slot)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	return wire.EpochDetailOf(&c, r, of), err
}

type epochHolderRequest struct {
	Job    string `path:"job" maxLength:"40" doc:"epoch, token-epoch or tge-drop"`
	Slot   string `path:"slot" maxLength:"40" doc:"The day, or the instant of the drop"`
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
}

func (a *api) epochHolder(ctx context.Context, in *epochHolderRequest) (out wire.EpochExplanation, err error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return out, err
	}
	_, r, err := a.computed(ctx, in.Job, in.Slot)
	if err != nil {
		return out, err
	}
	found, err := period.Explain(r, wallet)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	return wire.EpochExplanationOf(wallet, &found, of), err
}
