package chain

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// Prove proves what follows parent, up to the block to at most. A parent with a zero hash is a place to start from: the
// block after it is not linked to anything. All facts of one stretch come from one endpoint; when its answers do not
// hold, the next endpoint is asked for the same stretch, and [Watcher.FaultyAnswers] names the first. The same goes for a final stretch
// that does not end in the block that every endpoint has there that answers; where two of them differ it is a *[engine.Contradiction].
func (w *Watcher) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	if from := parent.Number + 1; from > to {
		return engine.Proven{}, fmt.Errorf("there is nothing to prove from block %d to block %d", from, to)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	endpoints, prove := w.leaderFirst(), w.proveUnfinalized
	if final {
		endpoints, prove = w.byHealth(), w.proveFinal
	}
	var proven engine.Proven
	err := w.tryEach(ctx, endpoints, final, func(e *endpoint) (err error) {
		proven, err = prove(ctx, e, parent, to)
		switch {
		case final && err == nil:
			err = w.endsAgreed(ctx, e, proven.Last)
		case !final:
			w.misled(e, err)
		}
		return err
	})
	if err != nil {
		return engine.Proven{}, err
	}
	return proven, nil
}

// misled has another endpoint lead for a while where the one that leads does not have the blocks up to its own head: one that made its head
// up would keep the books where they are.
func (w *Watcher) misled(e *endpoint, err error) {
	if w.ledBy(e) == (engine.Header{}) {
		return
	}
	if err == nil || errors.Is(err, engine.ErrNoBlock) || errors.Is(err, errBranch) {
		e.doubt(err)
	}
}

// endsAgreed compares the end of a final stretch that one endpoint proved with what all of them called final, or have there. Before they
// were asked what is final nothing is compared.
func (w *Watcher) endsAgreed(ctx context.Context, e *endpoint, last engine.Header) (err error) {
	w.mu.Lock()
	all := w.final
	w.mu.Unlock()
	if len(w.endpoints) == 1 || all.Hash == (common.Hash{}) {
		return nil
	}
	if all.Number != last.Number {
		if all, err = w.FinalAt(ctx, last.Number); err != nil {
			return err
		}
	}
	if all.Hash != last.Hash {
		return e.fault(last.Number, "it proves up to %s, and the endpoints agree on %s", last.Hash, all.Hash)
	}
	return nil
}

// omission is the fault of logs that are not those of the receipts.
type omission struct {
	*engine.Fault

	listed int  // logs of the block in the answer
	fewer  bool // than the receipts have
}

func (o *omission) Unwrap() error { return o.Fault }

// proveFinal proves a range of which every block is final. Logs that are left out of a range of blocks may have been cut off, as some
// providers do in silence: where a narrower range has them, it is taken, and the endpoint is not faulty.
func (w *Watcher) proveFinal(ctx context.Context, e *endpoint, parent engine.Header, to uint64) (engine.Proven, error) {
	for {
		proven, last, err := w.proveRange(ctx, e, parent, to)
		var cut *omission
		if !errors.As(err, &cut) || !cut.fewer || last == parent.Number+1 {
			return proven, err
		}
		events, _, _, wrong := w.logs(ctx, e, cut.Block, cut.Block)
		if wrong != nil || len(events) == cut.listed {
			return engine.Proven{}, err
		}
		w.warnOnce("an endpoint leaves logs out of long answers; it is asked for fewer blocks", "endpoint", e.name)
		e.narrow(last-parent.Number, err, true)
		to = parent.Number + min(last-parent.Number, e.currentSpan())
	}
}

// proveRange proves a final range as far as the endpoint answers for it in one eth_getLogs, up to the block last.
func (w *Watcher) proveRange(ctx context.Context, e *endpoint, parent engine.Header, to uint64) (proven engine.Proven, last uint64,
	err error) {
	from := parent.Number + 1
	located, err := w.locate(ctx, e, to)
	if err != nil {
		return engine.Proven{}, 0, err
	}
	events, last, unlisted, err := w.logs(ctx, e, from, to)
	if err != nil {
		return engine.Proven{}, 0, err
	}
	if w.agreeing() && !unlisted {
		if err := w.agree(ctx, e, from, last, events); err != nil {
			return engine.Proven{}, 0, err
		}
	}
	for number, hashes := range located {
		if number < from && parent.Hash == (common.Hash{}) {
			w.warnOnce("an admin transaction is in a block before the first one that is read, and is left out",
				"transaction", hashes[0], "block", number, "first", from)
		}
	}
	logs := byBlock(events)
	every := w.options.Level == program.ProofFull || w.options.Watch.Scan
	var requests []blockRequest
	for n := from; ; n++ {
		if every || n == from || n == last || len(logs[n]) > 0 || len(located[n]) > 0 {
			requests = append(requests, w.requestFor(n, common.Hash{}, logs[n], located[n]))
		}
		if unlisted { // the one block of this stretch
			x := &requests[0]
			x.unlisted, x.whole, x.receipts = true, true, true
		}
		if n == last {
			break
		}
	}
	proven, err = w.proveBlocks(ctx, e, parent, requests)
	return proven, last, err
}

