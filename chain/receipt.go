package chain

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
)

// receipt is what a receiptsRoot commits to, as an endpoint tells it. The bloom is never taken: it follows from the logs.
type receipt struct {
	kind      uint64
	typed     bool // the endpoint tells the type; otherwise it is the transaction's
	status    uint64
	hasStatus bool
	gas       uint64 // cumulative
	logs      []rpcLog

	deposit uint64 // the nonce of a deposit, that its receipt has where there is a version
	version uint64
	baseFee []byte // in the token that pays for the transaction

	hasVersion, hasBaseFee bool
}

// The types whose receipts may have more than Ethereum's. Other chains use the same numbers without it: what an endpoint tells decides,
// and the root whether it is right.
const (
	depositType     = 0x7e // of the OP stack since Canyon: depositNonce and depositReceiptVersion
	feeCurrencyType = 0x7b // of Celo (CIP-64): baseFee
)

// receipts are those of one block.
type receipts struct {
	there bool // they were fetched, all of them
	list  []receipt
	arena []byte

	fields []string  // names that no receipt of Ethereum has
	beside []receipt // told behind the others, and not in the root
}

// reset forgets everything but the memory.
func (set *receipts) reset() {
	*set = receipts{list: set.list[:0], arena: set.arena[:0], fields: set.fields[:0]}
}

// unknown is what Ethereum's receipts do not have: fields and types.
func (set *receipts) unknown() []string {
	out := make([]string, 0, len(set.fields))
	for _, name := range set.fields {
		out = append(out, "field "+name)
	}
	for i := range set.list {
		if kind := set.list[i].kind; !knownType(kind) {
			if name := fmt.Sprintf("type 0x%x", kind); !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

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
		readReceipt(r, set.room(n), set)
	}
	set.there = r.err == nil
}

func readReceipt(r *reader, to *receipt, set *receipts) {
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
			to.kind, to.typed = r.uint(), true
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
				readLog(r, &to.logs[k], &set.arena, false)
			}
		case "depositNonce":
			to.deposit = r.uint()
		case "depositReceiptVersion":
			to.version, to.hasVersion = r.uint(), true
		case "baseFee":
			to.baseFee, to.hasBaseFee = r.quantity(&set.arena), true
		case "transactionHash", "transactionIndex", "blockHash", "blockNumber", "from", "to", "gasUsed", "contractAddress", "logsBloom",
			"effectiveGasPrice", "blobGasUsed", "blobGasPrice", "blockTimestamp", "root":
			r.skip()
		default:
			if len(set.fields) < mostExtra && !slices.ContainsFunc(set.fields, func(known string) bool { return known == string(name) }) {
				set.fields = append(set.fields, string(name))
			}
			r.skip()
		}
	}
}

// hasMore says whether the receipt has more than Ethereum's.
func (one *receipt) hasMore() bool {
	return one.kind == depositType && one.hasVersion || one.kind == feeCurrencyType && one.hasBaseFee
}

// encode appends the bytes that the receiptsRoot commits to, with what its type may have beside Ethereum's fields or without.
func (one *receipt) encode(w *rlp.EncoderBuffer, blooms *blooms, more bool, out []byte) []byte {
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
	switch {
	case !more || !one.hasMore():
	case one.kind == depositType:
		w.WriteUint64(one.deposit)
		w.WriteUint64(one.version)
	default:
		w.WriteBytes(one.baseFee)
	}
	w.ListEnd(list)
	if one.kind != types.LegacyTxType {
		out = append(out, byte(one.kind))
	}
	return w.AppendToBytes(out)
}
