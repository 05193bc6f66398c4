package consensus_test

import (
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/consensus"
)

// BenchmarkFinalityUpdate verifies what the main network's nodes said, by a committee whose keys are at hand: every epoch.
func BenchmarkFinalityUpdate(b *testing.B) {
	c := mainnet(b, 6)
	u := readFinality(b, recordedFile(b, "finality.json"))
	if err := c.Follow(u, recordedNow); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := c.Follow(u, recordedNow); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPeriod follows the main network from one committee to the next, with the keys of 512 members: every 27 hours.
func BenchmarkPeriod(b *testing.B) {
	updates := readUpdates(b, recordedFile(b, "updates.json"))
	state, err := mainnet(b, 2).State()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c, err := consensus.Restore(mainRules, checkpoint, state, recordedNow)
		if err != nil {
			b.Fatal(err)
		}
		if err := c.Follow(updates[2], recordedNow); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkYear follows 321 periods, a year of the main network, on a chain of our own.
func BenchmarkYear(b *testing.B) {
	const periods = 321
	s := newScene(beaconchain.Options{}, periods*32+64)
	first := s.Network.Period(beaconchain.Offset)
	var updates []*consensus.Update
	for i := range uint64(periods) {
		updates = append(updates, s.Update(first+i))
	}
	rules := s.rules()
	rules.MaxAge = 365 * 24 * time.Hour
	at := s.BlockOf(16)
	for b.Loop() {
		c, err := consensus.Start(rules, at.Root(), s.Bootstrap(at), s.now())
		if err != nil {
			b.Fatal(err)
		}
		for i, u := range updates {
			if err := c.Follow(u, s.now()); err != nil {
				b.Fatal(i, err)
			}
		}
	}
}
