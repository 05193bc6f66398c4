package engine

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// commitEvents is about how many logs go into one commit of a backfill. More is faster up to here and only takes memory
// beyond.
const commitEvents = 2_500

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
		for at := parent; at.Number+1 <= final.Number; {
			stretch, err := e.chain.Prove(gctx, at, final.Number, true)
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
				err := e.book(gctx, &stretch, final, counted)
				cursor, at.Events = e.state.Cursor, e.fold.Events-begun
				return err
			})
			if err != nil {
				return err
			}
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

// book writes a final stretch, in several commits when there is much in it.
func (e *Engine) book(ctx context.Context, stretch *Proven, final Header, counter counts) error {
	from, blocks := stretch.From, stretch.Blocks
	for {
		n := batch(blocks)
		last := stretch.Last
		if n < len(blocks) {
			last = blocks[n-1].Header
		}
		err := e.step(ctx, func(c *Commit) error {
			for i := range blocks[:n] {
				if err := e.takeBlock(c, &blocks[i], fold.InputBlock); err != nil {
					return err
				}
			}
			if err := e.takeFinal(ctx, c, last); err != nil {
				return err
			}
			c.Cursor, c.Covered = &Cursor{last, last}, []Span{{from, last.Number, stretch.Level}}
			if last.Number == final.Number {
				return e.conserves(final, counter)
			}
			return nil
		})
		if err != nil || n == len(blocks) {
			return err
		}
		from, blocks = last.Number+1, blocks[n:]
	}
}

// batch is how many of the blocks go into the next commit.
func batch(blocks []Block) int {
	events := 0
	for i := range blocks {
		if events += len(blocks[i].Facts.Logs); events >= commitEvents {
			return i + 1
		}
	}
	return len(blocks)
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
