package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/view/quote"
	"github.com/nodeledger/nodeledger/wire"
)

type scoreRequest struct {
	Nodes string `query:"nodes" required:"true" maxLength:"2000" doc:"How many nodes, in plain digits; several numbers separated by commas, each scored for itself" example:"5"`
}

func (a *api) score(ctx context.Context, in *scoreRequest) (wire.Scores, error) {
	nodes, err := quote.ParseWallets(in.Nodes)
	if err != nil {
		return wire.Scores{}, err
	}
	m, of, err := quote.AtHead(ctx, a.engine, a.clock.Now())
	if err != nil {
		return wire.Scores{}, err
	}
	p := a.engine.Program()
	return wire.ScoresOf(quote.Scores(p, m, nodes), canonical.Version(p, m), of), nil
}
