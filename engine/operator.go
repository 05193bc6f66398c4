package engine

import (
	"context"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

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
