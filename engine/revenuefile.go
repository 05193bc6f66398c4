package engine

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// ReferencedRevenue is a row of a file of revenue, with the reference that makes it once.
type ReferencedRevenue struct {
	Row       int // of the file that has it, from 1; several can be of one row; 0: its place in the list
	Reference string
	fold.RevenueRow
}

// RevenueFile is a file of revenue as it was read.
type RevenueFile struct {
	Rows    []ReferencedRevenue
	Wrong   []problem.Row     // of the file that cannot be read: with any of them it is refused, after the others were looked at too
	LeftOut *fold.LeftOutBody // what was left out on request, recorded with the rows; nil: nothing
	// Late books rows of months that are closed when they are recorded, with a note of their own date.
	Late bool
	// LateBy is how whoever brings the file asks for Late, such as "--late now"; for the refusal of rows of closed months.
	LateBy string
}

// Imported counts what became of a file of revenue.
type Imported struct {
	Already int // rows that were recorded before, or that the chain showed
	Written int // facts that are new in the books: rows, and the trace of what was left out
}

// RecordRevenues records rows of revenue, each under its own reference, all in one commit or none: every row that is invalid is
// a reason of the refusal. already counts the rows that were recorded before. A wallet's signature is for one fact, so a file
// is recorded with a token or by somebody who signed in.
func (e *Engine) RecordRevenues(ctx context.Context, by By, rows []ReferencedRevenue) (already int, err error) {
	done, err := e.RecordRevenueFile(ctx, by, RevenueFile{Rows: rows})
	return done.Already, err
}

// RecordRevenueFile is [Engine.RecordRevenues] of a file as it was read.
func (e *Engine) RecordRevenueFile(ctx context.Context, by By, file RevenueFile) (done Imported, err error) {
	if len(by.Signature) > 0 || by.StatementOnly {
		return done, problem.Invalidf("a signature is for one fact: record a file with a token, or its rows one by one")
	}
	err = e.write(ctx, func() error {
		done, err = e.recordRevenueFile(ctx, by, &file)
		return err
	})
	return done, err
}

func (e *Engine) recordRevenueFile(ctx context.Context, by By, file *RevenueFile) (done Imported, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	in := fileInProgress{wrong: slices.Clone(file.Wrong), rows: map[int]bool{}}
	for _, w := range file.Wrong {
		in.rows[w.Number] = true
	}
	first := map[string]int{} // row of a reference
	for i, r := range file.Rows {
		number := cmp.Or(r.Row, i+1)
		in.rows[number] = true
		fact, known, err := e.revenueFact(ctx, by, r, file, first[r.Reference])
		first[r.Reference] = number
		if known {
			done.Already++
			continue
		}
		if err == nil {
			err = in.propose(ctx, e, fact)
		}
		if errors.Is(err, fold.ErrProven) {
			done.Already++
			continue
		}
		if err = in.refused(number, r.Reference, err); err != nil {
			return done, err
		}
	}
	if file.LeftOut != nil {
		fact, known, err := e.newFact(ctx, by, fold.LeftOut, "", *file.LeftOut)
		if err == nil && !known {
			err = in.propose(ctx, e, fact)
		}
		if err != nil {
			return done, err
		}
	}
	if len(in.rows) > 0 || file.LeftOut == nil {
		slices.SortStableFunc(in.wrong, func(a, b problem.Row) int { return cmp.Compare(a.Number, b.Number) })
		if err := fold.RowsInvalid(len(in.rows), in.wrong); err != nil {
			return done, err
		}
	}
	if len(in.facts) == 0 {
		return done, e.store.Replicated(ctx) // see receipt
	}
	var c Commit
	for i, fact := range in.facts {
		if err := e.takeFact(ctx, &c, fact, in.proposals[i]); err != nil {
			return done, e.undo(ctx, err)
		}
	}
	done.Written = len(in.facts)
	return done, overdrawn(e.commit(ctx, c))
}

// fileInProgress is what was found of a file so far.
type fileInProgress struct {
	rows      map[int]bool // numbers of rows
	wrong     []problem.Row
	facts     []*fold.Fact
	proposals []*fold.Proposal
	ahead     []ledger.Draft // of the facts
}

// propose adds a fact that the books can take after those before it.
func (in *fileInProgress) propose(ctx context.Context, e *Engine, fact *fold.Fact) error {
	p, err := e.fold.Propose(ctx, fact, e.ground(), in.ahead...)
	if err != nil {
		return err
	}
	drafts, err := p.Drafts(ctx)
	if err != nil {
		return err
	}
	in.facts, in.proposals, in.ahead = append(in.facts, fact), append(in.proposals, p), append(in.ahead, drafts...)
	return nil
}

// refused notes what is wrong with a row, once however many facts it makes. What is no fault of the row comes back.
func (in *fileInProgress) refused(number int, reference string, err error) error {
	switch problem.KindOf(err) {
	case problem.Internal, problem.NotAuthenticated, problem.Forbidden, problem.Unavailable, problem.Busy:
		return err
	}
	if !slices.ContainsFunc(in.wrong, func(w problem.Row) bool { return w.Number == number }) {
		in.wrong = append(in.wrong, problem.Row{Number: number, Reference: reference, Text: err.Error()})
	}
	return nil
}

// revenueFact is the fact of a row, and whether it is in the books, at its own instant or late. before is the row of the same file with
// its reference, or 0.
func (e *Engine) revenueFact(ctx context.Context, by By, r ReferencedRevenue, file *RevenueFile, before int) (fact *fold.Fact,
	known bool, err error) {
	r.At, r.Late = r.At.UTC(), false
	fact, known, err = e.newFact(ctx, by, fold.Revenue, r.Reference, r.RevenueRow)
	until := e.fold.MonthsClosedUntil()
	closed := r.At.Unix() > 0 && r.At.Before(until)
	if closed && !known && fact != nil {
		r.Late = true
		late, lateKnown, lateErr := e.newFact(ctx, by, fold.Revenue, r.Reference, r.RevenueRow)
		switch {
		case lateKnown:
			fact, known, err = late, true, nil
		case err == nil && file.Late:
			fact, err = late, lateErr
		case err == nil && file.LateBy != "":
			err = problem.Invalidf("%s is before %s, up to which months are closed: with %s it is booked now, with a note of its own date",
				r.At.Format(time.RFC3339), until.Format(time.RFC3339), file.LateBy)
		}
	}
	if err == nil && before > 0 {
		err = problem.Invalidf("the reference %s is in row %d already", r.Reference, before)
	}
	return fact, known && err == nil, err
}

// newFact is a fact of somebody who may record it, and whether it is in the books; with other content it is refused.
func (e *Engine) newFact(ctx context.Context, by By, kind, reference string, body any) (fact *fold.Fact, known bool, err error) {
	if fact, err = fold.NewFact(kind, reference, body, e.now()); err != nil {
		return nil, false, err
	}
	if err := e.authorise(ctx, by, fact); err != nil {
		return nil, false, err
	}
	_, known, err = e.recorded(fact)
	return fact, known, err
}
