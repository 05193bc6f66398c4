package devnet

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

const (
	discountBps = 1000 // a code takes 10% off
	rewardBps   = 1000 // and earns 10% of what was paid
	capBps      = 5000 // the most that the sale allows
	deployGas   = 8_000_000
	moneyGas    = 4_000_000
	settingGas  = 200_000
)

// deploy puts the sale and its licence, the link between them, a token like USDT and its distributor into one block.
func (c *Chain) deploy(ctx context.Context) error {
	sale, license := nodesale.NewNodeSale(), nodelicense.NewNodeLicense()
	c.sale = crypto.CreateAddress(c.owner.address, 0)
	c.license = crypto.CreateAddress(c.owner.address, 1)
	c.tether = crypto.CreateAddress(c.owner.address, 4)
	c.payer = crypto.CreateAddress(c.owner.address, 5)
	payer := payoutdistributor.NewPayoutDistributor().PackConstructor(
		c.tether, c.owner.address, c.treasury.address, c.owner.address, uint64(ActivationDelay/time.Second), common.Address{})

	settings := nodesale.NodeSaleSettings{
		Owner:       c.owner.address,
		Treasury:    c.treasury.address,
		Mode:        1,
		MaxNodes:    new(big.Int).SetUint64(c.options.MaxNodes),
		DiscountBps: big.NewInt(discountBps),
		RewardBps:   big.NewInt(rewardBps),
		DiscountCap: big.NewInt(capBps),
		RewardCap:   big.NewInt(capBps),
		Immediate:   true, // its owner changes settings in the middle of a run
	}
	if c.options.Sequential {
		settings.Mode = 0
	}
	for _, tier := range c.options.Tiers {
		settings.Tiers = append(settings.Tiers, nodesale.NodeSaleTier(tier))
	}

	receipts, err := c.settle(ctx, []step{
		{nil, deployGas, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), sale.PackConstructor(settings)...)},
		{nil, deployGas, append(common.FromHex(nodelicense.NodeLicenseMetaData.Bin),
			license.PackConstructor(c.owner.address, "Node Licence", "NODE")...)},
		{&c.license, settingGas, license.PackSetMinter(c.sale)},
		{&c.sale, settingGas, sale.PackSetLicense(c.license)},
		{nil, moneyGas, common.FromHex(testcontracts.TetherLikeMetaData.Bin)},
		{nil, moneyGas, append(common.FromHex(payoutdistributor.PayoutDistributorMetaData.Bin), payer...)},
	})
	if err != nil {
		return err
	}
	c.deployed = receipts[0].BlockNumber.Uint64()
	return nil
}

// step is something that the owner does while contracts are deployed.
type step struct {
	to   *common.Address // nil: a new contract
	gas  uint64
	data []byte
}

// settle puts steps of the owner into one block; every one of them must succeed.
func (c *Chain) settle(ctx context.Context, steps []step) ([]*types.Receipt, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	first, err := c.nonce(c.owner)
	if err != nil {
		return nil, err
	}
	var txs []*types.Transaction
	for i, s := range steps {
		tx, err := c.sign(c.owner, first+uint64(i), s.to, new(big.Int), s.gas, s.data)
		if err != nil {
			return nil, err
		}
		txs = append(txs, tx)
	}
	receipts, err := c.mine(ctx, blockTime, txs)
	if err != nil {
		return nil, fmt.Errorf("deploying the contracts: %w", err)
	}
	for i, receipt := range receipts {
		if receipt.Status != types.ReceiptStatusSuccessful {
			return nil, fmt.Errorf("deploying the contracts: step %d of %d failed, gas %d", i+1, len(steps), receipt.GasUsed)
		}
	}
	return receipts, nil
}
