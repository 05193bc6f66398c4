package devnet

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// errands are what happens beside the purchases, each when its time has come.
func (r *crowd) errands(ctx context.Context, months int) error {
	if !r.repriced && r.done*2 >= r.total {
		r.repriced = true
		if err := r.reprice(ctx); err != nil {
			return err
		}
	}
	if !r.disabled && r.done*4 >= r.total*3 && len(r.codes) > 1 {
		r.disabled = true
		if err := r.disableLastCode(ctx); err != nil {
			return err
		}
	}
	for r.month < months && !r.now().Before(r.start.AddDate(0, r.month+1, 0)) {
		r.month++
		if err := r.withdraw(ctx); err != nil {
			return err
		}
	}
	return nil
}

// reprice raises the price of the last tier by a tenth.
func (r *crowd) reprice(ctx context.Context) error {
	if len(r.chain.options.Tiers) == 0 {
		return nil
	}
	sale := nodesale.NewNodeSale()
	last := big.NewInt(int64(len(r.chain.options.Tiers) - 1))
	answer, err := r.chain.client.CallContract(ctx, ethereum.CallMsg{To: &r.chain.sale, Data: sale.PackTiers(last)}, nil)
	if err != nil {
		return fmt.Errorf("re-pricing the last tier: %w", refusal(err))
	}
	tier, err := sale.UnpackTiers(answer)
	if err != nil {
		return fmt.Errorf("re-pricing the last tier: %w", err)
	}
	price := new(big.Int).Mul(tier.Price, big.NewInt(11))
	return r.owner(ctx, sale.PackSetTier(last, nodesale.NodeSaleTier{
		Price:     price.Div(price, big.NewInt(10)),
		Size:      tier.Size.Uint64(),
		PerWallet: tier.PerWallet.Uint64(),
	}))
}

func (r *crowd) disableLastCode(ctx context.Context) error {
	last := len(r.codes) - 1
	data := nodesale.NewNodeSale().PackSetCode(r.codes[last], r.chain.wallets[last].address, false)
	r.codes = r.codes[:last]
	return r.owner(ctx, data)
}

func (r *crowd) owner(ctx context.Context, data []byte) error {
	tx, err := r.chain.prepare(ctx, r.chain.owner, r.chain.sale, nil, data)
	if err != nil {
		return fmt.Errorf("the owner's setting: %w", err)
	}
	_, err = r.chain.mineOne(ctx, tx)
	return err
}

// withdraw lets about half of the referrers that are owed something collect it, in one block. Every other one sends it
// to the next wallet instead of to itself.
func (r *crowd) withdraw(ctx context.Context) error {
	sale := nodesale.NewNodeSale()
	var txs []*types.Transaction
	for i := range r.codes {
		from := r.chain.wallets[i]
		if r.dice.IntN(2) == 0 {
			continue
		}
		owed, err := r.owed(ctx, from.address)
		if err != nil {
			return err
		}
		if owed.Sign() == 0 {
			continue
		}
		data := sale.PackWithdrawReferral()
		if i%2 == 1 {
			data = sale.PackWithdrawReferralTo(r.chain.wallets[(i+1)%len(r.chain.wallets)].address)
		}
		tx, err := r.chain.prepare(ctx, from, r.chain.sale, nil, data)
		if err != nil {
			return fmt.Errorf("withdrawal of wallet %d: %w", i, err)
		}
		txs = append(txs, tx)
	}
	if len(txs) == 0 {
		return nil
	}
	_, err := r.chain.mine(ctx, blockTime, txs)
	return err
}

func (r *crowd) owed(ctx context.Context, wallet common.Address) (*big.Int, error) {
	sale := nodesale.NewNodeSale()
	answer, err := r.chain.client.CallContract(ctx, ethereum.CallMsg{To: &r.chain.sale, Data: sale.PackReferralOwed(wallet)}, nil)
	if err != nil {
		return nil, fmt.Errorf("what %s is owed: %w", wallet, err)
	}
	return sale.UnpackReferralOwed(answer)
}
