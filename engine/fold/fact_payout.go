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
		r.Salt = p.fact.Salt
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
		return p.fold.payouts.Prepare(r, p.fact.Source(), p.fact.Operator)
	},
}

// StepBody is a step of a run.
type StepBody struct {
	Run    string      `json:"run"`
	Step   string      `json:"step"`
	Reason string      `json:"reason,omitempty"`
	Root   ledger.Hash `json:"root,omitzero"` // of an export for claims
	File   ledger.Hash `json:"file,omitzero"` // SHA-256 of the published tree
}

// stepEntry: a run is proposed, approved, exported or cancelled; a cancelled run's transaction is reversed.
var stepEntry = entry[StepBody]{
	scope: func(b *StepBody) (operator.Scope, bool) {
		switch b.Step {
		case payout.Approve:
			return operator.Approve, true
		case payout.Propose:
			return operator.Prepare, true
		}
		return operator.Prepare, false
	},
	form:      `[a-z0-9][a-z0-9_-]*-(?:propose|approve|export|cancel)`,
	reference: func(b *StepBody) string { return b.Run + "-" + b.Step },
	check: func(_ context.Context, p *Proposal, b *StepBody) error {
		if err := p.fold.payouts.Can(b.Step, b.Run, p.fact.Operator); err != nil {
			return err
		}
		if b.Step == payout.Export {
			return p.fold.checkRoot(b.Run, b.Root)
		}
		return nil
	},
	draft: func(ctx context.Context, p *Proposal, b *StepBody) ([]ledger.Draft, error) {
		if b.Step != payout.Cancel {
			return nil, nil
		}
		run := p.fold.payouts.Run(b.Run)
		if run == nil {
			return nil, fmt.Errorf("there is no run %s", b.Run)
		}
		tx, err := p.ground.Keyed(ctx, run.Prepared.Key())
		if err != nil {
			return nil, err
		}
		if tx == nil {
			return nil, fmt.Errorf("run %s is not in the journal", b.Run)
		}
		return []ledger.Draft{ledger.Reverse(tx, p.fact.When(), fmt.Sprintf("run %s was cancelled: %s", b.Run, b.Reason))}, nil
	},
	apply: func(p *Proposal, b *StepBody, _ *ledger.Draft) error {
		return p.fold.payouts.Take(b.Step, b.Run, p.fact.Operator, p.fact.When(), b.Reason, b.Root)
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
	check: func(_ context.Context, p *Proposal, b *HoldBody) error {
		w, err := ledger.ParseWallet(b.Wallet)
		if err == nil && strings.Contains(strings.ToLower(p.fact.Reference), w.String()[2:]) {
			err = problem.Invalidf("the reference %s names the wallet, and everybody can read references: choose another one, such as hold-1",
				p.fact.Reference)
		}
		return err
	},
	apply: func(p *Proposal, b *HoldBody, _ *ledger.Draft) error {
		w, err := ledger.ParseWallet(b.Wallet)
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
		list := make([]ledger.Wallet, len(b.Wallets))
		for i, text := range b.Wallets {
			var err error
			if list[i], err = ledger.ParseWallet(text); err != nil {
				return err
			}
		}
		p.fold.payouts.Sanction(list)
		return nil
	},
}

// ResolveBody explains an exception of a payment, or says what a movement that nothing explains was.
type ResolveBody struct {
	Exception string `json:"exception"`
	Reason    string `json:"reason"`
	// Nature is what a movement was, see [payout.Nature]; empty for an exception of which nothing stands in suspense.
	Nature payout.Nature `json:"nature,omitempty"`
	Source string        `json:"source,omitempty"` // of revenue, where the nature is of one
}

// resolveEntry: an exception is closed with the reason why it is none; what it has in suspense goes to where it belongs.
var resolveEntry = entry[ResolveBody]{
	scope: always[ResolveBody](operator.Prepare), private: true,
	form: `resolve-0x.*`, reference: func(b *ResolveBody) string { return "resolve-" + b.Exception },
	check: func(_ context.Context, p *Proposal, b *ResolveBody) error {
		if err := p.fold.payouts.CanResolve(b.Exception); err != nil {
			return err
		}
		if x := p.fold.payouts.Exception(b.Exception); x.Moved() && b.Nature == "" {
			return problem.Invalidf("%s stand in suspense: say what they were, one of %s", x.Amount, strings.Join(payout.Natures(), ", "))
		}
		return nil
	},
	draft: func(_ context.Context, p *Proposal, b *ResolveBody) ([]ledger.Draft, error) {
		if b.Nature == "" {
			return nil, nil
		}
		if p.fold.program.Revenue != nil && b.Source != "" {
			if err := p.fold.program.Revenue.CheckSource(b.Source); err != nil {
				return nil, err
			}
		}
		return p.fold.classify(p, b)
	},
	apply: func(p *Proposal, b *ResolveBody, _ *ledger.Draft) error {
		return p.fold.payouts.Resolve(b.Exception, p.fact.Operator, b.Reason)
	},
}

// ClassificationKind is the kind of the transaction that takes a movement out of suspense.
const ClassificationKind ledger.Kind = "classification"

// classify drafts what takes a movement out of suspense, in effect when it moved. What it earned is revenue like any other: dated when
// it came, or now where that month is closed, and set aside by the split in force.
func (f *Fold) classify(p *Proposal, b *ResolveBody) ([]ledger.Draft, error) {
	x := f.payouts.Exception(b.Exception)
	if x == nil {
		return nil, f.payouts.CanResolve(b.Exception)
	}
	to, err := x.Counterpart(b.Nature, b.Source)
	if err != nil || to == (ledger.Account{}) {
		return nil, err
	}
	booking := p.booking()
	booking.At = x.At
	if b.Nature == payout.Earning && f.program.Revenue != nil && f.program.Revenue.Asset == x.Amount.Asset() {
		if x.At.Before(f.monthsClosedUntil) {
			booking.At = p.fact.When()
		}
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
