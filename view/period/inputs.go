package period

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
)

// inputs follows what the books recorded: each input is read once.
type inputs struct {
	engine *engine.Engine
	read   uint64 // how many
}

// follow takes the inputs that were recorded since it last did.
func (x *inputs) follow(ctx context.Context, take func(*fold.Input) error) error {
	var recorded uint64
	x.engine.View(func(_ *fold.Fold, s engine.State) { recorded = s.Inputs })
	if recorded <= x.read {
		return nil
	}
	for in, err := range x.engine.Reader().Inputs(ctx, x.read+1) {
		if err != nil {
			return err
		}
		if in.Sequence > recorded {
			return nil
		}
		if err := take(&in); err != nil {
			return err
		}
		x.read = in.Sequence
	}
	return nil
}
