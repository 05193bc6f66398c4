package fold

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/sale"
)

// Text is a text of the program that is, was or may come to be the books'.
type Text struct {
	Program *program.Program
	Digest  string    // canonical.Digest
	By      string    // who recorded it; empty of the first one, which the books began with
	When    time.Time // when it was recorded
	Why     string
	Changes []canonical.Change // against the one before
	Amends  bool               // it corrects what is booked
	Keys    uint64             // how many changes of keys there had been when it was proposed
	Number  uint64             // of the proposal, counted from 1; 0 of the first text
	Facts   uint64             // how many facts the books had when it was proposed
	Consent string             // who agreed to it; empty while nobody has, and of the first one
	Since   time.Time          // when it came into force; zero while it has not, and of the first one
	Periods []Period           // that it corrected when it came into force
}

type textPayload struct {
	Text []byte
	// Unsigned is how many facts were taken over from books in which facts had no signatures.
	Unsigned uint64 `rlp:"optional"`
}

// TextInput is the input of the text that the books begin with. Everything else follows from it and from what comes after. The first
// facts, as many as unsigned says, need no signatures and are as they were recorded: they come from books of before there were any.
func TextInput(p *program.Program, unsigned uint64) Input {
	return Input{Kind: InputText, Payload: encode(&textPayload{canonical.Text(p), unsigned})}
}

// Program is the program of the text that an input is; nil for every other input.
func (in *Input) Program() (*program.Program, error) {
	if in.Kind != InputText {
		return nil, nil //nolint:nilnil // all inputs but the first are none
	}
	var t textPayload
	if err := in.decode(&t); err != nil {
		return nil, err
	}
	return readText(t.Text)
}

// Unsigned is how many facts need no signatures, as the first input says; 0 of every other one.
func (in *Input) Unsigned() uint64 {
	var t textPayload
	if in.Kind != InputText || in.decode(&t) != nil {
		return 0
	}
	return t.Unsigned
}

// Begin is the fold after the first input, which is the text that the books begin with.
func Begin(in *Input) (*Fold, error) {
	p, err := in.Program()
	if err != nil {
		return nil, err
	}
	if p == nil {
		return nil, ErrNoText
	}
	f, err := New(p)
	if err != nil {
		return nil, err
	}
	f.unsigned, f.said = in.Unsigned(), newSaid(in.Payload)
	return f, nil
}

func readText(text []byte) (*program.Program, error) { return program.Read("the books' program", text) }

// Texts are all texts that were in force, in order; the last one is.
func (f *Fold) Texts() []Text { return f.texts }

// Proposed is the text that waits for somebody's consent; nil when none does.
func (f *Fold) Proposed() *Text { return f.proposed }

// text is the program that a fact proposes; nil of every other fact.
func (f *Fact) text() (*program.Program, error) {
	if f == nil || f.Kind != NewText {
		return nil, nil //nolint:nilnil // most facts propose none
	}
	var b TextBody
	if err := json.Unmarshal(f.Body, &b); err != nil {
		return nil, err
	}
	return readText([]byte(b.Text))
}

// Knows says that a text with a digest is or was the books'.
func (f *Fold) Knows(digest string) bool {
	for i := range f.texts {
		if f.texts[i].Digest == digest {
			return true
		}
	}
	return false
}

// Booked is up to where the rules cannot change any more.
func (f *Fold) Booked() canonical.Booked { return f.bookedAt(time.Time{}) }

// bookedAt is [Fold.Booked] for a fact of an instant: what is before the fact itself cannot change either.
func (f *Fold) bookedAt(at time.Time) canonical.Booked {
	b := canonical.Booked{Moment: f.momentAt(at)}
	if tge := f.Generation(); !tge.IsZero() && !tge.After(b.Time) {
		b.TGE = tge
	}
	return b
}

// momentAt is the latest of what is booked, which is blocks, ends of slots and of months with their blocks, and facts, and of an instant.
// It follows from the inputs alone.
func (f *Fold) momentAt(at time.Time) program.Moment {
	m := f.booked
	if at.After(m.Time) {
		m.Time = at
	}
	return m
}

// bookedUpTo takes note that something was booked for a moment.
func (f *Fold) bookedUpTo(m program.Moment) {
	f.booked.Block = max(f.booked.Block, m.Block)
	if m.Time.After(f.booked.Time) {
		f.booked.Time = m.Time
	}
}

// TextBody is a new text of the program.
type TextBody struct {
	Text string `json:"text"` // canonical
	Why  string `json:"why"`
	// Amends says that it corrects a mistake: closed periods are corrected by the rules as they should have been.
	Amends bool `json:"amends,omitempty"`
}

// textEntry: a new text of the program is proposed. It comes into force when somebody else agrees, and may change no rule that was in
// force at a moment that is booked, unless it amends: then the closed periods that come to something else are corrected.
var textEntry = entry[TextBody]{
	scope: func(*TextBody) (operator.Scope, bool) { return operator.Admin, true },
	check: func(ctx context.Context, p *Proposal, b *TextBody) error {
		if strings.TrimSpace(b.Why) == "" {
			return problem.Invalidf("say why the program changes")
		}
		next, err := readText([]byte(b.Text))
		if err != nil {
			return err
		}
		if err := p.fold.admits(next, b.Amends, p.fact.When()); err != nil || !b.Amends {
			return err
		}
		_, err = p.fold.Amending(p.fold.textOf(p.fact, next, b), p.fact.When()).Compute(ctx, p.ground)
		return err
	},
	apply: func(p *Proposal, b *TextBody, _ *ledger.Draft) error {
		next, err := readText([]byte(b.Text))
		if err != nil {
			return err
		}
		p.fold.proposed = p.fold.textOf(p.fact, next, b)
		p.fold.textProposals++
		p.fold.proposed.Number = p.fold.textProposals
		return nil
	},
	stands: func(f *Fold, b *TextBody) bool {
		next, err := readText([]byte(b.Text))
		return err != nil || f.ProposalOf(canonical.Digest(next)) > 0
	},
}

