package engine

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// By is who records something, and one way of proving it: Actor (somebody who proved themselves before, such as a session of
// the page), Token (a secret), or Signature (over the statement of the fact, see operator.Statement; of a contract it is what the
// contract itself takes for one). With none of them the
// name is only a name: enough while the books know no operators, except to propose and to approve payouts.
type By struct {
	Name      string
	Actor     operator.Actor
	Token     string
	Signature []byte
	// StatementOnly records nothing: the error is an *Unsigned with the text that a wallet must sign.
	StatementOnly bool

	vouched *vouched // what contracts said of the signature; nil: they were not asked
}

// Unsigned is the text that a wallet must sign for a fact to be recorded.
type Unsigned struct{ Text string }

// Error says what to do.
func (u *Unsigned) Error() string {
	return "sign this text with the operator's wallet (personal_sign) and record it again with the signature:\n" + u.Text
}

// authorise finds out who records a fact, puts the name and the proof into it, and refuses who may not.
func (e *Engine) authorise(ctx context.Context, by By, fact *fold.Fact) error {
	if ok, err := e.fold.Proven(fact); ok || err != nil {
		return err
	}
	registry, now := e.fold.Operators(), fact.When()
	need, err := fact.Needs()
	if err != nil {
		return err
	}
	if by.StatementOnly {
		fact.Operator = by.Name
		text, err := e.fold.StatementText(ctx, fact, e.ground())
		if err != nil {
			return err
		}
		return &Unsigned{text}
	}
	actor, err := e.identify(by, fact, now)
	if err != nil {
		return err
	}
	switch name := actor.Name(); {
	case by.Name != "" && name != by.Name:
		return problem.New(problem.NotAuthenticated, "", "the key belongs to %s, not to %s", name, by.Name)
	case !actor.Verified() && (!registry.Empty() || need.Proof):
		return problem.New(problem.NotAuthenticated, "",
			"%q is not authenticated: use a token (NODELEDGER_TOKEN) or a wallet's signature (--signature); `nodeledger operator add` gives "+
				"people keys", name)
	case actor.Verified() && need.Lacks(actor):
		return problem.New(problem.Forbidden, "", "this key of %s lacks the scope %s", name, need.Scope)
	}
	fact.Operator, fact.How = actor.Name(), actor.How()
	return nil
}

// identify finds out who records a fact, by the proof that they gave.
func (e *Engine) identify(by By, fact *fold.Fact, now time.Time) (operator.Actor, error) {
	registry := e.fold.Operators()
	switch {
	case by.Token != "":
		return registry.Token(by.Token, now)
	case len(by.Signature) > 0:
		statement, err := e.fold.Statement(fact)
		if err != nil {
			return operator.Actor{}, err
		}
		text, err := statement.Text()
		if err != nil {
			return operator.Actor{}, err
		}
		fact.Signature = by.Signature
		return identifySigner(registry, by, text, fact, now)
	case !by.Actor.Verified():
		return operator.Unverified(by.Name), nil
	}
	return registry.Current(by.Actor, now)
}

// identifySigner is who signed a text: by a key, or else by the word of a contract that was asked before.
func identifySigner(registry *operator.Registry, by By, text string, fact *fold.Fact, now time.Time) (operator.Actor, error) {
	actor, err := registry.Signature(by.Name, text, by.Signature, now)
	if err == nil {
		return actor, nil
	}
	contracts := registry.Contracts(by.Name, now)
	switch {
	case len(contracts) == 0:
		return actor, err
	case by.vouched == nil || by.vouched.signed != operator.SignedHash(text):
		return actor, &unasked{text, contracts}
	case by.vouched.word.IsZero():
		return actor, problem.New(problem.NotAuthenticated, "",
			"no contract of %s says that it signed this text: its owners sign the text as it is "+
				"now, all of it", by.Name)
	}
	fact.Word = by.vouched.word
	return registry.Vouched(by.Name, text, by.Signature, &fact.Word, now)
}
