package devnet_test

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

func start(t *testing.T, o devnet.Options) *devnet.Chain {
	t.Helper()
	c, err := devnet.Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// call reads a contract at a block, at the head when block is nil.
func call[T any](t *testing.T, from ethereum.ContractCaller, to common.Address, data []byte, block *big.Int,
	unpack func([]byte) (T, error)) T {
	t.Helper()
	answer, err := from.CallContract(t.Context(), ethereum.CallMsg{To: &to, Data: data}, block)
	must(t, err)
	value, err := unpack(answer)
	must(t, err)
	return value
}

func totalSold(t *testing.T, c *devnet.Chain, from ethereum.ContractCaller, block *big.Int) int64 {
	t.Helper()
	sale := nodesale.NewNodeSale()
	return call(t, from, c.Sale(), sale.PackTotalSold(), block, sale.UnpackTotalSold).Int64()
}

func TestAnswersOverHTTP(t *testing.T) {
	ctx := t.Context()
	c := start(t, devnet.Options{Seed: 1})
	client, err := ethclient.Dial(c.URL())
	must(t, err)
	defer client.Close()

	id, err := client.ChainID(ctx)
	must(t, err)
	if id.Uint64() != c.ChainID() || c.ChainID() != 1337 {
		t.Fatalf("chain id %s over HTTP, %d here, want 1337", id, c.ChainID())
	}
	must(t, c.RegisterCode(ctx, 0, "ALPHA"))
	receipt, err := c.Buy(ctx, 1, 7, "ALPHA")
	must(t, err)

	receipts, err := client.BlockReceipts(ctx, rpc.BlockNumberOrHashWithHash(receipt.BlockHash, true))
	must(t, err)
	if len(receipts) != 1 || receipts[0].TxHash != receipt.TxHash {
		t.Fatalf("eth_getBlockReceipts gave %v, want the purchase %s", receipts, receipt.TxHash)
	}
	logs, err := client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(c.DeployBlock()),
		Addresses: []common.Address{c.Sale()},
		Topics:    [][]common.Hash{{common.HexToHash(purchasedTopic(t))}},
	})
	must(t, err)
	if len(logs) != 1 {
		t.Fatalf("eth_getLogs gave %d purchases, want 1", len(logs))
	}
	purchase, err := nodesale.NewNodeSale().UnpackPurchasedEvent(&logs[0])
	must(t, err)
	buyer, _ := c.Wallet(1)
	if purchase.Buyer != buyer || purchase.Quantity.Int64() != 7 || purchase.Code != "ALPHA" {
		t.Fatalf("the log says %+v", purchase)
	}

	header, err := client.HeaderByNumber(ctx, nil)
	must(t, err)
	if header.Hash() != c.Head().Hash() || header.Hash() != receipt.BlockHash {
		t.Fatalf("the header's hash is recomputed as %s, the block is %s", header.Hash(), receipt.BlockHash)
	}
	if sold := totalSold(t, c, client, new(big.Int).SetUint64(c.DeployBlock())); sold != 0 {
		t.Fatalf("%d nodes sold at the deployment, want 0", sold)
	}
	if sold := totalSold(t, c, client, nil); sold != 7 {
		t.Fatalf("%d nodes sold, want 7", sold)
	}
	license := nodelicense.NewNodeLicense()
	if minted := call(t, client, c.License(), license.PackTotalSupply(), nil, license.UnpackTotalSupply); minted.Int64() != 7 {
		t.Fatalf("%s licences, want 7", minted)
	}
	if paid, err := client.BalanceAt(ctx, c.Treasury(), nil); err != nil || new(big.Int).Add(paid, purchase.Referral).Cmp(purchase.Paid) != 0 {
		t.Fatalf("the treasury has %s of %s paid and %s referral: %v", paid, purchase.Paid, purchase.Referral, err)
	}
}

func purchasedTopic(t *testing.T) string {
	t.Helper()
	contract, err := nodesale.NodeSaleMetaData.ParseABI()
	must(t, err)
	return contract.Events["Purchased"].ID.Hex()
}

func TestFinalityMovesEvery32Blocks(t *testing.T) {
	ctx := t.Context()
	c := start(t, devnet.Options{})
	at := func(tag rpc.BlockNumber) uint64 {
		header, err := c.Client().HeaderByNumber(ctx, big.NewInt(tag.Int64()))
		must(t, err)
		return header.Number.Uint64()
	}
	for _, step := range []struct{ mine, head, finalized int }{{30, 31, 0}, {1, 32, 32}, {31, 63, 32}, {1, 64, 64}} {
		must(t, c.Mine(ctx, step.mine))
		head, safe, finalized := at(rpc.LatestBlockNumber), at(rpc.SafeBlockNumber), at(rpc.FinalizedBlockNumber)
		if head != uint64(step.head) || safe != head || finalized != uint64(step.finalized) {
			t.Fatalf("head %d, safe %d, finalized %d; want %+v", head, safe, finalized, step)
		}
	}
}

