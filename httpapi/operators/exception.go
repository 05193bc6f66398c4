package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/httpapi/auth"
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
	return wire.PayoutExceptionsOf(list, true, next, of), err
}

type resolveRequest struct {
	Body struct {
		Exception string `json:"exception" maxLength:"200" doc:"Its key"`
		Reason    string `json:"reason" minLength:"1" maxLength:"500" doc:"Why it is all right"`
	}
}

func (a *handlers) resolveException(ctx context.Context, in *resolveRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.ResolvePayment(ctx, who, in.Body.Exception, in.Body.Reason)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
