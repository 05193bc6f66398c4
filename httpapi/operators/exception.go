package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// ExceptionsRequest asks for a page of payments that no line explains, of operators and of visitors alike.
type ExceptionsRequest struct {
	All   bool   `query:"all" doc:"Those that are closed as well"`
	After string `query:"after" maxLength:"200" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100" doc:"How many, at most"`
}

func (a *handlers) exceptions(ctx context.Context, in *ExceptionsRequest) (out wire.PayoutExceptions, err error) {
	from, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	list, next := a.Runs.Exceptions(in.All, from, in.Limit)
	of, err := view.Now(ctx, a.Engine)
	return wire.PayoutExceptionsOf(list, mayReadPrivate(ctx), next, of), err
}

type resolveRequest struct {
	Body struct {
		Exception string `json:"exception" maxLength:"200" doc:"Its key"`
		Reason    string `json:"reason" minLength:"1" maxLength:"500" doc:"Why it is all right"`
		Nature    string `json:"nature,omitempty" enum:"contribution,withdrawal,expense,income,source" doc:"What it was, when its amount stands in suspense"`
		Source    string `json:"source,omitempty" maxLength:"64" doc:"Of revenue, where the nature is of one: expense, income, source"`
		Correct   bool   `json:"correct,omitempty" doc:"It was explained before, and wrongly: what that booked is taken back"`
	}
}

func (a *handlers) resolveException(ctx context.Context, in *resolveRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	record := a.Engine.ResolvePayment
	if in.Body.Correct {
		record = a.Engine.CorrectPayment
	}
	receipt, err := record(ctx, who, fold.ResolveBody{
		Exception: in.Body.Exception, Reason: in.Body.Reason, Nature: payout.Nature(in.Body.Nature), Source: in.Body.Source,
	})
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
