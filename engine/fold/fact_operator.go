package fold

import (
	"context"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// operatorEntry: an operator gets a key, or loses keys. The first change must make an operator who may make others.
var operatorEntry = entry[operator.Change]{
	scope: always[operator.Change](operator.Admin),
	check: func(_ context.Context, p *Proposal, change *operator.Change) error {
		if p.fold.operators.Empty() && !slices.Contains(change.Scopes, operator.Admin) {
			return problem.Invalidf("the first operator needs the scope %s, or nobody could add another", operator.Admin)
		}
		return p.fold.operators.Check(*change, p.fact.When())
	},
	apply: func(p *Proposal, change *operator.Change, _ *ledger.Draft) error {
		return p.fold.operators.Apply(*change, p.fact.When())
	},
}
