package chain

import (
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
