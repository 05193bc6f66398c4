package devnet

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/miner"
)

const (
	blockTime = 12 * time.Second
	// epoch is how many blocks are finalized at once, as go-ethereum's simulated beacon does it:
	// head 31 -> finalized 0, head 32 -> 32, head 63 -> 32, head 64 -> 64.
	epoch = 32
)

// sealer makes blocks: it stands in for the consensus layer.
type sealer struct {
	eth    *eth.Ethereum
	sealed uint64 // blocks sealed so far, forgotten branches included
}

// seal appends a block with these transactions in this order, or with whatever waits in the pool when there are none.
// after is the time since the parent, at least a second.
func (s *sealer) seal(ctx context.Context, after time.Duration, txs []*types.Transaction) (*types.Block, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if after < time.Second {
		return nil, fmt.Errorf("a block %s after its parent: at least a second must pass", after)
	}
	if err := s.eth.TxPool().Sync(); err != nil { // a transaction that was sent is in the pool, or was refused
		return nil, fmt.Errorf("transaction pool: %w", err)
	}
	chain := s.eth.BlockChain()
	parent := chain.CurrentBlock()
	s.sealed++
	args := &miner.BuildPayloadArgs{
		Parent:    parent.Hash(),
		Timestamp: parent.Time + uint64(after/time.Second),
		// The count takes the place of randomness: no two blocks are the same, and a repeated run repeats them.
		Random:      common.BigToHash(new(big.Int).SetUint64(s.sealed)),
		BeaconRoot:  &common.Hash{},
		Withdrawals: types.Withdrawals{},
		Version:     engine.PayloadV3,
	}
	block, _, err := s.eth.Miner().BuildTestingPayload(args, txs, false, nil)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", parent.Number.Uint64()+1, err)
	}
	if _, err := chain.InsertBlockWithoutSetHead(ctx, block, false); err != nil {
		return nil, fmt.Errorf("block %d: %w", block.NumberU64(), err)
	}
	return block, s.setHead(block)
}

// setHead makes the block the head, moves the marks of finality, and waits until the pool has followed.
func (s *sealer) setHead(block *types.Block) error {
	chain := s.eth.BlockChain()
	if _, err := chain.SetCanonical(block); err != nil {
		return fmt.Errorf("block %d as head: %w", block.NumberU64(), err)
	}
	chain.SetSafe(block.Header())
	chain.SetFinalized(chain.GetHeaderByNumber(block.NumberU64() / epoch * epoch))
	if err := s.eth.TxPool().Sync(); err != nil {
		return fmt.Errorf("transaction pool: %w", err)
	}
	return nil
}

// fork goes back to a block of the canonical chain. The transactions of the blocks after it are returned in their
// order; the pool forgets them, and every other one that waited.
func (s *sealer) fork(parent common.Hash) (dropped []*types.Transaction, err error) {
	chain := s.eth.BlockChain()
	block := chain.GetBlockByHash(parent)
	if block == nil || chain.GetCanonicalHash(block.NumberU64()) != parent {
		return nil, fmt.Errorf("fork at %s: the chain has no such block", parent)
	}
	for n := block.NumberU64() + 1; n <= chain.CurrentBlock().Number.Uint64(); n++ {
		dropped = append(dropped, chain.GetBlockByNumber(n).Transactions()...)
	}
	if err := s.setHead(block); err != nil {
		return nil, err
	}
	s.eth.TxPool().Clear()
	return dropped, nil
}
