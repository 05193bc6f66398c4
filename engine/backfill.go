package engine

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"golang.org/x/sync/errgroup"

	"github.com/nodeledger/nodeledger/engine/fold"
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
			counted, err := e.counted(gctx, &stretch, final)
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

// count is what the contract counts, or what endpoints report of that where they differ and all of the books is proven.
type count struct {
	Figure

	apart *Disagreement
}

// counted is the contract's own counter at the end of a stretch, where that is the final block; unknown anywhere else.
func (e *Engine) counted(ctx context.Context, stretch *Proven, final Header) (count, error) {
	if stretch.Last.Number != final.Number {
		return count{}, nil
	}
	counter, err := e.chain.Counter(ctx, final)
	var apart *Disagreement
	if errors.As(err, &apart) && stretch.Level == ProofFull {
		report, wrong := e.Report(ctx)
		if wrong != nil {
			return count{}, wrong
		}
		if report.Blocks == 0 || report.Proof == ProofFull {
			return count{apart: apart}, nil
		}
	}
	return count{Figure: counter}, err
}

// book writes a final stretch, in several commits when there is much in it.
func (e *Engine) book(ctx context.Context, stretch *Proven, final Header, counter count) error {
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

// NotConserved says that the contract counts another number of sold nodes than the books would.
type NotConserved struct {
	Block           Header
	Contract, Books uint64
	Assurance       Assurance // of the contract's count
}

// Error says both counts and what they mean.
func (n *NotConserved) Error() string {
	return fmt.Sprintf("at block %d the contract counts %d nodes sold (%s) and the books %d: an event is missing or was invented, or "+
		"start_block is after the first sale; nothing was booked from this stretch, try another endpoint or proof level",
		n.Block.Number, n.Contract, n.Assurance, n.Books)
}

// conserves checks the fold against the contract's own counter at a block, where that is known. Where endpoints differ about it, and all
// of the books is proven at level full, so that no log is missing, the one is right that says what the books have; the log names all.
func (e *Engine) conserves(at Header, counter count) error {
	books := e.fold.Sale.Totals.Nodes - e.fold.Sale.Totals.Returned
	if d := counter.apart; d != nil {
		if !d.Has(strconv.FormatUint(books, 10)) {
			return d
		}
		e.log.Warn("endpoints disagree about the contract's counter; the one is right that says what is proven", "block", at.Number,
			"proven", books, "answers", d.Answers)
		return nil
	}
	if !counter.Known() {
		return nil
	}
	if !counter.Value.IsUint64() {
		return fmt.Errorf("the contract's counter is %s, which cannot be a number of nodes; check sale.counter and sale.counter_slot in "+
			"the program file", &counter.Value)
	}
	if counter.Value.Uint64() != books {
		return &NotConserved{at, counter.Value.Uint64(), books, counter.Assurance}
	}
	return nil
}
