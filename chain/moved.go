package chain

import (
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/nodeledger/nodeledger/evm"
)

// transferred is ERC-20's event of a token that moves.
var transferred = evm.Topic("Transfer(address,address,uint256)")

// moves says whether a log is of a token that the watch follows in the transactions of the sale.
func (w *Watcher) moves(log *rpcLog) bool {
	return log.count == 3 && log.topics[0] == transferred && slices.Contains(w.options.Watch.Moved, log.address)
}

// withMoved adds the transfers of the tokens that the watch follows in the transactions that emitted logs of the sale's own. They
// are in the receipts, which are at hand, and are proven when these are. The order is that of the index.
func (w *Watcher) withMoved(b *block, logs []rpcLog) []rpcLog {
	if len(w.options.Watch.Moved) == 0 {
		return logs
	}
	own := map[uint64]common.Hash{}
	for i := range logs {
		if w.selections[0].takes(&logs[i]) {
			own[logs[i].txIndex] = logs[i].txHash
		}
	}
	if len(own) == 0 {
		return logs
	}
	all, index := slices.Clone(logs), uint64(0)
	for i := range b.receipts.list {
		hash, sale := own[uint64(i)]
		for _, log := range b.receipts.list[i].logs {
			log.index, log.txIndex, log.block, log.txHash, log.blockHash = index, uint64(i), b.number(), hash, b.hash
			index++
			if sale && w.moves(&log) && !w.selections.takes(&log) {
				all = append(all, log)
			}
		}
	}
	slices.SortFunc(all, func(a, b rpcLog) int { return int(a.index) - int(b.index) })
	return all
}

// needsMoved says whether the receipts of a block are needed for what moved in the transactions of its logs.
func (w *Watcher) needsMoved(logs []rpcLog) bool {
	return len(w.options.Watch.Moved) > 0 && slices.ContainsFunc(logs, func(log rpcLog) bool { return w.selections[0].takes(&log) })
}

// sender is the wallet that signed a transaction; the zero address where the type is not known or the signature is none.
func (tx *transaction) sender(chainID uint64) common.Address {
	w := rlp.NewEncoderBuffer(nil)
	raw, ok := tx.encode(&w, nil)
	var decoded types.Transaction
	if !ok || decoded.UnmarshalBinary(raw) != nil {
		return common.Address{}
	}
	from, err := types.Sender(types.LatestSignerForChainID(new(big.Int).SetUint64(chainID)), &decoded)
	if err != nil {
		return common.Address{}
	}
	return from
}
