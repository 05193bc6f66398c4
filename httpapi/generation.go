package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *api) generation(ctx context.Context, _ *nothing) (wire.Generation, error) {
	r, of, err := quote.Ready(ctx, a.engine)
	if err != nil {
		return wire.Generation{}, err
	}
	return wire.GenerationOf(&r, of), nil
}
