package beacon_test

import (
	"log/slog"
	"math/big"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/beacon"
	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/store"
)

// BenchmarkSyncUnderTheConsensus syncs 3,000 blocks of a development chain, all of them proven at level full, at the endpoint's word and
// under the consensus, where the checkpoint is a period old.
func BenchmarkSyncUnderTheConsensus(b *testing.B) {
	const blocks = 3000
	c, err := devnet.Start(b.Context(), devnet.Options{Seed: 17})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Close() })
	if err := c.Mine(b.Context(), blocks); err != nil {
		b.Fatal(err)
	}
	beacons := beaconchain.New(beaconchain.Options{ChainID: c.ChainID(), Genesis: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
		SlotsPerEpoch: 32, EpochsPerPeriod: 60})
	for n := range c.Head().Number.Uint64() + 1 {
		h, err := c.Client().HeaderByNumber(b.Context(), new(big.Int).SetUint64(n))
		if err != nil {
			b.Fatal(err)
		}
		beacons.Add(h)
	}
	node := httptest.NewServer(beacons)
	b.Cleanup(node.Close)
	p := programOf(b, c)
	now := func() time.Time { return beacons.Network.TimeOf(beacons.Head().Slot + 1) }
	log := slog.New(slog.DiscardHandler)
	for name, under := range map[string]bool{"told": false, "consensus": true} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				options, err := chain.OptionsOf(p, []string{c.URL()}, nil)
				if err != nil {
					b.Fatal(err)
				}
				watcher, err := chain.Dial(b.Context(), options)
				if err != nil {
					b.Fatal(err)
				}
				var source engine.Chain = watcher
				if under {
					light, err := beacon.New(beacon.Options{Endpoints: []string{node.URL}, ChainID: c.ChainID(), Now: now, Log: log,
						Checkpoint: beacons.BlockOf(1536).Root()})
					if err != nil {
						b.Fatal(err)
					}
					source = beacon.Over(watcher, light, false, log)
				}
				books, err := store.Connect(b.Context(), filepath.Join(b.TempDir(), "books.db"))
				if err != nil {
					b.Fatal(err)
				}
				e, err := engine.Open(b.Context(), p, books, source, fixed{now}, log)
				if err == nil {
					err = e.Sync(b.Context(), nil)
				}
				if err != nil {
					b.Fatal(err)
				}
				watcher.Close()
				books.Close()
			}
		})
	}
}
