package fold

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// saidLife is how long a signed text may be used once another fact was recorded after those that it names.
const saidLife = 7 * 24 * time.Hour

// said is what was said so far, one digest over all facts for each of them: whoever signs something names the last one, so what they sign
// is of no use in books in which somebody said something else before.
type said struct {
	newest  *Fact      // the one with the latest time
	digests [][32]byte // the first one is of no facts
	times   []uint64   // when each fact was recorded
	signed  bool       // one of them names how many there were before it
	private uint64     // which fact was the first that is not for everybody, counted from 1; 0: there is none
}

// last is when the newest fact was recorded; 0 before the first.
func (s *said) last() uint64 {
	if len(s.times) == 0 {
		return 0
	}
	return s.times[len(s.times)-1]
}

// newSaid begins with what the books begin with.
func newSaid(first []byte) said {
	return said{digests: [][32]byte{sha256.Sum256(append([]byte("nodeledger facts\x00"), first...))}}
}

func (s *said) add(fact *Fact, private bool) {
	last, digest := s.digests[len(s.digests)-1], fact.Digest()
	raw := append(append(last[:], digest[:]...), fact.Key()...)
	s.digests = append(s.digests, sha256.Sum256(binary.BigEndian.AppendUint64(raw, fact.Time)))
	if s.newest == nil || fact.Time >= s.newest.Time {
		s.newest = fact
	}
	s.times, s.signed = append(s.times, fact.Time), s.signed || fact.After > 0
	if private && s.private == 0 {
		s.private = uint64(len(s.times))
	}
}

// Facts is how many facts were taken in.
func (f *Fold) Facts() uint64 { return uint64(len(f.said.times)) }

// after is how far the books were that somebody names when they sign something at an instant. since is how many facts there must have been.
func (f *Fold) after(facts, since uint64, at time.Time) (operator.After, error) {
	count := f.Facts()
	switch {
	case facts > count:
		return operator.After{}, problem.New(problem.NotAuthenticated, "",
			"the books have %d facts, and not %d: print the text again, and sign that", count, facts)
	case facts < since:
		return operator.After{}, problem.New(problem.NotAuthenticated, "", "the text names %d facts, and what is agreed to was recorded after "+
			"them: print it again, and sign that", facts)
	case facts < count && at.Sub(time.Unix(int64(f.said.times[facts]), 0)) > saidLife:
		return operator.After{}, problem.New(problem.NotAuthenticated, "", "the text names %d facts, and the next one was recorded more than "+
			"seven days ago: print it again, and sign that", facts)
	}
	return operator.After{Facts: facts, Digest: f.said.digests[facts]}, nil
}

// Statement is what an operator signs to record a fact.
func (f *Fold) Statement(fact *Fact) (operator.Statement, error) {
	k, err := kindOf(fact.Kind)
	if err != nil {
		return operator.Statement{}, err
	}
	body, err := k.decode(fact.Body)
	if err != nil {
		return operator.Statement{}, problem.As(problem.Invalid, "", err)
	}
	return f.statement(k, body, fact)
}

func (f *Fold) statement(k *kind, body any, fact *Fact) (s operator.Statement, err error) {
	s = operator.Statement{Program: f.program.Name, Chain: f.program.Chain.ID, Kind: fact.Kind, Reference: fact.Reference,
		Digest: fact.Digest()}
	if fact.signedAtOnce() { // what is not known before: its time, and its salt
		s.At, s.Digest = fact.When(), fact.Commitment()
	}
	var since uint64
	if s.About, since, err = k.about(f, body); err == nil {
		s.After, err = f.after(fact.After, since, fact.When())
	}
	return s, err
}

// StatementText is the text that the operator of a fact signs. It is refused where the fact could not be recorded: nobody signs
// in advance for a run or a month that is not there or not proposed yet.
func (f *Fold) StatementText(ctx context.Context, fact *Fact, g Ground) (string, error) {
	if fact.Kind == PayoutStep || fact.Kind == Month || fact.Kind == MonthProposal {
		k, err := kindOf(fact.Kind)
		if err != nil {
			return "", err
		}
		p := &Proposal{fold: f, fact: fact, ground: g, kind: k}
		if p.body, err = k.decode(fact.Body); err != nil {
			return "", problem.As(problem.Invalid, "", err)
		}
		if err := k.check(ctx, p); err != nil {
			return "", err
		}
	}
	s, err := f.Statement(fact)
	if err != nil {
		return "", err
	}
	return s.Text()
}

// Proven puts into a fact who records it, and how that is known, where its body carries the proof; ok is false where whoever records it
// proves themselves.
func (f *Fold) Proven(fact *Fact) (ok bool, err error) {
	k, err := kindOf(fact.Kind)
	if err != nil || k.proven == nil {
		return false, err
	}
	body, err := k.decode(fact.Body)
	if err != nil {
		return true, problem.As(problem.Invalid, "", err)
	}
	fact.Operator, fact.How, err = k.proven(f, body, fact.When())
	return true, err
}

