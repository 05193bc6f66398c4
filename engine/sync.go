package engine

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"
)

// commitEvents is about how many logs go into one commit of a backfill. More is faster up to here and only takes memory
// beyond.
const commitEvents = 2_500

// Progress says how far a sync is.
type Progress struct {
	Block, Target uint64 // the last block booked, the block to reach
	Events        uint64 // booked by this run
}

// Sync books everything up to the chain's head: first what is final, then the blocks that are not. It returns when the
// books are at the head that the chain had when it began. Frozen books are ErrFrozen.
//
// The errors of the chain port come through; whatever they are, the books hold complete steps only.
func (e *Engine) Sync(ctx context.Context, progress func(Progress)) error {
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := e.catchUp(ctx); err != nil {
		return err
	}
	if e.state.Frozen != nil {
		return fmt.Errorf("%w since %s: %s; thaw them with `nodeledger doctor --thaw REASON`", ErrFrozen, e.state.Frozen.Time.Format("2006-01-02 15:04:05Z"), e.state.Frozen.Text)
	}
	if progress == nil {
		progress = func(Progress) {}
	}
	final, err := e.chain.Finalized(ctx)
	if err != nil {
		return e.refuse(ctx, err)
	}
	if err := e.begin(ctx, final); err != nil {
		return err
	}
	if err := e.settleWindow(ctx, final); err != nil {
		return e.refuse(ctx, err)
	}
	if err := e.backfill(ctx, final, progress); err != nil {
		return e.refuse(ctx, err)
	}
	return e.refuse(ctx, e.follow(ctx, progress))
}

// refuse freezes the books on a contradiction and passes every other error on.
func (e *Engine) refuse(ctx context.Context, err error) error {
	var c *Contradiction
	if errors.As(err, &c) {
		return e.freeze(ctx, c)
	}
	return err
}

// backfill books the final blocks that are above everything in the books.
func (e *Engine) backfill(ctx context.Context, final Header, progress func(Progress)) error {
	parent, ok := e.parent()
	if !ok || e.state.Cursor.Head != e.state.Cursor.Final {
		return nil
	}
	begun := e.fold.Events
	group, gctx := errgroup.WithContext(ctx)
	stretches := make(chan Proven, 1) // one is proven while the one before is written
	group.Go(func() error {
		defer close(stretches)
		for at := parent; at.Number+1 <= final.Number; {
			stretch, err := e.chain.Prove(gctx, at, final.Number, true)
			if errors.Is(err, ErrForked) {
				return &Contradiction{Block: at.Number, Text: "the final block that the books end at is no longer on the chain", Evidence: map[string]string{"books": at.Hash.Hex(), "chain": err.Error()}}
			}
			if err != nil {
				return err
			}
			select {
			case stretches <- stretch:
			case <-gctx.Done():
				return gctx.Err()
			}
			at = stretch.Last
		}
		return nil
	})
	group.Go(func() error {
		for stretch := range stretches {
			if err := e.book(gctx, &stretch, final); err != nil {
				return err
			}
			progress(Progress{Block: stretch.Last.Number, Target: final.Number, Events: e.fold.Events - begun})
		}
		return nil
	})
	return group.Wait()
}

// book writes a final stretch, in several commits when there is much in it.
func (e *Engine) book(ctx context.Context, stretch *Proven, final Header) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	from := stretch.From
	c := Commit{DropAbove: ^uint64(0)}
	events := 0
	for i := range stretch.Blocks {
		b := &stretch.Blocks[i]
		if err := e.takeBlock(&c, b, InputBlock); err != nil {
			return e.undo(ctx, err)
		}
		events += len(b.Facts.Logs)
		if last := i == len(stretch.Blocks)-1; events >= commitEvents && !last {
			c.After = Cursor{b.Header, b.Header}
			c.Covered = []Span{{from, b.Header.Number, stretch.Level}}
			if err := e.commit(ctx, c); err != nil {
				return err
			}
			from, events, c = b.Header.Number+1, 0, Commit{DropAbove: ^uint64(0)}
		}
	}
	if stretch.Last.Number == final.Number {
		if err := e.conserves(ctx, final); err != nil {
			return e.undo(ctx, err)
		}
	}
	c.After = Cursor{stretch.Last, stretch.Last}
	c.Covered = []Span{{from, stretch.Last.Number, stretch.Level}}
	return e.commit(ctx, c)
}

// NotConserved says that the contract counts another number of sold nodes than the books would.
type NotConserved struct {
	Block           Header
	Contract, Books uint64
}

// Error says both counts and what they mean.
func (n *NotConserved) Error() string {
	return fmt.Sprintf("at block %d the contract counts %d nodes sold and the books %d: an event is missing or was invented, or start_block is after the first sale; nothing was booked from this stretch, try another endpoint or proof level",
		n.Block.Number, n.Contract, n.Books)
}

// conserves checks the fold against the contract's own counter at a block, where that can be asked.
func (e *Engine) conserves(ctx context.Context, at Header) error {
	sold, ok, err := e.chain.Counter(ctx, at)
	if err != nil {
		return err
	}
	if books := e.fold.Sale.Totals.Nodes - e.fold.Sale.Totals.Returned; ok && sold != books {
		return &NotConserved{at, sold, books}
	}
	return nil
}

