package chain

import (
	"bytes"
	"fmt"
)

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
