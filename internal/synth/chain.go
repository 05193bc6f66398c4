// Package synth makes chains of blocks without an EVM: transactions and logs are given, and headers, roots, blooms and
// hashes follow from them as on a real chain.
//
// It guarantees that every header hash, transactionsRoot, receiptsRoot and logsBloom recomputes, and that the same calls
// make the same blocks. Signatures are dummies: nobody can recover a sender from them. State roots mean nothing.
package synth

import (
	"encoding/binary"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/internal/replay/server"
)

// Genesis is the time of block 0 of a chain that [New] makes, in seconds since 1970 UTC: 16 April 2024, 00:00.
const Genesis = 1713225600

// Interval is the time between blocks, in seconds.
const Interval = 12

// Tx is a transaction to come.
type Tx struct {
	From   common.Address // shown, never proven
	To     common.Address // zero makes a contract
	Value  uint256.Int    // wei
	Input  []byte
	Failed bool
	Legacy bool // otherwise with a fee cap
	Logs   []Log
}

// Log is an event to come.
type Log struct {
	Address common.Address
	Topics  []common.Hash
	Data    []byte
}

// Chain grows block by block. Make it with New, From or Fork.
type Chain struct {
	genesis uint64
	id      uint64
	salt    uint64
	number  uint64
	parent  common.Hash
	time    uint64
	nonce   uint64
	trie    *trie.StackTrie
}

// sealed is a block that nobody has rendered yet.
type sealed struct {
	header   *types.Header
	hash     common.Hash
	txs      []Tx
	signed   types.Transactions
	receipts types.Receipts
}

// New is a chain before its block 0.
func New(id uint64) *Chain { return From(id, Genesis) }

// From is a chain whose block 0 will have a time, in seconds since 1970.
func From(id, genesis uint64) *Chain {
	return &Chain{genesis: genesis, id: id, time: genesis - Interval, trie: trie.NewStackTrie(nil)}
}

// Fork is another branch that goes on after a block. Different salts make different branches of the same content.
func (c *Chain) Fork(after *server.Block, salt uint64) *Chain {
	return &Chain{
		genesis: c.genesis, id: c.id, salt: salt, number: after.Number + 1, parent: after.Hash,
		time: c.genesis + after.Number*Interval, nonce: c.nonce, trie: trie.NewStackTrie(nil),
	}
}

// Add makes the next block.
func (c *Chain) Add(txs ...Tx) *server.Block { return render(c.seal(txs)) }

// seal computes the next block.
func (c *Chain) seal(txs []Tx) *sealed {
	c.time += Interval
	signed := make(types.Transactions, len(txs))
	receipts := make(types.Receipts, len(txs))
	var gas uint64
	for i := range txs {
		signed[i] = c.sign(&txs[i])
		gas += 21000 + 50*uint64(len(txs[i].Input))
		receipt := &types.Receipt{Type: signed[i].Type(), Status: types.ReceiptStatusSuccessful, CumulativeGasUsed: gas}
		if txs[i].Failed {
			receipt.Status = types.ReceiptStatusFailed
		}
		for _, log := range txs[i].Logs {
			receipt.Logs = append(receipt.Logs, &types.Log{Address: log.Address, Topics: log.Topics, Data: log.Data})
		}
		receipt.Bloom = types.CreateBloom(receipt)
		receipts[i] = receipt
	}
	var salt [8]byte
	binary.BigEndian.PutUint64(salt[:], c.salt)
	nothing := uint64(0)
	header := &types.Header{
		ParentHash: c.parent, UncleHash: types.EmptyUncleHash,
		Root:   crypto.Keccak256Hash(c.parent[:]),
		TxHash: types.DeriveSha(signed, c.trie), ReceiptHash: types.DeriveSha(receipts, c.trie),
		Bloom: types.MergeBloom(receipts), Difficulty: new(big.Int), Number: new(big.Int).SetUint64(c.number),
		GasLimit: 30_000_000, GasUsed: gas, Time: c.time, Extra: salt[:],
		MixDigest: crypto.Keccak256Hash(salt[:]), BaseFee: big.NewInt(7), WithdrawalsHash: &types.EmptyWithdrawalsHash,
		BlobGasUsed: &nothing, ExcessBlobGas: &nothing, ParentBeaconRoot: new(common.Hash),
		RequestsHash: &types.EmptyRequestsHash,
	}
	c.number++
	c.parent = header.Hash()
	return &sealed{header, c.parent, txs, signed, receipts}
}

// sign gives a transaction a signature that looks like one.
func (c *Chain) sign(tx *Tx) *types.Transaction {
	c.nonce++
	var seed [24]byte
	binary.BigEndian.PutUint64(seed[:], c.id)
	binary.BigEndian.PutUint64(seed[8:], c.salt)
	binary.BigEndian.PutUint64(seed[16:], c.nonce)
	r := new(big.Int).SetBytes(crypto.Keccak256(seed[:]))
	s := new(big.Int).SetBytes(crypto.Keccak256(seed[1:]))
	var to *common.Address
	if tx.To != (common.Address{}) {
		to = &tx.To
	}
	if tx.Legacy {
		v := new(big.Int).SetUint64(c.id*2 + 35 + c.nonce%2)
		return types.NewTx(&types.LegacyTx{
			Nonce: c.nonce, GasPrice: big.NewInt(1e9), Gas: 500_000, To: to, Value: tx.Value.ToBig(), Data: tx.Input,
			V: v, R: r, S: s,
		})
	}
	return types.NewTx(&types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(c.id), Nonce: c.nonce, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(2e9),
		Gas: 500_000, To: to, Value: tx.Value.ToBig(), Data: tx.Input,
		V: new(big.Int).SetUint64(c.nonce % 2), R: r, S: s,
	})
}
