package chain

import (
	"context"
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// Provable is what an endpoint's answers about one block prove.
type Provable struct {
	Endpoint string
	Block    uint64             // the newest final one that has transactions; 0: none was found
	Level    program.ProofLevel // the highest that holds there; empty where there is no such block
	Why      string             // what does not hold, and why; empty: header, receipts and transactions were rebuilt
}

// Falls says whether the level that holds is a lower one than the level that is set.
func (p *Provable) Falls(set program.ProofLevel) bool {
	order := []program.ProofLevel{program.ProofNone, program.ProofEvents, program.ProofFull}
	return p.Level != "" && slices.Index(order, p.Level) < slices.Index(order, set)
}

// String says which level holds, and the line of the program file for it.
func (p *Provable) String() string {
	if p.Level == "" {
		return p.Endpoint + ": none of the newest final blocks has transactions, so nothing was rebuilt; ask again later"
	}
	text := fmt.Sprintf("%s: at block %d the highest level that holds is %s, which is `chain.proof: %[3]s`", p.Endpoint, p.Block, p.Level)
	if p.Why == "" {
		return text + "; header, receipts and transactions were rebuilt"
	}
	return text + "; " + p.Why
}

// Provable rebuilds the newest final block that has transactions, as each endpoint tells it. The error is about asking: an endpoint that
// cannot be asked is not in the list, and the first one's error is returned.
func (w *Watcher) Provable(ctx context.Context) (out []Provable, err error) {
	for _, e := range w.endpoints {
		one, failed := w.provable(ctx, e)
		switch {
		case ctx.Err() != nil:
			return nil, context.Cause(ctx)
		case failed != nil && err == nil:
			err = fmt.Errorf("%s: %w", e.name, failed)
		case failed == nil:
			out = append(out, one)
		}
	}
	return out, err
}

func (w *Watcher) provable(ctx context.Context, e *endpoint) (Provable, error) {
	out := Provable{Endpoint: e.name, Level: program.ProofNone}
	if err := w.prepare(ctx, e); err != nil {
		return out, err
	}
	b, err := w.newestWithTransactions(ctx, e)
	if err != nil || b == nil {
		out.Level = ""
		return out, err
	}
	out.Block = b.number()
	if wrong := b.verify(out.Block); wrong != "" {
		settled := []error{e.mismatch(out.Block, w.shapes.causes(b.unknownFields()), "set chain.proof to none", "%s", wrong)}
		w.settle(settled)
		out.Why = settled[0].Error()
		return out, nil
	}
	if err := e.fetchReceipts(ctx, b); err != nil {
		return out, err
	}
	if wrong := w.proveReceipts(e, b, &blockRequest{number: out.Block}); wrong != nil {
		out.Why = wrong.Error()
		return out, nil //nolint:nilerr // what does not hold is the answer
	}
	if err := w.fetchOdd(ctx, e, b); err != nil {
		return out, err
	}
	out.Level = program.ProofFull
	told, wrong := w.rebuildTransactions(e, b, out.Block)
	switch {
	case wrong != nil:
		out.Level, out.Why = program.ProofEvents, wrong.Error()
	case told != "":
		out.Why = fmt.Sprintf("it does not serve the bytes of transactions of %s (eth_getRawTransactionByHash): events are proven, hashes of "+
			"transactions are its word, and stretches with such blocks count as %s", told, engine.ProofEvents)
	}
	return out, nil
}

// newestWithTransactions looks among the newest final blocks, or the newest where the chain calls none final, for one with transactions.
// Nothing of it is proven. It is nil when there is none.
func (w *Watcher) newestWithTransactions(ctx context.Context, e *endpoint) (*block, error) {
	const most = 64
	which, b := "finalized", new(block)
	if w.options.Depth > 0 {
		which = "latest"
	}
	ask := askNumber(which, true, b)
	ask.optional = true
	err := e.callOne(ctx, ask)
	if which == "finalized" && (isAnswer(err) || err == nil && b.missing) {
		err = e.callOne(ctx, askNumber("latest", true, b))
	}
	if depth := min(w.options.Depth, b.number()); err == nil && depth > 0 {
		err = e.callOne(ctx, askNumber(numbered(b.number()-depth), true, b))
	}
	for n := 0; err == nil && len(b.txs) == 0 && n < most && !b.missing && b.number() > 0; n++ {
		err = e.callOne(ctx, askNumber(numbered(b.number()-1), true, b))
	}
	if err != nil || len(b.txs) == 0 {
		return nil, err
	}
	return b, nil
}

// fetchReceipts fetches a block's receipts, all at once or one by one.
func (e *endpoint) fetchReceipts(ctx context.Context, b *block) error {
	e.mu.Lock()
	whole := e.blockReceipts
	e.mu.Unlock()
	calls, missing := []*call{askReceipts(b.hash, &b.receipts)}, false
	if !whole {
		calls = calls[:0]
		for n, hash := range b.hashes {
			calls = append(calls, askReceipt(hash, &b.receipts, n, &missing))
		}
	}
	err := e.callAll(ctx, calls)
	if err == nil && (missing || whole && !b.receipts.there) {
		err = fmt.Errorf("it does not have the receipts of block %s; use an endpoint that keeps old blocks", b.hash)
	}
	return err
}
