package fold

import (
	"context"
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// PayoutBody is a run that gathers everything payable in an asset.
type PayoutBody struct {
	Run    string        `json:"run"`
	Asset  string        `json:"asset"`
	Method payout.Method `json:"method"`
}

// payoutEntry: a run is prepared.
var payoutEntry = entry[PayoutBody]{
	scope: always[PayoutBody](operator.Prepare),
	form:  `payout:.*`, reference: func(b *PayoutBody) string { return "payout:" + b.Run },
	check: func(_ context.Context, p *Proposal, b *PayoutBody) error {
		return p.fold.payouts.CanPrepare(b.Run)
	},
	draft: func(ctx context.Context, p *Proposal, b *PayoutBody) ([]ledger.Draft, error) {
		booking := p.booking()
		r, err := p.fold.gather(ctx, b, booking.At, p.ground)
		if err != nil {
			return nil, err
		}
		r.Salt, r.Books = p.fact.Salt, p.ground.Head.TreeHead()
		hash, err := p.ground.writeFile("payout-"+r.Name+".json", r.WriteFile)
		if err != nil {
			return nil, err
		}
		d, err := r.Draft(booking.Rule, booking.At, booking.Source, hash)
		if err != nil {
			return nil, err
		}
		return []ledger.Draft{d}, p.commitWaiting(&d, r.Waiting)
	},
	recalled: true, private: true,
	apply: func(p *Proposal, b *PayoutBody, moved *ledger.Draft) error {
		r, err := payout.Read(moved)
		if err != nil {
			return err
		}
		p.fold.runInputs[b.Run] = p.fact.input
		if err := p.fold.payouts.Prepare(r, p.fact.Source(), p.fact.Operator, p.fact.How); err != nil {
			return err
		}
		for i := range moved.Postings {
			if from := moved.Postings[i].From; from.Class() == ledger.Register {
				p.fold.gathered[from] = moved.Effective
			}
		}
		run := p.fold.payouts.Run(r.Name)
		run.Keys, run.Batch = p.fold.operators.Changes(), p.fold.program.Payout.Batch
		return nil
	},
}

// HoldBody keeps a wallet out of the next runs.
type HoldBody struct {
	Wallet string `json:"wallet"`
	Reason string `json:"reason"` // empty: the wallet is paid again
}

// holdEntry: payouts to a wallet are held back, or resume.
var holdEntry = entry[HoldBody]{
	scope: always[HoldBody](operator.Admin), private: true,
	stands: func(f *Fold, b *HoldBody) bool {
		w, err := ledger.ReadWallet(b.Wallet)
		return err != nil || f.payouts.Holds()[w] == b.Reason
	},
	check: func(_ context.Context, p *Proposal, b *HoldBody) error {
		w, err := ledger.ParseWallet(b.Wallet)
		if err == nil && strings.Contains(strings.ToLower(p.fact.Reference), w.String()[2:]) {
			err = problem.Invalidf("the reference %s names the wallet, and everybody can read references: choose another one, such as hold-1",
				p.fact.Reference)
		}
		return err
	},
	apply: func(p *Proposal, b *HoldBody, _ *ledger.Draft) error {
		w, err := ledger.ReadWallet(b.Wallet)
		if err == nil {
			p.fold.payouts.Hold(w, b.Reason)
		}
		return err
	},
}

// SanctionsBody is the list of wallets that are never paid.
type SanctionsBody struct {
	Wallets []string `json:"wallets"`
}

// sanctionsEntry: the list of wallets that are never paid is replaced. An empty list pays everybody.
var sanctionsEntry = entry[SanctionsBody]{
	scope: always[SanctionsBody](operator.Admin), private: true,
	stands: func(f *Fold, b *SanctionsBody) bool {
		list, err := b.list()
		return err != nil || f.payouts.AreSanctioned(list)
	},
	check: func(_ context.Context, _ *Proposal, b *SanctionsBody) error {
		var wrong []problem.Row
		for i, w := range b.Wallets {
			if _, err := ledger.ParseWallet(w); err != nil {
				wrong = append(wrong, problem.Row{Number: i + 1, Text: err.Error()})
			}
		}
		return RowsInvalid(max(1, len(b.Wallets)), wrong)
	},
	apply: func(p *Proposal, b *SanctionsBody, _ *ledger.Draft) error {
		list, err := b.list()
		if err == nil {
			p.fold.payouts.Sanction(list)
		}
		return err
	},
}

func (b *SanctionsBody) list() (list []ledger.Wallet, err error) {
	list = make([]ledger.Wallet, len(b.Wallets))
	for i, text := range b.Wallets {
		if list[i], err = ledger.ReadWallet(text); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// ResolveBody explains an exception of a payment, or says what a movement that nothing explains was.
type ResolveBody struct {
	Exception string `json:"exception"`
	Reason    string `json:"reason"`
	// Nature is what a movement was, see [payout.Nature]; empty for an exception of which nothing stands in suspense.
	Nature payout.Nature `json:"nature,omitempty"`
	Source string        `json:"source,omitempty"` // of revenue, where the nature is of one
	// Corrects is how many times it was explained before, when the last explanation was wrong and this one takes its place; 0 otherwise.
	Corrects int `json:"corrects,omitempty"`
}

// reference is that of the explanation of an exception, or of its correction.
func (b *ResolveBody) reference() string {
	if b.Corrects > 0 {
		return fmt.Sprintf("resolve-%s-%d", b.Exception, b.Corrects)
	}
	return "resolve-" + b.Exception
}

// resolveEntry: an exception is closed with the reason why it is none; what it has in suspense goes to where it belongs.
var resolveEntry = entry[ResolveBody]{
	scope: always[ResolveBody](operator.Prepare), private: true,
	form: `resolve-0x.*`, reference: (*ResolveBody).reference,
	check: func(_ context.Context, p *Proposal, b *ResolveBody) error {
		x, err := p.fold.explainable(b)
		if err != nil {
			return err
		}
		if x.Moved() && b.Nature == "" {
			return problem.Invalidf("%s stand in suspense: say what they were, one of %s", x.Amount, strings.Join(payout.Natures(), ", "))
		}
		return nil
	},
	draft: func(ctx context.Context, p *Proposal, b *ResolveBody) ([]ledger.Draft, error) {
		back, err := p.corrected(ctx, b)
		if err != nil || b.Nature == "" {
			return back, err
		}
		if p.fold.program.Revenue != nil && b.Source != "" {
			if err := p.fold.program.Revenue.CheckSource(b.Source); err != nil {
				return nil, err
			}
		}
		drafts, err := p.fold.classify(p, b)
		return append(back, drafts...), err
	},
	apply: func(p *Proposal, b *ResolveBody, _ *ledger.Draft) error {
		if b.Corrects > 0 {
			return p.fold.payouts.Correct(b.Exception, b.Corrects, p.fact.Source(), b.Reason)
		}
		return p.fold.payouts.Resolve(b.Exception, p.fact.Operator, b.Reason, p.fact.Source())
	},
}

// explainable is the exception that an explanation is of: one that is open, or one whose last explanation is corrected.
func (f *Fold) explainable(b *ResolveBody) (*payout.Exception, error) {
	if b.Corrects > 0 {
		return f.payouts.Correctable(b.Exception, b.Corrects)
	}
	if err := f.payouts.CanResolve(b.Exception); err != nil {
		return nil, err
	}
	return f.payouts.Exception(b.Exception), nil
}

// corrected drafts what takes back a wrong explanation, where it moved anything: in effect when that was, or now where that month is
// closed.
func (p *Proposal) corrected(ctx context.Context, b *ResolveBody) ([]ledger.Draft, error) {
	x, err := p.fold.explainable(b)
	if err != nil || b.Corrects == 0 {
		return nil, err
	}
	tx, err := p.ground.Keyed(ctx, x.Explained[len(x.Explained)-1].Key())
	if err != nil {
		return nil, err
	}
	if tx == nil || len(tx.Postings) == 0 {
		return nil, nil
	}
	d := ledger.Reverse(tx, p.fact.When(), "corrected: "+b.Reason)
	if d.Effective.Before(p.fold.monthsClosedUntil) {
		d.Effective = p.fact.When()
	}
	return []ledger.Draft{d}, nil
}

// ClassificationKind is the kind of the transaction that takes a movement out of suspense.
const ClassificationKind ledger.Kind = "classification"

// classify drafts what takes a movement out of suspense, in effect when it moved, or now where that month is closed: what a closed
// month's reports say stays. What it earned is revenue like any other, and set aside by the split in force.
func (f *Fold) classify(p *Proposal, b *ResolveBody) ([]ledger.Draft, error) {
	x, err := f.explainable(b)
	if err != nil {
		return nil, err
	}
	to, err := x.Counterpart(b.Nature, b.Source)
	if err != nil {
		return nil, err
	}
	booking := p.booking()
	if !x.At.Before(f.monthsClosedUntil) {
		booking.At = x.At
	}
	if b.Nature == payout.Earning && f.program.Revenue != nil && f.program.Revenue.Asset == x.Amount.Asset() {
		moment := revenueMoment(booking.At)
		booking.Rule = f.versions.At(moment)
		d, err := rewards.BookRevenue(f.program, moment, booking, rewards.Revenue{
			Into: ledger.Suspense(), Source: b.Source, Amount: x.Amount, Note: b.Reason,
		})
		return []ledger.Draft{d}, err
	}
	return []ledger.Draft{{
		Kind: ClassificationKind, Program: booking.Program, Rule: booking.Rule, Effective: booking.At, Booked: booking.At, Source: booking.Source,
		Meta: ledger.Meta{"exception": x.Key, "nature": string(b.Nature)}, Postings: []ledger.Posting{x.Clear(to)},
	}}, nil
}
