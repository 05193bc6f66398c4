package fold

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// TextConsentBody agrees to the text that was proposed, and, where it amends, to what it corrects.
type TextConsentBody struct {
	Proposal  uint64   `json:"proposal"`            // which proposal of a text it is, counted from 1
	SHA256    string   `json:"sha256"`              // its digest, as program.Digest prints it
	Amendment string   `json:"amendment,omitempty"` // [Amendment.Hash], as it prints
	Periods   []string `json:"periods,omitempty"`   // that are corrected, as job:slot
}

// textConsentEntry: somebody agrees to a text that somebody else proposed, which comes into force.
var textConsentEntry = entry[TextConsentBody]{
	scope: func(*TextConsentBody) (operator.Scope, bool) { return operator.Approve, true },
	form:  `program-[0-9]+-[0-9a-f]{64}`, reference: func(b *TextConsentBody) string { return consentTo(b.Proposal, b.SHA256) },
	about: func(f *Fold, b *TextConsentBody) (lines []string, since uint64, err error) {
		lines = []string{"consent to the program's text 0x" + b.SHA256}
		if b.Amendment != "" {
			lines = append(lines, fmt.Sprintf("which corrects %d periods by %s", len(b.Periods), b.Amendment))
		}
		if f.proposed != nil {
			lines, since = append(lines, "proposed by "+f.proposed.By), f.proposed.Facts
		}
		return lines, since, nil
	},
	check: func(ctx context.Context, p *Proposal, b *TextConsentBody) error {
		if err := p.fold.checkTextConsent(p.fact, b); err != nil {
			return err
		}
		_, err := p.Drafts(ctx)
		return err
	},
	draft: func(ctx context.Context, p *Proposal, b *TextConsentBody) ([]ledger.Draft, error) {
		next := p.fold.proposed
		if next == nil || !next.Amends {
			return nil, nil
		}
		a, err := p.fold.amending(next, p.booking()).compute(ctx, p.ground)
		if err != nil {
			return nil, err
		}
		if a.Hash.String() != b.Amendment || !slices.Equal(a.Names(), b.Periods) {
			return nil, problem.New(problem.Changed, "", "the text would correct %d periods by the hash %s now, and not what was agreed to, by "+
				"the hash %s: look at `nodeledger program amendment`", len(a.Periods), a.Hash, b.Amendment)
		}
		return a.drafts, nil
	},
	apply: func(p *Proposal, b *TextConsentBody, _ *ledger.Draft) error {
		f, next := p.fold, p.fold.proposed
		if next == nil {
			return fmt.Errorf("no text of the program waits for consent")
		}
		for _, name := range b.Periods {
			job, slot, _ := strings.Cut(name, ":")
			next.Periods = append(next.Periods, Period{job, slot})
		}
		f.corrected.add(next.Periods)
		next.Consent, next.Since = p.fact.Operator, p.fact.When()
		f.proposed = nil
		return f.follow(next)
	},
}

// consentTo is the reference of a consent to a proposal of a text.
func consentTo(proposal uint64, digest string) string {
	return fmt.Sprintf("program-%d-%s", proposal, digest)
}

// ProposalOf is which proposal of a text with a digest waits for consent, or, where none does, led to the text in force; 0: neither is of
// that text.
func (f *Fold) ProposalOf(digest string) uint64 {
	if f.proposed != nil && f.proposed.Digest == digest {
		return f.proposed.Number
	}
	if last := &f.texts[len(f.texts)-1]; f.proposed == nil && last.Digest == digest {
		return last.Number
	}
	return 0
}

// checkTextConsent refuses to agree to anything but the text that waits, what it corrects, and by anybody but another operator with a key
// that was there when it was proposed.
func (f *Fold) checkTextConsent(fact *Fact, b *TextConsentBody) error {
	next := f.proposed
	switch {
	case next == nil:
		return problem.Conflictf("no text of the program waits for consent")
	case next.Digest != b.SHA256 || next.Number != b.Proposal:
		return problem.Conflictf("the text that waits for consent has the digest %s, not %s: look at it again", next.Digest, b.SHA256)
	case next.By == fact.Operator:
		return problem.Conflictf("%s proposed this text: another operator must agree", next.By)
	case f.lost(next.By, operator.Admin, fact.When()):
		return problem.Conflictf("%s, who proposed this text, has no key for that any more: propose it again", next.By)
	case !next.Amends && (b.Amendment != "" || len(b.Periods) > 0):
		return problem.Conflictf("the text that waits for consent corrects nothing: agree to it without the hash of an amendment")
	case next.Amends && b.Amendment == "":
		return problem.New(problem.Unconditional, "", "this text corrects what is booked: say what you agree to by the hash that "+
			"`nodeledger program amendment` shows (--amendment-hash, or the header If-Match)")
	}
	if label, made, ok := f.operators.Made(fact.Operator, fact.How); ok && made.Changes > next.Keys {
		return problem.New(problem.Forbidden, "", "the key %s of %s was made at %s, after the text was proposed: agree with an older key, or "+
			"have it proposed again", label, fact.Operator, made.At.UTC().Format(time.RFC3339))
	}
	return f.admits(next.Program, next.Amends, fact.When())
}
