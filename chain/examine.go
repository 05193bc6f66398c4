package chain

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// examine proves a block whose header is proven, and takes the facts out of it: nil when it says nothing about the sale.
// The error is a *engine.Fault.
func (w *Watcher) examine(e *endpoint, b *block, x *blockRequest) (*sale.Block, error) {
	if w.options.Level == program.ProofNone {
		return w.facts(b, w.withMoved(b, x.logs)), nil
	}
	var logs []rpcLog
	if b.receipts.there {
		if err := w.proveReceipts(e, b, x); err != nil {
			return nil, err
		}
		logs = w.watched(b)
		x.logs = w.withoutBeside(b, x.logs, logs)
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
	return w.facts(b, w.withMoved(b, logs)), nil
}

// proveReceipts rebuilds the receiptsRoot, and says how many transactions there are.
func (w *Watcher) proveReceipts(e *endpoint, b *block, x *blockRequest) error {
	for i := range min(len(b.receipts.list), len(b.txs)) {
		if one := &b.receipts.list[i]; !one.typed {
			one.kind = b.txs[i].kind
		}
	}
	root, ok := w.roots.receipts(b)
	if !ok {
		text := "its receipts rebuild receiptsRoot %s, the header has %s"
		causes := w.shapes.causes(b.receipts.unknown())
		if len(causes) == 0 {
			text += ": they are altered or not complete"
		}
		return e.mismatch(x.number, causes, "set chain.proof to none", text, root, b.header.ReceiptHash)
	}
	w.shapes.held(b.receipts.unknown())
	b.shorten(len(b.receipts.list)) // what is told behind them has no receipt that is proven
	if len(b.receipts.list) != len(b.hashes) {
		return e.fault(x.number, "it has %d receipts and %d transactions", len(b.receipts.list), len(b.hashes))
	}
	return nil
}

// withoutBeside are the logs that eth_getLogs answered without those of receipts that are told beside the block: nothing proves them.
func (w *Watcher) withoutBeside(b *block, answered, proven []rpcLog) []rpcLog {
	if len(b.receipts.beside) == 0 || len(answered) <= len(proven) {
		return answered
	}
	out := slices.DeleteFunc(slices.Clone(answered), func(log rpcLog) bool {
		return slices.ContainsFunc(b.receipts.beside, func(one receipt) bool {
			return slices.ContainsFunc(one.logs, func(told rpcLog) bool {
				told.txIndex = max(log.txIndex, uint64(len(b.receipts.list)))
				return differs(&told, &log) == ""
			})
		})
	})
	if len(out) < len(answered) {
		w.unproven("events of transactions beside the block, such as a state sync, are left out: no root proves them", b.number())
	}
	return out
}

// proveTransactions proves a block's transactions, or says why what is told of them is taken, and has the block remember it: at level full
// where the bytes of some are not served, or nothing of the block is taken; at level events whatever the cause.
func (w *Watcher) proveTransactions(e *endpoint, b *block, x *blockRequest, takes bool) error {
	told, err := w.rebuildTransactions(e, b, x.number)
	why := "transactions cannot be proven: "
	switch {
	case err == nil && told == "":
		return nil
	case err != nil && takes && w.options.Level == program.ProofFull:
		return err
	case err != nil:
		why += "they do not rebuild transactionsRoot, and are taken as they are told"
	case takes:
		why += fmt.Sprintf("those of %s need their bytes, which are not served, and the block's are taken as they are told", told)
	default:
		why += fmt.Sprintf("those of %s are in blocks without events, and a call of the contract that emits none could be hidden", told)
	}
	b.told = takes
	w.unproven(why, x.number)
	return nil
}

// rebuildTransactions rebuilds the transactionsRoot. told is a type of which the bytes are needed and not served: all hashes of the block
// are the endpoint's word then. The error is what does not hold.
func (w *Watcher) rebuildTransactions(e *endpoint, b *block, number uint64) (told string, err error) {
	root, unreadable := w.roots.transactions(b)
	if unreadable >= 0 {
		if altered := w.roots.altered(b); altered >= 0 {
			return "", e.fault(number, "its transaction %d does not hash to %s: it is altered", altered, b.txs[altered].hash)
		}
		return fmt.Sprintf("type 0x%x", b.txs[unreadable].kind), nil
	}
	if root != b.header.TxHash {
		m := e.mismatch(number, nil, "set chain.proof to events",
			"its transactions do not rebuild transactionsRoot: they are altered or not complete (%s, the header has %s)", root, b.header.TxHash)
		m.bodies = true
		return "", m
	}
	for i := range b.txs { // the bytes are proven: what decodes was not told as it is
		if raw := b.txs[i].raw; raw != nil && new(types.Transaction).UnmarshalBinary(raw) == nil {
			return "", e.fault(number, "its transaction %d is not what its bytes say: it is altered", i)
		}
	}
	return "", nil
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
func (w *Watcher) facts(b *block, logs []rpcLog) *sale.Block {
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
		if tx.opaque() {
			w.unproven(fmt.Sprintf("what transactions of type 0x%x say is left out: it cannot be proven", tx.kind), b.number())
			continue
		}
		fact := evm.Tx{Hash: tx.hash, Index: uint32(i), To: tx.to, Input: slices.Clone(tx.input), Success: true}
		fact.Value.SetBytes(tx.value)
		if watch.Senders && emitted[uint64(i)] {
			fact.From = tx.sender(w.options.ChainID)
		}
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
