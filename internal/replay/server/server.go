// Package server answers the Ethereum JSON-RPC calls that a watcher makes, from blocks that were recorded or made
// beforehand, and misbehaves on request.
//
// It guarantees that an answer without a fault is the recorded JSON, byte for byte, and that faults, head and branch
// can be changed while it serves. It does not run transactions: eth_call knows the views that a recording lists, or else
// one function, the counter of licences sold, and eth_getCode knows the contracts by name only.
package server

import (
	"fmt"
	"math/big"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// Server is a http.Handler that speaks JSON-RPC. Make it with New or Load.
type Server struct {
	contract common.Address
	selector [4]byte
	coded    map[common.Address]uint64     // contracts, and the blocks in which they were made
	views    map[asked][]answer            // recorded
	raw      map[common.Hash]hexutil.Bytes // transactions; nil: eth_getRawTransactionByHash is an unknown method
	unfinal  *problem                      // the refusal of the tag finalized, where the chain has none

	mu        sync.RWMutex
	chain     uint64
	blocks    []*Block // of the present branch, without gaps
	byHash    map[common.Hash]*Block
	byTx      map[common.Hash]place
	head      uint64
	finalized uint64
	counter   func(block uint64) (*big.Int, bool)
	faults    Faults
	calls     map[string]int

	made sync.Map // the newest lean blocks that were asked for, by their number modulo most
}

// most is how many lean blocks are kept once they are made.
const most = 4096

type place struct {
	block *Block
	index int
}

// New serves blocks of consecutive numbers. The last one is head and final.
func New(chain uint64, contract common.Address, blocks []*Block) (*Server, error) {
	if len(blocks) == 0 {
		return nil, fmt.Errorf("there are no blocks to serve")
	}
	s := &Server{
		contract: contract,
		selector: [4]byte(crypto.Keccak256([]byte("totalMinted()"))),
		coded:    map[common.Address]uint64{contract: 0},
		views:    map[asked][]answer{},
		chain:    chain,
		byHash:   map[common.Hash]*Block{},
		byTx:     map[common.Hash]place{},
		counter:  func(uint64) (*big.Int, bool) { return nil, false },
		calls:    map[string]int{},
	}
	if err := s.Swap(blocks); err != nil {
		return nil, err
	}
	s.finalized = s.head
	return s, nil
}

// Swap makes blocks the end of the branch: whatever had their numbers or higher ones leaves it, as in a
// reorganisation, and can be asked for by hash only. The last one is the new head; what is final stays.
func (s *Server) Swap(blocks []*Block) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	first := blocks[0].Number
	kept := s.blocks
	if len(s.blocks) > 0 {
		if first <= s.blocks[0].Number || first > s.blocks[len(s.blocks)-1].Number+1 {
			return fmt.Errorf("a branch from block %d does not continue blocks %d to %d", first, s.blocks[0].Number,
				s.blocks[len(s.blocks)-1].Number)
		}
		kept = s.blocks[:first-s.blocks[0].Number]
	}
	for i, block := range blocks {
		if block.Number != first+uint64(i) {
			return fmt.Errorf("block %d stands where block %d should be", block.Number, first+uint64(i))
		}
	}
	s.blocks = append(slices.Clone(kept), blocks...)
	for _, block := range blocks {
		s.byHash[block.Hash] = block
		for i, tx := range block.Txs {
			s.byTx[tx.Hash] = place{block, i}
		}
	}
	s.head = blocks[len(blocks)-1].Number
	return nil
}

// SetHead hides every block above a number.
func (s *Server) SetHead(number uint64) { s.mu.Lock(); s.head = number; s.mu.Unlock() }

// SetFinalized says which block the tag finalized means.
func (s *Server) SetFinalized(number uint64) { s.mu.Lock(); s.finalized = number; s.mu.Unlock() }

// SetCounter says what the contract has sold at a block; false makes the call an error.
func (s *Server) SetCounter(count func(block uint64) (*big.Int, bool)) {
	s.mu.Lock()
	s.counter = count
	s.mu.Unlock()
}

// SetSelector says which call of the contract is its counter; at first it is totalMinted().
func (s *Server) SetSelector(selector [4]byte) { s.mu.Lock(); s.selector = selector; s.mu.Unlock() }

// SetFaults replaces the faults; the zero value is an honest server.
func (s *Server) SetFaults(f Faults) { s.mu.Lock(); s.faults = f; s.mu.Unlock() }

// Calls is how often a method was asked for, single or in a batch.
func (s *Server) Calls(method string) int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.calls[method]
}

// Head is the newest block that is served.
func (s *Server) Head() *Block {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.at(s.head)
}

// whole is a block with what is in it.
func (s *Server) whole(b *Block) *Block {
	if b == nil || b.again == nil {
		return b
	}
	if made, ok := s.made.Load(b.Number % most); ok && made.(*Block).Hash == b.Hash {
		return made.(*Block)
	}
	made := b.again()
	s.made.Store(b.Number%most, made)
	return made
}

// At is the block of the present branch at a number, or nil.
func (s *Server) At(number uint64) *Block {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.at(number)
}

func (s *Server) at(number uint64) *Block { return s.whole(s.place(number)) }

// place is the block at a number, perhaps a lean one.
func (s *Server) place(number uint64) *Block {
	first := s.blocks[0].Number
	if number < first || number > s.head || number-first >= uint64(len(s.blocks)) {
		return nil
	}
	return s.blocks[number-first]
}
