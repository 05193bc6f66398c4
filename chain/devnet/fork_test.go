package devnet_test

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/nodeledger/nodeledger/chain/devnet"
)

func TestForkDropsAPurchase(t *testing.T) {
	ctx := t.Context()
	c := start(t, devnet.Options{})
	_, err := c.Buy(ctx, 0, 2, "")
	must(t, err)
	parent := c.Head()
	lost, err := c.Buy(ctx, 1, 3, "")
	must(t, err)
	must(t, c.Mine(ctx, 2))

	dropped, err := c.Fork(ctx, parent.Hash())
	must(t, err)
	if len(dropped) != 1 || dropped[0].Hash() != lost.TxHash {
		t.Fatalf("dropped %v, want the purchase %s", dropped, lost.TxHash)
	}
	must(t, c.Mine(ctx, 4)) // longer than the branch that is gone

	client, err := ethclient.Dial(c.URL())
	must(t, err)
	defer client.Close()
	if sold := totalSold(t, c, client, nil); sold != 2 {
		t.Fatalf("%d nodes sold on the new branch, want 2", sold)
	}
	if _, err := client.TransactionReceipt(ctx, lost.TxHash); !errors.Is(err, ethereum.NotFound) {
		t.Fatalf("the dropped purchase still has a receipt: %v", err)
	}
	if header, err := client.HeaderByNumber(ctx, lost.BlockNumber); err != nil || header.Hash() == lost.BlockHash {
		t.Fatalf("block %s is still that of the old branch (%v)", lost.BlockNumber, err)
	}
}

func TestForkMovesAPurchase(t *testing.T) {
	ctx := t.Context()
	c := start(t, devnet.Options{})
	parent := c.Head()
	first, err := c.Buy(ctx, 0, 2, "")
	must(t, err)
	second, err := c.Buy(ctx, 1, 3, "")
	must(t, err)

	dropped, err := c.Fork(ctx, parent.Hash())
	must(t, err)
	if len(dropped) != 2 || dropped[0].Hash() != first.TxHash || dropped[1].Hash() != second.TxHash {
		t.Fatalf("dropped %v, want both purchases in their order", dropped)
	}
	must(t, c.Mine(ctx, 3))
	moved, err := c.MineTransactions(ctx, dropped[1], dropped[0]) // in one block now, the other way round
	must(t, err)
	for i, old := range []common.Hash{second.TxHash, first.TxHash} {
		if moved[i].TxHash != old || moved[i].Status != 1 || moved[i].BlockNumber.Uint64() != parent.Number.Uint64()+4 {
			t.Fatalf("receipt %d: %+v, want %s in block %d", i, moved[i], old, parent.Number.Uint64()+4)
		}
	}
	if sold := totalSold(t, c, c.Client(), nil); sold != 5 {
		t.Fatalf("%d nodes sold, want 5", sold)
	}
}

func TestForkThenTheSameBlockIsAnotherBlock(t *testing.T) {
	ctx := t.Context()
	c := start(t, devnet.Options{})
	parent := c.Head().Hash()
	old, err := c.Buy(ctx, 0, 2, "")
	must(t, err)
	_, err = c.Fork(ctx, parent)
	must(t, err)
	again, err := c.Buy(ctx, 0, 2, "")
	must(t, err)
	if again.TxHash != old.TxHash {
		t.Fatalf("transactions %s and %s, want the same", old.TxHash, again.TxHash)
	}
	if again.BlockHash == old.BlockHash {
		t.Fatal("the block of the new branch is that of the old one")
	}
	if _, err := c.Fork(ctx, old.BlockHash); err == nil {
		t.Fatal("forked at a block that is not on the chain any more")
	}
}