func (f *Fold) textOf(fact *Fact, next *program.Program, b *TextBody) *Text {
	return &Text{Program: next, Digest: canonical.Digest(next), By: fact.Operator, When: fact.When(), Why: b.Why, Amends: b.Amends,
		Keys: f.operators.Changes(), Facts: f.Facts(), Changes: canonical.Compare(f.program, next, f.bookedAt(fact.When()))}
}

// admits says why a text cannot follow the one in force at an instant; nil when it can.
func (f *Fold) admits(next *program.Program, amends bool, at time.Time) error {
	if !f.tge.IsZero() && next.Token != nil && !next.Token.TGE.IsZero() {
		return problem.Conflictf("the TGE was recorded as %s, so the text cannot have token.tge %s: take it out of the text",
			f.tge.Format(time.RFC3339), next.Token.TGE.UTC().Format(time.RFC3339))
	}
	if err := f.checkPromises(next); err != nil {
		return err
	}
	booked := f.bookedAt(at)
	changes := canonical.Compare(f.program, next, booked)
	if len(changes) == 0 {
		return problem.Conflictf("this text says what the books' own says: there is nothing to change")
	}
	if !amends {
		if err := Refused(changes, booked); err != nil {
			return err
		}
		return f.stays(next)
	}
	others := slices.DeleteFunc(slices.Clone(changes), func(c canonical.Change) bool { return c.Amendable(booked) })
	if len(others) == len(changes) && Refused(changes, booked) == nil {
		return problem.Conflictf("this text changes nothing that was in force at a moment that is booked: propose it without amending")
	}
	if err := Refused(others, booked); err != nil {
		return err
	}
	return f.stays(next)
}

// follow brings a text into force.
func (f *Fold) follow(t *Text) (err error) {
	p, was := t.Program, f.Fetching()
	if f.reader, err = sale.NewReader(p); err != nil {
		return err
	}
	f.program, f.versions, f.payers, f.schedule.program = p, canonical.NewVersions(p), f.payers.add(newPayers(p)), p
	f.refetches = f.refetches || !SameFetch(was, f.Fetching())
	f.books = sale.BooksOf(p)
	f.Sale.Follow(p)
	f.Campaigns.Follow(p)
	f.texts = append(f.texts, *t)
	return nil
}

// Program is the text in force.
func (f *Fold) Program() *program.Program { return f.program }

// Summary says in one line what changes.
func Summary(changes []canonical.Change) string {
	const most = 3
	var parts []string
	for i, c := range changes {
		if i == most {
			parts = append(parts, fmt.Sprintf("and %d more", len(changes)-most))
			break
		}
		parts = append(parts, fmt.Sprintf("%s is %s in the books and %s in the file", c.Setting, cmp.Or(c.Old, "nothing"),
			cmp.Or(c.New, "nothing")))
	}
	return strings.Join(parts, "; ")
}

// Agrees is the digest of the text of the program that a fact brings into force.
func (f *Fact) Agrees() (digest string, ok bool) {
	if f == nil || f.Kind != TextConsent {
		return "", false
	}
	_, digest, ok = strings.Cut(strings.TrimPrefix(f.Reference, "program-"), "-")
	return digest, ok
}

// Refused is the refusal of changes that a text may not make; nil when it may make all of them.
func Refused(changes []canonical.Change, booked canonical.Booked) error {
	var why []string
	for _, c := range changes {
		if c.Verdict != canonical.Allowed {
			why = append(why, refusal(c, booked))
		}
	}
	if len(why) == 0 {
		return nil
	}
	err := problem.New(problem.Conflict, problem.RuleInForce, "%s", why[0])
	if len(why) > 1 {
		err = problem.New(problem.Conflict, problem.RuleInForce, "%d settings may not change: %s", len(why), strings.Join(why, "; "))
	}
	return err
}

// refusal says which setting may not change, what it is and what the text says, and what to write instead.
func refusal(c canonical.Change, booked canonical.Booked) string {
	old, now := cmp.Or(c.Old, "nothing"), cmp.Or(c.New, "nothing")
	upTo := booked.Time.Format(time.RFC3339)
	says := fmt.Sprintf("%s is %s in the books and %s in this text", c.Setting, old, now)
	switch c.Verdict {
	case canonical.Identity:
		return says + ": these are books of another sale, name others with --db"
	case canonical.OfToken:
		return fmt.Sprintf("%s: the token's rules are hard since its TGE at %s, put the old value back", says, booked.TGE.Format(time.RFC3339))
	case canonical.InForce:
		says = fmt.Sprintf("%s, and was in force at moments that are booked, up to block %d and %s: put the old entry back, and write the new "+
			"one below it with a later `from`", says, booked.Block, upTo)
	default:
		says = fmt.Sprintf("%s: it has no date, so it was in force at all that is booked, up to block %d and %s: put the old value back",
			says, booked.Block, upTo)
	}
	if c.Amendable(booked) {
		says += "; where the old value was a mistake, propose this text to amend what is booked"
	}
	return says
}
