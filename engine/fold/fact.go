package fold

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// FactKind is the kind of the transaction that a fact is kept as. It moves nothing; its meta has the digest of the
// fact's body, which stands in the inputs.
const FactKind ledger.Kind = "fact"

// text is a body that is kept as it is; every other one is kept as JSON.
type text string

// NewFact is a fact that somebody wants to record at an instant. The reference is of no use for a kind whose references the
// engine makes, other than [Thaw]. The operator, and how they proved who they are, are still to be filled in.
func NewFact(name, reference string, body any, at time.Time) (*Fact, error) {
	k, err := kindOf(name)
	if err != nil {
		return nil, err
	}
	raw := []byte(nil)
	if t, ok := body.(text); ok {
		raw = []byte(t)
	} else if raw, err = json.Marshal(body); err != nil {
		return nil, problem.As(problem.Invalid, "", err)
	}
	decoded, err := k.decode(raw)
	if err != nil {
		return nil, problem.As(problem.Invalid, "", err)
	}
	if k.reference != nil {
		reference = k.reference(decoded)
	} else if err := k.checkReference(reference); err != nil {
		return nil, err
	}
	return &Fact{Reference: reference, Time: uint64(at.Unix()), Kind: name, Body: raw}, nil
}

// Source is what the fact's transaction is booked from.
func (f *Fact) Source() ledger.Source { return ledger.OperatorSource(f.Operator, f.Reference) }

// Key is the idempotency key under which the journal has the fact: what it moved, or the trace of it.
func (f *Fact) Key() string { return f.Source().Key() }

// Digest is over the kind and the body, not over who recorded it and when.
func (f *Fact) Digest() [32]byte { return sha256.Sum256(append([]byte(f.Kind+"\x00"), f.Body...)) }

// Need is what somebody needs to record a fact.
type Need struct {
	Scope operator.Scope // empty: every key may
	Owner string         // the operator who needs no scope for it; empty: nobody
	Proof bool           // a name alone is never enough, not even while the books know no operators
}

// Lacks says whether an actor's key may not record the fact.
func (n *Need) Lacks(a operator.Actor) bool {
	return n.Scope != anyScope && !a.May(n.Scope) && (n.Owner == "" || n.Owner != a.Name())
}

// Needs is what somebody needs to record the fact.
func (f *Fact) Needs() (n Need, err error) {
	k, err := kindOf(f.Kind)
	if err != nil {
		return n, err
	}
	body, err := k.decode(f.Body)
	if err != nil {
		return n, problem.As(problem.Invalid, "", err)
	}
	return k.need(body), nil
}

// Pays says that the fact brings money closer to somebody: a month is closed, closed periods are corrected, or a run is prepared,
// proposed, approved or exported.
func (f *Fact) Pays() (bool, error) {
	switch f.Kind {
	case PayoutStep:
	case TextConsent:
		var consent TextConsentBody
		err := json.Unmarshal(f.Body, &consent)
		return consent.Amendment != "", problem.As(problem.Invalid, "", err)
	default:
		return f.Kind == Month || f.Kind == Payout, nil
	}
	var step StepBody
	if err := json.Unmarshal(f.Body, &step); err != nil {
		return false, problem.As(problem.Invalid, "", err)
	}
	return Lets(step.Step), nil
}

// Lets says that a step with a run brings its money closer to somebody.
func Lets(step string) bool { return step != payout.Cancel }

// Proposal is a fact on its way into the books. It is drafted once: what its check asks for is what is booked.
type Proposal struct {
	fold   *Fold
	fact   *Fact
	kind   *kind
	body   any
	ground Ground
	ahead  []ledger.Draft // of facts that are recorded in the same commit, before this one

	drafts  []ledger.Draft
	drafted bool
	word    string // of a withheld fact: what its transaction says of the contracts that signed
}

func (f *Fold) proposal(fact *Fact, g Ground) (*Proposal, error) {
	p := &Proposal{fold: f, fact: fact, ground: g}
	var err error
	if p.kind, err = kindOf(fact.Kind); err != nil {
		return nil, fmt.Errorf("fact %s: %w", fact.Key(), err)
	}
	if err = f.mayTakeFact(fact); err == nil {
		p.body, err = p.kind.decode(fact.Body)
	}
	if err == nil {
		err = f.checkProof(p)
	}
	if err != nil {
		return nil, fmt.Errorf("fact %s: %w", fact.Key(), err)
	}
	return p, nil
}

// Propose checks a new fact against the books, and leaves the fold as it is. ahead is what facts lead to that are to be recorded
// in the same commit before it. A refusal is a *problem.Error.
func (f *Fold) Propose(ctx context.Context, fact *Fact, g Ground, ahead ...ledger.Draft) (*Proposal, error) {
	p, err := f.proposal(fact, g)
	if err != nil {
		return nil, err
	}
	p.ahead = ahead
	if err := p.kind.check(ctx, p); err != nil {
		return nil, err
	}
	_, err = p.Drafts(ctx)
	return p, err
}

