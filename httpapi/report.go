package httpapi

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/report"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

type balanceSheetRequest struct {
	At string `query:"at" maxLength:"40" doc:"The books before this instant: 2024-05-01 or 2024-05-01T12:00:00Z; empty: now"`
}

func (a *api) balanceSheet(ctx context.Context, in *balanceSheetRequest) (out wire.BalanceSheet, err error) {
	at := time.Time{}
	if in.At != "" {
		if at, err = view.ParseTime(in.At); err != nil {
			return out, err
		}
	}
	var b report.BalanceSheet
	err = view.Still(ctx, a.engine, func(s engine.State) (err error) {
		b, err = report.BalanceSheetAt(ctx, a.engine.Reader(), a.engine.History(), s, at)
		return err
	})
	if err != nil {
		return out, err
	}
	return wire.BalanceSheetOf(&b), nil
}

type incomeStatementRequest struct {
	From string `query:"from" maxLength:"40" doc:"The first day or instant: 2024-05-01 or 2024-05-01T12:00:00Z; empty: from the beginning"`
	To   string `query:"to" maxLength:"40" doc:"The first day or instant that is left out; empty: up to now"`
}

func (a *api) incomeStatement(ctx context.Context, in *incomeStatementRequest) (out wire.IncomeStatement, err error) {
	from, to, err := statement.ParsePeriod(in.From, in.To)
	if err != nil {
		return out, err
	}
	var i report.IncomeStatement
	err = view.Still(ctx, a.engine, func(s engine.State) (err error) {
		i, err = report.IncomeStatementOf(ctx, a.engine.Reader(), a.engine.History(), s, from, to)
		return err
	})
	if err != nil {
		return out, err
	}
	return wire.IncomeStatementOf(&i), nil
}

type cashFlowRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits: a wallet, distributor or sale contract of the project"`
	From   string `query:"from" maxLength:"40" doc:"The first day or instant: 2024-05-01 or 2024-05-01T12:00:00Z; empty: from the beginning"`
	To     string `query:"to" maxLength:"40" doc:"The first day or instant that is left out; empty: up to now"`
}

func (a *api) cashFlow(ctx context.Context, in *cashFlowRequest) (out wire.CashFlow, err error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return out, err
	}
	from, to, err := statement.ParsePeriod(in.From, in.To)
	if err != nil {
		return out, err
	}
	var c report.CashFlow
	err = view.Still(ctx, a.engine, func(s engine.State) (err error) {
		c, err = report.CashFlowOf(ctx, a.engine.Reader(), a.engine.History(), s, wallet, from, to)
		return err
	})
	if err != nil {
		return out, err
	}
	return wire.CashFlowOf(&c), nil
}
