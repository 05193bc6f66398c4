package chain

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/program"
)

// blockRequest is a block to be fetched, and what an endpoint said about it beforehand.
type blockRequest struct {
	number   uint64
	hash     common.Hash   // zero: the block of the present chain
	logs     []rpcLog      // from eth_getLogs
	unlisted bool          // eth_getLogs does not list its logs: what the receipts have is taken
	admin    []common.Hash // admin transactions that are said to be in it
	whole    bool          // its transactions are needed in any case
	receipts bool          // its receipts are needed in any case
}

func (w *Watcher) requestFor(number uint64, hash common.Hash, logs []rpcLog, admin []common.Hash) blockRequest {
	x := blockRequest{number: number, hash: hash, logs: logs, admin: admin}
	facts := len(logs) > 0 || len(admin) > 0
	if w.options.Level == program.ProofNone {
		x.whole = w.options.Watch.Scan || len(admin) > 0
		for i := 0; i < len(logs) && !x.whole; i++ {
			x.whole = w.selections.takesBody(&logs[i])
		}
		x.receipts = len(admin) > 0 || w.needsMoved(logs)
	} else {
		x.whole = w.options.Watch.Scan || facts
		x.receipts = facts
	}
	return x
}

// weight is about how many calls a block costs.
func (x *blockRequest) weight() int {
	if x.receipts {
		return 2
	}
	return 1
}

// fetchBlocks fetches blocks from one endpoint, in rounds of batches: what is needed in any case, and then what the headers
// turn out to ask for. The headers are verified, nothing else. Whoever called gives the blocks back to w.blocks.
func (w *Watcher) fetchBlocks(ctx context.Context, e *endpoint, requests []blockRequest) ([]*block, error) {
	e.mu.Lock()
	blockReceipts := e.blockReceipts
	e.mu.Unlock()
	blocks := make([]*block, len(requests))
	var calls []*call
	for i := range requests {
		x, b := &requests[i], w.blocks.Get().(*block)
		blocks[i] = b
		b.receipts.reset()
		hash := x.hash
		if hash != (common.Hash{}) {
			calls = append(calls, askHash(hash, x.whole, b))
		} else {
			calls = append(calls, askNumber(numbered(x.number), x.whole, b))
			if len(x.logs) > 0 {
				hash = x.logs[0].blockHash
			}
		}
		if x.receipts && blockReceipts && hash != (common.Hash{}) {
			calls = append(calls, askReceipts(hash, &b.receipts))
		}
	}
	if err := e.callPromised(ctx, calls); err != nil {
		return nil, err
	}
	calls = calls[:0]
	missing := make([]bool, len(requests))
	for i, b := range blocks {
		x := &requests[i]
		if b.missing {
			return nil, fmt.Errorf("it does not have block %d; the node has not synced, or the block has just left the chain", x.number)
		}
		if err := w.verify(e, b, x.number); err != nil {
			return nil, err
		}
		if x.hash != (common.Hash{}) && b.hash != x.hash {
			return nil, e.fault(x.number, "it answers with %s when asked for %s", b.hash, x.hash)
		}
		if w.holdsAdmin(b) && !b.whole {
			calls = append(calls, askHash(b.hash, true, b))
		}
		switch {
		case b.receipts.there || !w.needsReceipts(b, x):
		case blockReceipts:
			calls = append(calls, askReceipts(b.hash, &b.receipts))
		default:
			b.receipts.there = true
			for n, hash := range b.hashes {
				calls = append(calls, askReceipt(hash, &b.receipts, n, &missing[i]))
			}
		}
	}
	if err := e.callPromised(ctx, calls); err != nil {
		return nil, err
	}
	for i, b := range blocks {
		x := &requests[i]
		if b.missing || missing[i] || !b.receipts.there && w.needsReceipts(b, x) {
			return nil, fmt.Errorf("it does not have the receipts of block %d; use an endpoint that keeps old blocks", x.number)
		}
		if b.hash == (common.Hash{}) { // fetched a second time
			if err := w.verify(e, b, x.number); err != nil {
				return nil, err
			}
		}
	}
	return blocks, w.fetchForeign(ctx, e, blocks, requests)
}

