package consensus_test

import (
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/beacon/beaconchain"
	"github.com/nodeledger/nodeledger/consensus"
)

// scene is a beacon chain of our own, over made-up execution headers, at an instant.
type scene struct {
	*beaconchain.Chain

	last *types.Header
}

var genesis = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

func newScene(o beaconchain.Options, blocks int) *scene {
	o.ChainID, o.Genesis = 1337, genesis
	s := &scene{Chain: beaconchain.New(o)}
	s.grow(blocks)
	return s
}

// next is the execution header after another one; the first is block 0.
func next(parent *types.Header, extra string) *types.Header {
	h := &types.Header{Number: new(big.Int), Difficulty: new(big.Int), BaseFee: big.NewInt(7), Extra: []byte(extra)}
	if parent != nil {
		h.Number.Add(parent.Number, big.NewInt(1))
		h.ParentHash, h.Time = parent.Hash(), parent.Time+12
	}
	return h
}

func (s *scene) grow(blocks int) {
	for range blocks {
		s.last = next(s.last, "")
		s.Add(s.last)
	}
}

// now is the slot after the head.
func (s *scene) now() time.Time { return s.Network.TimeOf(s.Head().Slot + 1) }

func (s *scene) rules() consensus.Rules { return consensus.Rules{Network: s.Network} }

// start is the chain from a block on, over the updates that bring the committees up to now.
func (s *scene) start(t testing.TB, number uint64, to int) *consensus.Chain {
	t.Helper()
	b := s.BlockOf(number)
	c, err := consensus.Start(s.rules(), b.Root(), s.Bootstrap(b), s.now())
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < to; i++ {
		if err := c.Follow(s.Update(s.Network.Period(b.Slot)+uint64(i)), s.now()); err != nil {
			t.Fatalf("update %d: %v", i, err)
		}
	}
	return c
}

// TestOurOwnChainIsFollowed over three periods, in each fork and across forks, epoch by epoch.
func TestOurOwnChainIsFollowed(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]beaconchain.Options{
		"fulu":                  {},
		"electra":               {Fork: "electra"},
		"capella to deneb":      {Fork: "capella", Then: "deneb", ThenEpoch: 48},
		"deneb to electra":      {Fork: "deneb", Then: "electra", ThenEpoch: 47},
		"electra to fulu, late": {Fork: "electra", Then: "fulu", ThenEpoch: 50},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newScene(o, 40)
			c := s.start(t, 16, 1)
			for range 12 { // epochs of 8 slots: three periods
				s.grow(8)
				now := s.now()
				if c.Wants(now) {
					if u := s.Update(c.Period()); u != nil {
						if err := c.Follow(u, now); err != nil {
							t.Fatal(err)
						}
					}
				}
				if err := c.Follow(s.Attest(s.Head(), consensus.Quorum), now); err != nil {
					t.Fatalf("slot %d: %v", s.Head().Slot, err)
				}
				if f := c.Final(); f.Number+23 < s.Head().Execution.Number || s.BlockOf(f.Number).Execution.Hash != f.Hash {
					t.Errorf("block %d is final and %d is the head", f.Number, s.Head().Execution.Number)
				}
			}
			if periods := c.Period() - s.Network.Period(beaconchain.Offset); periods < 3 {
				t.Errorf("%d periods were followed", periods)
			}
		})
	}
}

func TestMinorityProvesNothing(t *testing.T) {
	t.Parallel()
	s := newScene(beaconchain.Options{}, 60)
	c := s.start(t, 16, 1)
	for _, members := range []int{0, 1, consensus.Quorum - 1} {
		before := c.Final()
		refused(t, c.Follow(s.Attest(s.Head(), members), s.now()), consensus.TooFew)
		if c.Final() != before {
			t.Error("something became final")
		}
	}
	// A minority that claims to be more did not sign for them.
	u := s.Attest(s.Head(), consensus.Quorum-1)
	u.Aggregate.Signers[63] = 0xff
	refused(t, c.Follow(u, s.now()), consensus.BadSignature)
	// A made-up branch that a minority signs.
	forged := s.Extend(s.BlockOf(40), s.Extend(s.BlockOf(30), nil, next(header(s, 30), "forged")), next(header(s, 58), "forged"))
	refused(t, c.Follow(s.Attest(forged, consensus.Quorum-1), s.now()), consensus.TooFew)
	if err := c.Follow(s.Attest(s.Head(), consensus.Quorum), s.now()); err != nil {
		t.Errorf("two thirds: %v", err)
	}
}

