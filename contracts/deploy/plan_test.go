package deploy_test

import (
	"bytes"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/deploy"
	"github.com/nodeledger/nodeledger/contracts/nodelicense"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/program"
)

// settings are the example with texts replaced.
func settings(t *testing.T, replace ...string) *program.Deployment {
	t.Helper()
	d, err := program.ReadDeployment("settings.yaml", []byte(strings.NewReplacer(replace...).Replace(string(program.DeploymentExample()))))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAddressesFollowFromSaltAndCode(t *testing.T) {
	t.Parallel()
	d := settings(t)
	p := deploy.Make(d)
	made := 0
	for _, s := range p.Steps {
		if s.Creates == (common.Address{}) {
			continue
		}
		made++
		want := crypto.CreateAddress2(deploy.Proxy, [32]byte(s.Data[:32]), crypto.Keccak256(s.Data[32:]))
		if s.To != deploy.Proxy || s.Creates != want || [32]byte(s.Data[:32]) != crypto.Keccak256Hash([]byte(d.Salt)) {
			t.Errorf("%s is at %s, and is said to be at %s", s.What, want, s.Creates)
		}
	}
	if made != 4 || p.Steps[0].Creates != p.Sale || p.Steps[1].Creates != p.Licence || p.Steps[2].Creates != p.Distributors[0] ||
		p.Steps[3].Creates != p.Many {
		t.Errorf("%d contracts are made: %+v", made, p)
	}
	licence := nodelicense.NewNodeLicense().PackConstructor(d.Owner, "My Node", "MYN")
	if want := append(common.FromHex(nodelicense.NodeLicenseMetaData.Bin), licence...); !bytes.Equal(p.Steps[1].Data[32:], want) {
		t.Error("the licence is made with other code or arguments")
	}
	last := p.Steps[len(p.Steps)-3:]
	if last[0].To != p.Licence || !bytes.Equal(last[0].Data, nodelicense.NewNodeLicense().PackSetMinter(p.Sale)) ||
		last[1].To != p.Sale || !bytes.Equal(last[1].Data, nodesale.NewNodeSale().PackSetLicense(p.Licence)) {
		t.Error("sale and licence do not come to know each other at the end, the licence first")
	}
	if last[2].To != p.Sale || !bytes.Equal(last[2].Data, nodesale.NewNodeSale().PackUnpause()) {
		t.Error("the sale does not open last")
	}
	sale := nodesale.NewNodeSale().PackConstructor(nodesale.NodeSaleSettings{Paused: true, MaxNodes: new(big.Int), DiscountBps: new(big.Int),
		RewardBps: new(big.Int), DiscountCap: new(big.Int), RewardCap: new(big.Int)})
	paused := len(common.FromHex(nodesale.NodeSaleMetaData.Bin)) + 32*11 // the last of what the settings begin with
	if at := paused - len(common.FromHex(nodesale.NodeSaleMetaData.Bin)); sale[at+31] != 1 || p.Steps[0].Data[32+paused+31] != 1 {
		t.Error("the sale is not made paused")
	}
}

func TestWhateverASettingSaysChangesTheAddress(t *testing.T) {
	t.Parallel()
	first := deploy.Make(settings(t))
	for old, other := range map[string]string{
		"# salt: second": "salt: second", "delay: 2d": "delay: 3d", "price: 0.075": "price: 0.074", "discount: 10%": "discount: 11%",
		"0x70997970c51812dc3a010c7d01b50e0d17dc79c8": "0x976ea74026e726554db657fa54763abd0c3a0aa9",
	} {
		if p := deploy.Make(settings(t, old, other)); p.Sale == first.Sale {
			t.Errorf("with %s the sale has the same address", other)
		}
	}
	if again := deploy.Make(settings(t)); again.Sale != first.Sale || again.Distributors[0] != first.Distributors[0] {
		t.Error("the same settings have other addresses")
	}
}

func TestPartsAreLeftAway(t *testing.T) {
	t.Parallel()
	src := string(program.DeploymentExample())
	licence, payouts := strings.Index(src, "licence:  "), strings.Index(src, "payouts:  ")
	d, err := program.ReadDeployment("settings.yaml", []byte(src[:licence]))
	if err != nil {
		t.Fatal(err)
	}
	if p := deploy.Make(d); len(p.Steps) != 2 || p.Licence != (common.Address{}) || p.Many != (common.Address{}) || p.Distributors != nil {
		t.Errorf("a sale alone has %d steps", len(p.Steps))
	}
	if d, err = program.ReadDeployment("settings.yaml", []byte(src[:licence]+src[payouts:])); err != nil {
		t.Fatal(err)
	}
	if p := deploy.Make(d); len(p.Steps) != 4 || len(p.Distributors) != 1 {
		t.Errorf("a sale with a distributor has %d steps", len(p.Steps))
	}
}

// A deployment that one transaction cannot hold is several, in order, each with less gas than a transaction may use.
func TestBatchesFitIntoTransactions(t *testing.T) {
	t.Parallel()
	if n := len(deploy.Make(settings(t)).Batches()); n != 1 {
		t.Errorf("the example is %d batches", n)
	}
	tiers, tokens := "tiers:\n", "tokens:\n"
	for range program.MostTiers {
		tiers += "  - { size: 10, price: 0.1, per_wallet: 1 }\n"
	}
	for i := range program.MostTokens - 1 {
		tokens += fmt.Sprintf("    T%d: { decimals: 6, address: \"0x%040x\" }\n", i, i+1)
	}
	p := deploy.Make(settings(t, "tiers:  ", tiers+"#", "  - { size: 1000", "#", "tokens:\n", tokens))
	batches := p.Batches()
	var joined []deploy.Step
	for _, b := range batches {
		var gas uint64
		for _, s := range b {
			gas += s.Gas
		}
		if gas > 15_000_000 {
			t.Errorf("a batch uses %d gas", gas)
		}
		joined = append(joined, b...)
	}
	if len(batches) < 2 || len(joined) != len(p.Steps) || len(p.Distributors) != program.MostTokens {
		t.Fatalf("%d batches with %d of %d steps", len(batches), len(joined), len(p.Steps))
	}
	for i := range joined {
		if joined[i].What != p.Steps[i].What {
			t.Errorf("step %d is %s", i, joined[i].What)
		}
	}
}
