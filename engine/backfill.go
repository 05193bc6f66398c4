package engine

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
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
	begun, by, cursor := e.fold.Events, e.Program(), e.state.Cursor
	group, gctx := errgroup.WithContext(ctx)
	stretches := make(chan Proven, 1) // one is proven while the one before is written
	group.Go(func() error {
		defer close(stretches)
		most := uint64(firstBlocks)
		for at := parent; at.Number+1 <= final.Number; most = min(2*most, final.Number) {
			stretch, err := e.chain.Prove(gctx, at, at.Number+min(most, final.Number-at.Number), true)
			if errors.Is(err, ErrForked) {
				return &Contradiction{Block: at.Number, Text: "the final block that the books end at is no longer on the chain",
					Evidence: map[string]string{"books": at.Hash.Hex(), "chain": err.Error()}}
			}
			if err == nil && stretch.Last.Number >= final.Number && stretch.Last.Hash != final.Hash {
				err = fmt.Errorf("what was proven up to block %d ends in %s, and the endpoints agree on %s: nothing was booked from it, "+
					"the next sync tries again", final.Number, stretch.Last, final)
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
			counted, err := e.count(gctx, &stretch, final)
			if err != nil {
				return err
			}
			at := Progress{Block: stretch.Last.Number, Target: final.Number}
			err = e.keeping(func() error {
				if err := e.stands(gctx, Position{Cursor: cursor}, by, false); err != nil {
					return err
				}
				err := e.book(gctx, &stretch, counted)
				cursor, at.Events = e.state.Cursor, e.fold.Events-begun
				return err
			})
			if err != nil {
				return err
			}
			e.save(gctx, false)
			progress(at)
		}
		return nil
	})
	return e.released(group.Wait)
}

// keeping runs something while nobody else may write.
func (e *Engine) keeping(run func() error) error {
	e.writing.Lock()
	defer e.writing.Unlock()
	return run()
}

// counts are what the contracts count at the end of a stretch. sure says that all of the books is proven, that stretch too.
type counts struct {
	list []Count
	sure bool
}

// count asks the contracts' own counters at the end of a stretch, where that is the final block; nowhere else.
func (e *Engine) count(ctx context.Context, stretch *Proven, final Header) (c counts, err error) {
	if stretch.Last.Number != final.Number {
		return c, nil
	}
	if c.list, err = e.chain.Counters(ctx, final); err != nil {
		return c, err
	}
	apart := slices.ContainsFunc(c.list, func(c Count) bool { return c.Apart != nil })
	if apart && stretch.Level == ProofFull {
		report, err := e.Report(ctx)
		if err != nil {
			return c, err
		}
		c.sure = report.Blocks == 0 || report.Proof == ProofFull
	}
	return c, nil
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

// book writes a final stretch. Where another process committed in between it goes on from there like [Engine.step].
func (e *Engine) book(ctx context.Context, stretch *Proven, counted counts) error {
	by, cursor := e.Program(), e.state.Cursor
	for rest := cut(stretch, counted); len(rest) > 0; {
		err := e.retry(ctx, func() error {
			n, err := e.bookAhead(ctx, rest)
			if n > 0 {
				cursor, rest = Cursor{rest[n-1].last, rest[n-1].last}, rest[n:]
			}
			return err
		}, func(Position) bool { return cursor == e.state.Cursor && by == e.Program() })
		if err != nil {
			return err
		}
	}
	return nil
}

// bookAhead writes parts until somebody waits to look at the books, and says how many. While one is written the fold takes the next one,
// which is thrown away with the fold where writing fails: nobody sees a fold that says more than the books, since mu is held.
func (e *Engine) bookAhead(ctx context.Context, parts []part) (booked int, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	finish := func() error { return nil }
	for i := range parts {
		var c Commit
		failed := e.takePart(ctx, &c, &parts[i])
		if err := finish(); err != nil {
			return booked, e.undo(ctx, err)
		}
		booked = i
		if failed != nil {
			return booked, e.undo(ctx, failed)
		}
		finish = e.beginCommit(ctx, c)
		if e.mu.wanted() {
			parts = parts[:i+1]
			break
		}
	}
	if err := finish(); err != nil {
		return booked, e.undo(ctx, err)
	}
	return len(parts), nil
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

// NotConserved says that the contracts count something else than the books would.
type NotConserved struct {
	Block           Header
	What            string // such as "nodes sold"
	Contract, Books string
	Assurance       Assurance // of the contracts' count
}

// Error says both counts and what they mean.
func (n *NotConserved) Error() string {
	return fmt.Sprintf("at block %d the contract counts %s %s (%s) and the books %s: an event is missing or was invented, the program "+
		"file leaves out an event of the sale or reads one wrongly, or start_block is after the first sale; nothing was booked from this "+
		"stretch: compare the file with the contract (nodeledger program probe), or try another endpoint or proof level",
		n.Block.Number, n.Contract, n.What, n.Assurance, n.Books)
}

// conserves checks the fold against the contracts' own counters at a block, where they are known. Where endpoints differ about one, and
// all of the books is proven at level full, so that no log is missing, the one is right that says what the books have; the log names all.
func (e *Engine) conserves(at Header, counts counts) error {
	for i := range counts.list {
		c := &counts.list[i]
		books, what := counted(e.fold, &c.Counter)
		switch d := c.Apart; {
		case d != nil && (!counts.sure || !d.Has(new(big.Int).Add(books, new(big.Int).SetUint64(c.Less)).String())):
			return d
		case d != nil:
			e.log.Warn("endpoints disagree about the contract's counter; the one is right that says what is proven", "block", at.Number,
				"proven", books, "answers", d.Answers)
		case c.Known() && c.Value.ToBig().Cmp(books) != 0:
			return &NotConserved{at, what, c.Value.Dec(), books.String(), c.Assurance}
		}
	}
	return nil
}

// counted is what the books have of what a counter counts, and what that is.
func counted(f *fold.Fold, c *sale.Counter) (*big.Int, string) {
	t := &f.Sale.Totals
	switch c.Of {
	case program.CountsSold:
		return new(big.Int).SetUint64(t.Nodes + t.Given), "nodes sold"
	case program.CountsPaid:
		for _, sums := range t.ByAsset() {
			if sums.Asset() == c.Asset {
				return sums.Gross.Big(), "base units of " + c.Asset.Symbol() + " paid"
			}
		}
		return new(big.Int), "base units of " + c.Asset.Symbol() + " paid"
	case program.CountsOwed:
		return f.HeldForReferrers(c.Asset), "base units of " + c.Asset.Symbol() + " held for referrers"
	default:
		return new(big.Int).SetUint64(t.Exist()), "nodes sold"
	}
}
