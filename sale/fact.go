package sale

import (
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
)

// Block is what one proven block says about the sale, and about what else was asked for: the logs, in order of their
// index, and the transactions that emitted them or called the contract, in order of theirs. A block that says nothing is
// not made.
type Block struct {
	Number uint64
	Hash   common.Hash
	Time   uint64 // seconds since 1970 UTC
	Logs   []evm.Log
	Txs    []evm.Tx
}

// Watch says what a reader needs from the chain.
type Watch struct {
	Addresses []common.Address // whose logs
	Topics    []common.Hash    // which first topics; every log of the addresses when empty
	Bodies    bool             // the transactions that emitted the logs, too
	Scan      bool             // every transaction to the first address, with or without logs
	Admin     []common.Hash    // these transactions, wherever they are
	Moved     []common.Address // tokens: their Transfer logs of the transactions that emitted logs of Addresses
	Senders   bool             // who signed the transactions of Bodies
	Also      []evm.Filter     // beside those of Addresses; a reader of a sale does not read them
}

// When is the block's time.
func (b *Block) When() time.Time { return time.Unix(int64(b.Time), 0).UTC() }

// Tx finds the transaction with a hash, or nil.
func (b *Block) Tx(hash common.Hash) *evm.Tx {
	for i := range b.Txs {
		if b.Txs[i].Hash == hash {
			return &b.Txs[i]
		}
	}
	return nil
}
