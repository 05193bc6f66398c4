package fold

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// RecoverBody gives somebody a key when nobody is left who could: recovery wallets of the program signed it.
type RecoverBody struct {
	Change operator.Change `json:"change"`
	// How far the books and their keys were, see operator.Recovery.
	Sequence   uint64              `json:"sequence"`
	Head       ledger.Hash         `json:"head"`
	Changes    uint64              `json:"changes"`
	Signatures []RecoverySignature `json:"signatures"`
}

// RecoverySignature is what a recovery wallet signed.
type RecoverySignature struct {
	Signature string        `json:"signature"`     // as operator.ParseSignature reads it
	Word      operator.Word `json:"word,omitzero"` // of the contract that signed; none: a private key did
}

// recoverEntry: recovery wallets give somebody a key. Their signatures are the proof, so whoever brings them needs none.
var recoverEntry = entry[RecoverBody]{
	scope: func(*RecoverBody) (operator.Scope, bool) { return anyScope, true },
	form:  `recover:[0-9]+`, reference: func(b *RecoverBody) string { return fmt.Sprintf("recover:%d", b.Changes) },
	selfProven: func(f *Fold, b *RecoverBody) (name, how string, err error) {
		signers, err := f.recoverers(b)
		return b.Change.Name, operator.HowRecovered(signers), err
	},
	check: func(_ context.Context, p *Proposal, b *RecoverBody) error {
		return p.fold.operators.CheckRecovery(p.fold.recovery(b), p.fact.When())
	},
	apply: func(p *Proposal, b *RecoverBody, _ *ledger.Draft) error {
		if _, err := p.fold.recoverers(b); err != nil {
			return err
		}
		return p.fold.operators.Apply(b.Change, p.fact.When())
	},
}

// recovery is what the recovery wallets sign.
func (f *Fold) recovery(b *RecoverBody) *operator.Recovery {
	return &operator.Recovery{Program: f.program.Name, Chain: f.program.Chain.ID, Change: b.Change, Sequence: b.Sequence, Head: b.Head,
		Changes: b.Changes}
}

// Recoverers are the recovery wallets of the program in force.
func (f *Fold) Recoverers() []operator.Recoverer {
	list := make([]operator.Recoverer, len(f.program.Recovery))
	for i, w := range f.program.Recovery {
		list[i] = operator.Recoverer{Wallet: ledger.Wallet(w), Contract: slices.Contains(f.program.RecoveryContracts, w)}
	}
	return list
}

// recoverers are the recovery wallets that signed, of the program in force.
func (f *Fold) recoverers(b *RecoverBody) ([]ledger.Wallet, error) {
	signatures, err := b.signatures()
	if err != nil {
		return nil, err
	}
	return f.recovery(b).Signers(f.Recoverers(), signatures)
}

func (b *RecoverBody) signatures() (list []operator.Signed, err error) {
	list = make([]operator.Signed, len(b.Signatures))
	for i, s := range b.Signatures {
		list[i].Word = s.Word
		if list[i].Signature, err = operator.ParseSignature(s.Signature); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// RecoveryText is what the recovery wallets sign for a body without signatures. It is refused where the recovery could not be
// recorded.
func (f *Fold) RecoveryText(fact *Fact) (string, error) {
	if len(f.program.Recovery) == 0 {
		return "", operator.ErrNoRecovery
	}
	k, err := kindOf(fact.Kind)
	if err != nil {
		return "", err
	}
	body, err := k.decode(fact.Body)
	if err != nil {
		return "", problem.As(problem.Invalid, "", err)
	}
	x := f.recovery(body.(*RecoverBody))
	if err := f.operators.CheckRecovery(x, fact.When()); err != nil {
		return "", err
	}
	return x.Text()
}

// Words are the words of contracts that the fact stands on, each with the signature that it is about.
func (f *Fact) Words() ([]operator.Signed, error) {
	if !f.Word.IsZero() {
		return []operator.Signed{{Signature: f.Signature, Word: f.Word}}, nil
	}
	if f.Kind != Recover {
		return nil, nil
	}
	var body RecoverBody
	if err := json.Unmarshal(f.Body, &body); err != nil {
		return nil, problem.As(problem.Invalid, "", err)
	}
	list, err := body.signatures()
	return slices.DeleteFunc(list, func(s operator.Signed) bool { return s.Word.IsZero() }), err
}