// proveBlocks fetches blocks ahead while it proves those before them, in order, each linked to its parent.
func (w *Watcher) proveBlocks(ctx context.Context, e *endpoint, parent engine.Header, requests []blockRequest) (engine.Proven, error) {
	ctx, cancel := context.WithCancel(ctx)
	type fetched struct {
		requests []blockRequest
		blocks   []*block
		err      error
	}
	var fetching sync.WaitGroup
	defer fetching.Wait()
	defer cancel()
	ahead := make(chan chan fetched, w.options.Limits.Parallel-1)
	fetching.Go(func() {
		defer close(ahead)
		for rest := requests; len(rest) > 0; {
			n, weight, most := 0, 0, e.batchSize()
			for n < len(rest) && (n == 0 || weight+rest[n].weight() <= most) {
				weight += rest[n].weight()
				n++
			}
			part, arrived := rest[:n], make(chan fetched, 1)
			rest = rest[n:]
			select {
			case ahead <- arrived:
			case <-ctx.Done():
				return
			}
			fetching.Go(func() {
				blocks, err := w.fetchBlocks(ctx, e, part)
				arrived <- fetched{part, blocks, err}
			})
		}
	})
	proven := engine.Proven{From: parent.Number + 1, Level: w.level()}
	before := parent
	all := everyOne(parent, requests)
	for arrived := range ahead {
		got := <-arrived
		if got.err != nil {
			return proven, got.err
		}
		for i, b := range got.blocks {
			x := &got.requests[i]
			if err := follows(e, parent, before, b); err != nil {
				return proven, err
			}
			facts, err := w.examineTwice(ctx, e, b, x)
			if err != nil {
				return proven, err
			}
			if b.told {
				proven.Level = proven.Level.Weaker(engine.ProofEvents)
			}
			before = b.asHeader()
			if all {
				proven.Headers = append(proven.Headers, before)
			}
			if facts != nil {
				proven.Blocks = append(proven.Blocks, engine.Block{Header: before, Facts: *facts})
				proven.Logs += len(facts.Logs)
			}
			w.blocks.Put(b)
		}
	}
	if ctx.Err() != nil {
		return proven, context.Cause(ctx)
	}
	proven.Last = before
	return proven, nil
}

// everyOne says that every block after a parent is asked for, so that each one is linked to the one before it.
func everyOne(parent engine.Header, requests []blockRequest) bool {
	last := len(requests) - 1
	return last >= 0 && requests[last].number-parent.Number == uint64(len(requests))
}

// examineTwice examines a block, and once more with the bytes of transactions that hash to something else than they are called.
func (w *Watcher) examineTwice(ctx context.Context, e *endpoint, b *block, x *blockRequest) (*sale.Block, error) {
	facts, err := w.examine(e, b, x)
	if m := new(mismatch); !errors.As(err, &m) || !m.bodies {
		return facts, err
	}
	if err := w.fetchOdd(ctx, e, b); err != nil {
		return nil, err
	}
	return w.examine(e, b, x)
}

// follows checks the link of a block to the one before it, where the one before it was fetched.
func follows(e *endpoint, parent, before engine.Header, b *block) error {
	next := b.asHeader()
	if next.Number != before.Number+1 || before.Hash == (common.Hash{}) || next.Parent == before.Hash {
		return nil
	}
	if before == parent {
		return &fork{next.Number, fmt.Sprintf("follows %s, not %s", next.Parent, parent.Hash)}
	}
	return e.fault(next.Number, "it does not follow the block before it, %s: its parent is %s", before.Hash, next.Parent)
}
