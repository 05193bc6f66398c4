package devnet

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// Buy asks the sale for the price, pays exactly that and mines the purchase in a block of its own. The code may be
// empty. When the sale refuses, the error is a Refusal and no block is sealed.
func (c *Chain) Buy(ctx context.Context, wallet int, quantity uint64, code string) (*types.Receipt, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	tx, err := c.purchase(ctx, wallet, quantity, code)
	if err != nil {
		return nil, err
	}
	return c.mineOne(ctx, tx)
}

// SignPurchase signs what Buy would send and does not mine it: hand several of them, of different wallets, to
// MineTransactions to have them in one block. They pay what was asked on the head, so one that is mined after others
// have moved the price is refused by the contract.
func (c *Chain) SignPurchase(ctx context.Context, wallet int, quantity uint64, code string) (*types.Transaction, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	return c.purchase(ctx, wallet, quantity, code)
}

func (c *Chain) purchase(ctx context.Context, wallet int, quantity uint64, code string) (*types.Transaction, error) {
	price, err := c.price(ctx, wallet, quantity, code)
	if err != nil {
		return nil, err
	}
	data := nodesale.NewNodeSale().PackBuy(new(big.Int).SetUint64(quantity), code, price)
	tx, err := c.prepare(ctx, c.account(wallet), c.sale, price, data)
	if err != nil {
		return nil, fmt.Errorf("%d nodes for wallet %d: %w", quantity, wallet, err)
	}
	return tx, nil
}

// price is what the sale would charge the wallet on the head, in wei.
func (c *Chain) price(ctx context.Context, wallet int, quantity uint64, code string) (*big.Int, error) {
	sale := nodesale.NewNodeSale()
	buyer := c.account(wallet).address
	data := sale.PackQuote(buyer, new(big.Int).SetUint64(quantity), code)
	answer, err := c.client.CallContract(ctx, ethereum.CallMsg{From: buyer, To: &c.sale, Data: data}, nil)
	if err != nil {
		return nil, fmt.Errorf("%d nodes for wallet %d: %w", quantity, wallet, refusal(err))
	}
	quote, err := sale.UnpackQuote(answer)
	if err != nil {
		return nil, fmt.Errorf("%d nodes for wallet %d: %w", quantity, wallet, err)
	}
	return quote.Paid, nil
}
