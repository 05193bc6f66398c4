package demo_test

import (
	"bytes"
	"context"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/demo"
)

// reorganiser replaces blocks that are not final after the books have taken them in: their transactions come back in other blocks, somewhat
// later, and some purchases never.
type reorganiser struct {
	*testing.T
	sale *demo.Sale
	dice *rand.Rand

	branches, lost int
}

func (r *reorganiser) reorganise(ctx context.Context) error {
	c := r.sale.Chain
	head := c.Head()
	final := head.Number.Uint64() / 32 * 32 // as the chain finalises
	if head.Number.Uint64() == final || r.dice.IntN(3) == 0 {
		return nil
	}
	if err := r.sale.Engine.Sync(ctx, nil); err != nil {
		return err
	}
	from := final + r.dice.Uint64N(head.Number.Uint64()-final)
	parent, err := c.Client().HeaderByNumber(ctx, new(big.Int).SetUint64(from))
	if err != nil {
		return err
	}
	var old []*types.Block
	for n := from + 1; n <= head.Number.Uint64(); n++ {
		block, err := c.Client().BlockByNumber(ctx, new(big.Int).SetUint64(n))
		if err != nil {
			return err
		}
		old = append(old, block)
	}
	dropped, err := c.Fork(ctx, parent.Hash())
	if err != nil {
		return err
	}
	r.branches++
	never := r.never(dropped)
	later := 12 * r.dice.Uint64N(4)
	for _, block := range old {
		var txs []*types.Transaction
		for _, tx := range block.Transactions() {
			if tx != never {
				txs = append(txs, tx)
			}
		}
		if err := r.mine(ctx, txs, block.Time()+later); err != nil {
			return err
		}
	}
	if r.dice.IntN(2) == 0 {
		return r.sale.Engine.Sync(ctx, nil)
	}
	return nil
}

// never is a purchase that leaves the chain for good: the last one, where it is the last thing that its buyer did. nil: all come back.
func (r *reorganiser) never(dropped []*types.Transaction) *types.Transaction {
	signer := types.LatestSignerForChainID(new(big.Int).SetUint64(r.sale.Chain.ChainID()))
	buy := nodesale.NewNodeSale().PackBuy(new(big.Int), "", new(big.Int))[:4]
	if r.lost > 0 && r.dice.IntN(2) == 0 {
		return nil
	}
	later := map[common.Address]bool{}
	for _, tx := range slices.Backward(dropped) {
		from, err := types.Sender(signer, tx)
		if err != nil {
			r.Fatal(err)
		}
		if bytes.HasPrefix(tx.Data(), buy) && *tx.To() == r.sale.Chain.Sale() && !later[from] {
			r.lost++
			return tx
		}
		later[from] = true
	}
	return nil
}

// mine mines transactions about an instant, in one block or in two.
func (r *reorganiser) mine(ctx context.Context, txs []*types.Transaction, at uint64) error {
	c := r.sale.Chain
	if len(txs) > 0 {
		at -= 12
	}
	if now := c.Head().Time; at > now {
		if err := c.Advance(ctx, time.Duration(at-now)*time.Second); err != nil {
			return err
		}
	}
	for len(txs) > 0 {
		n := len(txs)
		if n > 1 && r.dice.IntN(2) == 0 {
			n = 1 + r.dice.IntN(n-1)
		}
		if _, err := c.MineTransactions(ctx, txs[:n]...); err != nil {
			return err
		}
		txs = txs[n:]
	}
	return nil
}
