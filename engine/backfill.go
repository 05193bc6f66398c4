package engine

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// commitEvents is about how many logs go into one commit of a backfill. More is faster up to here and only takes memory
// beyond.
var commitEvents = 5_000

// firstBlocks is how many blocks the first stretch of a backfill has at most; each that follows may have twice as many. So writing begins
// at once, and goes on while more is proven.
const firstBlocks = 64

// backfill books the final blocks that are above everything in the books.
func (e *Engine) backfill(ctx context.Context, final Header, progress func(Progress)) error {
	parent, ok := e.parent()
	if !ok || e.state.Cursor.Head != e.state.Cursor.Final {
		return nil
	}
	begun, by := e.fold.Events, e.Program()
	group, gctx := errgroup.WithContext(ctx)
	stretches := make(chan stretch, 1) // one is proven while the one before is written
	b := backfilling{Engine: e, stretches: stretches, cursor: e.state.Cursor}
	group.Go(func() error {
		defer close(stretches)
		return e.prove(gctx, parent, final, stretches)
	})
	group.Go(func() error {
		for {
			if more, err := b.wait(gctx); err != nil || !more {
				return err
			}
			at := Progress{Target: final.Number}
			err := e.keeping(func() error {
				if err := e.stands(gctx, Position{Cursor: b.cursor}, by, false); err != nil {
					return err
				}
				err := b.book(gctx, by)
				b.cursor = e.state.Cursor
				at.Block, at.Events = b.cursor.Final.Number, e.fold.Events-begun
				return err
			})
			if err != nil {
				return err
			}
			e.save(gctx, false)
			progress(at)
		}
	})
	return e.released(group.Wait)
}

// stretch is a final stretch that is proven, with what the contracts count at its end where that is the final block, or why they could not
// be asked.
type stretch struct {
	Proven

	counts []Count
	failed error
}

