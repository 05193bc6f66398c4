package fold

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// MonthBody is a month that is closed, or is to be: the blocks that fix its window, and what it comes to.
type MonthBody struct {
	Month   string      `json:"month"`
	Opening uint64      `json:"opening"` // the last block at or before its start
	Block   uint64      `json:"block"`   // the last block before its end
	Hash    common.Hash `json:"hash"`
	File    ledger.Hash `json:"file"`  // SHA-256 of the month's file
	Total   string      `json:"total"` // what holders get, in base units
	// Proposal numbers the proposals of the month, from 1: which one it is, or which one is approved; 0 of a month that one operator
	// closes alone.
	Proposal int `json:"proposal,omitempty"`
}

// Start is the month's first instant.
func (b *MonthBody) Start() (time.Time, error) {
	start, err := time.Parse(rewards.MonthForm, b.Month)
	if err != nil {
		return start, problem.Invalidf("%q is not a month: write it as 2024-06", b.Month)
	}
	return start.UTC(), nil
}

func (b *MonthBody) period() Period { return Period{rewards.MonthJob, b.Month} }

// ProposedMonth is a month that somebody proposed to close as it was then.
type ProposedMonth struct {
	MonthBody
	Pays   money.Amount  // Total
	By     string        // the operator
	At     time.Time     // when it was proposed
	Source ledger.Source // of the proposal's fact
	Keys   uint64        // how many changes of keys there had been: see [operator.Registry.Changes]
}

// ProposedMonth is the month that waits for another operator's approval; nil when none does. It must not be changed.
func (f *Fold) ProposedMonth() *ProposedMonth { return f.proposedMonth }

// NextProposal is the number that the next proposal of a month has.
func (f *Fold) NextProposal(month string) int { return f.monthProposals[month] + 1 }

// monthProposalEntry: one operator proposes to close a month, where it takes two. The proposal is of the month's file: when that would be
// another one by the time that somebody approves it, nothing is closed.
var monthProposalEntry = entry[MonthBody]{
	scope: func(*MonthBody) (operator.Scope, bool) { return operator.Prepare, true },
	form:  `month-proposal:.*`, reference: func(b *MonthBody) string { return fmt.Sprintf("month-proposal:%s-%d", b.Month, b.Proposal) },
	check: func(ctx context.Context, p *Proposal, b *MonthBody) error {
		if err := p.fold.checkFollows(b); err != nil {
			return err
		}
		if b.File == (ledger.Hash{}) {
			return problem.Invalidf("a proposal to close month %s names the SHA-256 of its file", b.Month)
		}
		if p.fold.program.Revenue.CloseBy == 1 {
			return problem.Conflictf("one operator closes a month of this program (revenue.close_by): there is nothing to propose")
		}
		_, err := p.closing(ctx, b)
		return err
	},
	apply: func(p *Proposal, b *MonthBody, _ *ledger.Draft) error {
		f := p.fold
		if f.program.Revenue == nil {
			return f.program.Lacks("revenue")
		}
		pays, err := money.ParseUnits(f.program.Revenue.Asset, b.Total)
		if err != nil {
			return err
		}
		f.monthProposals[b.Month] = b.Proposal
		f.proposedMonth = &ProposedMonth{
			MonthBody: *b, Pays: pays, By: p.fact.Operator, At: p.fact.When(), Source: p.fact.Source(), Keys: f.operators.Changes(),
		}
		return nil
	},
}

// monthEntry: a month is closed, by the one operator that it takes, or by the second of two. Months close in order; those between that
// have nothing close themselves.
var monthEntry = entry[MonthBody]{
	scope: func(b *MonthBody) (operator.Scope, bool) {
		if b.Proposal > 0 {
			return operator.Approve, true
		}
		return operator.Prepare, false
	},
	form: `month:.*`, reference: func(b *MonthBody) string { return "month:" + b.Month },
	about: func(f *Fold, b *MonthBody) (lines []string, since uint64, err error) {
		if b.Proposal == 0 || f.proposedMonth == nil {
			return nil, 0, nil
		}
		a := operator.Approval{Of: "month", Name: b.Month, File: b.File, Total: f.proposedMonth.Pays.String()}
		lines, err = a.Lines()
		return lines, 0, err
	},
	check: func(ctx context.Context, p *Proposal, b *MonthBody) error {
		if err := p.fold.checkFollows(b); err != nil {
			return err
		}
		if err := p.fold.checkApproval(p.fact, b); err != nil {
			return err
		}
		_, err := p.Drafts(ctx)
		return err
	},
	draft: func(ctx context.Context, p *Proposal, b *MonthBody) ([]ledger.Draft, error) {
		m, err := p.closing(ctx, b)
		if err != nil {
			return nil, err
		}
		hash, err := p.ground.writeFile("month-"+m.Slot+".json", m.WriteFile)
		if err != nil {
			return nil, err
		}
		return []ledger.Draft{m.Draft(hash, p.fact.When())}, nil
	},
	apply: func(p *Proposal, b *MonthBody, _ *ledger.Draft) error {
		start, err := b.Start()
		if err != nil {
			return err
		}
		if until := p.fold.monthsClosedUntil; start.Before(until) {
			return fmt.Errorf("month %s does not follow the one that ended at %s", b.Month, until.Format(time.RFC3339))
		}
		p.fold.monthsClosedUntil, p.fold.proposedMonth = start.AddDate(0, 1, 0), nil
		p.fold.bookedUpTo(program.Moment{Block: b.Block, Time: p.fold.monthsClosedUntil})
		return nil
	},
}

