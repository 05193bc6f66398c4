package chain

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// examine proves a block whose header is proven, and takes the facts out of it: nil when it says nothing about the sale.
// The error is a *engine.Fault.
func (w *Watcher) examine(e *endpoint, b *block, x *blockRequest) (*sale.Block, error) {
	if w.options.Level == program.ProofNone {
		return w.facts(b, x.logs, nil), nil
	}
	var logs []rpcLog
	if b.receipts.there {
		if root := w.roots.receipts(b); root != b.header.ReceiptHash {
			return nil, e.fault(x.number, "its receipts rebuild receiptsRoot %s, the header has %s: they are altered or not complete",
				root, b.header.ReceiptHash)
		}
		if len(b.receipts.list) != len(b.hashes) {
			return nil, e.fault(x.number, "it has %d receipts and %d transactions", len(b.receipts.list), len(b.hashes))
		}
		logs = w.watched(b)
		if x.unlisted {
			x.logs = logs
		}
		if wrong := compare(x.logs, logs); wrong != "" {
			return nil, &omission{Fault: e.fault(x.number, "its eth_getLogs %s", wrong), listed: len(x.logs), fewer: len(x.logs) < len(logs)}
		}
	}
	takes := len(logs) > 0 || w.holdsAdmin(b) || w.options.Watch.Scan && w.callsContract(b)
	if takes && !b.whole {
		return nil, e.fault(x.number, "it answers without the transactions of the block")
	}
	if takes || w.options.Watch.Scan {
		if err := w.proveTransactions(e, b, x, takes); err != nil {
			return nil, err
		}
	}
	for i := range logs {
		logs[i].blockHash, logs[i].txHash = b.hash, b.txs[logs[i].txIndex].hash
	}
	if wrong := comparePlaces(x.logs, logs); wrong != "" {
		return nil, e.fault(x.number, "its eth_getLogs %s", wrong)
	}
	for _, hash := range x.admin {
		if !slices.ContainsFunc(b.txs, func(tx transaction) bool { return tx.hash == hash }) {
			return nil, e.fault(x.number, "it says that the admin transaction %s is in this block, and it is not", hash)
		}
	}
	return w.facts(b, logs, b.receipts.list), nil
}

// proveTransactions rebuilds the transactionsRoot. A transaction that cannot be encoded, since its type is not known or
// since the endpoint keeps a part of it back, makes that impossible: a fault where facts are taken at level full, a
// warning otherwise.
func (w *Watcher) proveTransactions(e *endpoint, b *block, x *blockRequest, takes bool) error {
	ok, unreadable := w.roots.transactions(b)
	if ok {
		return nil
	}
	text := "its transactions do not rebuild transactionsRoot: they are altered or not complete"
	if unreadable >= 0 {
		text = fmt.Sprintf("transaction %d has type %d, which this version does not know, so transactionsRoot cannot be rebuilt; "+
			"set chain.proof to events if the chain has such transactions", unreadable, b.txs[unreadable].kind)
	}
	if takes && w.options.Level == program.ProofFull {
		return e.fault(x.number, "%s", text)
	}
	w.logger.Warn("transactions of a block cannot be proven", "block", x.number, "endpoint", e.name, "taken", takes, "why", text)
	return nil
}

// watched are the logs that were asked for, with their places counted.
func (w *Watcher) watched(b *block) (logs []rpcLog) {
	index := uint64(0)
	for i := range b.receipts.list {
		for _, log := range b.receipts.list[i].logs {
			log.index, log.txIndex, log.block = index, uint64(i), b.number()
			index++
			if w.selections.takes(&log) {
				logs = append(logs, log)
			}
		}
	}
	return logs
}

// facts copies what a block says out of it. Without receipts every transaction counts as done.
func (w *Watcher) facts(b *block, logs []rpcLog, proven []receipt) *sale.Block {
	watch := &w.options.Watch
	out := &sale.Block{Number: b.number(), Hash: b.hash, Time: b.header.Time}
	size, topics := 0, 0
	for i := range logs {
		size += len(logs[i].data)
		topics += logs[i].count
	}
	emitted := map[uint64]bool{}
	bytes, words := make([]byte, 0, size), make([]common.Hash, 0, topics)
	out.Logs = make([]evm.Log, len(logs))
	for i := range logs {
		log := &logs[i]
		from, first := len(bytes), len(words)
		bytes, words = append(bytes, log.data...), append(words, log.topics[:log.count]...)
		out.Logs[i] = evm.Log{
			Address: log.address, Topics: words[first:len(words):len(words)], Data: bytes[from:len(bytes):len(bytes)],
			TxHash: log.txHash, TxIndex: uint32(log.txIndex), Index: uint32(log.index),
		}
		if w.selections.takesBody(log) {
			emitted[log.txIndex] = true
		}
	}
	for i := range b.txs {
		tx := &b.txs[i]
		calls := watch.Scan && tx.hasTo && tx.to == watch.Addresses[0]
		if !calls && !w.admin[tx.hash] && !emitted[uint64(i)] {
			continue
		}
		fact := evm.Tx{Hash: tx.hash, Index: uint32(i), To: tx.to, Input: slices.Clone(tx.input), Success: true}
		fact.Value.SetBytes(tx.value)
		if b.receipts.there && i < len(b.receipts.list) {
			fact.Success = b.receipts.list[i].status == 1
		}
		out.Txs = append(out.Txs, fact)
	}
	if len(out.Logs) == 0 && len(out.Txs) == 0 {
		return nil
	}
	return out
}
