package synth

import (
	"encoding/hex"
	"math/big"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/internal/replay/server"
)

// page is JSON in the making, in the manner of a public node.
type page []byte

func (p *page) raw(text string) { *p = append(*p, text...) }

func (p *page) bytes(name string, value []byte) {
	*p = append(*p, '"')
	*p = append(*p, name...)
	*p = append(*p, `":"0x`...)
	*p = hex.AppendEncode(*p, value)
	*p = append(*p, `",`...)
}

func (p *page) number(name string, value uint64) {
	*p = append(*p, '"')
	*p = append(*p, name...)
	*p = append(*p, `":"0x`...)
	*p = strconv.AppendUint(*p, value, 16)
	*p = append(*p, `",`...)
}

func (p *page) big(name string, value *big.Int) {
	*p = append(*p, '"')
	*p = append(*p, name...)
	*p = append(*p, `":"0x`...)
	*p = value.Append(*p, 16)
	*p = append(*p, `",`...)
}

func (p *page) address(name string, value *common.Address) {
	if value == nil {
		p.raw(`"` + name + `":null,`)
		return
	}
	p.bytes(name, value[:])
}

// close ends an object or list in which the last member left a comma.
func (p *page) close(with byte) {
	if (*p)[len(*p)-1] == ',' {
		*p = (*p)[:len(*p)-1]
	}
	*p = append(*p, with)
}

// place is the block with its number and hashes alone.
func (b *sealed) place() *server.Block {
	return &server.Block{Number: b.header.Number.Uint64(), Hash: b.hash, Parent: b.header.ParentHash}
}

func render(b *sealed) *server.Block {
	block, h, txs := b.place(), b.header, b.txs
	top := page(nil)
	top.header(h, block.Hash)
	slim, full := append(page(nil), top...), append(page(nil), top...)
	slim.raw(`"transactions":[`)
	full.raw(`"transactions":[`)
	cuts := make([]int, 0, 2*len(txs))
	var before uint64
	for i, tx := range b.signed {
		hash := tx.Hash()
		slim.raw(`"` + hash.Hex() + `",`)
		start := len(full)
		full.transaction(tx, hash, &txs[i])
		full.place(block, i)
		full.close('}')
		cuts = append(cuts, start, len(full))
		full.raw(",")
		block.Txs = append(block.Txs, server.Tx{Hash: hash})

		addReceipt(block, h.Time, i, &txs[i], tx.To(), hash, b.receipts[i], before)
		before = b.receipts[i].CumulativeGasUsed
	}
	slim.close(']')
	slim.raw(`,"withdrawals":[]}`)
	full.close(']')
	full.raw(`,"withdrawals":[]}`)
	block.Slim, block.Full = slim, full
	for i := range block.Txs {
		block.Txs[i].JSON = full[cuts[2*i]:cuts[2*i+1]]
	}
	return block
}

// addReceipt renders the receipt of the i-th transaction with its logs. before is the gas that those before it used.
func addReceipt(block *server.Block, time uint64, i int, tx *Tx, to *common.Address, hash common.Hash, r *types.Receipt, before uint64) {
	receipt := page(nil)
	receipt.raw("{")
	receipt.place(block, i)
	receipt.bytes("transactionHash", hash[:])
	receipt.bytes("from", tx.From[:])
	receipt.address("to", to)
	receipt.number("cumulativeGasUsed", r.CumulativeGasUsed)
	receipt.number("gasUsed", r.CumulativeGasUsed-before)
	receipt.raw(`"contractAddress":null,"logs":[`)
	var inside [][2]int
	for k, log := range r.Logs {
		start := len(receipt)
		receipt.log(log)
		receipt.place(block, i)
		receipt.number("blockTimestamp", time)
		receipt.bytes("transactionHash", hash[:])
		receipt.number("logIndex", uint64(len(block.Logs)+k))
		receipt.raw(`"removed":false}`)
		inside = append(inside, [2]int{start, len(receipt)})
		receipt.raw(",")
	}
	receipt.close(']')
	receipt.raw(",")
	receipt.bytes("logsBloom", r.Bloom[:])
	receipt.number("status", r.Status)
	receipt.number("effectiveGasPrice", 1e9)
	receipt.number("type", uint64(r.Type))
	receipt.close('}')
	block.Receipts = append(block.Receipts, receipt)
	for k, log := range r.Logs {
		block.Logs = append(block.Logs, server.Log{
			Address: log.Address, Topics: log.Topics, JSON: receipt[inside[k][0]:inside[k][1]],
		})
	}
}

// place is where the i-th transaction of a block stands.
func (p *page) place(block *server.Block, i int) {
	p.bytes("blockHash", block.Hash[:])
	p.number("blockNumber", block.Number)
	p.number("transactionIndex", uint64(i))
}

func (p *page) header(h *types.Header, hash common.Hash) {
	p.raw("{")
	p.bytes("hash", hash[:])
	p.bytes("parentHash", h.ParentHash[:])
	p.bytes("sha3Uncles", h.UncleHash[:])
	p.bytes("miner", h.Coinbase[:])
	p.bytes("stateRoot", h.Root[:])
	p.bytes("transactionsRoot", h.TxHash[:])
	p.bytes("receiptsRoot", h.ReceiptHash[:])
	p.bytes("logsBloom", h.Bloom[:])
	p.big("difficulty", h.Difficulty)
	p.big("number", h.Number)
	p.number("gasLimit", h.GasLimit)
	p.number("gasUsed", h.GasUsed)
	p.number("timestamp", h.Time)
	p.bytes("extraData", h.Extra)
	p.bytes("mixHash", h.MixDigest[:])
	p.bytes("nonce", h.Nonce[:])
	p.big("baseFeePerGas", h.BaseFee)
	p.bytes("withdrawalsRoot", h.WithdrawalsHash[:])
	p.number("blobGasUsed", *h.BlobGasUsed)
	p.number("excessBlobGas", *h.ExcessBlobGas)
	p.bytes("parentBeaconBlockRoot", h.ParentBeaconRoot[:])
	p.bytes("requestsHash", h.RequestsHash[:])
	p.number("size", 1000)
	p.raw(`"uncles":[],`)
}

func (p *page) transaction(tx *types.Transaction, hash common.Hash, from *Tx) {
	p.raw("{")
	p.number("type", uint64(tx.Type()))
	if tx.Type() != types.LegacyTxType {
		p.big("chainId", tx.ChainId())
		p.big("maxFeePerGas", tx.GasFeeCap())
		p.big("maxPriorityFeePerGas", tx.GasTipCap())
		p.raw(`"accessList":[],`)
	}
	p.big("gasPrice", tx.GasPrice())
	p.number("nonce", tx.Nonce())
	p.number("gas", tx.Gas())
	p.bytes("from", from.From[:])
	p.address("to", tx.To())
	p.big("value", tx.Value())
	p.bytes("input", tx.Data())
	v, r, s := tx.RawSignatureValues()
	p.big("v", v)
	if tx.Type() != types.LegacyTxType {
		p.big("yParity", v)
	}
	p.big("r", r)
	p.big("s", s)
	p.bytes("hash", hash[:])
}

func (p *page) log(log *types.Log) {
	p.raw("{")
	p.bytes("address", log.Address[:])
	p.raw(`"topics":[`)
	for i := range log.Topics {
		if i > 0 {
			p.raw(",")
		}
		*p = append(*p, '"', '0', 'x')
		*p = hex.AppendEncode(*p, log.Topics[i][:])
		*p = append(*p, '"')
	}
	p.raw("],")
	p.bytes("data", log.Data)
}
