package e2e_test

import (
	"context"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// TestARealNodeProvesItsState: on anvil, a sale's counter is proven in the slot of NodeSale after each purchase; so are
// balances of coins and of a token, whose place is found by itself.
func TestARealNodeProvesItsState(t *testing.T) {
	ctx := context.Background()
	n := startAnvil(t)
	bind := nodesale.NewNodeSale()
	price := big.NewInt(1e15)
	deployed := n.send(t, 0, nil, nil, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), bind.PackConstructor(nodesale.NodeSaleSettings{
		Owner: n.address(0), Treasury: common.Address{19: 0xee}, Mode: 1, MaxNodes: big.NewInt(1000), DiscountBps: big.NewInt(1000),
		RewardBps: big.NewInt(1000), DiscountCap: big.NewInt(1000), RewardCap: big.NewInt(1000), Immediate: true,
		Tiers: []nodesale.NodeSaleTier{{Price: price, Size: 1000, PerWallet: 1000}},
	})...))
	token := n.send(t, 0, nil, nil, common.FromHex(testcontracts.TetherLikeMetaData.Bin)).ContractAddress
	sale := deployed.ContractAddress
	p, err := program.Read("anvil.yaml", fmt.Appendf(nil, "program: anvil\nschema: 1\nchain: { id: 31337, start_block: %d, finality: 1 }\n"+
		"sale: { contract: \"%s\", adapter: nodesale }\n", deployed.BlockNumber, sale.Hex()))
	if err != nil {
		t.Fatal(err)
	}
	w := watch(t, p, n.url)
	proven := func(what string, f engine.Figure, err error, want *big.Int) {
		t.Helper()
		if err != nil || f.Assurance != engine.AssuranceProven || f.Value.ToBig().Cmp(want) != 0 {
			t.Errorf("%s is %s, %s (%s), error %v; want %s", what, &f.Value, f.Assurance, f.Why, err, want)
		}
	}
	nodes := big.NewInt(0)
	for _, quantity := range []int64{0, 2, 300, 5} {
		if quantity > 0 {
			paid := new(big.Int).Mul(price, big.NewInt(quantity))
			if r := n.send(t, 1, &sale, paid, bind.PackBuy(big.NewInt(quantity), "", paid)); r.Status != 1 {
				t.Fatal("the purchase failed")
			}
			nodes.Add(nodes, big.NewInt(quantity))
		}
		at := must[engine.Header](t)(w.Head(ctx))
		f, err := w.Counter(ctx, at)
		proven("the counter", f, err, nodes)
		for _, of := range []common.Address{{19: 0xee}, n.address(1), sale, {1, 2, 3}} {
			f, err := w.Balance(ctx, at, of)
			proven("the balance of "+of.Hex(), f, err, must[*big.Int](t)(n.BalanceAt(ctx, of, nil)))
		}
	}
	tether := testcontracts.NewTetherLike()
	for i, units := range []int64{0, 1_250_500_000, 3} {
		n.send(t, 0, &token, nil, tether.PackMint(n.address(i), big.NewInt(units)))
	}
	at := must[engine.Header](t)(w.Head(ctx))
	named := program.Mapping{Slot: common.Hash{31: 1}, Order: program.Solidity}
	f, err := w.TokenBalance(ctx, at, token, n.address(2), named)
	proven("a balance at a named slot", f, err, big.NewInt(3))
	for _, i := range []int{1, 0, 2} {
		f, err := w.TokenBalance(ctx, at, token, n.address(i), program.Mapping{})
		proven(fmt.Sprintf("the balance of wallet %d", i), f, err, big.NewInt([]int64{0, 1_250_500_000, 3}[i]))
	}
	if faults := w.FaultyAnswers(); len(faults) > 0 {
		t.Error(faults)
	}
}
