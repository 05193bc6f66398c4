package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/inbox"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *handlers) inbox(ctx context.Context, _ *nothing) (out wire.Inbox, err error) {
	if _, err := auth.By(ctx); err != nil {
		return out, err
	}
	who, _ := auth.OperatorOf(ctx)
	of, err := view.Now(ctx, a.Engine)
	return wire.InboxOf(inbox.Of(a.Engine, who, a.Clock.Now()), of), err
}
