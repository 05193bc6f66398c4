package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
)

// now is the freshness of the books at this moment.
func (a *api) now(ctx context.Context) (view.AsOf, error) { return view.Now(ctx, a.engine) }
