package fold

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// InputWithheld is a fact as everybody may see it, in the place of an InputFact: see [Fold.Public]. Books never have one. Only books that
// somebody makes again of what others published take it, see [Publishing].
const InputWithheld InputKind = "withheld"

// Publishing is books that somebody makes again of what others published.
type Publishing interface {
	Books
	// Booked is what the published books booked for an input.
	Booked(ctx context.Context, input uint64) ([]ledger.Draft, error)
}

// withheld is a fact without its signature, which is over guessable digests of private facts before it, or without its body as well.
type withheld struct {
	Fact Fact
	// Word is the block at which a contract last said that it signed, as the fact's transaction has it; empty: none did.
	Word string
	// Open says that the body is there, and that what the fact leads to can be computed from it.
	Open bool
}

// Public is an input as everybody may see it: as it is, or an InputWithheld. A fact of a private kind has no body there. A fact after one
// has no signature: its text has a digest of everything that was recorded before, and whoever knows the signature can try guesses on it.
func (f *Fold) Public(in *Input) (Input, error) {
	fact, err := in.Fact()
	if err != nil || fact == nil {
		return *in, err
	}
	k, err := kindOf(fact.Kind)
	if err != nil {
		return Input{}, err
	}
	names := fact.After
	if fact.Kind == Recover {
		var body RecoverBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return Input{}, problem.As(problem.Invalid, "", err)
		}
		names = body.Facts
	}
	if !k.private && (f.said.private == 0 || names < f.said.private) {
		return *in, nil
	}
	words, err := fact.Words()
	if err != nil {
		return Input{}, err
	}
	w := withheld{Fact: Fact{Operator: fact.Operator, Reference: fact.Reference, Time: fact.Time, Kind: fact.Kind, How: fact.How,
		After: fact.After}, Open: !k.private && fact.Kind != Recover, Word: wordsText(words)}
	switch {
	case w.Open:
		w.Fact.Body = fact.Body
	case fact.Kind == Recover:
		if w.Fact.Body, err = withoutSignatures(fact.Body); err != nil {
			return Input{}, err
		}
	}
	return Input{Sequence: in.Sequence, Kind: InputWithheld, Payload: encode(&w)}, nil
}

// withoutSignatures is the body of a recovery without them.
func withoutSignatures(raw []byte) ([]byte, error) {
	var body RecoverBody
	if err := json.Unmarshal(raw, &body); err != nil {
		return nil, problem.As(problem.Invalid, "", err)
	}
	body.Signatures = nil
	return json.Marshal(body)
}

// wordsText is what a fact's transaction says of the contracts that signed it: all of them were asked for this fact, and the last one is
// the newest.
func wordsText(words []operator.Signed) string {
	if len(words) == 0 {
		return ""
	}
	w := &words[len(words)-1].Word
	return fmt.Sprintf("block %d %s", w.Block, w.Hash)
}

// Withheld is the fact that an InputWithheld is, without what is not for everybody; open says that it has its body. It is nil for every
// other input.
func (in *Input) Withheld() (fact *Fact, open bool, err error) {
	if in.Kind != InputWithheld {
		return nil, false, nil
	}
	var w withheld
	if err := in.decode(&w); err != nil {
		return nil, false, err
	}
	w.Fact.input = in.Sequence
	return &w.Fact, w.Open, nil
}

