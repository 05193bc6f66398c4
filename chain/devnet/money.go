package devnet

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// ActivationDelay is how long a proposed root waits in the distributor. The treasury proposes roots, the owner activates them.
const ActivationDelay = time.Hour

// Tether is the address of a token like USDT: 6 decimals, and transfer returns nothing.
func (c *Chain) Tether() common.Address { return c.tether }

// Distributor is the address of the PayoutDistributor of Tether.
func (c *Chain) Distributor() common.Address { return c.payer }

// Mint gives somebody tether, in base units.
func (c *Chain) Mint(ctx context.Context, to common.Address, amount *big.Int) error {
	_, err := c.Send(ctx, Owner, c.tether, nil, testcontracts.NewTetherLike().PackMint(to, amount))
	return err
}

// Publish has the treasury propose a tree, made from the books of a checkpoint, and the owner activate it when its delay has passed.
func (c *Chain) Publish(ctx context.Context, root [32]byte, total *big.Int, file, checkpoint [32]byte) error {
	d := payoutdistributor.NewPayoutDistributor()
	if _, err := c.Send(ctx, Treasury, c.payer, nil, d.PackPropose(root, total, file, checkpoint)); err != nil {
		return fmt.Errorf("proposing the root: %w", err)
	}
	if err := c.Advance(ctx, ActivationDelay); err != nil {
		return err
	}
	if _, err := c.Send(ctx, Owner, c.payer, nil, d.PackActivate(root, total, file, checkpoint)); err != nil {
		return fmt.Errorf("activating the root: %w", err)
	}
	return nil
}

// Call is a call to a contract.
type Call struct {
	To   common.Address
	Data []byte
}

// callGas is the gas that one of several calls may take.
const callGas = 150_000

// SendAll signs calls by one wallet, or by the Owner or the Treasury, and mines them in blocks of at most 50. One that fails
// is an error; those before it, and those of its block, are mined.
func (c *Chain) SendAll(ctx context.Context, wallet int, calls []Call) error {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	from := c.account(wallet)
	for part := range slices.Chunk(calls, 50) {
		nonce, err := c.nonce(from)
		if err != nil {
			return err
		}
		var txs []*types.Transaction
		for i, call := range part {
			tx, err := c.sign(from, nonce+uint64(i), &call.To, nil, callGas, call.Data)
			if err != nil {
				return err
			}
			txs = append(txs, tx)
		}
		receipts, err := c.mine(ctx, blockTime, txs)
		if err != nil {
			return err
		}
		for i, r := range receipts {
			if r.Status != types.ReceiptStatusSuccessful {
				return fmt.Errorf("call %d of %d to %s failed in block %s", i+1, len(part), part[i].To, r.BlockNumber)
			}
		}
	}
	return nil
}
