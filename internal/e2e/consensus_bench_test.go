package e2e_test

import (
	"math/big"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/internal/synth"
)

// BenchmarkSyncUnderConsensus syncs a made sale, of 50,000 events, with a beacon node and without, by turns: cpu-ratio and time-ratio are
// the medians of with to without, within each pair.
func BenchmarkSyncUnderConsensus(b *testing.B) {
	url, program := serveMade(b, "nodesale", 1_000, 50)
	beacons := beaconsOver(b, url)
	under := []string{"--beacon", beacons.url, "--checkpoint", beacons.checkpoint}
	var pairs besides
	for n := 0; b.Loop(); n++ {
		turns := [][]string{under, nil}
		if n%2 == 1 {
			slices.Reverse(turns)
		}
		var cpu, wall [2]float64 // without, and with
		for _, flags := range turns {
			with := min(len(flags), 1)
			cpu[with], wall[with] = timed(b, binary, program, url, filepath.Join(b.TempDir(), "books.db"), flags...)
		}
		pairs.cpu = append(pairs.cpu, cpu[1]/cpu[0])
		pairs.wall = append(pairs.wall, wall[1]/wall[0])
		pairs.mine = append(pairs.mine, cpu[1])
	}
	b.ReportMetric(median(pairs.cpu), "cpu-ratio")
	b.ReportMetric(median(pairs.wall), "time-ratio")
	b.ReportMetric(median(pairs.mine), "cpu-s")
}

// madeBeacons is a beacon node about a made chain, and a checkpoint of it.
type madeBeacons struct{ url, checkpoint string }

// beaconsOver is a beacon node that calls final what a chain's own node does, so that both have the same to do.
func beaconsOver(b *testing.B, url string) madeBeacons {
	b.Helper()
	client, err := ethclient.Dial(url)
	if err != nil {
		b.Fatal(err)
	}
	defer client.Close()
	head, err := client.BlockNumber(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	final, err := client.HeaderByNumber(b.Context(), big.NewInt(int64(rpc.FinalizedBlockNumber)))
	if err != nil {
		b.Fatal(err)
	}
	c := beaconchain.New(beaconchain.Options{ChainID: synth.ChainID,
		Genesis: time.Now().Add(-12 * time.Second * time.Duration(beaconchain.Offset+head+2))})
	var last *types.Header
	for n := final.Number.Uint64() - 40; n <= head; n++ {
		if last, err = client.HeaderByNumber(b.Context(), new(big.Int).SetUint64(n)); err != nil {
			b.Fatal(err)
		}
		c.Add(last)
	}
	next := types.CopyHeader(last)
	next.Number = new(big.Int).SetUint64(head + 1)
	c.SetFaults(beaconchain.Faults{Finality: c.Attest(c.Extend(c.Head(), c.BlockOf(final.Number.Uint64()), next), 512)})
	server := httptest.NewServer(c)
	b.Cleanup(server.Close)
	return madeBeacons{server.URL, c.BlockOf(final.Number.Uint64() - 30).Root().Hex()}
}
