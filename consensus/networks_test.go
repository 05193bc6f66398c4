package consensus_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/consensus"
)

// The networks whose parameters are published are followed by them, over three periods of their own length, under their own versions and
// forks. Sepolia's next fork is refused by name.
func TestPublishedNetworksAreFollowed(t *testing.T) {
	t.Parallel()
	for _, network := range []*consensus.Network{consensus.Mainnet, consensus.Sepolia, consensus.Gnosis} {
		c := beaconchain.New(beaconchain.Options{ChainID: network.ChainID})
		own := *network
		c.Network = &own
		period := network.SlotsPerEpoch * network.EpochsPerPeriod
		var fulu uint64
		for _, f := range network.Forks {
			if f.Name == "fulu" {
				fulu = f.Epoch
			}
		}
		first := fulu*network.SlotsPerEpoch/period + 1
		s := &scene{Chain: c}
		blocks := func(from uint64) { // of four epochs
			for slot := from; slot < from+4*network.SlotsPerEpoch; slot++ {
				s.last = next(s.last, "")
				c.AddAt(slot, s.last)
			}
		}
		blocks(first*period + period/2)
		checkpoint := c.Head()
		rules := consensus.Rules{Network: c.Network, MaxAge: 60 * 24 * time.Hour}
		chain, err := consensus.Start(rules, checkpoint.Root(), c.Bootstrap(checkpoint), s.now())
		if err != nil {
			t.Fatal(network.Name, err)
		}
		for n := first + 1; n <= first+3; n++ {
			blocks(n*period + period/2)
			if err := chain.Follow(c.Update(n-1), s.now()); err != nil {
				t.Fatal(network.Name, n, err)
			}
			u := c.Attest(c.Head(), consensus.Members)
			if err := chain.Follow(u, s.now()); err != nil {
				t.Fatal(network.Name, n, err)
			}
			if chain.Final().Slot != u.Finalised.Slot || chain.Period() < n {
				t.Errorf("%s: slot %d is final, and the committees are proven to period %d", network.Name, chain.Final().Slot, chain.Period())
			}
		}
	}
	gloas := *consensus.Sepolia
	slot := uint64(353024) * gloas.SlotsPerEpoch
	c := beaconchain.New(beaconchain.Options{ChainID: gloas.ChainID})
	b := c.AddAt(slot, next(nil, ""))
	rules := consensus.Rules{Network: &gloas}
	_, err := consensus.Start(rules, b.Root(), c.Bootstrap(b), gloas.TimeOf(slot+1))
	refused(t, err, consensus.UnknownFork)
}

// A checkpoint may be as old as the weak subjectivity period that the specification computes, and two weeks at most: on the main network
// 3,532 epochs of 384 seconds, on Gnosis Chain 460 of 80, since there sixteen times as many validators may leave in an epoch.
func TestHowOldACheckpointMayBe(t *testing.T) {
	t.Parallel()
	for network, want := range map[*consensus.Network]time.Duration{
		consensus.Mainnet: 14 * 24 * time.Hour, consensus.Sepolia: 14 * 24 * time.Hour, consensus.Gnosis: 460 * 80 * time.Second,
	} {
		if age := network.MaxAge(); age != want {
			t.Errorf("%s: %s; want %s", network.Name, age, want)
		}
	}
	own := *consensus.Gnosis
	c := beaconchain.New(beaconchain.Options{ChainID: own.ChainID})
	c.Network = &own
	b := c.AddAt(1714688*consensus.Gnosis.SlotsPerEpoch, next(nil, ""))
	at := consensus.Gnosis.TimeOf(1714688 * consensus.Gnosis.SlotsPerEpoch)
	rules := consensus.Rules{Network: consensus.Gnosis}
	if _, err := consensus.Start(rules, b.Root(), c.Bootstrap(b), at.Add(10*time.Hour)); err != nil {
		t.Errorf("after ten hours: %v", err)
	}
	_, err := consensus.Start(rules, b.Root(), c.Bootstrap(b), at.Add(11*time.Hour))
	refused(t, err, consensus.TooOld)
	if want := "11.0 hours old, and must not be older than 10.2 hours"; !strings.Contains(fmt.Sprint(err), want) {
		t.Errorf("%v; want %q", err, want)
	}
}