// checkFollows refuses a month that does not follow those that are closed.
func (f *Fold) checkFollows(b *MonthBody) error {
	if f.program.Revenue == nil {
		return f.program.Lacks("revenue")
	}
	start, err := b.Start()
	if err == nil && start.Before(f.monthsClosedUntil) {
		err = problem.Conflictf("months are closed up to %s: %s is none that is open", f.monthsClosedUntil.Format(time.RFC3339), b.Month)
	}
	return err
}

// checkApproval refuses to close a month that takes two operators, unless another one proposed it, this very file, before the key was
// made.
func (f *Fold) checkApproval(fact *Fact, b *MonthBody) error {
	next := f.proposedMonth
	switch {
	case b.Proposal == 0 && f.program.Revenue.CloseBy == 1:
		return nil
	case b.Proposal == 0:
		return problem.Conflictf("two operators close a month of this program (revenue.close_by): propose it, and another operator approves it")
	case next == nil || next.Month != b.Month:
		return problem.Conflictf("nobody proposed to close month %s, or it was proposed anew: look at `nodeledger month preview %s`", b.Month,
			b.Month)
	case b.File == (ledger.Hash{}):
		return problem.New(problem.Unconditional, "",
			"say what of month %s you approve: it pays %s, and its file has the SHA-256 %s; compare it "+
				"and send it along (--file-hash HASH, or the header If-Match)", b.Month, next.Pays, next.File)
	case *b != next.MonthBody:
		return problem.New(problem.Changed, "", "the file of month %s that was proposed has the SHA-256 %s, not %s: look at the month again "+
			"before you approve it", b.Month, next.File, b.File)
	case next.By == fact.Operator:
		return problem.Conflictf("%s proposed to close month %s: another operator must approve it", next.By, b.Month)
	case f.lost(next.By, operator.Prepare, fact.When()):
		return problem.Conflictf("%s, who proposed to close month %s, has no key for that any more: propose it again", next.By, b.Month)
	}
	if label, made, ok := f.operators.Made(fact.Operator, fact.How); ok && made.Changes > next.Keys {
		return problem.New(problem.Forbidden, "",
			"the key %s of %s was made at %s, after month %s was proposed: approve it with an older key, or "+
				"have it proposed again", label, fact.Operator, made.At.UTC().Format(time.RFC3339), b.Month)
	}
	return nil
}

// closing computes a month, and refuses one that is not over, or that comes to something else than the fact says.
func (p *Proposal) closing(ctx context.Context, b *MonthBody) (*rewards.ClosedMonth, error) {
	start, err := b.Start()
	if err == nil {
		err = p.fold.IsOver(b.Month, start.AddDate(0, 1, 0))
	}
	if err != nil {
		return nil, err
	}
	m, is, err := p.fold.ComputeMonth(ctx, *b, p.ground)
	if err != nil {
		return nil, err
	}
	if b.File != (ledger.Hash{}) && is != *b { // older books have months without a file
		return nil, problem.New(problem.Changed, "",
			"month %s would pay %s by the file %s now, and not what is asked for, by the file %s: look at "+
				"`nodeledger month preview %s`, and propose it again", b.Month, m.Paid, is.File, b.File, b.Month)
	}
	return m, nil
}

// ComputeMonth computes what closing a month would book now, and books nothing: body says which month, and the blocks that fix its
// window. It gives the body with the file's hash and the total as they come out.
func (f *Fold) ComputeMonth(ctx context.Context, body MonthBody, books ClosingBooks) (*rewards.ClosedMonth, MonthBody, error) {
	if f.program.Revenue == nil {
		return nil, body, f.program.Lacks("revenue")
	}
	m, err := f.Closing().month(ctx, &body, books)
	if err != nil {
		return nil, body, err
	}
	body.File, err = m.WriteFile(io.Discard)
	body.Total = m.Paid.Digits()
	return m, body, err
}

// ClosedMonth is the month that a fact closed, such as "2024-06"; empty for every other fact.
func (f *Fact) ClosedMonth() (month string, err error) {
	b, err := f.closedMonth()
	if b == nil {
		return "", err
	}
	return b.Month, err
}

func (f *Fact) closedMonth() (*MonthBody, error) {
	if f.Kind != Month {
		return nil, nil //nolint:nilnil // most facts close none
	}
	var b MonthBody
	if err := json.Unmarshal(f.Body, &b); err != nil {
		return nil, fmt.Errorf("fact %s: %w", f.Key(), err)
	}
	return &b, nil
}