// fetchForeign fetches the bytes of the transactions of types that are not Ethereum's, in blocks with facts.
func (w *Watcher) fetchForeign(ctx context.Context, e *endpoint, blocks []*block, requests []blockRequest) error {
	return w.fetchRaw(ctx, e, blocks, func(i int, tx *transaction) bool {
		return !knownType(tx.kind) && w.provesTransactions(blocks[i], &requests[i])
	})
}

// provesTransactions says whether a block's transactions are to be proven: whether it has facts.
func (w *Watcher) provesTransactions(b *block, x *blockRequest) bool {
	facts := len(x.logs) > 0 || x.unlisted || w.holdsAdmin(b) || w.options.Watch.Scan && w.callsContract(b)
	return facts && w.options.Level != program.ProofNone
}

// fetchRaw fetches the bytes of the transactions that are picked, of the i-th block. Bytes that do not hash to what the transaction is
// called are of no use.
func (w *Watcher) fetchRaw(ctx context.Context, e *endpoint, blocks []*block, picked func(i int, tx *transaction) bool) error {
	var asked []*transaction
	var calls []*call
	for i, b := range blocks {
		for n := range b.txs {
			if tx := &b.txs[n]; b.whole && picked(i, tx) {
				asked, calls = append(asked, tx), append(calls, askRaw(tx, &b.arena))
			}
		}
	}
	if err := e.askEachRaw(ctx, calls); err != nil {
		return err
	}
	for _, tx := range asked {
		if crypto.Keccak256Hash(tx.raw) != tx.hash {
			tx.raw = nil
		}
	}
	return nil
}

// fetchOdd fetches the bytes of a block's transactions that hash to something else than they are called: some chains put more into a type
// of Ethereum's than it has.
func (w *Watcher) fetchOdd(ctx context.Context, e *endpoint, b *block) error {
	return w.fetchRaw(ctx, e, []*block{b}, func(_ int, tx *transaction) bool {
		hash, ok := w.roots.hash(tx)
		return tx.raw == nil && (!ok || hash != tx.hash)
	})
}

// askEachRaw makes calls that an endpoint may refuse. The first one says whether it knows the method at all.
func (e *endpoint) askEachRaw(ctx context.Context, calls []*call) error {
	e.mu.Lock()
	raw := e.raw
	e.mu.Unlock()
	if len(calls) == 0 || raw == rawUnknown {
		return nil
	}
	if raw == rawUntried {
		err := e.callOne(ctx, calls[0])
		var refused *rpcError
		switch {
		case errors.As(err, &refused) && refused.code != -32601 && !strings.Contains(strings.ToLower(refused.text), "method"):
			return nil // it may know another one
		case isAnswer(err):
			raw = rawUnknown
		case err != nil:
			return err
		default:
			raw, calls = rawServed, calls[1:]
		}
		e.mu.Lock()
		e.raw = raw
		e.mu.Unlock()
	}
	if raw == rawUnknown || len(calls) == 0 {
		return nil
	}
	if err := e.send(ctx, calls...); err != nil && !isAnswer(err) {
		return err
	}
	return nil
}

// lacksRaw says whether the endpoint was asked for the bytes of a transaction and does not know how.
func (e *endpoint) lacksRaw() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.raw == rawUnknown
}

// What is known of an endpoint and eth_getRawTransactionByHash.
const (
	rawUntried = iota
	rawServed
	rawUnknown
)

// needsReceipts says whether a fetched block may hold facts.
func (w *Watcher) needsReceipts(b *block, x *blockRequest) bool {
	return x.receipts || w.holdsAdmin(b) || w.options.Watch.Scan && w.callsContract(b) ||
		w.options.Level == program.ProofFull && w.selections.mayBeIn(w.blooms, &b.header.Bloom)
}

// callsContract says whether a transaction goes to the contract.
func (w *Watcher) callsContract(b *block) bool {
	for i := range b.txs {
		if b.txs[i].hasTo && b.txs[i].to == w.options.Watch.Addresses[0] {
			return true
		}
	}
	return false
}

// holdsAdmin says whether one of the admin transactions is in the block.
func (w *Watcher) holdsAdmin(b *block) bool {
	if len(w.admin) == 0 {
		return false
	}
	for _, hash := range b.hashes {
		if w.admin[hash] {
			return true
		}
	}
	return false
}
