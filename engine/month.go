package engine

import (
	"context"
	"errors"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// MonthPreview is a month as closing it would book it now.
type MonthPreview struct {
	Body     fold.MonthBody // its window, its file's hash and its total
	Month    *rewards.ClosedMonth
	Proposed *fold.ProposedMonth // where somebody proposed to close it; nil: nobody did
	CloseBy  int                 // how many operators it takes
}

// Stands says that the month still is what was proposed, so that another operator can approve it.
func (p *MonthPreview) Stands() bool {
	if p.Proposed == nil {
		return false
	}
	body := p.Body
	body.Proposal = p.Proposed.Proposal
	return body == p.Proposed.MonthBody
}

// PreviewMonth computes what closing a month would book now, by what closes it, and books nothing. It is refused where closing is: before
// the chain is final past its end, while an earlier month is open that is not of nothing, and once it is closed.
func (e *Engine) PreviewMonth(ctx context.Context, month string) (preview *MonthPreview, err error) {
	err = e.write(ctx, func() error {
		preview, err = e.previewMonth(ctx, month)
		return err
	})
	return preview, err
}

// CloseMonth closes a month: the share of every holder becomes payable. Where the program asks for two operators it proposes that, and
// [Engine.ApproveMonth] closes it. The chain must be final past the month's end, and months close in order; those that have neither
// revenue, costs nor holders of a bracket close themselves. A month that is closed already, or was proposed as it is, has its receipt,
// whoever did it.
func (e *Engine) CloseMonth(ctx context.Context, by By, month string) (receipt Receipt, err error) {
	if err := e.MayPay(ctx); err != nil {
		return Receipt{}, err
	}
	err = e.writeBy(ctx, by, func(by By) error {
		receipt, err = e.closeMonth(ctx, by, month)
		return err
	})
	return receipt, err
}

func (e *Engine) closeMonth(ctx context.Context, by By, month string) (Receipt, error) {
	p, err := e.previewMonth(ctx, month)
	if err != nil {
		return e.closedBefore(ctx, month, err)
	}
	kind, body := fold.Month, p.Body
	if p.CloseBy > 1 {
		if registry := e.fold.Operators(); p.Stands() && p.Proposed.Keys == registry.Changes() {
			return e.receipt(ctx, p.Proposed.Source)
		}
		kind, body.Proposal = fold.MonthProposal, e.fold.NextProposal(month)
	}
	fact, err := fold.NewFact(kind, "", body, e.now())
	if err != nil {
		return Receipt{}, err
	}
	return e.recordFact(ctx, by, fact)
}

// ApproveMonth closes a month that another operator proposed. file is the SHA-256 of the month's file that the approver looked at: of
// another file, without it, or when the month would come to something else by now, it is refused. A month that is closed already by this
// file has its receipt.
func (e *Engine) ApproveMonth(ctx context.Context, by By, month string, file ledger.Hash) (receipt Receipt, err error) {
	if err := e.MayPay(ctx); err != nil {
		return Receipt{}, err
	}
	err = e.writeBy(ctx, by, func(by By) error {
		receipt, err = e.approveMonth(ctx, by, month, file)
		return err
	})
	return receipt, err
}

func (e *Engine) approveMonth(ctx context.Context, by By, month string, file ledger.Hash) (Receipt, error) {
	p, err := e.previewMonth(ctx, month)
	if err != nil {
		var closed *closedError
		if errors.As(err, &closed) && closed.tx != nil && closed.tx.Meta["file"] != file.String() {
			err = problem.Conflictf("month %s is closed by the file %s, not by %s", month, closed.tx.Meta["file"], file)
			return Receipt{}, err
		}
		return e.closedBefore(ctx, month, err)
	}
	if p.Proposed == nil {
		return Receipt{}, problem.Conflictf("nobody proposed to close month %s: propose it with `nodeledger month close %s`", month, month)
	}
	body := p.Proposed.MonthBody
	body.File = file
	if file == p.Proposed.File && !p.Stands() {
		return Receipt{}, problem.New(problem.Changed, "", "month %s would pay %s by the file %s now, and %s proposed it when it paid %s by the "+
			"file %s: look at `nodeledger month preview %s`, and propose it again", month, p.Month.Paid, p.Body.File, p.Proposed.By,
			p.Proposed.Pays, p.Proposed.File, month)
	}
	fact, err := fold.NewFact(fold.Month, "", body, e.now())
	if err != nil {
		return Receipt{}, err
	}
	return e.recordFact(ctx, by, fact)
}

// closedError says that a month is closed. tx is its transaction; nil of a month that closed itself.
type closedError struct {
	error
	tx *ledger.Transaction
}

func (e *closedError) Unwrap() error { return e.error }

// closedBefore is the receipt of a month that was closed before, where that is what err says.
func (e *Engine) closedBefore(ctx context.Context, month string, err error) (Receipt, error) {
	var closed *closedError
	if errors.As(err, &closed) && closed.tx != nil {
		if err := e.store.Replicated(ctx); err != nil { // as of every fact that is there already
			return Receipt{}, err
		}
		return Receipt{Reference: "month:" + month, Sequence: closed.tx.Sequence, AlreadyRecorded: true}, nil
	}
	return Receipt{}, err
}

// previewMonth is PreviewMonth within a step that writes. The error is a *closedError of a month that is closed.
func (e *Engine) previewMonth(ctx context.Context, month string) (*MonthPreview, error) {
	body := fold.MonthBody{Month: month}
	start, err := body.Start()
	if err != nil {
		return nil, err
	}
	if e.Program().Revenue == nil {
		return nil, e.Program().Lacks("revenue")
	}
	end := start.AddDate(0, 1, 0)
	until := e.fold.MonthsClosedUntil()
	switch {
	case end.Unix() <= 0:
		return nil, problem.Invalidf("month %s is before there were blocks", month)
	case !until.IsZero() && !end.After(until):
		return nil, e.isClosed(ctx, month)
	}
	if err := e.fold.IsOver(month, end); err != nil {
		return nil, err
	}
	if err := e.frozen(); err != nil {
		return nil, err
	}
	if err := e.checkOrder(ctx, until, start); err != nil {
		return nil, err
	}
	if err := e.window(ctx, &body, start, end); err != nil {
		return nil, err
	}
	p := &MonthPreview{CloseBy: e.Program().Revenue.CloseBy}
	if p.Month, p.Body, err = e.fold.ComputeMonth(ctx, body, e.store); err != nil {
		return nil, err
	}
	if proposed := e.fold.ProposedMonth(); proposed != nil && proposed.Month == month {
		p.Proposed = proposed
	}
	return p, nil
}

// checkOrder refuses a month while an earlier one is open that does not close itself.
func (e *Engine) checkOrder(ctx context.Context, until, start time.Time) error {
	if start.Equal(until) {
		return nil
	}
	began := until
	if until.IsZero() {
		first, err := e.lastBefore(ctx, 1) // there is none before the first
		if err != nil {
			return err
		}
		began = first.When()
	}
	open, err := e.fold.OpenBefore(ctx, e.store, began, start)
	if err == nil && open != nil {
		err = problem.Conflictf("months close in order: close %s first, it has %s", open.Month.Format(rewards.MonthForm), open.Has)
	}
	return err
}

// window finds the blocks that fix a month's window.
func (e *Engine) window(ctx context.Context, body *fold.MonthBody, start, end time.Time) error {
	snapshot, err := e.lastBefore(ctx, uint64(end.Unix()))
	if err != nil {
		return err
	}
	if int64(snapshot.Time) >= end.Unix() {
		return problem.Invalidf("month %s ended before the books begin, at %s: the first month to close is that one or a later one", body.Month,
			snapshot.When().Format(time.RFC3339))
	}
	opening, err := e.lastBefore(ctx, uint64(start.Unix())+1)
	if err != nil {
		return err
	}
	body.Opening, body.Block, body.Hash = opening.Number, snapshot.Number, snapshot.Hash
	return nil
}

// isClosed says that a month is closed, and by which transaction.
func (e *Engine) isClosed(ctx context.Context, month string) error {
	tx, err := e.store.Keyed(ctx, ledger.JobSource(rewards.MonthJob, month).Key())
	if err != nil {
		return err
	}
	if tx != nil {
		return &closedError{problem.Conflictf("month %s is closed: `nodeledger month show %s` shows it", month, month), tx}
	}
	return &closedError{error: problem.Conflictf("month %s had neither revenue, costs nor holders of a bracket, or ended before the books "+
		"begin: it closed itself with the later month that was closed", month)}
}
