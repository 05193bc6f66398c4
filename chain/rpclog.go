package chain

import (
	"bytes"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// rpcLog is a log as an endpoint tells it. In a receipt only address, topics and data are read: they are what the
// receiptsRoot commits to; where it stands is counted.
type rpcLog struct {
	address   common.Address
	topics    [4]common.Hash
	count     int // of topics
	data      []byte
	blockHash common.Hash
	block     uint64
	txHash    common.Hash
	txIndex   uint64
	index     uint64
	removed   bool
}

// readLog reads a log; placed says whether its place matters.
func readLog(r *reader, e *rpcLog, arena *[]byte, placed bool) {
	*e = rpcLog{}
	if !r.open('{') {
		return
	}
	for n := 0; r.next('}', n); n++ {
		name := r.key()
		switch string(name) {
		case "address":
			r.fixed(e.address[:])
			continue
		case "topics":
			e.count = 0
			if !r.open('[') {
				return
			}
			for k := 0; r.next(']', k); k++ {
				if k == len(e.topics) {
					r.fail("a log with more than four topics")
					return
				}
				r.fixed(e.topics[k][:])
				e.count++
			}
			continue
		case "data":
			e.data = r.data(arena)
			continue
		}
		if !placed {
			r.skip()
			continue
		}
		if r.null() { // a log of a block that is not there yet
			continue
		}
		switch string(name) {
		case "blockHash":
			r.fixed(e.blockHash[:])
		case "blockNumber":
			e.block = r.uint()
		case "transactionHash":
			r.fixed(e.txHash[:])
		case "transactionIndex":
			e.txIndex = r.uint()
		case "logIndex":
			e.index = r.uint()
		case "removed":
			e.removed = r.truth()
		default:
			r.skip()
		}
	}
}

// readLogs reads what eth_getLogs returned.
func readLogs(r *reader, arena *[]byte) []rpcLog {
	var events []rpcLog
	if r.null() || !r.open('[') {
		return nil
	}
	for n := 0; r.next(']', n); n++ {
		events = append(events, rpcLog{})
		readLog(r, &events[n], arena, true)
	}
	return events
}

// compare says where what eth_getLogs answered differs from the proven logs in what the receipts prove: which logs
// there are, their index, address, topics and data. Both are in order of the index. Empty means nowhere.
func compare(answered, proven []rpcLog) string {
	for i := range max(len(answered), len(proven)) {
		switch {
		case i == len(answered) || i < len(proven) && answered[i].index > proven[i].index:
			return fmt.Sprintf("left out log %d, which the receipts prove", proven[i].index)
		case i == len(proven) || answered[i].index < proven[i].index:
			return fmt.Sprintf("invented log %d, which is not in the receipts", answered[i].index)
		}
		a := &answered[i]
		if what := differs(a, &proven[i]); what != "" {
			return fmt.Sprintf("altered the %s of log %d", what, a.index)
		}
		if a.removed {
			return fmt.Sprintf("calls log %d removed, and the receipts prove it", a.index)
		}
	}
	return ""
}

// differs names the first part of a log that is not the same in both, of those that receipts prove.
func differs(a, b *rpcLog) string {
	switch {
	case a.address != b.address:
		return "address"
	case a.count != b.count || a.topics != b.topics:
		return "topics"
	case !bytes.Equal(a.data, b.data):
		return "data"
	case a.txIndex != b.txIndex:
		return "transaction index"
	}
	return ""
}

// equalLogs says whether two answers tell the same about a log.
func equalLogs(a, b *rpcLog) bool {
	return differs(a, b) == "" && a.blockHash == b.blockHash && a.txHash == b.txHash && a.removed == b.removed
}

// comparePlaces does the same for the hashes of block and transaction, which the proven header and transactions give.
func comparePlaces(answered, proven []rpcLog) string {
	for i := range proven {
		switch a, p := &answered[i], &proven[i]; {
		case a.blockHash != p.blockHash:
			return fmt.Sprintf("altered the block hash of log %d", a.index)
		case a.txHash != p.txHash:
			return fmt.Sprintf("altered the transaction hash of log %d", a.index)
		}
	}
	return ""
}
