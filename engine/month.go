package engine

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// CloseMonth closes a month: the share of every holder becomes payable. The chain must be final past its end, and months
// close in order, the first one being whichever is closed first. A month that is closed already has its receipt, whoever
// closed it.
func (e *Engine) CloseMonth(ctx context.Context, by By, month string) (receipt Receipt, err error) {
	err = e.write(ctx, func() error {
		receipt, err = e.closeMonth(ctx, by, month)
		return err
	})
	return receipt, err
}

func (e *Engine) closeMonth(ctx context.Context, by By, month string) (Receipt, error) {
	body := fold.MonthBody{Month: month}
	start, err := body.Start()
	if err != nil {
		return Receipt{}, err
	}
	if e.Program().Revenue == nil {
		return Receipt{}, e.Program().Lacks("revenue")
	}
	end := start.AddDate(0, 1, 0)
	until, final := e.fold.MonthsClosedUntil(), e.state.Cursor.Final
	switch {
	case end.Unix() <= 0:
		return Receipt{}, problem.Invalidf("month %s is before there were blocks", month)
	case !until.IsZero() && !end.After(until):
		return e.closedMonth(ctx, month)
	case !until.IsZero() && !start.Equal(until):
		return Receipt{}, problem.Conflictf("months close in order: close %s first", until.Format(rewards.MonthForm))
	case int64(final.Time) < end.Unix():
		return Receipt{}, problem.Conflictf("month %s ends at %s, and the chain is final up to %s: close it when the chain is final past "+
			"its end (run `nodeledger sync`)",
			month, end.Format(time.RFC3339), final.When().Format(time.RFC3339))
	}
	if err := e.frozen(); err != nil {
		return Receipt{}, err
	}
	snapshot, err := e.lastBefore(ctx, uint64(end.Unix()))
	if err != nil {
		return Receipt{}, err
	}
	if until.IsZero() {
		// A slip of the year would bind everybody to close each month from then on.
		if int64(snapshot.Time) >= end.Unix() {
			return Receipt{}, problem.Invalidf("month %s ended before the books begin, at %s: the first month to close is that one or a "+
				"later one", month, snapshot.When().Format(time.RFC3339))
		}
	}
	opening, err := e.lastBefore(ctx, uint64(start.Unix())+1)
	if err != nil {
		return Receipt{}, err
	}
	body.Opening, body.Block, body.Hash = opening.Number, snapshot.Number, snapshot.Hash
	fact, err := fold.NewFact(fold.Month, "", body, e.now())
	if err != nil {
		return Receipt{}, err
	}
	return e.recordFact(ctx, by, fact, false)
}

// closedMonth is the receipt of a month that was closed before.
func (e *Engine) closedMonth(ctx context.Context, month string) (Receipt, error) {
	tx, err := e.store.Keyed(ctx, ledger.JobSource(rewards.MonthJob, month).Key())
	if err != nil {
		return Receipt{}, err
	}
	if tx == nil {
		return Receipt{}, problem.Conflictf("month %s was never closed and cannot be any more: the first month that was closed is later", month)
	}
	return Receipt{Sequence: tx.Sequence, AlreadyRecorded: true}, nil
}
