package devnet

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/node"
)

// Chain is a running development chain. Its methods may be called by several goroutines; the order of their calls is
// then the order of the blocks.
type Chain struct {
	options  Options
	node     *node.Node
	client   *ethclient.Client
	owner    account
	wallets  []account
	treasury account
	sale     common.Address
	license  common.Address
	tether   common.Address
	payer    common.Address // the distributor
	deployed uint64

	sealing sync.Mutex // held from reading the head to sealing the next block
	sealer  *sealer
}

// Start starts the chain and deploys the contracts in its first block. Close it when done.
func Start(ctx context.Context, o Options) (*Chain, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	host, port, err := loopback(o.Listen)
	if err != nil {
		return nil, err
	}
	owner, wallets, err := newAccounts(o.Seed, o.Wallets)
	if err != nil {
		return nil, err
	}
	treasury, err := newAccount(o.Seed, "treasury")
	if err != nil {
		return nil, err
	}
	rich := []common.Address{owner.address}
	for _, wallet := range wallets {
		rich = append(rich, wallet.address)
	}
	stack, backend, err := startNode(host, port, o.Start, rich)
	if err != nil {
		return nil, err
	}
	c := &Chain{
		options:  o,
		node:     stack,
		client:   ethclient.NewClient(stack.Attach()),
		owner:    owner,
		wallets:  wallets,
		treasury: treasury,
		sealer:   &sealer{eth: backend},
	}
	if err := c.deploy(ctx); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// Close stops the server and forgets the chain.
func (c *Chain) Close() error {
	c.client.Close()
	return c.node.Close()
}

// URL is where JSON-RPC is served, as http://127.0.0.1:port.
func (c *Chain) URL() string { return c.node.HTTPEndpoint() }

// Client reads the chain without HTTP. What it sends waits until Mine.
func (c *Chain) Client() *ethclient.Client { return c.client }

// ChainID is 1337.
func (c *Chain) ChainID() uint64 { return c.sealer.eth.BlockChain().Config().ChainID.Uint64() }

// Sale is the address of the NodeSale contract.
func (c *Chain) Sale() common.Address { return c.sale }

// License is the address of the NodeLicense contract.
func (c *Chain) License() common.Address { return c.license }

// Treasury is where the sale sends what it takes. Nobody holds coins there but by the sale.
func (c *Chain) Treasury() common.Address { return c.treasury.address }

// DeployBlock is the block that the contracts were deployed in.
func (c *Chain) DeployBlock() uint64 { return c.deployed }

// Head is the header of the last block.
func (c *Chain) Head() *types.Header { return c.sealer.eth.BlockChain().CurrentBlock() }

// Mine seals n blocks, 12 seconds apart, with what waits in the pool.
func (c *Chain) Mine(ctx context.Context, n int) error {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	for range n {
		if _, err := c.sealer.seal(ctx, blockTime, nil); err != nil {
			return err
		}
	}
	return nil
}

// SealUntilFinal seals blocks until the head is final.
func (c *Chain) SealUntilFinal(ctx context.Context) error {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	for c.Head().Number.Uint64()%epoch != 0 {
		if _, err := c.sealer.seal(ctx, blockTime, nil); err != nil {
			return err
		}
	}
	return nil
}

// Advance seals one block that is d later than the head, a whole number of seconds, with what waits in the pool.
func (c *Chain) Advance(ctx context.Context, d time.Duration) error {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	_, err := c.sealer.seal(ctx, d, nil)
	return err
}

// Fork makes an earlier block the head again: the next block is a new branch, and those after it are gone from the
// canonical chain at once. It returns the transactions that were in them, in order: give them, or some of them, to
// MineTransactions to mine them again, perhaps in other blocks. Nothing else brings them back.
func (c *Chain) Fork(ctx context.Context, parent common.Hash) (dropped []*types.Transaction, err error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return c.sealer.fork(parent)
}

// MineTransactions seals one block with these signed transactions in this order and returns their receipts. A
// transaction that the contract refuses is mined as well, as a failed one; one that is not valid at all is an error,
// and no block is sealed.
func (c *Chain) MineTransactions(ctx context.Context, txs ...*types.Transaction) ([]*types.Receipt, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	return c.mine(ctx, blockTime, txs)
}

func (c *Chain) mine(ctx context.Context, after time.Duration, txs []*types.Transaction) ([]*types.Receipt, error) {
	if len(txs) == 0 {
		return nil, errors.New("no transactions to mine: use Mine for an empty block")
	}
	block, err := c.sealer.seal(ctx, after, txs)
	if err != nil {
		return nil, err
	}
	receipts := c.sealer.eth.BlockChain().GetReceiptsByHash(block.Hash())
	if len(receipts) != len(txs) {
		return nil, fmt.Errorf("block %d: %d receipts for %d transactions", block.NumberU64(), len(receipts), len(txs))
	}
	return receipts, nil
}
