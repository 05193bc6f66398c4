package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view/quote"
)

type scoreRequest struct {
	Nodes string `query:"nodes" required:"true" maxLength:"2000" doc:"How many nodes, in plain digits; several numbers separated by commas, each scored for itself" example:"5"`
}

// Score is what one holder's nodes count.
type Score struct {
	Nodes  uint64 `json:"nodes"`
	Factor string `json:"factor" doc:"Of the highest bracket that the nodes reach; exact" example:"1.2"`
	Score  string `json:"score" doc:"Nodes x factor; exact" example:"6"`
}

// Scores are what numbers of nodes count under the rules in force.
type Scores struct {
	Scores []Score `json:"scores" doc:"In the order they were asked for"`
	Rule   string  `json:"rule" doc:"Version of the rules in force"`
	Fresh
}

// ScoresOf are scores as they go out.
func ScoresOf(list []rewards.NodeScore) []Score {
	out := make([]Score, len(list))
	for i, s := range list {
		out[i] = Score{s.Nodes, s.Factor.String(), s.String()}
	}
	return out
}

func (a *api) score(ctx context.Context, in *scoreRequest) (Scores, error) {
	nodes, err := quote.ParseWallets(in.Nodes)
	if err != nil {
		return Scores{}, err
	}
	m, _, of, err := quote.AtHead(ctx, a.engine, a.clock.Now())
	if err != nil {
		return Scores{}, err
	}
	p := a.engine.Program()
	return Scores{ScoresOf(quote.Scores(p, m, nodes)), p.Version(m), fresh(of)}, nil
}