func TestTimeIsTheChainsOwn(t *testing.T) {
	ctx := t.Context()
	genesis := time.Date(2024, time.April, 25, 12, 0, 0, 0, time.UTC)
	c := start(t, devnet.Options{Start: genesis})
	must(t, c.Mine(ctx, 2))
	must(t, c.Advance(ctx, 30*24*time.Hour))
	want := genesis.Add(3*12*time.Second + 30*24*time.Hour)
	if got := time.Unix(int64(c.Head().Time), 0).UTC(); !got.Equal(want) {
		t.Fatalf("the head is of %s, want %s", got, want)
	}
	if err := c.Advance(ctx, 0); err == nil {
		t.Fatal("a block at the time of its parent was sealed")
	}
}

func TestTransactionSentOverHTTPWaitsForMine(t *testing.T) {
	ctx := t.Context()
	c := start(t, devnet.Options{})
	client, err := ethclient.Dial(c.URL())
	must(t, err)
	defer client.Close()
	address, key := c.Wallet(3)
	gasPrice := new(big.Int).Mul(c.Head().BaseFee, big.NewInt(3))
	tx, err := types.SignNewTx(key, types.LatestSignerForChainID(big.NewInt(1337)),
		&types.LegacyTx{To: &address, Gas: params.TxGas, GasPrice: gasPrice.Add(gasPrice, big.NewInt(params.GWei))})
	must(t, err)
	must(t, client.SendTransaction(ctx, tx))
	_, err = client.TransactionReceipt(ctx, tx.Hash())
	for range 1000 {
		if err == nil || !strings.Contains(err.Error(), "indexing is in progress") {
			break
		}
		time.Sleep(10 * time.Millisecond) // a node that has just begun does not know yet what it has
		_, err = client.TransactionReceipt(ctx, tx.Hash())
	}
	if !errors.Is(err, ethereum.NotFound) {
		t.Fatalf("before Mine: %v, want not found", err)
	}
	must(t, c.Mine(ctx, 1))
	receipt, err := client.TransactionReceipt(ctx, tx.Hash())
	must(t, err)
	if receipt.BlockHash != c.Head().Hash() {
		t.Fatalf("mined in %s, want the head", receipt.BlockHash)
	}
}

func TestRefusalNamesTheReasonAndSealsNothing(t *testing.T) {
	ctx := t.Context()
	c := start(t, devnet.Options{Tiers: []devnet.Tier{{Price: big.NewInt(5), Size: 10, PerWallet: 3}}})
	head := c.Head().Hash()
	_, err := c.Buy(ctx, 0, 4, "")
	var refused *devnet.Refusal
	if !errors.As(err, &refused) {
		t.Fatalf("got %v, want a refusal", err)
	}
	reason, ok := refused.Reason.(*nodesale.NodeSaleNotEnoughNodes)
	if !ok || reason.Asked.Int64() != 4 || reason.Available.Int64() != 3 {
		t.Fatalf("got %v, want NotEnoughNodes(4, 3)", err)
	}
	if _, err := c.Send(ctx, 0, c.Sale(), nil, nodesale.NewNodeSale().PackPause()); !errors.As(err, &refused) {
		t.Fatalf("a wallet paused the sale: %v", err)
	}
	if c.Head().Hash() != head {
		t.Fatal("a refused call sealed a block")
	}
	_, err = c.Send(ctx, devnet.Owner, c.Sale(), nil, nodesale.NewNodeSale().PackPause())
	must(t, err)
}

func TestCancelledContextSealsNothing(t *testing.T) {
	c := start(t, devnet.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	head := c.Head().Hash()
	if err := c.Mine(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Fatalf("Mine: %v", err)
	}
	if _, err := c.Fork(ctx, c.Head().ParentHash); !errors.Is(err, context.Canceled) {
		t.Fatalf("Fork: %v", err)
	}
	if err := c.RunCrowd(ctx, devnet.CrowdOptions{}, nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("RunCrowd: %v", err)
	}
	if c.Head().Hash() != head {
		t.Fatal("the head moved")
	}
}
