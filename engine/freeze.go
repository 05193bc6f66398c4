package engine

import (
	"context"
	"errors"
	"fmt"

	"github.com/nodeledger/nodeledger/engine/fold"
)

// frozen refuses to go on with frozen books.
func (e *Engine) frozen() error {
	if f := e.fold.Frozen(); f != nil {
		return f.Refuse()
	}
	return nil
}

// freezeOnContradiction freezes the books on a contradiction and passes every other error on.
func (e *Engine) freezeOnContradiction(ctx context.Context, err error) error {
	var c *Contradiction
	if errors.As(err, &c) {
		return e.freeze(ctx, c)
	}
	return err
}

// freeze stops the books with evidence, and returns the contradiction.
func (e *Engine) freeze(ctx context.Context, c *Contradiction) error {
	incident := &Incident{Time: e.now(), Text: c.Error(), Evidence: c.Evidence}
	err := e.step(ctx, func(commit *Commit) error { return e.take(ctx, commit, fold.IncidentInput(incident)) })
	if err != nil {
		return errors.Join(c, err)
	}
	e.log.Error("the books are frozen", "why", c.Text, "block", c.Block)
	return fmt.Errorf("%w: %w; look at the evidence with `nodeledger doctor --rpc URL`, which says how the books go on", ErrFrozen, c)
}

// Thaw lets frozen books go on, and records who decided it and why.
func (e *Engine) Thaw(ctx context.Context, by By, reason string) (receipt Receipt, err error) {
	err = e.writeBy(ctx, by, func(by By) error {
		fact, err := fold.NewThaw(e.state.Inputs, reason, e.now())
		if err != nil {
			return err
		}
		receipt, err = e.recordFact(ctx, by, fact)
		return err
	})
	return receipt, err
}
