package chain_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// What somebody holds is asked of a real node, for a token and for the chain's own coin.
func TestHolding(t *testing.T) {
	ctx := context.Background()
	c, err := devnet.Start(ctx, devnet.Options{Wallets: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	somebody := common.HexToAddress("0x00000000000000000000000000000000000000e5")
	if err := c.Mint(ctx, somebody, big.NewInt(1_234_567)); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Send(ctx, 0, somebody, big.NewInt(89), nil); err != nil {
		t.Fatal(err)
	}
	w, err := chain.Dial(ctx, chain.Options{
		Endpoints: []string{c.URL()}, ChainID: c.ChainID(), Watch: sale.Watch{Addresses: []common.Address{c.Sale()}}, Contract: c.Sale(),
		Level: program.ProofFull,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for token, want := range map[common.Address]string{c.Tether(): "1234567", {}: "89"} {
		if units, err := w.Holding(ctx, token, somebody); err != nil || units.Dec() != want {
			t.Errorf("of %s it holds %s (%v), want %s", token, units.Dec(), err, want)
		}
	}
	if units, err := w.Holding(ctx, somebody, somebody); err == nil {
		t.Errorf("an address without a contract says %s", units.Dec())
	}
}
