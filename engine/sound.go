package engine

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Finding is what the last verification of books found, or the last comparison with the chain.
type Finding struct {
	Time       time.Time
	Difference string // empty: none
	Whole      bool   // everything was verified, or compared, and there is none
	OfChain    bool   // the books were compared with the chain

	byStep bool // a step with money found it, or looked again, or this process compared with the chain: the next step looks again
}

// Scratches makes empty books for a whole verification, and what removes them.
type Scratches func(ctx context.Context) (Scratch, func() error, error)

// KeepFindings says what keeps differences, and that everything was verified, outside of the books. Call it before the engine is used by
// others.
func (e *Engine) KeepFindings(note func(Finding) error) { e.note = note }

// Found takes note of what a verification found. While that is a difference, no run is prepared, proposed, approved or exported, no
// month is closed, and no closed period corrected. A difference of the books alone, and one of them and the chain, are each cleared by a
// whole verification of their own kind.
func (e *Engine) Found(f Finding) {
	place := &e.finding
	if f.OfChain {
		place = &e.ofChain
	}
	was := place.Load()
	if was.differs() && f.Difference == "" && !f.Whole && !(was.byStep && f.byStep) {
		return
	}
	place.Store(&f)
	if e.note == nil {
		return
	}
	if err := e.note(f); err != nil {
		e.log.Error("what was found could not be kept outside of the books", "error", err)
	}
}

func (f *Finding) differs() bool { return f != nil && f.Difference != "" }

// Finding is a difference that nobody cleared, or else what the last verification of the books found; nil when there was none.
func (e *Engine) Finding() *Finding {
	f := e.finding.Load()
	if c := e.ofChain.Load(); c.differs() && !f.differs() {
		return c
	}
	return f
}

// VerifyFirst says that books are verified wholly before the first step with money of this process, and how. Call it before the engine
// is used by others.
func (e *Engine) VerifyFirst(scratch Scratches) { e.scratch = scratch }

// Trust says how far books were when everything in them had been verified, and when that was: they are not verified wholly again before
// the first step with money. They must still begin so.
func (e *Engine) Trust(m Mark, at time.Time) { e.verified.Store(&verifiedMark{m, at}) }

// Sound refuses to pay from books that were found not to be sound. It looks at no books, see [Engine.MayPay].
func (e *Engine) Sound() error {
	f := e.Finding()
	if !f.differs() {
		return nil
	}
	return problem.New(problem.Unavailable, problem.NotSound,
		"the books were not sound on %s: %s; nothing is paid from them: restore a backup, "+
			"or rebuild them, and run `nodeledger ledger verify`", f.Time.UTC().Format("2006-01-02 15:04:05 UTC"), f.Difference)
}

// Verified refuses books with a difference that the next step does not look for again, and verifies them wholly where nobody did in this
// process, see [Engine.VerifyFirst], and again where a step with money found one in them.
func (e *Engine) Verified(ctx context.Context) error {
	f, c := e.finding.Load(), e.ofChain.Load()
	if f.differs() && !f.byStep || c.differs() && !c.byStep {
		return e.Sound()
	}
	again := f.differs()
	found := Finding{Whole: e.scratch != nil, byStep: again}
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
		return e.differs(ctx, err)
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
		err = e.checkBegun(ctx)
	}
	if err == nil {
		err = e.FromChain(ctx)
	}
	if err == nil {
		e.View(func(f *fold.Fold, _ State) { err = f.Newest().IsAhead(latest(e.clock.Now(), f.Final())) })
	}
	if err == nil {
		return e.Sound()
	}
	return e.differs(ctx, err)
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
func (e *Engine) differs(ctx context.Context, err error) error {
	text := differenceOf(err)
	if text == "" || ctx.Err() != nil {
		return err
	}
	var ofChain *chainDiffers
	if !errors.As(err, &ofChain) { // that was noted as it was found
		e.Found(Finding{Time: e.clock.Now().UTC(), Difference: text, byStep: true})
	}
	return e.Sound()
}

// differenceOf is the difference that an error is; empty when it is none.
func differenceOf(err error) string {
	if err == nil {
		return ""
	}
	var difference *ledger.Difference
	if errors.As(err, &difference) {
		return difference.Error()
	}
	if of := problem.Of(err); slices.Contains([]problem.Code{problem.ProjectionDiffers, Rewritten, WentBack}, of.Code) {
		return of.Text
	}
	return ""
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
