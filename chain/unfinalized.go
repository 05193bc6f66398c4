package chain

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

var errBranch = errors.New("the branch changed while it was read; the next attempt reads the new one")

// proveUnfinalized proves blocks that can still be reorganised. They are one branch: from the highest block down, each is the
// one that the block above it names as its parent, and logs and receipts are asked for by these hashes only.
func (w *Watcher) proveUnfinalized(ctx context.Context, e *endpoint, parent engine.Header, to uint64) (engine.Proven, error) {
	to = min(to, parent.Number+w.options.Limits.Near)
	headers, err := w.branch(ctx, e, parent, to)
	if err != nil {
		return engine.Proven{}, err
	}
	calls, answers := w.listByHash(headers)
	if err := e.send(ctx, calls...); err != nil {
		return engine.Proven{}, err
	}
	requests := make([]blockRequest, 0, len(headers))
	listed := make([][]rpcLog, len(headers))
	for i, h := range headers {
		refused := failedCalls(calls[i*len(w.selections) : (i+1)*len(w.selections)])
		if len(refused) > 0 && (w.options.Level == program.ProofNone || w.agreeing()) {
			return engine.Proven{}, fmt.Errorf("eth_getLogs of block %d: %w", h.Number, refused[0].err)
		}
		if len(refused) > 0 {
			w.warnOnce("an endpoint does not list the logs of a block by its hash; they are taken from its receipts", "endpoint", e.name)
			requests = append(requests, blockRequest{number: h.Number, hash: h.Hash, unlisted: true, whole: true, receipts: true})
			continue
		}
		if listed[i], err = w.ofBlock(e, answers, i); err != nil {
			return engine.Proven{}, err
		}
		if len(listed[i]) > 0 || w.readsEvery() {
			requests = append(requests, w.requestFor(h.Number, h.Hash, listed[i], nil))
		}
	}
	if w.agreeing() {
		if err := w.agreeAt(ctx, e, headers, listed); err != nil {
			return engine.Proven{}, err
		}
	}
	proven, err := w.proveBlocks(ctx, e, parent, requests)
	proven.Headers = headers
	if err == nil { // of blocks without logs the headers may be enough
		proven.Last = headers[len(headers)-1]
	}
	return proven, err
}

// readsEvery says whether something may be in a block in which no log is listed: at level full because its bloom is looked at, and
// otherwise where there are admin transactions to find.
func (w *Watcher) readsEvery() bool {
	return w.options.Level == program.ProofFull || w.options.Watch.Scan || len(w.admin) > 0
}

// listByHash are the calls for the logs of blocks by their hashes, and where the answers go: of each block those of every selection.
func (w *Watcher) listByHash(headers []engine.Header) ([]*call, [][]rpcLog) {
	answers := make([][]rpcLog, len(headers)*len(w.selections))
	calls := make([]*call, len(answers))
	for i := range answers {
		h, s := &headers[i/len(w.selections)], &w.selections[i%len(w.selections)]
		calls[i] = askLogs(fmt.Sprintf(`"blockHash":"0x%x"`, h.Hash[:]), s, &answers[i])
	}
	return calls, answers
}

// ofBlock puts the answers of all selections about the n-th block together.
func (w *Watcher) ofBlock(e *endpoint, answers [][]rpcLog, n int) ([]rpcLog, error) {
	of := answers[n*len(w.selections) : (n+1)*len(w.selections)]
	for _, answer := range of {
		sortLogs(answer)
	}
	return w.mergeLogs(e, of)
}

// branch is the headers from the block after parent to the block to. They are asked for by number, all at once, and
// wherever one is not the parent of the next, by hash. The newest one is not asked for where it is the head that the endpoint leads with.
func (w *Watcher) branch(ctx context.Context, e *endpoint, parent engine.Header, to uint64) ([]engine.Header, error) {
	headers := make([]engine.Header, to-parent.Number)
	blocks := make([]*block, len(headers))
	if top := w.ledBy(e); top.Number == to {
		headers[len(headers)-1], blocks = top, blocks[1:]
	}
	calls := make([]*call, len(blocks))
	for i := range blocks {
		blocks[i] = w.blocks.Get().(*block)
		defer w.blocks.Put(blocks[i])
		calls[i] = askNumber(numbered(parent.Number+1+uint64(i)), false, blocks[i])
	}
	if err := e.callAll(ctx, calls); err != nil {
		return nil, err
	}
	for i := len(blocks) - 1; i >= 0; i-- {
		b, number := blocks[i], parent.Number+1+uint64(i)
		if i == len(headers)-1 && b.missing {
			return nil, fmt.Errorf("block %d: %w", number, engine.ErrNoBlock)
		}
		named := common.Hash{}
		if i < len(headers)-1 {
			named = headers[i+1].Parent
		}
		if b.missing || named != (common.Hash{}) && b.stated != named {
			if err := e.callOne(ctx, askHash(named, false, b)); err != nil {
				return nil, err
			}
			if b.missing {
				return nil, fmt.Errorf("block %d: %w", number, errBranch)
			}
		}
		if err := w.verify(e, b, number); err != nil {
			return nil, err
		}
		if named != (common.Hash{}) && b.hash != named {
			return nil, e.fault(number, "it answers with %s when asked for %s", b.hash, named)
		}
		headers[i] = b.asHeader()
	}
	if first := headers[0]; parent.Hash != (common.Hash{}) && first.Parent != parent.Hash {
		return nil, &fork{first.Number, fmt.Sprintf("follows %s, not %s", first.Parent, parent.Hash)}
	}
	return headers, nil
}

// ledBy is the head that was taken last, where it is an endpoint's; otherwise the zero Header.
func (w *Watcher) ledBy(e *endpoint) (head engine.Header) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.leader == e {
		head = w.led
	}
	return head
}
