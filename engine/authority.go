package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

// By is who records something, and one way of proving it: Actor (somebody who proved themselves before, such as a session of
// the page), Token (a secret), or Signature (over the statement of the fact, see operator.Statement). With none of them the
// name is only a name: enough while the books know no operators, except to propose and to approve payouts.
type By struct {
	Name      string
	Actor     operator.Actor
	Token     string
	Signature []byte
	// Ask records nothing: the error is an *Unsigned with the text that a wallet has to sign.
	Ask bool
}

// Unsigned is the text that a wallet has to sign for a fact to be recorded.
type Unsigned struct{ Text string }

// Error says what to do.
func (u *Unsigned) Error() string {
	return "sign this text with the operator's wallet (personal_sign) and record it again with the signature:\n" + u.Text
}

// ErrNotAllowed is wrapped when somebody may not record what they want to.
var ErrNotAllowed = errors.New("not allowed")

// scopeOf is what an operator has to be allowed to do to record a kind of fact.
func scopeOf(f *Fact, step string) operator.Scope {
	switch f.Kind {
	case OperatorFact, HoldFact, SanctionsFact, ThawFact:
		return operator.Admin
	case MonthFact, PayoutFact, ResolveFact:
		return operator.Prepare
	case StepFact:
		if step == stepApprove {
			return operator.Approve
		}
		return operator.Prepare
	default:
		return operator.Record
	}
}

// authorise finds out who records a fact, puts the name and the proof into it, and refuses who may not.
func (e *Engine) authorise(by By, fact *Fact, step string, now time.Time) (operator.Actor, error) {
	registry := &e.fold.operators
	statement := operator.Statement{
		Program: e.program.Name, Chain: e.program.Chain.ID, Kind: fact.Kind, Reference: fact.Reference, Digest: fact.digest(),
	}
	actor := by.Actor
	var err error
	switch {
	case by.Ask:
		text, err := statement.Text()
		if err != nil {
			return actor, err
		}
		return actor, &Unsigned{text}
	case by.Token != "":
		actor, err = registry.Token(by.Token, now)
	case len(by.Signature) > 0:
		var text string
		if text, err = statement.Text(); err == nil {
			actor, err = registry.Signature(by.Name, text, by.Signature, now)
		}
		fact.Signature = by.Signature
	case !actor.Verified():
		actor = operator.Unverified(by.Name)
	default:
		actor, err = registry.Current(actor, now)
	}
	if err != nil {
		return actor, fmt.Errorf("%w: %w", ErrNotAllowed, err)
	}
	if by.Name != "" && actor.Name() != by.Name {
		return actor, fmt.Errorf("%w: the key belongs to %s, not to %s", ErrNotAllowed, actor.Name(), by.Name)
	}
	scope := scopeOf(fact, step)
	twoPeople := fact.Kind == StepFact && (step == stepApprove || step == stepPropose)
	switch {
	case !actor.Verified() && (!registry.Empty() || twoPeople):
		return actor, fmt.Errorf("%w: %q is only a name here: prove it with a token (NODELEDGER_TOKEN) or a wallet's signature (--signature); `nodeledger operator add` gives people keys", ErrNotAllowed, actor.Name())
	case actor.Verified() && !actor.May(scope):
		return actor, fmt.Errorf("%w: this key of %s may not %s", ErrNotAllowed, actor.Name(), scope)
	}
	fact.Operator, fact.How = actor.Name(), actor.How()
	return actor, nil
}

// signed checks again, when the books are made from their inputs, that a fact that was signed is what was signed.
func (f *Fold) signed(fact *Fact, when time.Time) error {
	if len(fact.Signature) == 0 {
		return nil
	}
	text, err := operator.Statement{
		Program: f.program.Name, Chain: f.program.Chain.ID, Kind: fact.Kind, Reference: fact.Reference, Digest: fact.digest(),
	}.Text()
	if err == nil {
		_, err = f.operators.Signature(fact.Operator, text, fact.Signature, when)
	}
	return err
}

// Operators is who may record what; the copy stands still.
func (e *Engine) Operators() operator.Registry {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.fold.operators
}

// RecordOperator gives an operator a key, or takes keys away. The first change is free to anybody who can write to the
// books, and has to make an operator who may make others; from then on only operators with the scope admin make changes.
func (e *Engine) RecordOperator(ctx context.Context, by By, reference string, change operator.Change) (again bool, err error) {
	return e.record(ctx, by, reference, OperatorFact, "", change, func(f *Fold) error {
		if f.operators.Empty() && !slices.Contains(change.Scopes, operator.Admin) {
			return fmt.Errorf("the first operator needs the scope %s, or nobody could make another", operator.Admin)
		}
		return f.operators.Check(change, e.clock.Now().UTC().Truncate(time.Second))
	})
}
