package wire

import (
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// Score is what one holder's nodes count.
type Score struct {
	Nodes  uint64 `json:"nodes" doc:"How many nodes"`
	Factor string `json:"factor" doc:"Of the highest bracket that the nodes reach; exact" example:"1.2"`
	Score  string `json:"score" doc:"Nodes x factor; exact" example:"6"`
}

// Scores are what numbers of nodes count under the rules in force.
type Scores struct {
	Scores []Score `json:"scores" doc:"In the order they were asked for"`
	Rule   string  `json:"rule" doc:"Version of the rules in force"`
	Fresh
}

// ScoresOf are scores under a version of the rules as they go out.
func ScoresOf(list []rewards.NodeScore, rule string, of view.AsOf) Scores {
	out := Scores{Scores: make([]Score, len(list)), Rule: rule, Fresh: FreshOf(of)}
	for i, s := range list {
		out.Scores[i] = Score{s.Nodes, s.Factor.String(), s.String()}
	}
	return out
}
