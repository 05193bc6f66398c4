package engine

import (
	"context"
	"errors"
	"fmt"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
)

// frozen refuses to go on with frozen books.
func (e *Engine) frozen() error {
	if f := e.state.Frozen; f != nil {
		return fmt.Errorf("%w since %s: %s; thaw them with `nodeledger doctor --thaw REASON`", ErrFrozen,
			f.Time.Format("2006-01-02 15:04:05Z"), f.Text)
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
	incident := &Incident{Time: e.clock.Now().UTC(), Text: c.Error(), Evidence: c.Evidence}
	err := e.step(ctx, func(commit *Commit) error {
		commit.Incident = incident
		return nil
	})
	if err != nil {
		return errors.Join(c, err)
	}
	e.log.Error("the books are frozen", "why", c.Text, "block", c.Block)
	return fmt.Errorf("%w: %w; look at the evidence with `nodeledger doctor`, then thaw with `nodeledger doctor --thaw REASON`", ErrFrozen, c)
}

// Thaw lets frozen books go on, and records who decided it and why.
func (e *Engine) Thaw(ctx context.Context, by By, reason string) (receipt Receipt, err error) {
	err = e.writeBy(ctx, by, func(by By) error {
		if e.state.Frozen == nil {
			return problem.Conflictf("the books are not frozen; there is nothing to thaw")
		}
		fact, err := fold.NewThaw(e.state.Inputs, reason, e.now())
		if err != nil {
			return err
		}
		receipt, err = e.recordFact(ctx, by, fact, true)
		return err
	})
	return receipt, err
}
