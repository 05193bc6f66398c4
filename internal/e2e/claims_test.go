package e2e_test

import (
	"bytes"
	"context"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// TestEveryExportedProofIsAccepted publishes three months' trees as they are exported, read back from their dump, and claims
// every leaf on the simulated chain. One holder skips the second month and gets both with the third; what was claimed once
// pays nothing again.
func TestEveryExportedProofIsAccepted(t *testing.T) {
	ctx := context.Background()
	c, err := devnet.Start(ctx, devnet.Options{Wallets: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Mint(ctx, c.Distributor(), big.NewInt(1_000_000_000_000)); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Buy(ctx, 0, 1, ""); err != nil { // the treasury's gas
		t.Fatal(err)
	}
	const holders, skips = 150, 7
	distributor := payoutdistributor.NewPayoutDistributor()
	granted := make([]uint64, holders)
	wallet := func(i int) (w ledger.Wallet) {
		copy(w[:], crypto.Keccak256([]byte{byte(i)}))
		return w
	}
	for month := range uint64(3) {
		leaves, total := make([]merkle.Leaf, holders), new(big.Int)
		for i := range leaves {
			granted[i] += 250_000_000*(month+1) + uint64(i)
			leaves[i] = merkle.Leaf{Wallet: wallet(i), Amount: *uint256.NewInt(granted[i])}
			total.Add(total, new(big.Int).SetUint64(granted[i]))
		}
		built, err := merkle.Build(leaves)
		if err != nil {
			t.Fatal(err)
		}
		var dump bytes.Buffer
		if err := built.Dump(&dump); err != nil {
			t.Fatal(err)
		}
		tree, err := merkle.Load(&dump)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Publish(ctx, tree.Root(), total, [32]byte{1}, [32]byte{2}); err != nil {
			t.Fatal(err)
		}
		claim := func(i int) []byte {
			proof, ok := tree.ProofOf(wallet(i))
			if !ok {
				t.Fatalf("%s is not in the tree", wallet(i))
			}
			nodes := make([][32]byte, len(proof))
			for k := range proof {
				nodes[k] = proof[k]
			}
			return distributor.PackClaim(common.Address(wallet(i)), new(big.Int).SetUint64(granted[i]), nodes)
		}
		var calls []devnet.Call
		for i := range holders {
			if month != 1 || i != skips {
				calls = append(calls, devnet.Call{To: c.Distributor(), Data: claim(i)})
			}
		}
		if err := c.SendAll(ctx, 0, calls); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Send(ctx, 0, c.Distributor(), nil, claim(3)); err == nil {
			t.Error("a second claim of the same root was not refused")
		}
	}
	for i := range holders {
		answer, err := c.Client().CallContract(ctx,
			ethereum.CallMsg{To: ptr(c.Distributor()), Data: distributor.PackClaimed(common.Address(wallet(i)))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := new(big.Int).SetBytes(answer); got.String() != fmt.Sprint(granted[i]) {
			t.Errorf("%s claimed %s, was granted %d", wallet(i), got, granted[i])
		}
	}
}

func ptr[T any](v T) *T { return &v }
