package devnet

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

const (
	discountBps = 1000 // a code takes 10% off
	rewardBps   = 1000 // and earns 10% of what was paid
	deployGas   = 8_000_000
	settingGas  = 200_000
)

// deploy puts both contracts and the link between them into one block.
func (c *Chain) deploy(ctx context.Context) error {
	sale, license := nodesale.NewNodeSale(), nodelicense.NewNodeLicense()
	c.sale = crypto.CreateAddress(c.owner.address, 0)
	c.license = crypto.CreateAddress(c.owner.address, 1)

	settings := nodesale.NodeSaleSettings{
		Owner:       c.owner.address,
		Treasury:    c.treasury,
		Mode:        1,
		MaxNodes:    new(big.Int).SetUint64(c.options.MaxNodes),
		DiscountBps: big.NewInt(discountBps),
		RewardBps:   big.NewInt(rewardBps),
	}
	if c.options.Sequential {
		settings.Mode = 0
	}
	for _, tier := range c.options.Tiers {
		settings.Tiers = append(settings.Tiers, nodesale.NodeSaleTier(tier))
	}

	steps := []struct {
		to   *common.Address
		gas  uint64
		data []byte
	}{
		{nil, deployGas, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), sale.PackConstructor(settings)...)},
		{nil, deployGas, append(common.FromHex(nodelicense.NodeLicenseMetaData.Bin),
			license.PackConstructor(c.owner.address, "Node Licence", "NODE")...)},
		{&c.license, settingGas, license.PackSetMinter(c.sale)},
		{&c.sale, settingGas, sale.PackSetLicense(c.license)},
	}
	c.sealing.Lock()
	defer c.sealing.Unlock()
	var txs []*types.Transaction
	for nonce, step := range steps {
		tx, err := c.sign(c.owner, uint64(nonce), step.to, new(big.Int), step.gas, step.data)
		if err != nil {
			return err
		}
		txs = append(txs, tx)
	}
	receipts, err := c.mine(ctx, blockTime, txs)
	if err != nil {
		return fmt.Errorf("deploying the contracts: %w", err)
	}
	for i, receipt := range receipts {
		if receipt.Status != types.ReceiptStatusSuccessful {
			return fmt.Errorf("deploying the contracts: step %d of %d failed, gas %d", i+1, len(steps), receipt.GasUsed)
		}
	}
	c.deployed = receipts[0].BlockNumber.Uint64()
	return nil
}
