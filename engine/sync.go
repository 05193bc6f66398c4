package engine

import (
	"context"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
)

// Progress says how far a sync is.
type Progress struct {
	Block, Target uint64 // the last block booked, the block to reach
	Events        uint64 // booked by this run
}

// Sync books everything up to the chain's head: first what is final, then the blocks that are not. It returns when the
// books are at the head that the chain had when it began. Frozen books are ErrFrozen.
//
// Others may write while the chain is asked: the books are kept for a step at a time.
//
// The errors of the chain port come through; whatever they are, the books hold complete steps only.
func (e *Engine) Sync(ctx context.Context, progress func(Progress)) error {
	if progress == nil {
		progress = func(Progress) {}
	}
	e.following.Lock()
	defer e.following.Unlock()
	err := e.write(ctx, func() error { return e.sync(ctx, progress) })
	if ctx.Err() == nil {
		e.save(ctx, true)
	}
	return err
}

func (e *Engine) sync(ctx context.Context, progress func(Progress)) error {
	if err := e.frozen(); err != nil {
		return err
	}
	if err := e.chain.Watch(e.Program()); err != nil {
		return err
	}
	e.lately = Header{}
	final, err := e.away().Finalized(ctx)
	if err != nil {
		return e.freezeOnContradiction(ctx, err)
	}
	if err := e.bookFinal(ctx, final, progress); err != nil {
		return err
	}
	return e.freezeOnContradiction(ctx, e.follow(ctx, progress))
}

// bookFinal books everything up to a final block.
func (e *Engine) bookFinal(ctx context.Context, final Header, progress func(Progress)) error {
	if err := e.begin(ctx, final); err != nil {
		return err
	}
	if err := e.adopt(ctx, final, progress); err != nil { // before any block is fetched that shows what the wallets do that were added
		return e.freezeOnContradiction(ctx, err)
	}
	if err := e.settleWindow(ctx, final); err != nil {
		return e.freezeOnContradiction(ctx, err)
	}
	if err := e.backfill(ctx, final, progress); err != nil {
		return e.freezeOnContradiction(ctx, err)
	}
	return e.noteFinal(ctx)
}

// begin makes the block before the first one the ground that the books stand on. Before block 0 there is none: a header
// without a hash, whose number is the largest there is, so that adding one gives 0.
func (e *Engine) begin(ctx context.Context, final Header) error {
	start := e.Program().Chain.StartBlock
	if e.state.Cursor.Head.Hash != (common.Hash{}) || start == 0 || final.Number+1 < start {
		return nil
	}
	ground, err := e.away().FinalAt(ctx, start-1)
	if err != nil {
		return err
	}
	opening, _, err := e.openingAt(ctx, ground, e.Holdings())
	if err != nil {
		return err
	}
	return e.step(ctx, func(c *Commit) error {
		c.Cursor = &Cursor{ground, ground}
		if opening == nil {
			return nil
		}
		return e.take(ctx, c, fold.OpeningInput(opening))
	})
}

// parent is the header that the next stretch must follow, and whether there is one.
func (e *Engine) parent() (Header, bool) {
	switch {
	case e.state.Cursor.Head.Hash != (common.Hash{}):
		return e.state.Cursor.Head, true
	case e.Program().Chain.StartBlock == 0:
		return Header{Number: ^uint64(0)}, true
	default:
		return Header{}, false // the first block is not final yet
	}
}

// follow books the blocks between what is final and the head as pending.
func (e *Engine) follow(ctx context.Context, progress func(Progress)) error {
	head, err := e.headNow(ctx)
	if err != nil {
		return err
	}
	begun := e.fold.Events
	for e.state.Cursor.Head.Hash != (common.Hash{}) && e.state.Cursor.Head.Number < head.Number {
		stretch, err := e.away().Prove(ctx, e.state.Cursor.Head, head.Number, false)
		if errors.Is(err, ErrForked) {
			return nil // the head moved to another branch since; the next sync finds the fork
		}
		if err != nil {
			return err
		}
		counted, err := e.countAtHead(ctx, &stretch, head)
		if err != nil {
			return err
		}
		if err := e.bookHead(ctx, &stretch, counted); err != nil {
			return err
		}
		progress(Progress{Block: stretch.Last.Number, Target: head.Number, Events: e.fold.Events - begun})
	}
	return nil
}

// headNow is the chain's head: the one that was taken a moment ago, while the window was settled, or the one that it has now.
func (e *Engine) headNow(ctx context.Context) (Header, error) {
	if head := e.lately; head != (Header{}) {
		e.lately = Header{}
		return head, nil
	}
	return e.away().Head(ctx)
}

// countAtHead is what the contracts count at the head, where something was booked up to there or could have been left out. Endpoints that
// differ about it there say nothing: one of them may not have come so far.
func (e *Engine) countAtHead(ctx context.Context, stretch *Proven, head Header) (counts, error) {
	if stretch.Last.Hash != head.Hash || len(stretch.Blocks) == 0 && stretch.Level == ProofFull {
		return counts{}, nil
	}
	list, err := e.away().Counters(ctx, head)
	return counts{list: slices.DeleteFunc(list, func(c Count) bool { return c.Apart != nil })}, err
}

func (e *Engine) bookHead(ctx context.Context, stretch *Proven, counted counts) error {
	return e.step(ctx, func(c *Commit) error {
		if err := e.takePending(c, stretch); err != nil {
			return err
		}
		return e.conserves(stretch.Last, counted)
	})
}

// takePending adds a stretch that is not final to a commit.
func (e *Engine) takePending(c *Commit, stretch *Proven) error {
	for i := range stretch.Blocks {
		if err := e.takeBlock(c, &stretch.Blocks[i], fold.InputPending); err != nil {
			return err
		}
	}
	c.Headers = stretch.Headers
	c.Cursor = &Cursor{e.state.Cursor.Final, stretch.Last}
	if stretch.Last.Number >= stretch.From {
		c.Covered = []Span{{stretch.From, stretch.Last.Number, stretch.Level}}
	}
	return nil
}
