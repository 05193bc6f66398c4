package engine

import (
	"context"
	"encoding/hex"
	"slices"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/operator"
)

// RecoverOperator gives somebody a key when nobody is left who could: signatures are those of the program's recovery wallets over the
// text that [Engine.RecoveryText] made when the books had so many facts. Nobody needs a key to bring them. A recovery wallet that is a
// contract is asked whether a signature that no other one's key made is its own.
func (e *Engine) RecoverOperator(ctx context.Context, change operator.Change, after uint64, signatures [][]byte) (Receipt, error) {
	given := make([]fold.RecoverySignature, len(signatures))
	for i, s := range signatures {
		given[i].Signature = "0x" + hex.EncodeToString(s)
	}
	signed := func() (fold.RecoverBody, error) {
		body := e.recovery(change, after)
		body.Signatures = given
		return body, nil
	}
	if err := e.vouchRecovery(ctx, signed, signatures, given); err != nil {
		return Receipt{}, err
	}
	if err := e.checkRecovery(signed); err != nil {
		return Receipt{}, err
	}
	return e.recordMade(ctx, By{}, fold.Recover, "", func() (any, error) { return signed() })
}

// vouchRecovery asks the program's contracts about every signature that no private key of a recovery wallet made, and keeps their words.
// Nobody is kept from writing meanwhile.
func (e *Engine) vouchRecovery(ctx context.Context, signed func() (fold.RecoverBody, error), signatures [][]byte,
	given []fold.RecoverySignature) error {
	ask, wallets, err := e.recoveryAsked(signed)
	if err != nil || len(ask.contracts) == 0 {
		return err
	}
	for i, signature := range signatures {
		wallet, err := operator.Signer(ask.text, signature)
		if err == nil && slices.Contains(wallets, operator.Recoverer{Wallet: wallet}) {
			continue
		}
		said, err := e.askContracts(ctx, ask, signature)
		if err != nil {
			return err
		}
		given[i].Word = said.word // zero where none says so: then checkRecovery refuses it
	}
	return nil
}

// recoveryAsked is what the program's contracts are asked about as the books are now, and all wallets that may sign it.
func (e *Engine) recoveryAsked(signed func() (fold.RecoverBody, error)) (*unasked, []operator.Recoverer, error) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	ask, wallets := &unasked{}, e.fold.Recoverers()
	for _, w := range wallets {
		if w.Contract {
			ask.contracts = append(ask.contracts, w.Wallet)
		}
	}
	if len(ask.contracts) == 0 {
		return ask, wallets, nil
	}
	var err error
	ask.text, err = e.recoveryText(signed)
	return ask, wallets, err
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

// RecoveryText is what recovery wallets sign to give somebody a key, as the books and their keys are now; after is how many facts it names.
func (e *Engine) RecoveryText(change operator.Change) (text string, after uint64, err error) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	after = e.fold.Facts()
	text, err = e.recoveryText(func() (fold.RecoverBody, error) { return e.recovery(change, after), nil })
	return text, after, err
}

func (e *Engine) recoveryText(compose func() (fold.RecoverBody, error)) (string, error) {
	body, err := compose()
	if err != nil {
		return "", err
	}
	fact, err := fold.NewFact(fold.Recover, "", body, e.now())
	if err != nil {
		return "", err
	}
	return e.fold.RecoveryText(fact)
}

// recovery is the body of a recovery after so many facts, without signatures.
func (e *Engine) recovery(change operator.Change, after uint64) fold.RecoverBody {
	return fold.RecoverBody{Change: change, Facts: after, Changes: e.fold.Operators().AdminChanges()}
}
