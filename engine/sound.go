package engine

import (
	"context"
	"errors"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Finding is what the last verification of books found.
type Finding struct {
	Time       time.Time
	Difference string // empty: none
	Whole      bool   // everything was verified, and there is none
	OfChain    bool   // the books were compared with the chain: what that found, only that clears

	byStep bool // a step with money found it: the next one looks again
}

// Scratches makes empty books for a whole verification, and what removes them.
type Scratches func(ctx context.Context) (Scratch, func() error, error)

// Found takes note of what a verification found. While that is a difference, no run is prepared, proposed, approved or exported, no
// month is closed, and no closed period corrected.
func (e *Engine) Found(f Finding) {
	if was := e.finding.Load(); was == nil || was.clears(&f) {
		e.finding.Store(&f)
	}
}

// clears says whether another finding takes the place of this one.
func (f *Finding) clears(by *Finding) bool {
	return !f.OfChain || f.Difference == "" || by.OfChain || by.Difference != ""
}

// Finding is what the last verification found; nil when there was none.
func (e *Engine) Finding() *Finding { return e.finding.Load() }

// VerifyFirst says that books are verified wholly before the first step with money of this process, and how. Call it before the engine
// is used by others.
func (e *Engine) VerifyFirst(scratch Scratches) { e.scratch = scratch }

// Trust says how far books were when everything in them had been verified, and when that was: they are not verified wholly again before
// the first step with money. They must still begin so.
func (e *Engine) Trust(m Mark, at time.Time) { e.verified.Store(&verifiedMark{m, at}) }

// Sound refuses to pay from books that were found not to be sound. It looks at no books, see [Engine.MayPay].
func (e *Engine) Sound() error {
	f := e.finding.Load()
	if f == nil || f.Difference == "" {
		return nil
	}
	return problem.New(problem.Unavailable, problem.NotSound,
		"the books were not sound on %s: %s; nothing is paid from them: restore a backup, "+
			"or rebuild them, and run `nodeledger ledger verify`", f.Time.UTC().Format("2006-01-02 15:04:05 UTC"), f.Difference)
}

// Verified is Sound once the books were verified wholly in this process: it does that where nobody did, see [Engine.VerifyFirst], and
// again where it was a step with money that found a difference.
func (e *Engine) Verified(ctx context.Context) error {
	f := e.finding.Load()
	again := f != nil && f.byStep
	if err := e.Sound(); err != nil && !again {
		return err
	}
	found := Finding{Whole: e.scratch != nil}
	var err error
	switch {
	case found.Whole && (again || e.verified.Load() == nil):
		err = e.verifyWholly(ctx, e.scratch)
	case again:
		if _, err = e.store.Verify(ctx); err == nil {
			err = e.stillVerified(ctx)
		}
	default:
		return nil
	}
	if err != nil {
		return e.differs(ctx, err, false)
	}
	found.Time = e.clock.Now().UTC()
	e.Found(found)
	return nil
}

// MayPay refuses a step with money unless the books are sound now. They are verified wholly in this process once, see
// [Engine.VerifyFirst] and [Engine.Trust]; then every table is compared with the journal each time, and the tree over everything must
// still begin with the one that was verified. What somebody else said to come from the chain is compared with it, see [Engine.FromChain].
// A difference is a finding like any other.
func (e *Engine) MayPay(ctx context.Context) error {
	before := e.verified.Load()
	if err := e.Verified(ctx); err != nil {
		return err
	}
	var err error
	if e.verified.Load() == before {
		if _, err = e.store.Verify(ctx); err == nil {
			err = e.stillVerified(ctx)
		}
	}
	if err == nil {
		if err = e.FromChain(ctx); err != nil {
			return e.differs(ctx, err, true)
		}
		e.View(func(f *fold.Fold, _ State) { err = f.Newest().IsAhead(latest(e.clock.Now(), f.Final())) })
	}
	return e.differs(ctx, err, false)
}

// mayRecord is MayPay for a fact of a kind that decides about money, but for the step that takes a run back.
func (e *Engine) mayRecord(ctx context.Context, kind string, body any) error {
	switch step, _ := body.(fold.StepBody); {
	case kind == fold.Payout, kind == fold.PayoutStep && fold.Lets(step.Step):
		return e.MayPay(ctx)
	}
	return nil
}

// differs takes note of an error that is a difference in the books, or between them and the chain, and makes it the refusal of
// [Engine.Sound].
func (e *Engine) differs(ctx context.Context, err error, ofChain bool) error {
	var difference *ledger.Difference
	text := ""
	switch of := problem.Of(err); {
	case err == nil || ctx.Err() != nil:
		return err
	case errors.As(err, &difference):
		text = difference.Error()
	case of.Code == Rewritten || of.Code == WentBack || of.Code == problem.ProjectionDiffers:
		text = of.Text
	default:
		return err
	}
	e.Found(Finding{Time: e.clock.Now().UTC(), Difference: text, OfChain: ofChain, byStep: true})
	return e.Sound()
}

// verifyWholly is Verify with the engine's books, which must go on from those that were verified before.
func (e *Engine) verifyWholly(ctx context.Context, make Scratches) error {
	e.verifying.Lock()
	defer e.verifying.Unlock()
	at, err := e.store.State(ctx)
	if err != nil {
		return err
	}
	if _, err := Verify(ctx, e.store, nil, e.clock.Now(), nil); err != nil {
		return err
	}
	scratch, remove, err := make(ctx)
	if err != nil {
		return err
	}
	if at.Inputs > 0 {
		err = replay(ctx, e.store, scratch, at, nil)
	}
	if err = errors.Join(err, remove()); err == nil {
		err = e.stillVerified(ctx)
	}
	if err != nil {
		return err
	}
	m, err := MarkOf(ctx, e.store, at)
	if err == nil {
		e.verified.Store(&verifiedMark{m, e.clock.Now()})
	}
	return err
}

// verifiedMark is how far books were when they were verified wholly.
type verifiedMark struct {
	Mark
	at time.Time
}

// stillVerified refuses books that do not go on from those that were verified.
func (e *Engine) stillVerified(ctx context.Context) error {
	m := e.verified.Load()
	if m == nil {
		return nil
	}
	return m.Follows(ctx, e.store, m.at, "restore what was there")
}

// soundFor is Sound for a fact that decides about money, as it is recorded. Whoever calls it holds mu.
func (e *Engine) soundFor(fact *fold.Fact) error {
	if pays, err := fact.Pays(); err != nil || !pays {
		return err
	}
	switch {
	case e.isFetched():
	case e.chain == nil && e.canAsk:
		return ErrAsksNode
	case e.chain != nil:
		return problem.New(problem.Busy, "", "another process added blocks meanwhile: try again in a moment")
	}
	return e.Sound()
}
