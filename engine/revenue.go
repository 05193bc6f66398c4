package engine

import (
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

// overdrawn makes a refusal of a commit that the books have too little for.
func overdrawn(err error) error {
	if errors.Is(err, ledger.ErrTurned) {
		return problem.As(problem.Conflict, problem.Overdrawn, err)
	}
	return err
}
