package devnet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// Refusal is the error of a call that the sale contract refused.
type Refusal struct {
	// Reason is the contract's own error, decoded: one of the error types of package nodesale.
	Reason any
}

func (r *Refusal) Error() string {
	name := strings.TrimPrefix(fmt.Sprintf("%T", r.Reason), "*nodesale.NodeSale")
	return "the sale refused: " + name + strings.TrimPrefix(fmt.Sprintf("%+v", r.Reason), "&")
}

// refusal decodes the error of a reverted call; any other error is returned as it is.
func refusal(err error) error {
	var data rpc.DataError
	if !errors.As(err, &data) {
		return err
	}
	text, ok := data.ErrorData().(string)
	if !ok {
		return err
	}
	reason, decodeErr := nodesale.NewNodeSale().UnpackError(common.FromHex(text))
	if decodeErr != nil {
		return err
	}
	return &Refusal{Reason: reason}
}

// Send signs a call by a wallet, or by the Owner, mines it in a block of its own and returns its receipt. value is in
// wei, nil for none. A call that the contract would refuse is an error (a Refusal when the sale gave a reason), and no
// block is sealed.
func (c *Chain) Send(ctx context.Context, wallet int, to common.Address, value *big.Int, data []byte) (*types.Receipt, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	tx, err := c.prepare(ctx, c.account(wallet), to, value, data)
	if err != nil {
		return nil, err
	}
	return c.mineOne(ctx, tx)
}

// Deploy makes a contract, by a wallet or by the Owner, in a block of its own. code is its bytecode with the arguments of its
// constructor.
func (c *Chain) Deploy(ctx context.Context, wallet int, code []byte) (common.Address, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	from := c.account(wallet)
	nonce, err := c.nonce(from)
	if err != nil {
		return common.Address{}, err
	}
	tx, err := c.sign(from, nonce, nil, nil, moneyGas, code)
	if err != nil {
		return common.Address{}, err
	}
	receipt, err := c.mineOne(ctx, tx)
	if err != nil {
		return common.Address{}, err
	}
	return receipt.ContractAddress, nil
}

func (c *Chain) mineOne(ctx context.Context, tx *types.Transaction) (*types.Receipt, error) {
	receipts, err := c.mine(ctx, blockTime, []*types.Transaction{tx})
	if err != nil {
		return nil, err
	}
	if receipts[0].Status != types.ReceiptStatusSuccessful {
		return receipts[0], fmt.Errorf("transaction %s failed in block %s", tx.Hash(), receipts[0].BlockNumber)
	}
	return receipts[0], nil
}

// prepare signs a call for the next block. It is tried on the head first.
func (c *Chain) prepare(ctx context.Context, from account, to common.Address, value *big.Int, data []byte) (*types.Transaction, error) {
	gas, err := c.client.EstimateGas(ctx, ethereum.CallMsg{From: from.address, To: &to, Value: value, Data: data})
	if err != nil {
		return nil, refusal(err)
	}
	// Half as much again: another purchase of the same block may push this one over the edge of a tier.
	gas = min(gas+gas/2, params.MaxTxGas)
	nonce, err := c.nonce(from)
	if err != nil {
		return nil, err
	}
	return c.sign(from, nonce, &to, value, gas, data)
}

// nonce is the next one on the head; the pool is not asked, so a block takes one prepared transaction of an account.
func (c *Chain) nonce(a account) (uint64, error) {
	state, err := c.sealer.eth.BlockChain().State()
	if err != nil {
		return 0, fmt.Errorf("nonce of %s: %w", a.address, err)
	}
	return state.GetNonce(a.address), nil
}

func (c *Chain) sign(from account, nonce uint64, to *common.Address, value *big.Int, gas uint64, data []byte) (*types.Transaction, error) {
	config := c.sealer.eth.BlockChain().Config()
	tip := big.NewInt(params.GWei)
	feeCap := new(big.Int).Mul(c.Head().BaseFee, big.NewInt(2)) // the base fee rises by an eighth at most
	tx, err := types.SignNewTx(from.key, types.LatestSigner(config), &types.DynamicFeeTx{
		ChainID:   config.ChainID,
		Nonce:     nonce,
		GasTipCap: tip,
		GasFeeCap: feeCap.Add(feeCap, tip),
		Gas:       gas,
		To:        to,
		Value:     value,
		Data:      data,
	})
	if err != nil {
		return nil, fmt.Errorf("signing for %s: %w", from.address, err)
	}
	return tx, nil
}
