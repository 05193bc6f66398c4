package fold

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
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
			return []string{"consent to the key of " + b.Name + " with the grant " + b.Grant}, 0, nil
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

// RecoverBody gives somebody a key when nobody is left who could: recovery wallets of the program signed it.
type RecoverBody struct {
	Change operator.Change `json:"change"`
	// How far the books' facts and administrators' keys were, see operator.Recovery.
	Facts      uint64              `json:"facts"`
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
	selfProven: func(f *Fold, b *RecoverBody, at time.Time) (name, how string, err error) {
		signers, err := f.recoverers(b, at)
		return b.Change.Name, operator.HowRecovered(signers), err
	},
	check: func(_ context.Context, p *Proposal, b *RecoverBody) error {
		x, err := p.fold.recovery(b, p.fact.When())
		if err != nil {
			return err
		}
		return p.fold.operators.CheckRecovery(x, p.fact.When())
	},
	apply: func(p *Proposal, b *RecoverBody, _ *ledger.Draft) error {
		return p.fold.operators.Apply(b.Change, p.fact.When())
	},
}

// recovery is what the recovery wallets sign.
func (f *Fold) recovery(b *RecoverBody, at time.Time) (*operator.Recovery, error) {
	after, err := f.after(b.Facts, 0, at)
	return &operator.Recovery{Program: f.program.Name, Chain: f.program.Chain.ID, Change: b.Change, After: after, Changes: b.Changes}, err
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
func (f *Fold) recoverers(b *RecoverBody, at time.Time) ([]ledger.Wallet, error) {
	signatures, err := b.signatures()
	if err != nil {
		return nil, err
	}
	if len(f.program.Recovery) == 0 {
		return nil, operator.ErrNoRecovery
	}
	x, err := f.recovery(b, at)
	if err != nil {
		return nil, err
	}
	return x.Signers(f.Recoverers(), signatures)
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
	x, err := f.recovery(body.(*RecoverBody), fact.When())
	if err != nil {
		return "", err
	}
	if err := f.operators.CheckRecovery(x, fact.When()); err != nil {
		return "", err
	}
	return x.Text()
}

// Words are the words of contracts that the fact stands on, each with the signature that it is about.
func (f *Fact) Words() ([]operator.Signed, error) {
	list := []operator.Signed{{Signature: f.Signature, Word: f.Word}, {Signature: f.Session.Signature, Word: f.Session.Word}}
	if f.Kind == Recover {
		var body RecoverBody
		if err := json.Unmarshal(f.Body, &body); err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		signed, err := body.signatures()
		if err != nil {
			return nil, err
		}
		list = append(list, signed...)
	}
	return slices.DeleteFunc(list, func(s operator.Signed) bool { return s.Word.IsZero() }), nil
}