// Stands says of a fact that was recorded before whether what it said is still so. Where it is not, saying it again takes another
// reference.
func (f *Fold) Stands(fact *Fact) (bool, error) {
	k, err := kindOf(fact.Kind)
	if err != nil {
		return false, err
	}
	body, err := k.decode(fact.Body)
	if err != nil {
		return false, problem.As(problem.Invalid, "", err)
	}
	return k.stands(f, body), nil
}

// clockSkew is how far a fact's time may be before the newest final block's: clocks of machines and of block producers differ.
const clockSkew = time.Hour

// checkTime refuses a fact, once there are operators, that is dated before what is in the books: nobody dates one back to when a key of
// theirs still counted.
func (f *Fold) checkTime(fact *Fact) error {
	if last := f.said.last(); fact.Time < last {
		return problem.Conflictf("it is dated %s, before the fact of %s that came before it", fact.When().Format(time.RFC3339),
			time.Unix(int64(last), 0).UTC().Format(time.RFC3339))
	}
	if final := f.newest.When(); fact.When().Add(clockSkew).Before(final) {
		return problem.Conflictf("it is dated %s, and the chain is final up to %s: set the clock of this machine",
			fact.When().Format(time.RFC3339), final.Format(time.RFC3339))
	}
	return nil
}

// Newest is the fact that is dated latest; nil before the first.
func (f *Fold) Newest() *Fact { return f.said.newest }

// LastSaid is when the newest fact was recorded; zero before the first.
func (f *Fold) LastSaid() time.Time { return time.Unix(int64(f.said.last()), 0).UTC() }

// IsAhead refuses a fact that is dated later than it is now: somebody's clock is wrong, or somebody dated it ahead, so that rules seem to
// have been in force that are not.
func (f *Fact) IsAhead(now time.Time) error {
	if f == nil || !f.When().After(now.Add(clockSkew)) {
		return nil
	}
	return ledger.Differs("input", fmt.Sprintf("sequence %d", f.input), "the fact %s is dated %s, and it is %s now: set the clock of this "+
		"machine; if it is right, restore a backup of before that fact", f.Key(), f.When().Format(time.RFC3339), now.UTC().Format(time.RFC3339))
}

// checkProof checks that whoever recorded a fact had a key for it and signed it: when it is recorded, and again whenever the books are made
// from their inputs. While the books know no operators a name is enough, but for what a name is never enough for. What a contract said of
// its signature is taken as it was recorded, for this text and for a key that was given as a contract: nobody is asked again.
func (f *Fold) checkProof(p *Proposal) error {
	fact := p.fact
	if f.isUnsigned(fact) {
		return nil
	}
	if p.kind.proven != nil {
		if err := f.checkTime(fact); err != nil {
			return err
		}
		name, how, err := p.kind.proven(f, p.body, fact.When())
		if err == nil && (name != fact.Operator || how != fact.How) {
			err = operator.ErrRefused
		}
		return err
	}
	need, proof := p.kind.need(p.body), fact.proof()
	if f.operators.Empty() && !need.Proof && len(proof.Signature) == 0 && proof.Word.IsZero() && proof.Session.IsZero() {
		if typed := operator.Unverified(fact.Operator); fact.How != "" && fact.How != typed.How() {
			return problem.New(problem.NotAuthenticated, "", "nobody proved to be %s, and it says %s", fact.Operator, fact.How)
		}
		return nil
	}
	if err := f.checkTime(fact); err != nil {
		return err
	}
	s, err := f.statement(p.kind, p.body, fact)
	if err != nil {
		return err
	}
	text, err := s.Text()
	if err != nil {
		return err
	}
	actor, err := f.operators.Prove(fact.Operator, fact.How, text, &proof, f.of(), fact.When())
	switch {
	case errors.Is(err, operator.ErrRefused):
		return problem.New(problem.NotAuthenticated, "", "it is not signed by the key %s of %s as it stands here, after what was recorded "+
			"before it", fact.How, fact.Operator)
	case err != nil:
		return err
	}
	return need.Authorise(actor)
}

// isUnsigned says that a fact was taken over from books in which facts had no signatures: it is among the first ones, and no fact before it
// was signed as facts are now.
func (f *Fold) isUnsigned(fact *Fact) bool {
	return f.Facts() < f.unsigned && !f.said.signed && fact.After == 0
}

// signedAtOnce says that whoever signs the fact does so while it is recorded: a token, or a session's key.
func (f *Fact) signedAtOnce() bool { return operator.IsToken(f.How) || !f.Session.IsZero() }

func (f *Fact) proof() operator.Proof {
	return operator.Proof{Signature: f.Signature, Word: f.Word, Session: f.Session}
}

// of is the books that an operator signs for.
func (f *Fold) of() operator.Of {
	return operator.Of{Program: f.program.Name, Chain: f.program.Chain.ID}
}

// Authorise refuses an actor who may not record what needs it.
func (n *Need) Authorise(a operator.Actor) error {
	if n.Lacks(a) {
		return n.refuse(a)
	}
	return nil
}

func (n *Need) refuse(a operator.Actor) error {
	return problem.New(problem.Forbidden, "", "this key of %s lacks the scope %s", a.Name(), n.Scope)
}