// settleWindow compares the blocks that were not final with the chain as it is: those that became final are marked, those
// that left it are reversed. It contradicts when a block that was final is no longer there.
func (e *Engine) settleWindow(ctx context.Context, final Header) error {
	cursor := e.state.Cursor
	if cursor.Head == cursor.Final {
		return nil
	}
	window, err := e.store.Window(ctx)
	if err != nil {
		return err
	}
	fork, forked, err := e.fork(ctx, window)
	if err != nil {
		return err
	}
	if forked {
		if err := e.reorganise(ctx, fork, window, final); err != nil {
			return err
		}
		if window, err = e.store.Window(ctx); err != nil {
			return err
		}
	}
	return e.finalise(ctx, window, final)
}

// fork finds the highest block that the books and the chain share. forked is false when that is the books' head, or when
// the chain merely shows a lower head on the same branch.
func (e *Engine) fork(ctx context.Context, window []Header) (Header, bool, error) {
	forked := false
	for i := len(window) - 1; i >= 0; i-- {
		now, err := e.chain.HeaderAt(ctx, window[i].Number)
		switch {
		case errors.Is(err, ErrNoBlock):
			continue // a lower head alone is no reorganisation
		case err != nil:
			return Header{}, false, err
		case now.Hash == window[i].Hash:
			return window[i], forked, nil
		}
		forked = true
	}
	final := e.state.Cursor.Final
	now, err := e.chain.HeaderAt(ctx, final.Number)
	if errors.Is(err, ErrNoBlock) && !forked {
		return final, false, nil
	}
	if err != nil {
		return Header{}, false, err
	}
	if now.Hash != final.Hash {
		return Header{}, false, &Contradiction{
			Block: final.Number, Text: "a block that was final has been replaced",
			Evidence: map[string]string{"books": final.Hash.Hex(), "chain": now.Hash.Hex()},
		}
	}
	return final, forked, nil
}

// reorganise replaces everything above the fork by the branch that the chain has now. The branch is proven first.
func (e *Engine) reorganise(ctx context.Context, fork Header, window []Header, final Header) error {
	head, err := e.chain.Head(ctx)
	if err != nil {
		return err
	}
	stretch := Proven{From: fork.Number + 1, Last: fork, Level: ProofReceipts}
	if head.Number > fork.Number {
		if stretch, err = e.chain.Prove(ctx, fork, head.Number, false); err != nil {
			return err
		}
	}
	e.log.Warn("blocks left the chain", "above", fork.Number, "to", window[len(window)-1].Number, "new head", stretch.Last.Number)
	e.mu.Lock()
	defer e.mu.Unlock()
	drop := numberInput(InputDrop, fork.Number)
	c := Commit{DropAbove: fork.Number}
	if err := e.take(ctx, &c, drop); err != nil {
		return e.undo(ctx, err)
	}
	fold, err := Restore(ctx, e.program, e.store, drop)
	if err != nil {
		return e.undo(ctx, err)
	}
	fold.files = e.files
	e.fold = fold
	return e.bookPending(ctx, &c, &stretch)
}

// finalise marks the blocks of the window up to the final one.
func (e *Engine) finalise(ctx context.Context, window []Header, final Header) error {
	var last Header
	for _, h := range window {
		if h.Number <= final.Number {
			last = h
		}
	}
	if last.Hash == (common.Hash{}) || (last.Number == final.Number && last.Hash != final.Hash) {
		return nil // the chain moved while we looked; the next sync sees it
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	c := Commit{After: Cursor{last, e.state.Cursor.Head}, DropAbove: ^uint64(0)}
	if e.fold.HasPendingTo(last.Number) {
		if err := e.take(ctx, &c, numberInput(InputFinal, last.Number)); err != nil {
			return e.undo(ctx, err)
		}
	}
	return e.commit(ctx, c)
}

// follow books the blocks between what is final and the head as pending.
func (e *Engine) follow(ctx context.Context, progress func(Progress)) error {
	head, err := e.chain.Head(ctx)
	if err != nil {
		return err
	}
	begun := e.fold.Events
	for e.state.Cursor.Head.Hash != (common.Hash{}) && e.state.Cursor.Head.Number < head.Number {
		stretch, err := e.chain.Prove(ctx, e.state.Cursor.Head, head.Number, false)
		if errors.Is(err, ErrForked) {
			return nil // the head moved to another branch since; the next sync finds the fork
		}
		if err != nil {
			return err
		}
		if err := e.bookHead(ctx, &stretch); err != nil {
			return err
		}
		progress(Progress{Block: stretch.Last.Number, Target: head.Number, Events: e.fold.Events - begun})
	}
	return nil
}

func (e *Engine) bookHead(ctx context.Context, stretch *Proven) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.bookPending(ctx, &Commit{DropAbove: ^uint64(0)}, stretch)
}

func (e *Engine) bookPending(ctx context.Context, c *Commit, stretch *Proven) error {
	for i := range stretch.Blocks {
		if err := e.takeBlock(c, &stretch.Blocks[i], InputPending); err != nil {
			return e.undo(ctx, err)
		}
	}
	c.Headers = stretch.Headers
	c.After = Cursor{e.state.Cursor.Final, stretch.Last}
	if stretch.Last.Number >= stretch.From {
		c.Covered = []Span{{stretch.From, stretch.Last.Number, stretch.Level}}
	}
	return e.commit(ctx, *c)
}