// prove proves stretch after stretch up to the final block.
func (e *Engine) prove(ctx context.Context, at, final Header, into chan<- stretch) error {
	most := uint64(firstBlocks)
	for ; at.Number+1 <= final.Number; most = min(2*most, final.Number) {
		proven, err := e.chain.Prove(ctx, at, at.Number+min(most, final.Number-at.Number), true)
		if errors.Is(err, ErrForked) {
			return &Contradiction{Block: at.Number, Text: "the final block that the books end at is no longer on the chain",
				Evidence: map[string]string{"books": at.Hash.Hex(), "chain": err.Error()}}
		}
		if err == nil && proven.Last.Number >= final.Number && proven.Last.Hash != final.Hash {
			err = fmt.Errorf("what was proven up to block %d ends in %s, and the endpoints agree on %s: nothing was booked from it, "+
				"the next sync tries again", final.Number, proven.Last, final)
		}
		if err != nil {
			return err
		}
		s := stretch{Proven: proven}
		if at = proven.Last; at.Number == final.Number {
			s.counts, s.failed = e.chain.Counters(ctx, final)
		}
		select {
		case into <- s:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// keeping runs something while nobody else may write.
func (e *Engine) keeping(run func() error) error {
	e.writing.Lock()
	defer e.writing.Unlock()
	return run()
}

// part is what of a final stretch goes into one commit.
type part struct {
	Span

	blocks []Block
	last   Header
	counts counts // at last
}

// cut makes parts of a stretch, several where there is much in it.
func cut(stretch *Proven, counted counts) (list []part) {
	from, first, events := stretch.From, 0, 0
	for i := range stretch.Blocks {
		if events += len(stretch.Blocks[i].Facts.Logs); events >= commitEvents && i+1 < len(stretch.Blocks) {
			last := stretch.Blocks[i].Header
			list = append(list, part{Span: Span{from, last.Number, stretch.Level}, blocks: stretch.Blocks[first : i+1], last: last})
			from, first, events = last.Number+1, i+1, 0
		}
	}
	return append(list, part{Span{from, stretch.Last.Number, stretch.Level}, stretch.Blocks[first:], stretch.Last, counted})
}

// backfilling is what of a backfill is proven and not booked yet. Where another process committed in between it goes on from there like
// [Engine.step].
type backfilling struct {
	*Engine

	stretches <-chan stretch
	next      *stretch // came, and is looked at when everything before it is booked
	rest      []part
	cursor    Cursor // where the books are by it
}

// wait waits until there is something to book; false at the end.
func (b *backfilling) wait(ctx context.Context) (bool, error) {
	if len(b.rest) > 0 {
		return true, nil
	}
	if b.next == nil {
		s, ok := <-b.stretches
		if !ok {
			return false, nil
		}
		b.next = &s
	}
	counted, err := b.count(ctx, b.next)
	if err == nil {
		b.rest, b.next = cut(&b.next.Proven, counted), nil
	}
	return true, err
}

// more takes the next stretch where it is proven already, and nothing has to be looked at before.
func (b *backfilling) more() {
	if b.next != nil {
		return
	}
	select {
	case s, ok := <-b.stretches:
		switch {
		case !ok:
		case s.failed != nil || s.apart():
			b.next = &s
		default:
			b.rest = append(b.rest, cut(&s.Proven, counts{list: s.counts})...)
		}
	default:
	}
}

// partsInARow is after how many commits it is said how far a backfill is, and saved where it is time to.
const partsInARow = 20

// book writes what there is until somebody else waits to write, or to look at the books, or it is much.
func (b *backfilling) book(ctx context.Context, by *program.Program) error {
	return b.retry(ctx, func() error { return b.bookAhead(ctx) }, func(Position) bool {
		return b.cursor == b.state.Cursor && by == b.Program()
	})
}

// bookAhead writes parts, and while one is written the fold takes the next one, which is thrown away with the fold where writing fails:
// nobody sees a fold that says more than the books, since mu is held.
func (b *backfilling) bookAhead(ctx context.Context) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	finish, begun := func() error { return nil }, 0 // begun is how many of the rest are being written: one at most
	ended := func() error {
		if err := finish(); err != nil {
			return err
		}
		if begun > 0 {
			b.cursor = Cursor{b.rest[0].last, b.rest[0].last}
			b.rest[0], b.rest, begun = part{}, b.rest[1:], 0 // its blocks are not kept for those that come
		}
		return nil
	}
	for n := 0; n < partsInARow && begun < len(b.rest); n++ {
		var c Commit
		failed := b.takePart(ctx, &c, &b.rest[begun])
		if err := ended(); err != nil {
			return b.undo(ctx, err)
		}
		if failed != nil {
			return b.undo(ctx, failed)
		}
		finish, begun = b.beginCommit(ctx, c), 1
		if b.mu.wanted() || b.writing.wanted() {
			break
		}
		if len(b.rest) == 1 {
			b.more()
		}
	}
	if err := ended(); err != nil {
		return b.undo(ctx, err)
	}
	return nil
}

// beginCommit lets the store write a commit; finish waits for it and brings the state forward.
func (e *Engine) beginCommit(ctx context.Context, c Commit) (finish func() error) {
	all := e.announce(&c)
	var head ledger.Head
	var err error
	written := make(chan struct{})
	go func() {
		defer close(written)
		head, err = e.store.Commit(ctx, c)
	}()
	return func() error {
		if <-written; err == nil {
			e.committed(&c, head, all)
		}
		return err
	}
}

// takePart adds a part of a final stretch to a commit.
func (e *Engine) takePart(ctx context.Context, c *Commit, p *part) error {
	for i := range p.blocks {
		if err := e.takeBlock(c, &p.blocks[i], fold.InputBlock); err != nil {
			return err
		}
	}
	if err := e.takeFinal(ctx, c, p.last); err != nil {
		return err
	}
	c.Cursor, c.Covered = &Cursor{p.last, p.last}, []Span{p.Span}
	return e.conserves(p.last, p.counts)
}
