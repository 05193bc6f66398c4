package server

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
)

// Block is a block ready to be served: every answer about it is already JSON.
type Block struct {
	Number   uint64
	Hash     common.Hash
	Parent   common.Hash
	Full     []byte   // eth_getBlockBy... with whole transactions
	Slim     []byte   // the same with transaction hashes
	Receipts [][]byte // eth_getTransactionReceipt, in order
	Txs      []Tx     // in order
	Logs     []Log    // in order of their index

	again func() *Block
}

// Lean is a block that keeps its place only, and is made again each time somebody asks for what is in it. Its transactions are not found
// by their hashes.
func (b *Block) Lean(again func() *Block) *Block {
	return &Block{Number: b.Number, Hash: b.Hash, Parent: b.Parent, again: again}
}

// Tx is a transaction of a block.
type Tx struct {
	Hash common.Hash
	JSON []byte
}

// Log is an event of a block.
type Log struct {
	Address common.Address
	Topics  []common.Hash
	JSON    []byte
}

// ReadBlock reads one recorded line: {"block": <with whole transactions>, "receipts": [...]}. The JSON is served as it
// was recorded, field by field.
func ReadBlock(line []byte) (*Block, error) {
	var record struct {
		Block    map[string]json.RawMessage
		Receipts []json.RawMessage
	}
	if err := json.Unmarshal(line, &record); err != nil {
		return nil, err
	}
	full, err := json.Marshal(record.Block)
	if err != nil {
		return nil, err
	}
	var head struct {
		Number       string
		Hash         common.Hash
		ParentHash   common.Hash
		Transactions []json.RawMessage
	}
	if err := json.Unmarshal(full, &head); err != nil {
		return nil, err
	}
	number, err := strconv.ParseUint(head.Number, 0, 64)
	if err != nil {
		return nil, fmt.Errorf("block number %q: %w", head.Number, err)
	}
	block := &Block{Number: number, Hash: head.Hash, Parent: head.ParentHash, Full: full}
	hashes := []common.Hash{}
	for _, raw := range head.Transactions {
		var tx struct{ Hash common.Hash }
		if err := json.Unmarshal(raw, &tx); err != nil {
			return nil, fmt.Errorf("block %d: %w", number, err)
		}
		block.Txs = append(block.Txs, Tx{Hash: tx.Hash, JSON: raw})
		hashes = append(hashes, tx.Hash)
	}
	if record.Block["transactions"], err = json.Marshal(hashes); err != nil {
		return nil, err
	}
	if block.Slim, err = json.Marshal(record.Block); err != nil {
		return nil, err
	}
	for _, raw := range record.Receipts {
		block.Receipts = append(block.Receipts, raw)
		var receipt struct{ Logs []json.RawMessage }
		if err := json.Unmarshal(raw, &receipt); err != nil {
			return nil, fmt.Errorf("block %d: %w", number, err)
		}
		for _, raw := range receipt.Logs {
			log := Log{JSON: raw}
			if err := json.Unmarshal(raw, &log); err != nil {
				return nil, fmt.Errorf("block %d: %w", number, err)
			}
			log.JSON = raw
			block.Logs = append(block.Logs, log)
		}
	}
	return block, nil
}
