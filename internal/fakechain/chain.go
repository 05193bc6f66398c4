package fakechain

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// What every made sale has in common.
const (
	Price    = 1_000                                        // wei a node
	Contract = "0x00000000000000000000000000000000000000aa" // of the sale
	genesis  = 1_713_000_000                                // 13 April 2024, 09:20
	interval = 2 * 60 * 60                                  // seconds between blocks
)

// Chain is what was mined so far. Make it with [New].
type Chain struct {
	Blocks []engine.Block // by number; every block, with or without facts
	Final  uint64         // the newest final block

	// Uncounted is for a contract that does not count what it sold.
	Uncounted bool

	// Contracts are wallets that are contracts, by what they say of a signature of a hash.
	Contracts map[common.Address]Says

	holdings []holding

	mined uint64 // blocks ever, so that each has another hash
	logs  uint64 // logs ever, so that each has another transaction
}

// Says is what a contract says of a signature of a hash, at a block.
type Says func(ctx context.Context, at engine.Header, hash common.Hash, signature []byte) (bool, error)

// New is a chain of two blocks, the second with the price of every node and the codes of the wallets 1 to n.
func New(n byte) *Chain {
	c := new(Chain)
	c.Mine()
	setup := []evm.Log{c.Log("TierSet(uint256,uint256,uint256,uint256)", []common.Hash{{}},
		big.NewInt(Price), big.NewInt(1_000_000), new(big.Int).SetUint64(program.NoQuota))}
	for r := range n {
		setup = append(setup, c.Log("CodeSet(string,address,bool)", []common.Hash{{31: r + 1}}, Code(r+1), true))
	}
	c.Mine(setup...)
	return c
}

// Mine puts a block with these logs on the chain.
func (c *Chain) Mine(logs ...evm.Log) {
	logs = slices.Clone(logs)
	for i := range logs {
		logs[i].Index, logs[i].TxIndex = uint32(i), uint32(i)
	}
	n := uint64(len(c.Blocks))
	h := engine.Header{Number: n, Time: genesis + interval*n, Hash: sha256.Sum256(fmt.Append(nil, "block", c.mined))}
	if n > 0 {
		h.Parent = c.Blocks[n-1].Header.Hash
	}
	c.mined++
	c.Blocks = append(c.Blocks, engine.Block{Header: h, Facts: sale.Block{Number: n, Hash: h.Hash, Time: h.Time, Logs: logs}})
}

// Cut takes the newest n blocks off the chain, as a reorganisation does before other blocks come.
func (c *Chain) Cut(n int) { c.Blocks = c.Blocks[: len(c.Blocks)-n : len(c.Blocks)-n] }

// Finalise makes everything final but the newest blocks. What was final stays so.
func (c *Chain) Finalise(behind int) {
	c.Final = max(c.Final, uint64(max(0, len(c.Blocks)-1-behind)))
}

// Until mines empty blocks until one is later than an instant, and makes all of them final.
func (c *Chain) Until(at time.Time) {
	for !c.Now().After(at) {
		c.Mine()
	}
	c.Finalise(0)
}

// Now is the time of the newest block: with the chain as its clock, what an operator does stands between the blocks.
func (c *Chain) Now() time.Time { return c.Blocks[len(c.Blocks)-1].Header.When() }
