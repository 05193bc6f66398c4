package httpapi

import (
	"context"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
)

type accountRequest struct {
	Path  string `path:"path" maxLength:"160" doc:"Such as sale:treasury or referrers:0x...:payable"`
	At    string `query:"at" maxLength:"40" doc:"The balances before this instant instead of those now: 2024-05-01 or 2024-05-01T12:00:00Z"`
	After string `query:"after" maxLength:"80" pattern:"^[0-9]+\\.[0-9]+\\.[0-9]+$" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"How many entries"`
}

// Balance is what came in, what went out and what that leaves.
type Balance struct {
	In  Amount `json:"in"`
	Out Amount `json:"out"`
	Net Amount `json:"net"`
}

func balance(b money.Balance) Balance { return Balance{amount(b.In), amount(b.Out), net(b)} }

// Account is one account.
type Account struct {
	Account  string    `json:"account"`
	At       string    `json:"at,omitempty" doc:"The instant that was asked for"`
	Balances []Balance `json:"balances" doc:"One for each asset"`
	Entries  []Entry   `json:"entries" doc:"Newest first"`
	Next     string    `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

func (a *api) account(ctx context.Context, in *accountRequest) (out Account, err error) {
	account, err := ledger.ParseAccount(in.Path)
	if err != nil {
		return out, view.Refuse(view.BadRequest, "%w", err)
	}
	at := time.Time{}
	if in.At != "" {
		if at, err = view.ParseTime(in.At); err != nil {
			return out, err
		}
	}
	if out.Fresh, err = a.now(ctx); err != nil {
		return out, err
	}
	out.Account, out.At, out.Balances = account.String(), instant(at), []Balance{}
	balances, err := view.OfAccount(ctx, a.engine.Store(), account, at)
	if err != nil {
		return out, err
	}
	for _, b := range balances {
		out.Balances = append(out.Balances, balance(b))
	}
	list, next, err := a.engine.Store().Entries(ctx, account, in.After, in.Limit)
	if err != nil {
		return out, fmt.Errorf("entries of %s: %w", account, err)
	}
	out.Entries, out.Next = entries(list), next
	return out, nil
}

type trialRequest struct {
	At string `query:"at" maxLength:"40" doc:"The books before this instant: 2024-05-01 or 2024-05-01T12:00:00Z"`
}

// TrialRow is one asset of one kind of account.
type TrialRow struct {
	Kind     string `json:"kind" doc:"An account's path with * for whose it is" example:"referrers:*:payable"`
	Accounts int    `json:"accounts"`
	Balance
}

// Trial is the trial balance.
type Trial struct {
	At   string     `json:"at,omitempty"`
	Rows []TrialRow `json:"rows"`
	Sums []Balance  `json:"sums" doc:"One for each asset; each net is zero"`
	Fresh
}

func (a *api) trial(ctx context.Context, in *trialRequest) (out Trial, err error) {
	at := time.Time{}
	if in.At != "" {
		if at, err = view.ParseTime(in.At); err != nil {
			return out, err
		}
	}
	var t view.Trial
	a.engine.View(func(_ *fold.Fold, s engine.State) { t, err = view.TrialBalance(ctx, a.engine.Store(), s, at) })
	if err != nil {
		return out, err
	}
	out = Trial{At: instant(t.At), Rows: []TrialRow{}, Sums: []Balance{}, Fresh: fresh(t.AsOf)}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, TrialRow{r.Kind, r.Accounts, balance(r.Balance)})
	}
	for _, s := range t.Sums {
		out.Sums = append(out.Sums, balance(s))
	}
	return out, nil
}
