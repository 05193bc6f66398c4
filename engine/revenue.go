package engine

import (
	"cmp"
	"context"
	"errors"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// RecordRevenue records what a source earned. It may not be dated in a month that is closed, nor in the future, and what is returned must
// be in the funds: in the holders' fund by the revenue of its own month.
func (e *Engine) RecordRevenue(ctx context.Context, by By, reference string, row fold.RevenueRow) (Receipt, error) {
	row.At = row.At.UTC()
	return e.record(ctx, by, fold.Revenue, reference, row)
}

// ReferencedRevenue is a row of a file of revenue, with the reference that makes it once.
type ReferencedRevenue struct {
	Row       int // of the file that has it, from 1; several can be of one row; 0: its place in the list
	Reference string
	fold.RevenueRow
}

// RecordRevenues records rows of revenue, each under its own reference, all in one commit or none: every row that is invalid is
// a reason of the refusal. already counts the rows that were recorded before. A wallet's signature is for one fact, so a file
// is recorded with a token or by somebody who signed in.
func (e *Engine) RecordRevenues(ctx context.Context, by By, rows []ReferencedRevenue) (already int, err error) {
	if len(by.Signature) > 0 || by.StatementOnly {
		return 0, problem.Invalidf("a signature is for one fact: record a file with a token, or its rows one by one")
	}
	err = e.write(ctx, func() error {
		already, err = e.recordRevenues(ctx, by, rows)
		return err
	})
	return already, err
}

func (e *Engine) recordRevenues(ctx context.Context, by By, rows []ReferencedRevenue) (already int, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	var facts []*fold.Fact
	var proposals []*fold.Proposal
	var ahead []ledger.Draft
	var wrong []problem.Row
	first := map[string]int{} // row of a reference
	all := map[int]bool{}
	for i, r := range rows {
		number := cmp.Or(r.Row, i+1)
		all[number] = true
		fact, known, err := e.revenueFact(ctx, by, r, first[r.Reference])
		var p *fold.Proposal
		if err == nil && !known {
			p, err = e.fold.Propose(ctx, fact, e.ground(), ahead...)
		}
		switch problem.KindOf(err) {
		case problem.Internal:
			if err != nil {
				return 0, err
			}
		case problem.NotAuthenticated, problem.Forbidden:
			return 0, err
		default:
			wrong = append(wrong, problem.Row{Number: number, Reference: r.Reference, Text: err.Error()})
		}
		first[r.Reference] = number
		if known {
			already++
		} else if err == nil {
			drafts, err := p.Drafts(ctx)
			if err != nil {
				return 0, err
			}
			facts, proposals, ahead = append(facts, fact), append(proposals, p), append(ahead, drafts...)
		}
	}
	if err := fold.RowsInvalid(len(all), wrong); err != nil || len(facts) == 0 {
		return already, err
	}
	var c Commit
	for i, fact := range facts {
		if err := e.takeFact(ctx, &c, fact, proposals[i]); err != nil {
			return 0, e.undo(ctx, err)
		}
	}
	return already, overdrawn(e.commit(ctx, c))
}

// revenueFact is the fact of a row, and whether it is in the books. before is the row of the same file with its reference, or 0.
func (e *Engine) revenueFact(ctx context.Context, by By, r ReferencedRevenue, before int) (fact *fold.Fact, known bool, err error) {
	r.At = r.At.UTC()
	if fact, err = fold.NewFact(fold.Revenue, r.Reference, r.RevenueRow, e.now()); err != nil {
		return nil, false, err
	}
	if err := e.authorise(ctx, by, fact); err != nil {
		return nil, false, err
	}
	known, err = e.recorded(fact)
	if err == nil && before > 0 {
		err = problem.Invalidf("the reference %s is in row %d already", r.Reference, before)
	}
	return fact, known && err == nil, err
}

// overdrawn makes a refusal of a commit that the books have too little for.
func overdrawn(err error) error {
	if errors.Is(err, ledger.ErrTurned) {
		return problem.As(problem.Conflict, problem.Overdrawn, err)
	}
	return err
}
