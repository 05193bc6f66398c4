package operators

import (
	"context"
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type closeMonthRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
}

func (a *handlers) closeMonth(ctx context.Context, in *closeMonthRequest) (out wire.MonthClosed, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.CloseMonth(ctx, who, in.Month)
	return a.monthAfter(ctx, in.Month, receipt, err)
}

type approveMonthRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
	File  string `header:"If-Match" maxLength:"80" doc:"The field file of preview-month, in quotes. Required"`
}

func (a *handlers) approveMonth(ctx context.Context, in *approveMonthRequest) (out wire.MonthClosed, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	file, err := ifMatch(in.File)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.ApproveMonth(ctx, who, in.Month, file)
	return a.monthAfter(ctx, in.Month, receipt, err)
}

// ifMatch is the hash in a header If-Match; zero where there is none.
func ifMatch(header string) (file ledger.Hash, err error) {
	if header == "" {
		return file, nil
	}
	if file, err = ledger.ParseHash(strings.Trim(header, `"`)); err != nil {
		return file, problem.Invalidf("If-Match must be the SHA-256 of the file in quotes: %w", err)
	}
	return file, nil
}

// monthAfter is a month after a step, or why the step was not taken.
func (a *handlers) monthAfter(ctx context.Context, month string, receipt engine.Receipt, err error) (out wire.MonthClosed, _ error) {
	if err != nil {
		return out, err
	}
	var waits *fold.ProposedMonth
	a.Engine.View(func(f *fold.Fold, _ engine.State) { waits = f.ProposedMonth() })
	of, err := view.Now(ctx, a.Engine)
	if err != nil {
		return out, err
	}
	if waits != nil && waits.Month == month {
		return wire.MonthClosedOf(receipt.AlreadyRecorded, nil, waits, of), nil
	}
	m, err := a.Months.Of(ctx, month)
	if err != nil {
		return out, fmt.Errorf("month %s is closed: %w", month, err)
	}
	return wire.MonthClosedOf(receipt.AlreadyRecorded, &m, nil, of), nil
}

type previewMonthRequest struct {
	Month   string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
	After   string `query:"after" maxLength:"64" doc:"The next of the page before"`
	Limit   int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"How many lines, at most"`
	Changed bool   `query:"changed" doc:"Only the lines of holders who enter, leave or change their bracket"`
}

func (a *handlers) previewMonth(ctx context.Context, in *previewMonthRequest) (out wire.MonthPreview, err error) {
	var after ledger.Wallet
	if in.After != "" {
		if after, err = view.ParseWallet(in.After); err != nil {
			return out, err
		}
	}
	p, err := a.Months.Preview(ctx, in.Month)
	if err != nil {
		return out, err
	}
	of, err := view.Now(ctx, a.Engine)
	return wire.MonthPreviewOf(p, after, in.Limit, in.Changed, of), err
}
