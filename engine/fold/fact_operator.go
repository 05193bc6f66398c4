package fold

import (
	"context"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

// operatorEntry: an operator gets a key, or loses keys. The first change must make an operator who may make others. One's own keys
// are one's own affair: for them no scope is needed.
var operatorEntry = entry[operator.Change]{
	scope: always[operator.Change](operator.Admin),
	owner: func(change *operator.Change) string { return change.Name },
	check: func(_ context.Context, p *Proposal, change *operator.Change) error {
		return p.fold.operators.CheckBy(*change, p.fact.Operator, p.fact.How, p.fact.When())
	},
	apply: func(p *Proposal, change *operator.Change, _ *ledger.Draft) error {
		if change.Pending {
			return p.fold.operators.Wait(*change, p.fact.Operator, p.fact.When())
		}
		return p.fold.operators.Apply(*change, p.fact.When())
	},
}

// ConsentBody lets a key count that somebody was given.
type ConsentBody struct {
	Name  string `json:"name"`  // of the operator whose key it is
	Grant string `json:"grant"` // which key, see operator.Waiting
}

// consentEntry: another operator consents to a key. Who may depends on who there is, so no one scope is needed, and a name alone
// never is enough.
var consentEntry = entry[ConsentBody]{
	scope: func(*ConsentBody) (operator.Scope, bool) { return anyScope, true },
	form:  `consent:.*`, reference: func(b *ConsentBody) string { return "consent:" + b.Grant },
	check: func(_ context.Context, p *Proposal, b *ConsentBody) error {
		return p.fold.operators.CheckConsent(b.Name, b.Grant, p.fact.Operator, p.fact.How, p.fact.When())
	},
	apply: func(p *Proposal, b *ConsentBody, _ *ledger.Draft) error {
		return p.fold.operators.Consent(b.Name, b.Grant, p.fact.When())
	},
}
