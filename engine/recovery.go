package engine

import (
	"context"
	"encoding/hex"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// RecoverOperator gives somebody a key when nobody is left who could: signatures are those of the program's recovery wallets over the
// text that [Engine.RecoveryText] made at a transaction of the journal. Nobody needs a key to bring them.
func (e *Engine) RecoverOperator(ctx context.Context, change operator.Change, after uint64, signatures [][]byte) (Receipt, error) {
	texts := make([]string, len(signatures))
	for i, s := range signatures {
		texts[i] = "0x" + hex.EncodeToString(s)
	}
	signed := func() (fold.RecoverBody, error) {
		body, err := e.recovery(ctx, change, after)
		body.Signatures = texts
		return body, err
	}
	if err := e.checkRecovery(signed); err != nil {
		return Receipt{}, err
	}
	return e.recordMade(ctx, By{}, fold.Recover, "", func() (any, error) { return signed() })
}

// checkRecovery refuses a recovery whose signatures are not good, before anybody is kept from writing for it: strangers ask for it.
func (e *Engine) checkRecovery(signed func() (fold.RecoverBody, error)) error {
	e.mu.RLock()
	defer e.mu.RUnlock()
	body, err := signed()
	if err != nil {
		return err
	}
	fact, err := fold.NewFact(fold.Recover, "", body, e.now())
	if err == nil {
		_, err = e.fold.Proven(fact)
	}
	return err
}

// RecoveryText is what recovery wallets sign to give somebody a key, as the books and their keys are now; after is the transaction that
// it names.
func (e *Engine) RecoveryText(ctx context.Context, change operator.Change) (text string, after uint64, err error) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	after = e.state.Ledger.Sequence
	body, err := e.recovery(ctx, change, after)
	if err != nil {
		return "", 0, err
	}
	fact, err := fold.NewFact(fold.Recover, "", body, e.now())
	if err != nil {
		return "", 0, err
	}
	text, err = e.fold.RecoveryText(fact)
	return text, after, err
}

// recovery is the body of a recovery at a transaction, without signatures.
func (e *Engine) recovery(ctx context.Context, change operator.Change, after uint64) (body fold.RecoverBody, err error) {
	if after == 0 || after > e.state.Ledger.Sequence {
		return body, problem.Invalidf("the journal has %d transactions, and none is number %d: name the one in the text that was signed",
			e.state.Ledger.Sequence, after)
	}
	for t, err := range e.store.Transactions(ctx, after) {
		if err != nil {
			return body, err
		}
		body = fold.RecoverBody{Change: change, Sequence: after, Head: t.Hash, Changes: e.fold.Operators().Changes()}
		break
	}
	return body, nil
}
