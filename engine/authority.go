package engine

import (
	"context"
	"crypto/ed25519"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// By is who records something, and one way of proving it: Token (a secret), Session (somebody who signed in on the page), or Signature
// (over the statement of the fact, see operator.Statement; of a contract it is what the contract itself takes for one) with After. With
// none of them the name is only a name: enough while the books know no operators, except to propose and to approve payouts.
type By struct {
	Name      string
	Token     string
	Session   *operator.SignedIn
	Signature []byte
	After     uint64 // how many facts the text names that the Signature is of
	// StatementOnly records nothing: the error is an *Unsigned with the text that a wallet must sign.
	StatementOnly bool

	vouched *vouched // what contracts said of the signature; nil: they were not asked
}

// Unsigned is the text that a wallet must sign for a fact to be recorded, and how many facts it names.
type Unsigned struct {
	Text  string
	After uint64
}

// Error says what to do.
func (u *Unsigned) Error() string {
	return "sign this text with the operator's wallet (personal_sign) and record it again with the signature:\n" + u.Text
}

// authorise finds out who records a fact, puts the name and the proof into it, and refuses who may not.
func (e *Engine) authorise(ctx context.Context, by By, fact *fold.Fact) error {
	if ok, err := e.fold.Proven(fact); ok || err != nil {
		return err
	}
	registry := e.fold.Operators()
	need, err := fact.Needs()
	if err != nil {
		return err
	}
	if fact.After = e.fold.Facts(); by.StatementOnly {
		fact.Operator = by.Name
		text, err := e.fold.StatementText(ctx, fact, e.ground())
		if err != nil {
			return err
		}
		return &Unsigned{text, fact.After}
	}
	actor, sign, err := e.identify(by, fact.When())
	if err != nil {
		return err
	}
	if sign == nil && len(by.Signature) > 0 {
		fact.After = by.After
		if actor, err = e.identifySigner(by, fact); err != nil {
			return err
		}
	}
	switch name := actor.Name(); {
	case by.Name != "" && name != by.Name:
		return problem.New(problem.NotAuthenticated, "", "the key belongs to %s, not to %s", name, by.Name)
	case !actor.Verified() && (!registry.Empty() || need.Proof):
		return problem.New(problem.NotAuthenticated, "",
			"%q is not authenticated: use a token (NODELEDGER_TOKEN) or a wallet's signature (--signature); `nodeledger operator add` gives "+
				"people keys", name)
	case actor.Verified() && need.Lacks(actor):
		return need.Authorise(actor)
	}
	fact.Operator, fact.How = actor.Name(), actor.How()
	if sign == nil {
		return nil
	}
	if by.Token == "" {
		fact.Session = by.Session.Session
	}
	text, err := e.statement(fact)
	if err == nil {
		fact.Signature = sign(text)
	}
	return err
}

// identify finds out who records something, by the proof that they gave, and how they sign its statement; nil where the signature is given,
// or where there is none.
func (e *Engine) identify(by By, now time.Time) (actor operator.Actor, sign func(text string) []byte, err error) {
	registry := e.fold.Operators()
	switch {
	case by.Token != "":
		actor, err = registry.Token(by.Token, now)
		return actor, func(text string) []byte { return operator.SignWithToken(by.Token, text) }, err
	case by.Session != nil:
		actor, err = registry.SignedIn(by.Session.Wallet, by.Session.Issued, now)
		return actor, func(text string) []byte { return ed25519.Sign(by.Session.Key, []byte(text)) }, err
	}
	return operator.Unverified(by.Name), nil, nil
}

// statement is the text that is signed for a fact.
func (e *Engine) statement(fact *fold.Fact) (string, error) {
	statement, err := e.fold.Statement(fact)
	if err != nil {
		return "", err
	}
	return statement.Text()
}

// identifySigner is who signed a fact: by a key, or else by the word of a contract that was asked before.
func (e *Engine) identifySigner(by By, fact *fold.Fact) (operator.Actor, error) {
	registry, now := e.fold.Operators(), fact.When()
	text, err := e.statement(fact)
	if err != nil {
		return operator.Actor{}, err
	}
	fact.Signature = by.Signature
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

// RecordOperator gives an operator a key, or revokes keys. The first change is free to anybody who can write to the books, and must
// make an operator who may make others; from then on operators with the scope admin make changes, and everybody those of their own
// keys. A wallet that is given as a contract must be one on the chain, where there is a node to ask. A key that another operator must
// consent to waits for it: see [Engine.ConsentToKey].
func (e *Engine) RecordOperator(ctx context.Context, by By, reference string, change operator.Change) (Receipt, error) {
	if change.Contract {
		wallet, err := ledger.ReadWallet(change.Wallet)
		if err != nil {
			return Receipt{}, err
		}
		if _, err := e.CheckContract(ctx, wallet); err != nil {
			return Receipt{}, err
		}
	}
	return e.recordMade(ctx, by, fold.Operator, reference, func() (any, error) {
		name, err := e.whoIs(by)
		if err != nil {
			return nil, err
		}
		change.Pending = e.fold.Operators().NeedsConsent(change, name, e.now())
		_, known, is := e.fold.Recorded(&fold.Fact{Kind: fold.Operator, Operator: name, Reference: reference})
		if !is {
			return change, nil
		}
		// What was recorded before is the same again whether or not it would need consent now.
		other := change
		other.Pending = !change.Pending
		if fact, err := fold.NewFact(fold.Operator, reference, other, e.now()); err == nil && fact.Digest() == known {
			return other, nil
		}
		return change, nil
	})
}

// ConsentToKey lets a key count that somebody was given: name is whose key it is, grant which one, see [operator.Waiting].
func (e *Engine) ConsentToKey(ctx context.Context, by By, name, grant string) (Receipt, error) {
	return e.record(ctx, by, fold.Consent, "", fold.ConsentBody{Name: name, Grant: grant})
}

// whoIs is the name of whoever records something, before it is known what; what proves it is looked at with the fact.
func (e *Engine) whoIs(by By) (string, error) {
	actor, _, err := e.identify(by, e.now())
	return actor.Name(), err
}
