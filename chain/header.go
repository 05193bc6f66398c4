package chain

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/engine"
)

// block is what was fetched of a block. It is used again for another block when its facts were copied out of it.
type block struct {
	missing bool // the endpoint does not have it
	stated  common.Hash
	hash    common.Hash // recomputed by verify; the stated one where nothing is proven
	header  types.Header
	extra   []extra // fields that are not of Ethereum's headers

	whole    bool          // with transactions, not only their hashes
	txs      []transaction // whole
	hashes   []common.Hash // of the transactions, as stated
	receipts receipts      // fetched by themselves
	told     bool          // the hashes of its transactions are the endpoint's word, as examine found out

	arena []byte
	optional
}

// optional is where the header's optional fields live.
type optional struct {
	withdrawals, beacon, requests, access common.Hash
	blobUsed, blobExcess, slot            uint64
}

// shorten leaves out the transactions that are told behind the first n.
func (b *block) shorten(n int) {
	b.hashes = b.hashes[:min(n, len(b.hashes))]
	if b.whole {
		b.txs = b.txs[:min(n, len(b.txs))]
	}
}

func (b *block) number() uint64 { return b.header.Number.Uint64() }

// asHeader is the block's header as an [engine.Header].
func (b *block) asHeader() engine.Header {
	return engine.Header{Number: b.number(), Hash: b.hash, Parent: b.header.ParentHash, Time: b.header.Time}
}

// reset forgets everything but the receipts and the memory.
func (b *block) reset() {
	*b = block{txs: b.txs[:0], hashes: b.hashes[:0], extra: b.extra[:0], receipts: b.receipts, arena: b.arena[:0]}
	b.header.Difficulty, b.header.Number = new(big.Int), new(big.Int)
}

// readBlock reads what eth_getBlockByNumber or eth_getBlockByHash returned.
func readBlock(r *reader, b *block) {
	b.reset()
	if r.null() {
		b.missing = true
		return
	}
	if !r.open('{') {
		return
	}
	h := &b.header
	for n := 0; r.next('}', n); n++ {
		name := r.key()
		if r.null() {
			continue
		}
		switch string(name) {
		case "hash":
			r.fixed(b.stated[:])
		case "parentHash":
			r.fixed(h.ParentHash[:])
		case "sha3Uncles":
			r.fixed(h.UncleHash[:])
		case "miner":
			r.fixed(h.Coinbase[:])
		case "stateRoot":
			r.fixed(h.Root[:])
		case "transactionsRoot":
			r.fixed(h.TxHash[:])
		case "receiptsRoot":
			r.fixed(h.ReceiptHash[:])
		case "logsBloom":
			r.fixed(h.Bloom[:])
		case "difficulty":
			h.Difficulty.SetBytes(r.quantity(&b.arena))
		case "number":
			h.Number.SetUint64(r.uint())
		case "gasLimit":
			h.GasLimit = r.uint()
		case "gasUsed":
			h.GasUsed = r.uint()
		case "timestamp":
			h.Time = r.uint()
		case "extraData":
			h.Extra = r.data(&b.arena)
		case "mixHash":
			r.fixed(h.MixDigest[:])
		case "nonce":
			r.fixed(h.Nonce[:])
		case "baseFeePerGas":
			h.BaseFee = new(big.Int).SetBytes(r.quantity(&b.arena))
		case "transactions":
			readTransactions(r, b)
		case "size", "totalDifficulty", "uncles", "withdrawals", "author", "sealFields":
			r.skip()
		default:
			if !readOptional(r, b, name) {
				readExtra(r, b, name)
			}
		}
	}
}

// readOptional reads a header's field that a fork has added. It is false when the field is none of them.
func readOptional(r *reader, b *block, name []byte) bool {
	h := &b.header
	switch string(name) {
	case "withdrawalsRoot":
		r.fixed(b.withdrawals[:])
		h.WithdrawalsHash = &b.withdrawals
	case "blobGasUsed":
		b.blobUsed = r.uint()
		h.BlobGasUsed = &b.blobUsed
	case "excessBlobGas":
		b.blobExcess = r.uint()
		h.ExcessBlobGas = &b.blobExcess
	case "parentBeaconBlockRoot":
		r.fixed(b.beacon[:])
		h.ParentBeaconRoot = &b.beacon
	case "requestsHash":
		r.fixed(b.requests[:])
		h.RequestsHash = &b.requests
	case "blockAccessListHash":
		r.fixed(b.access[:])
		h.BlockAccessListHash = &b.access
	case "slotNumber":
		b.slot = r.uint()
		h.SlotNumber = &b.slot
	default:
		return false
	}
	return true
}

// readExtra keeps a field for layouts that may have it. Only strings can be of a header.
func readExtra(r *reader, b *block, name []byte) {
	one := extra{name: string(name)}
	if r.peek() == '"' {
		one.text = string(r.quoted())
	} else {
		r.skip()
	}
	if len(b.extra) < mostExtra {
		b.extra = append(b.extra, one)
	}
}

// verify recomputes the hash. The text says what does not hold; empty means that it holds.
func (b *block) verify(number uint64) string {
	if b.header.Number.Cmp(new(big.Int).SetUint64(number)) != 0 {
		return fmt.Sprintf("it answered with block %s instead", b.header.Number)
	}
	b.hash = b.header.Hash()
	if b.hash == b.stated {
		return ""
	}
	if b.hashesAs(layouts) {
		b.hash = b.stated
		return ""
	}
	return fmt.Sprintf("the header hashes to %s, not to the stated %s", b.hash, b.stated)
}
