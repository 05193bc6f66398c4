package engine

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
)

// What readers of the books want to know of the facts that operators recorded. Nothing here changes the books.

// Fact is what an operator recorded with an input; nil for every other input.
func (in *Input) Fact() (*Fact, error) {
	if in.Kind != InputFact {
		return nil, nil //nolint:nilnil // most inputs are none
	}
	var f Fact
	err := in.decode(&f)
	return &f, err
}

// Key is the idempotency key under which the journal has the fact: what it moved, or the trace of it.
func (f *Fact) Key() string { return f.key() }

// ClosedMonth is the month that a fact closed, such as "2024-06"; empty for every other fact.
func (f *Fact) ClosedMonth() (month string, err error) {
	if f.Kind != MonthFact {
		return "", nil
	}
	var body monthBody
	err = json.Unmarshal(f.Body, &body)
	return body.Month, err
}

// RecomputeMonth computes a month once more from the fact that closed it and what the books held at its end. Unlike Month it
// holds no lock meanwhile: what it needs of the fold is copied, and what the store says of a closed month stays.
func (e *Engine) RecomputeMonth(ctx context.Context, fact *Fact) (*rewards.ClosedMonth, error) {
	if fact.Kind != MonthFact {
		return nil, fmt.Errorf("the fact %s closed no month", fact.Key())
	}
	var body monthBody
	if err := json.Unmarshal(fact.Body, &body); err != nil {
		return nil, err
	}
	var still Fold
	e.View(func(f *Fold, _ State) { still = *f })
	return still.month(ctx, &body, e.store)
}

// WaitingOf is who a payout run leaves out, from the run's transaction, in rising order of wallet.
func WaitingOf(d *ledger.Draft) ([]payout.Waiting, error) {
	r, err := payout.Read(d)
	if err != nil {
		return nil, err
	}
	return readWaiting(r.Asset, d.Meta["held"])
}
