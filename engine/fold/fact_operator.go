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
	about: func(_ *Fold, change *operator.Change) (lines []string, since uint64, err error) {
		lines, err = change.Lines()
		if change.Revoke && err == nil {
			lines[0] = "revoke " + lines[0]
		}
		return lines, 0, err
	},
	stands: func(f *Fold, change *operator.Change) bool { return f.operators.Stands(*change) },
	check: func(_ context.Context, p *Proposal, change *operator.Change) error {
		return p.fold.operators.CheckBy(*change, p.fact.Operator, p.fact.How, p.fact.When())
	},
	apply: func(p *Proposal, change *operator.Change, _ *ledger.Draft) error {
		if change.Pending {
			return p.fold.operators.Wait(*change, p.fact.Operator, p.fold.Facts(), p.fact.When())
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
	about: func(f *Fold, b *ConsentBody) (lines []string, since uint64, err error) {
		w, err := f.operators.WaitingKey(b.Name, b.Grant)
		if err != nil { // it does not wait any more: what is said again is told by its reference
			return []string{"consent to the key of " + b.Name + " with the grant " + b.Grant}, 0, nil //nolint:nilerr // the check refuses others
		}
		lines, err = w.Change.Lines()
		return append(lines, "given by "+w.By), w.Facts, err
	},
	check: func(_ context.Context, p *Proposal, b *ConsentBody) error {
		return p.fold.operators.CheckConsent(b.Name, b.Grant, p.fact.Operator, p.fact.How, p.fact.When())
	},
	apply: func(p *Proposal, b *ConsentBody, _ *ledger.Draft) error {
		return p.fold.operators.Consent(b.Name, b.Grant, p.fact.When())
	},
}
