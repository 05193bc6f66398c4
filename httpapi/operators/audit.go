package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type auditRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100" doc:"How many, at most"`
}

func (a *handlers) audit(ctx context.Context, in *auditRequest) (out wire.Audit, err error) {
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	list, more, err := a.Facts.List(ctx, before, in.Limit)
	if err != nil {
		return out, err
	}
	of, err := view.Now(ctx, a.Engine)
	return wire.AuditOf(list, more, of), err
}
