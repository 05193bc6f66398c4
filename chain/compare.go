package chain

import (
	"bytes"
	"fmt"
)

// compare says where what eth_getLogs answered differs from the proven logs in what the receipts prove: which logs
// there are, their index, address, topics and data. Both are in order of the index. Empty means nowhere.
func compare(answered, proven []event) string {
	for i := range max(len(answered), len(proven)) {
		switch {
		case i == len(answered) || i < len(proven) && answered[i].index > proven[i].index:
			return fmt.Sprintf("left out log %d, which the receipts prove", proven[i].index)
		case i == len(proven) || answered[i].index < proven[i].index:
			return fmt.Sprintf("invented log %d, which is not in the receipts", answered[i].index)
		}
		a, p := &answered[i], &proven[i]
		what := ""
		switch {
		case a.address != p.address:
			what = "address"
		case a.count != p.count || a.topics != p.topics:
			what = "topics"
		case !bytes.Equal(a.data, p.data):
			what = "data"
		case a.txIndex != p.txIndex:
			what = "transaction index"
		case a.removed:
			return fmt.Sprintf("calls log %d removed, and the receipts prove it", a.index)
		}
		if what != "" {
			return fmt.Sprintf("altered the %s of log %d", what, a.index)
		}
	}
	return ""
}

// comparePlaces does the same for the hashes of block and transaction, which the proven header and transactions give.
func comparePlaces(answered, proven []event) string {
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
