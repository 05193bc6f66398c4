package fold

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
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

// publishing is books that somebody makes again; ok says that they are.
func publishing(books Books) (p Publishing, ok bool) {
	if r, is := books.(booksRead); is {
		books = r.Books
	}
	p, ok = books.(Publishing)
	return p, ok
}

// takeWithheld takes a withheld fact: one that is open is computed, and of every other one what was published is taken as booked, as far as
// its kind can lead to it. booked says that the books have its transactions already.
func (f *Fold) takeWithheld(ctx context.Context, in *Input, g Ground, booked bool) ([]ledger.Draft, error) {
	books, ok := publishing(g.Books)
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
	if err = unread(err); err == nil {
		err = p.leadsTo(ctx, drafts)
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
		if p.body, err = p.kind.decode(w.Fact.Body); err == nil {
			err = f.mayWithhold(w, p.body)
		}
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

// mayWithhold refuses a fact that is withheld and could be published whole, as [Fold.Public] does: its signature is then to be compared.
func (f *Fold) mayWithhold(w *withheld, body any) error {
	names := w.Fact.After
	if b, ok := body.(*RecoverBody); ok {
		names = b.Facts
	}
	if f.said.private == 0 || names < f.said.private {
		return fmt.Errorf("it names no private fact, and is published without its signature")
	}
	return nil
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

// leadsTo refuses what a fact without a body cannot lead to: such a fact is no way to book what does not follow. What its transactions say
// of the body is put into it, what it leads to then is computed, and only what is private about it, and the texts of reasons, may differ.
func (p *Proposal) leadsTo(ctx context.Context, drafts []ledger.Draft) error {
	if len(drafts) == 0 {
		return fmt.Errorf("it led to nothing, and every fact leaves a trace")
	}
	var want []ledger.Draft
	var err error
	switch body := p.body.(type) {
	case *PayoutBody:
		want, err = p.runOf(&drafts[0])
	case *ResolveBody:
		body.understand(drafts)
		if err = p.kind.check(ctx, p); err == nil {
			want, err = p.Drafts(ctx)
		}
	default: // it moves nothing
		want = []ledger.Draft{{Kind: FactKind, Program: p.fold.program.Name, Rule: "facts-1", Effective: p.fact.When(), Booked: p.fact.When(),
			Source: p.fact.Source()}}
	}
	if err != nil {
		return err
	}
	if len(drafts) != len(want) {
		return fmt.Errorf("it leads to %d transactions, and %d are published", len(want), len(drafts))
	}
	for i := range want {
		have, should := drafts[i], want[i]
		have.Meta, should.Meta = nil, nil
		have.Effective, have.Booked, should.Effective, should.Booked = have.Effective.UTC(), have.Booked.UTC(), should.Effective.UTC(),
			should.Booked.UTC()
		if len(have.Postings)+len(should.Postings) == 0 {
			have.Postings, should.Postings = nil, nil
		}
		if !reflect.DeepEqual(have, should) {
			return fmt.Errorf("a fact of the kind %s does not lead to the transaction %s %s", p.fact.Kind, have.Kind, have.Source.Key())
		}
	}
	return nil
}

// runOf is the run that a withheld fact prepares: whose part it is and how much they have are as published, and all else as it follows.
// Every posting then leads from what somebody has to the same one's line.
func (p *Proposal) runOf(d *ledger.Draft) ([]ledger.Draft, error) {
	r, err := payout.Read(d)
	if err != nil {
		return nil, err
	}
	booking, f := p.booking(), p.fold
	moment := f.momentAt(booking.At)
	distributor, _ := f.program.Payout.Distributor(r.Asset, moment)
	r.Program, r.Name, r.At = f.program.Name, strings.TrimPrefix(p.fact.Reference, "payout:"), booking.At
	r.Payer = payout.Payer{Treasury: ledger.Wallet(f.program.Payout.Payer(moment))}
	if r.Method == payout.Claim {
		r.Payer.Distributor = ledger.Wallet(distributor)
	}
	r.Minimum = f.program.Payout.Minimum(r.Asset, moment)
	want, err := r.Draft(booking.Rule, booking.At, booking.Source, r.File)
	if err != nil {
		return nil, err
	}
	for key := range d.Meta {
		switch key {
		case "waiting", "fact", "sha256", "proof", "word", metaHeld, metaLeftOut: // what is private, and how it was signed
			want.Meta[key] = d.Meta[key]
		}
	}
	if d.Meta.Canonical() != want.Meta.Canonical() {
		return nil, fmt.Errorf("the run says of itself %s, and %s follows", d.Meta.Canonical(), want.Meta.Canonical())
	}
	return []ledger.Draft{want}, nil
}

// understand takes what a movement was from the transaction that says it.
func (b *ResolveBody) understand(drafts []ledger.Draft) {
	for i := range drafts {
		switch d := &drafts[i]; {
		case d.Kind == rewards.RevenueKind:
			b.Nature, b.Source = payout.Earning, d.Meta["source"]
		case d.Kind == ClassificationKind && len(d.Postings) == 1:
			b.Nature = payout.Nature(d.Meta["nature"])
			other := d.Postings[0].From
			if other == ledger.Suspense() {
				other = d.Postings[0].To
			}
			if b.Nature == payout.Expense || b.Nature == payout.Earning || b.Nature == payout.FromSource {
				text := other.String()
				b.Source = text[strings.LastIndexByte(text, ':')+1:]
			}
		}
	}
}
