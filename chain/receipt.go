package chain

import (
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
)

// receipt is what a receiptsRoot commits to, as an endpoint tells it. The bloom is never taken: it follows from the logs.
type receipt struct {
	kind      uint64
	status    uint64
	hasStatus bool
	gas       uint64 // cumulative
	logs      []rpcLog
}

// receipts are those of one block.
type receipts struct {
	there bool // they were fetched, all of them
	list  []receipt
	arena []byte
}

// reset forgets everything but the memory.
func (set *receipts) reset() { *set = receipts{list: set.list[:0], arena: set.arena[:0]} }

// room is the n-th receipt, to be filled.
func (set *receipts) room(n int) *receipt {
	if n < cap(set.list) {
		set.list = set.list[:max(n+1, len(set.list))]
	} else {
		set.list = append(set.list, make([]receipt, n+1-len(set.list))...)
	}
	return &set.list[n]
}

// readReceipts reads what eth_getBlockReceipts returned: null when the endpoint does not have the block.
func readReceipts(r *reader, set *receipts) {
	set.reset()
	if r.null() || !r.open('[') {
		return
	}
	for n := 0; r.next(']', n); n++ {
		readReceipt(r, set.room(n), &set.arena)
	}
	set.there = r.err == nil
}

func readReceipt(r *reader, to *receipt, arena *[]byte) {
	*to = receipt{logs: to.logs[:0]}
	if !r.open('{') {
		return
	}
	for n := 0; r.next('}', n); n++ {
		name := r.key()
		if r.null() {
			continue
		}
		switch string(name) {
		case "type":
			to.kind = r.uint()
		case "status":
			to.status, to.hasStatus = r.uint(), true
		case "cumulativeGasUsed":
			to.gas = r.uint()
		case "logs":
			to.logs = to.logs[:0]
			if !r.open('[') {
				return
			}
			for k := 0; r.next(']', k); k++ {
				to.logs = append(to.logs, rpcLog{})
				readLog(r, &to.logs[k], arena, false)
			}
		default:
			r.skip()
		}
	}
}

// encode appends the bytes that the receiptsRoot commits to.
func (one *receipt) encode(w *rlp.EncoderBuffer, blooms *blooms, out []byte) []byte {
	var bloom types.Bloom
	w.Reset(nil)
	list := w.List()
	w.WriteUint64(one.status)
	w.WriteUint64(one.gas)
	for i := range one.logs {
		e := &one.logs[i]
		blooms.addAddress(&bloom, &e.address)
		for k := range e.count {
			blooms.addTopic(&bloom, &e.topics[k])
		}
	}
	w.WriteBytes(bloom[:])
	logs := w.List()
	for i := range one.logs {
		e := &one.logs[i]
		log := w.List()
		w.WriteBytes(e.address[:])
		topics := w.List()
		for k := range e.count {
			w.WriteBytes(e.topics[k][:])
		}
		w.ListEnd(topics)
		w.WriteBytes(e.data)
		w.ListEnd(log)
	}
	w.ListEnd(logs)
	w.ListEnd(list)
	if one.kind != types.LegacyTxType {
		out = append(out, byte(one.kind))
	}
	return w.AppendToBytes(out)
}