// header is an execution header of the scene again.
func header(s *scene, number int) *types.Header {
	var h *types.Header
	for range number + 1 {
		h = next(h, "")
	}
	if h.Hash() != s.BlockOf(uint64(number)).Execution.Hash {
		panic("the scene has other headers")
	}
	return h
}

// Two thirds that sign two final blocks leave the evidence; what was proven first stays.
func TestEquivocationIsEvidence(t *testing.T) {
	t.Parallel()
	s := newScene(beaconchain.Options{}, 60)
	c := s.start(t, 16, 1)
	if err := c.Follow(s.Attest(s.Head(), consensus.Members), s.now()); err != nil {
		t.Fatal(err)
	}
	before := c.Final()
	number := int(before.Number)
	sameSlot := s.Extend(s.BlockOf(before.Number-1), nil, next(header(s, number-1), "other"))
	lower := s.Extend(s.Head(), nil, next(header(s, number-3), "other")) // an earlier block in a later slot
	lower.Slot = sameSlot.Slot + 2
	for name, other := range map[string]*beaconchain.Block{"at the same slot": sameSlot, "an earlier block, later": lower} {
		attested := s.Extend(s.Head(), other, next(header(s, 59), "other"))
		err := c.Follow(s.Attest(attested, consensus.Members), s.now().Add(time.Minute))
		var e *consensus.Equivocation
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if e.One != before || e.Other.Hash != other.Execution.Hash || len(e.Evidence()) != 2 {
			t.Errorf("%s: the evidence is %+v", name, e)
		}
	}
	if c.Final() != before {
		t.Error("what was final is another block now")
	}
}

func TestWithheldPeriodStopsTheChain(t *testing.T) {
	t.Parallel()
	s := newScene(beaconchain.Options{}, 120)
	c := s.start(t, 16, 1)
	refused(t, c.Follow(s.Attest(s.Head(), consensus.Members), s.now()), consensus.BadOrder)
	refused(t, c.Follow(s.Update(c.Period()+1), s.now()), consensus.BadOrder)
	for c.Wants(s.now()) {
		u := s.Update(c.Period())
		if u == nil {
			break
		}
		if err := c.Follow(u, s.now()); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Follow(s.Attest(s.Head(), consensus.Members), s.now()); err != nil {
		t.Errorf("after what was withheld: %v", err)
	}
}

// A committee is taken from a header that is final in its own period only, and another one never after it.
func TestCommitteeIsFinal(t *testing.T) {
	t.Parallel()
	s := newScene(beaconchain.Options{}, 60)
	c := s.start(t, 16, 0)
	b := s.BlockOf(33) // the final block is of the period before
	u := s.Attest(b, consensus.Members)
	if u.Next != nil {
		t.Fatal("its final block is of the same period")
	}
	u.Next, u.NextBranch = s.Update(s.Network.Period(beaconchain.Offset)).Next, nil
	refused(t, c.Follow(u, s.now()), consensus.BadOrder)
}

func TestKeyThatIsNone(t *testing.T) {
	t.Parallel()
	s := newScene(beaconchain.Options{}, 30)
	b := s.BlockOf(16)
	for name, key := range map[string]consensus.Key{"the point at infinity": {0xc0}, "no point": {0x80, 1}, "zeros": {}} {
		boot := s.Bootstrap(b)
		boot.Committee.Keys[7] = key
		boot.Header.State = common.Hash{} // any tree can be made around it
		if _, err := consensus.Start(s.rules(), boot.Header.Root(), boot, s.now()); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