// takeWithheld takes a withheld fact: one that is open is computed, and of every other one what was published is taken as booked, as far as
// its kind can lead to it. booked says that the books have its transactions already.
func (f *Fold) takeWithheld(ctx context.Context, in *Input, g Ground, booked bool) ([]ledger.Draft, error) {
	books, ok := g.Books.(Publishing)
	if !ok {
		return nil, fmt.Errorf("input %d is a withheld fact, and books have whole ones only", in.Sequence)
	}
	var w withheld
	if err := in.decode(&w); err != nil {
		return nil, err
	}
	w.Fact.input = in.Sequence
	p, err := f.withheldProposal(&w, g)
	if err != nil {
		return nil, fmt.Errorf("fact %s: %w", w.Fact.Key(), err)
	}
	switch {
	case w.Open && booked && p.kind.recalled:
		tx, err := books.Keyed(ctx, w.Fact.Key())
		if err != nil || tx == nil {
			return nil, fmt.Errorf("fact %s is not in the journal: %w", w.Fact.Key(), err)
		}
		return nil, f.apply(p, &tx.Draft)
	case w.Open && booked:
		return nil, f.apply(p, nil)
	case w.Open:
		if err := p.kind.check(ctx, p); err != nil {
			return nil, fmt.Errorf("fact %s: %w", w.Fact.Key(), err)
		}
		return f.Take(ctx, p)
	}
	drafts, err := books.Booked(ctx, in.Sequence)
	if err == nil {
		err = p.leadsTo(drafts)
	}
	if err != nil {
		return nil, fmt.Errorf("fact %s: %w", w.Fact.Key(), err)
	}
	if p.body == nil { // who is held back, and who is never paid, nobody else knows
		f.note(p)
		return drafts, nil
	}
	return drafts, f.apply(p, &drafts[0])
}

// withheldProposal is the proposal of a withheld fact, whose signature nobody checks; its body is nil where it is not known.
func (f *Fold) withheldProposal(w *withheld, g Ground) (p *Proposal, err error) {
	p = &Proposal{fold: f, fact: &w.Fact, ground: g, word: w.Word}
	if p.kind, err = kindOf(w.Fact.Kind); err != nil {
		return nil, err
	}
	if err := f.mayTakeFact(p.fact); err != nil {
		return nil, err
	}
	switch kind := w.Fact.Kind; {
	case w.Open || kind == Recover:
		if p.kind.private {
			return nil, fmt.Errorf("what everybody may see has no body of the kind %s", kind)
		}
		p.body, err = p.kind.decode(w.Fact.Body)
	case !p.kind.private:
		return nil, fmt.Errorf("it has no body, and the kind %s is for everybody", kind)
	case kind == Thaw:
		p.body = new(text)
	case kind == Payout:
		p.body = &PayoutBody{Run: strings.TrimPrefix(w.Fact.Reference, "payout:")}
	case kind == PayoutResolve:
		p.body, err = resolveOf(w.Fact.Reference)
	}
	if err == nil && !f.operators.Empty() {
		err = f.checkTime(p.fact)
	}
	return p, err
}

// resolveOf is what the reference of an explanation says of it.
func resolveOf(reference string) (*ResolveBody, error) {
	b := &ResolveBody{Reason: "withheld"}
	var times string
	b.Exception, times, _ = strings.Cut(strings.TrimPrefix(reference, "resolve-"), "-")
	if times == "" {
		return b, nil
	}
	n, err := strconv.Atoi(times)
	b.Corrects = n
	return b, err
}

// leadsTo refuses what a fact without a body cannot lead to: such a fact is no way to book what does not follow.
func (p *Proposal) leadsTo(drafts []ledger.Draft) error {
	if len(drafts) == 0 {
		return fmt.Errorf("it led to nothing, and every fact leaves a trace")
	}
	for i := range drafts {
		d := &drafts[i]
		allowed := d.Kind == FactKind && len(d.Postings) == 0
		switch p.fact.Kind {
		case Payout:
			r, err := payout.Read(d)
			if err != nil {
				return err
			}
			allowed = len(drafts) == 1 && d.Source == p.fact.Source() && "payout:"+r.Name == p.fact.Reference
		case PayoutResolve:
			allowed = allowed || d.Kind == ClassificationKind || d.Kind == rewards.RevenueKind || d.Kind == ledger.ReversalKind
		}
		if !allowed {
			return fmt.Errorf("a fact of the kind %s does not lead to the transaction %s %s", p.fact.Kind, d.Kind, d.Source.Key())
		}
	}
	return nil
}
