package e2e_test

import (
	"log/slog"
	"math/big"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/beacon"
	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// provenAnvil is anvil with a beacon chain of ours that says what of it is final.
type provenAnvil struct {
	*testing.T

	node    *node
	beacons *beaconchain.Chain
}

// attest gives the beacon chain what anvil has.
func (p *provenAnvil) attest() {
	p.Helper()
	head, err := p.node.BlockNumber(p.Context())
	if err != nil {
		p.Fatal(err)
	}
	from := uint64(0)
	if b := p.beacons.Head(); b != nil {
		from = b.Execution.Number + 1
	}
	for n := from; n <= head; n++ {
		var h *types.Header
		if h, err = p.node.HeaderByNumber(p.Context(), new(big.Int).SetUint64(n)); err != nil {
			p.Fatal(err)
		}
		p.beacons.Add(h)
	}
}

// Now is the time of the beacon chain's head.
func (p *provenAnvil) Now() time.Time { return p.beacons.Network.TimeOf(p.beacons.Head().Slot + 1) }

// TestAnvilIsFollowedByItsConsensus: books over anvil follow a beacon chain for three periods of committees, purchase by purchase; what is
// final in them is what it proves.
func TestAnvilIsFollowedByItsConsensus(t *testing.T) {
	n := startAnvil(t)
	sale := nodesale.NewNodeSale()
	deployed := n.send(t, 0, nil, nil, append(common.FromHex(nodesale.NodeSaleMetaData.Bin), sale.PackConstructor(nodesale.NodeSaleSettings{
		Owner: n.address(0), Treasury: n.address(4), Mode: 1, MaxNodes: big.NewInt(500), DiscountBps: big.NewInt(1000),
		RewardBps: big.NewInt(1000), DiscountCap: big.NewInt(1000), RewardCap: big.NewInt(1000), Immediate: true,
		Tiers: []nodesale.NodeSaleTier{{Price: big.NewInt(75e15), Size: 60, PerWallet: 50}},
	})...))
	if deployed.Status != 1 {
		t.Fatal("the contract was not deployed")
	}
	n.mine(t, 40)
	p := &provenAnvil{T: t, node: n, beacons: beaconchain.New(beaconchain.Options{ChainID: 31337,
		Genesis: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})}
	p.attest()
	served := httptest.NewServer(p.beacons)
	t.Cleanup(served.Close)
	rules, err := program.Read("anvil.yaml", []byte("program: anvil\nschema: 1\nchain: { id: 31337, start_block: "+
		deployed.BlockNumber.String()+" }\nsale: { contract: \""+deployed.ContractAddress.Hex()+"\", adapter: nodesale }\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := p.books(rules, served.URL)
	for bought := uint64(0); bought < 6; bought++ {
		if err := e.Sync(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		want := p.beacons.Finalised().Execution.Number
		e.View(func(f *fold.Fold, s engine.State) {
			if s.Cursor.Final.Number != want || s.Finality != engine.FinalityConsensus || f.Sale.Totals.Nodes != bought {
				t.Errorf("block %d is final by %q with %d nodes; want %d with %d", s.Cursor.Final.Number, s.Finality, f.Sale.Totals.Nodes, want,
					bought)
			}
		})
		quote := n.quote(t, deployed.ContractAddress, 2, 1, "")
		data := sale.PackBuy(big.NewInt(1), "", quote.Paid)
		if r := n.send(t, 2, &deployed.ContractAddress, quote.Paid, data); r.Status != 1 {
			t.Fatal("the purchase was refused")
		}
		n.mine(t, 25)
		p.attest()
	}
	if periods := p.beacons.Network.Period(p.beacons.Head().Slot) - p.beacons.Network.Period(beaconchain.Offset); periods < 3 {
		t.Errorf("only %d periods", periods)
	}
}

// books are new books over anvil and the beacon node.
func (p *provenAnvil) books(rules *program.Program, url string) *engine.Engine {
	p.Helper()
	log := slog.New(slog.DiscardHandler)
	options, err := chain.OptionsOf(rules, []string{p.node.url}, log)
	if err != nil {
		p.Fatal(err)
	}
	watcher, err := chain.Dial(p.Context(), options)
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(watcher.Close)
	light, err := beacon.New(beacon.Options{Endpoints: []string{url}, ChainID: 31337, Checkpoint: p.beacons.BlockOf(16).Root(), Now: p.Now,
		Log: log})
	if err != nil {
		p.Fatal(err)
	}
	books, err := store.Connect(p.Context(), filepath.Join(p.TempDir(), "books.db"))
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { books.Close() })
	e, err := engine.Open(p.Context(), rules, books, beacon.Over(watcher, light, false, log), p, log)
	if err != nil {
		p.Fatal(err)
	}
	return e
}
