package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *api) ledger(ctx context.Context, _ *struct{}) (out wire.Ledger, err error) {
	var now engine.State
	a.engine.View(func(_ *fold.Fold, s engine.State) { now = s })
	of, err := view.Of(ctx, a.engine.Reader(), now)
	return wire.LedgerOf(now.Ledger, of), err
}

type transactionsRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before; 0 or empty: from the first"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100" doc:"How many, at most"`
}

func (a *api) transactions(ctx context.Context, in *transactionsRequest) (out wire.Transactions, err error) {
	after, err := view.ParseSequence("after", in.After)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	list, more, err := view.Transactions(ctx, a.engine.History(), after, in.Limit)
	if err != nil {
		return out, err
	}
	return wire.TransactionsOf(list, more, of), nil
}

type inputsRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before; 0 or empty: from the first"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100" doc:"How many, at most"`
}

func (a *api) inputs(ctx context.Context, in *inputsRequest) (out wire.Inputs, err error) {
	after, err := view.ParseSequence("after", in.After)
	if err != nil {
		return out, err
	}
	of, err := a.now(ctx)
	if err != nil {
		return out, err
	}
	list, more, err := view.Inputs(ctx, a.engine, after, in.Limit, false)
	if err != nil {
		return out, err
	}
	return wire.InputsOf(list, more, of), nil
}

func (a *api) reconciliation(context.Context, *struct{}) (out wire.Reconciliation, err error) {
	r := a.engine.LastReconciliation()
	if r == nil {
		return out, problem.NotFoundf("the wallets were not compared with the chain yet: a server that follows a chain does so when its books " +
			"are up to date")
	}
	return wire.ReconciliationOf(r, view.OpenExceptions(a.engine)), nil
}
