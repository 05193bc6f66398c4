package devnet

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// FeesOf is what an address has paid for its transactions on the canonical chain, in wei: what its balance has less than the sums that
// came in and went out. It goes through the whole chain.
func (c *Chain) FeesOf(address common.Address) (*big.Int, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	all, sum := c.sealer.eth.BlockChain(), new(big.Int)
	signer := types.LatestSigner(all.Config())
	for n := uint64(1); n <= c.Head().Number.Uint64(); n++ {
		block := all.GetBlockByNumber(n)
		if len(block.Transactions()) == 0 {
			continue
		}
		receipts := all.GetReceiptsByHash(block.Hash())
		for i, tx := range block.Transactions() {
			from, err := types.Sender(signer, tx)
			if err != nil {
				return nil, err
			}
			if from == address {
				price := tx.EffectiveGasTipValue(block.BaseFee())
				price.Add(price, block.BaseFee())
				sum.Add(sum, price.Mul(price, new(big.Int).SetUint64(receipts[i].GasUsed)))
			}
		}
	}
	return sum, nil
}
