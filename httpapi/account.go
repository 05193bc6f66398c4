package httpapi

import (
	"context"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type accountRequest struct {
	Path  string `path:"path" maxLength:"160" doc:"Such as equity:fund:share or liabilities:referral:0x...:payable"`
	At    string `query:"at" maxLength:"40" doc:"The balances before this instant instead of those now: 2024-05-01 or 2024-05-01T12:00:00Z"`
	After string `query:"after" maxLength:"80" pattern:"^[0-9]+\\.[0-9]+\\.[0-9]+$" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"How many entries"`
}

func (a *api) account(ctx context.Context, in *accountRequest) (out wire.Account, err error) {
	account, err := view.ParseAccount(in.Path)
	if err != nil {
		return out, err
	}
	at := time.Time{}
	if in.At != "" {
		if at, err = view.ParseTime(in.At); err != nil {
			return out, err
		}
	}
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	balances, err := view.OfAccount(ctx, a.engine.Reader(), account, at)
	if err != nil {
		return out, err
	}
	list, next, err := a.engine.History().Entries(ctx, account, in.After, in.Limit)
	if err != nil {
		return out, fmt.Errorf("entries of %s: %w", account, err)
	}
	return wire.AccountOf(account, at, balances, list, next, of), nil
}

type trialRequest struct {
	At string `query:"at" maxLength:"40" doc:"The books before this instant: 2024-05-01 or 2024-05-01T12:00:00Z"`
}

func (a *api) trial(ctx context.Context, in *trialRequest) (out wire.Trial, err error) {
	at := time.Time{}
	if in.At != "" {
		if at, err = view.ParseTime(in.At); err != nil {
			return out, err
		}
	}
	var t view.Trial
	err = view.Still(ctx, a.engine, func(s engine.State) (err error) {
		t, err = view.TrialBalance(ctx, a.engine.Reader(), a.engine.History(), s, at)
		return err
	})
	if err != nil {
		return out, err
	}
	return wire.TrialOf(&t), nil
}