// Drafts are the transactions that the fact leads to: what it moves, or else a trace that moves nothing.
func (p *Proposal) Drafts(ctx context.Context) ([]ledger.Draft, error) {
	if p.drafted {
		return p.drafts, nil
	}
	moves, err := p.kind.draft(ctx, p)
	if err != nil {
		return nil, err
	}
	when, digest := p.fact.When(), p.fact.Commitment()
	trace := ledger.Meta{"fact": p.fact.Kind, "sha256": hex.EncodeToString(digest[:])}
	if p.fact.How != "" {
		trace["proof"] = p.fact.How
	}
	words, err := p.fact.Words()
	if err != nil {
		return nil, err
	}
	if word := cmp.Or(p.word, wordsText(words)); word != "" {
		trace["word"] = word
	}
	p.drafted, p.drafts = true, moves
	// A fact that moves something under its own key is its transaction; every other one leaves a trace.
	for i := range moves {
		if d := &moves[i]; d.Source == p.fact.Source() {
			d.Booked = when
			maps.Copy(d.Meta, trace)
			return p.drafts, nil
		}
	}
	p.drafts = append(p.drafts, ledger.Draft{
		Kind: FactKind, Program: p.fold.program.Name, Rule: "facts-1", Effective: when, Booked: when, Source: p.fact.Source(), Meta: trace,
	})
	return p.drafts, nil
}

// booking is what the transaction of the fact has in common with others.
func (p *Proposal) booking() rewards.Booking {
	when := p.fact.When()
	return rewards.Booking{
		Program: p.fold.program.Name, Rule: p.fold.versions.At(program.Moment{Time: when}), At: when, Source: p.fact.Source(),
	}
}

// Take takes a proposal into the fold, and gives its drafts. After an error the fold is no longer of use.
func (f *Fold) Take(ctx context.Context, p *Proposal) ([]ledger.Draft, error) {
	drafts, err := p.Drafts(ctx)
	if err != nil {
		return nil, fmt.Errorf("fact %s: %w", p.fact.Key(), err)
	}
	return drafts, f.apply(p, &drafts[0])
}

// restoreFact takes a fact into the fold that was recorded before: what it moved is read from the journal where computing it again
// would see later books.
func (f *Fold) restoreFact(ctx context.Context, fact *Fact, g Ground) error {
	p, err := f.proposal(fact, g)
	if err != nil {
		return err
	}
	if !p.kind.recalled {
		return f.apply(p, nil)
	}
	tx, err := g.Keyed(ctx, fact.Key())
	if err == nil && tx == nil {
		err = fmt.Errorf("fact %s is not in the journal: run `nodeledger ledger verify`", fact.Key())
	}
	if err != nil {
		return err
	}
	return f.apply(p, &tx.Draft)
}

// apply is the part of a fact that changes the fold. moved is its transaction; nil of a recalled fact whose kind needs none.
func (f *Fold) apply(p *Proposal, moved *ledger.Draft) error {
	f.note(p)
	if err := p.kind.apply(p, moved); err != nil {
		return fmt.Errorf("fact %s: %w", p.fact.Key(), err)
	}
	return nil
}

// note is the part of taking a fact that all kinds have in common.
func (f *Fold) note(p *Proposal) {
	f.bookedUpTo(program.Moment{Time: p.fact.When()})
	f.facts[p.fact.Key()] = p.fact.Digest()
	f.said.add(p.fact, p.kind.private)
	if p.kind.once {
		f.recordedBy[once{p.fact.Kind, p.fact.Reference}] = p.fact.Operator
	}
}

// Generation is when the token is generated, as the program file or a fact says; zero when neither does.
func (f *Fold) Generation() time.Time { return generationOf(f.program, f.tge) }

func generationOf(p *program.Program, recorded time.Time) time.Time {
	if p.Token == nil {
		return time.Time{}
	}
	if t, err := rewards.GenerationOf(p, recorded); err == nil {
		return t
	}
	return time.Time{}
}

// saltSize is how many random bytes a private fact gets.
const saltSize = 32

// AddSalt gives a fact of a private kind its salt, from a source of random bytes; every other fact needs none.
func (f *Fact) AddSalt(random io.Reader) error {
	k, err := kindOf(f.Kind)
	if err != nil || !k.private {
		return err
	}
	salt := make([]byte, saltSize)
	if _, err := io.ReadFull(random, salt); err != nil {
		return fmt.Errorf("the salt of %s cannot be made: %w", f.Reference, err)
	}
	f.Salt = salt
	return nil
}

// Recorded tells a fact which input it becomes.
func (f *Fact) Recorded(input uint64) { f.input = input }

// Commitment is what everybody sees of the fact's body: of a private fact nobody can guess the body from it, since the salt is not
// public. Facts that were recorded before there were salts have their [Fact.Digest] here.
func (f *Fact) Commitment() [32]byte {
	if len(f.Salt) == 0 {
		return f.Digest()
	}
	digest := f.Digest()
	return commitment("fact", f.Salt, digest[:])
}

// commitment is over what it is of, the salt and the content. The salt has one length in one use, so no two of these are one text.
func commitment(what string, salt, content []byte) [32]byte {
	text := append([]byte("nodeledger/private/"+what+"\x00"), salt...)
	return sha256.Sum256(append(text, content...))
}
