package demo

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/nodeledger/nodeledger/beacon/beaconchain"
)

// Beacon is a beacon chain that calls blocks of the sale's chain final, and a node of it on this machine.
type Beacon struct {
	URL string

	chain *beaconchain.Chain
}

// epochsOfCommittee is how many epochs of eight slots a committee signs: half an hour of seconds. To make the keys of one takes some time.
const epochsOfCommittee = 256

// ServeBeacon serves a beacon chain about the sale's chain until the context ends. Each second the newest block gets a slot.
func (s *Sale) ServeBeacon(ctx context.Context) (*Beacon, error) {
	begun := time.Now().Truncate(time.Second)
	b := &Beacon{chain: beaconchain.New(beaconchain.Options{ChainID: s.Chain.ChainID(), SecondsPerSlot: 1,
		Genesis: begun.Add(-beaconchain.Offset * time.Second), EpochsPerPeriod: epochsOfCommittee})}
	var listens net.ListenConfig
	listener, err := listens.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("no beacon node can be served: %w", err)
	}
	b.URL = "http://" + listener.Addr().String()
	server := &http.Server{Handler: b.chain, ReadHeaderTimeout: time.Second}
	go func() { _ = server.Serve(listener) }() // it ends when it is closed
	go func() {
		defer server.Close()
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for at := uint64(0); ; {
			slot := beaconchain.Offset + uint64(time.Since(begun)/time.Second)
			if h := s.Chain.Head(); slot > at && (at == 0 || h.Number.Uint64() > b.chain.Head().Execution.Number) {
				b.chain.AddAt(slot, h)
				at = slot
			}
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
		}
	}()
	return b, nil
}

// Checkpoint is the root of the newest final block; ok is false before there is one.
func (b *Beacon) Checkpoint() (root string, ok bool) {
	if final := b.chain.Finalised(); final != nil {
		return final.Root().Hex(), true
	}
	return "", false
}
