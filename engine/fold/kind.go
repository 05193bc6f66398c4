package fold

import (
	"context"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// The kinds of facts.
const (
	Thaw        = "thaw"            // frozen books go on
	NewText     = "program"         // a text of the program is proposed
	TextConsent = "program-consent" // somebody else agrees to it
	Operator    = "operator"        // a key that somebody got or lost
	Consent     = "consent"         // somebody else consents to a key
	Recover     = "recover"         // recovery wallets give somebody a key

	TGE     = "tge"      // the instant of the token generation event
	TGEPlan = "tge-plan" // the instant for which it is planned
	Scores  = "scores"   // what is not on the chain: compute, stakes, checks, drills, ratings

	PointsSold   = "points-sold"
	PointsSpent  = "points-spent"
	Stake        = "stake"
	Unstake      = "unstake"
	MoveReversal = "move-reversal" // points sold or spent, or a stake, were recorded by mistake

	Revenue = "revenue"
	LeftOut = "left-out" // rows of a file of revenue that are not booked, on request
	Buyback = "buyback"

	MonthProposal = "month-proposal" // somebody proposes to close a month
	Month         = "month"          // it is closed

	Grant   = "grant"
	Revoke  = "revoke"
	Release = "release"

	Payout         = "payout"         // a run is prepared
	PayoutStep     = "payout-step"    // it is proposed, approved, exported or cancelled
	PayoutResolve  = "payout-resolve" // an exception of a payment is explained
	PayoutHold     = "hold"
	PayoutSanction = "sanctions"
)

// entry is everything that the program knows of a kind of fact whose body is a B. A new kind is one more entry of kinds.
type entry[B any] struct {
	// scope is what an operator must be allowed to do to record it. proof says that a name alone is never enough.
	scope func(*B) (scope operator.Scope, proof bool)
	// owner is the operator whose own affair the fact is: they need no scope for it; nil: it is nobody's.
	owner func(*B) string
	// selfProven is who records it, and how that is known, of a kind whose bodies carry their proof; nil: those who record it prove
	// themselves.
	selfProven func(f *Fold, b *B, at time.Time) (name, how string, err error)
	// form is the form of references that the engine makes for this kind, a regular expression; "" when people choose them.
	form string
	// reference is the reference of a body, when it follows from it.
	reference func(*B) string
	// about is what it does, in lines for the text that is signed: which run or month is approved, which key is given. since is how many facts
	// the books had when what it agrees to was recorded; nil: what it does follows from its kind alone.
	about func(f *Fold, b *B) (lines []string, since uint64, err error)
	// stands says of one that was recorded before whether what it said is still so: somebody may say it again under another reference;
	// nil: it stays so.
	stands func(f *Fold, b *B) bool
	// check says why it may not be recorded now; nil: nothing is in the way but what drafting finds.
	check func(context.Context, *Proposal, *B) error
	// draft is the transactions that it leads to, without the trace; nil: it moves nothing.
	draft func(context.Context, *Proposal, *B) ([]ledger.Draft, error)
	// apply changes the fold; nil: it changes nothing. moved is the fact's transaction when recalled is set, also when the fold is
	// made anew.
	apply    func(p *Proposal, b *B, moved *ledger.Draft) error
	recalled bool
	// once says that a reference names what happened outside of the books: it is recorded once, whoever records it.
	once bool
	// private says that its body, or what follows from it, is not for everybody: the journal has a salted commitment to it.
	private bool
}

// kind is an entry whose body may be anything.
type kind struct {
	form      string
	recalled  bool
	once      bool
	private   bool
	decode    func([]byte) (any, error)
	needs     func(body any) (scope operator.Scope, proof bool)
	owner     func(body any) string
	proven    func(f *Fold, body any, at time.Time) (name, how string, err error) // nil: its bodies carry no proof
	reference func(body any) string                                               // nil: given
	about     func(f *Fold, body any) (lines []string, since uint64, err error)
	stands    func(f *Fold, body any) bool
	check     func(context.Context, *Proposal) error
	draft     func(context.Context, *Proposal) ([]ledger.Draft, error)
	apply     func(*Proposal, *ledger.Draft) error
}

// kinds is the one table.
var kinds = map[string]kind{
	Thaw:           kindWith(thawEntry),
	NewText:        kindWith(textEntry),
	Operator:       kindWith(operatorEntry),
	Consent:        kindWith(consentEntry),
	Recover:        kindWith(recoverEntry),
	TextConsent:    kindWith(textConsentEntry),
	TGE:            kindWith(tgeEntry),
	TGEPlan:        kindWith(tgePlanEntry),
	Scores:         kindWith(scoresEntry),
	PointsSold:     kindWith(pointsSoldEntry),
	PointsSpent:    kindWith(pointsSpentEntry),
	Stake:          kindWith(stakeEntry),
	Unstake:        kindWith(unstakeEntry),
	MoveReversal:   kindWith(moveReversalEntry),
	Revenue:        kindWith(revenueEntry),
	LeftOut:        kindWith(leftOutEntry),
	Buyback:        kindWith(buybackEntry),
	MonthProposal:  kindWith(monthProposalEntry),
	Month:          kindWith(monthEntry),
	Grant:          kindWith(grantEntry),
	Revoke:         kindWith(revokeEntry),
	Release:        kindWith(releaseEntry),
	Payout:         kindWith(payoutEntry),
	PayoutStep:     kindWith(stepEntry),
	PayoutResolve:  kindWith(resolveEntry),
	PayoutHold:     kindWith(holdEntry),
	PayoutSanction: kindWith(sanctionsEntry),
}

func kindWith[B any](e entry[B]) kind {
	k := kind{
		form: e.form, recalled: e.recalled, once: e.once, private: e.private,
		decode: func(raw []byte) (any, error) {
			b := new(B)
			if t, ok := any(b).(*text); ok {
				*t = text(raw)
				return b, nil
			}
			return b, json.Unmarshal(raw, b)
		},
		owner: func(body any) string {
			if e.owner == nil {
				return ""
			}
			return e.owner(body.(*B))
		},
		needs: func(body any) (operator.Scope, bool) { return e.scope(body.(*B)) },
		about: func(f *Fold, body any) ([]string, uint64, error) {
			if e.about == nil {
				return nil, 0, nil
			}
			return e.about(f, body.(*B))
		},
		stands: func(f *Fold, body any) bool { return e.stands == nil || e.stands(f, body.(*B)) },
		check: func(ctx context.Context, p *Proposal) error {
			if e.check == nil {
				return nil
			}
			return e.check(ctx, p, p.body.(*B))
		},
		draft: func(ctx context.Context, p *Proposal) ([]ledger.Draft, error) {
			if e.draft == nil {
				return nil, nil
			}
			return e.draft(ctx, p, p.body.(*B))
		},
		apply: func(p *Proposal, moved *ledger.Draft) error {
			if e.apply == nil {
				return nil
			}
			return e.apply(p, p.body.(*B), moved)
		},
	}
	if e.selfProven != nil {
		k.proven = func(f *Fold, body any, at time.Time) (string, string, error) { return e.selfProven(f, body.(*B), at) }
	}
	if e.reference != nil {
		k.reference = func(body any) string { return e.reference(body.(*B)) }
	}
	return k
}

// anyScope is the scope of a kind that every key may record, as far as its check allows it.
const anyScope operator.Scope = ""

// always is the scope of a kind that does not depend on what the fact says.
func always[B any](scope operator.Scope) func(*B) (operator.Scope, bool) {
	return func(*B) (operator.Scope, bool) { return scope, false }
}

// need is what somebody needs to record a fact with a body.
func (k *kind) need(body any) (n Need) {
	n.Scope, n.Proof = k.needs(body)
	n.Owner = k.owner(body)
	return n
}

// ErrNewer is wrapped when what was recorded is nothing that this version knows. It says nothing about whether it is right.
var ErrNewer = errors.New("the books were written by a newer version, use that one")

func kindOf(name string) (*kind, error) {
	k, ok := kinds[name]
	if !ok {
		return nil, problem.Invalidf("the kind of fact %q is unknown: %w", name, ErrNewer)
	}
	return &k, nil
}

// The engine makes the references of some facts itself, out of what they are about. A run's name has no colon and a step's has
// no dash, so no two of these are one text, whatever runs are called:
//
//	payout:<run>           it is prepared
//	<run>-<step>           propose, approve, export, cancel
//	month-proposal:<month>-<number>
//	month:<month>
//	consent:<grant>        of a key that waits: the number of the change, and its digest
//	recover:<changes>      how many changes of administrators there were before recovery wallets made one
//	left-out-<digest>      of what was left out of a file, and why
//	reverse:<reference>    points sold or spent, or a stake, of that reference is taken back
//	resolve-<exception>    an exception begins with 0x, the hash of its transaction
//	program-<number>-<digest>  somebody agrees to a text of the program: which proposal it is, and its digest
//	thaw:<inputs>          how many inputs the frozen books have: frozen books get no others, thawed ones get one more
//
// Reserved is the form of those references, joined from the table. People cannot choose them, so that nothing takes the place of
// a step that somebody must take.
func reserved() *regexp.Regexp {
	var forms []string
	for _, k := range kinds {
		if k.form != "" {
			forms = append(forms, k.form)
		}
	}
	return regexp.MustCompile(`^(?:` + strings.Join(forms, "|") + `)$`)
}

// checkReference refuses a reference that does not belong to the kind.
func (k *kind) checkReference(reference string) error {
	switch {
	case k.form != "" && !regexp.MustCompile(`^(?:`+k.form+`)$`).MatchString(reference):
		return problem.Invalidf("the reference %q is not of the form %s", reference, k.form)
	case k.form == "" && reserved().MatchString(reference):
		return problem.Invalidf("the reference %q is one that the program makes itself, for a month, a payout run or a step of one: "+
			"choose another", reference)
	}
	return operator.CheckReference(reference)
}
