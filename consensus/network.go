package consensus

import (
	"fmt"
	"math"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Network is what one chain's consensus is told apart by. Slots count from genesis.
type Network struct {
	Name             string
	ChainID          uint64      // of the execution chain
	GenesisRoot      common.Hash // hash tree root of the first validators
	GenesisTime      uint64      // seconds since 1970
	SecondsPerSlot   uint64
	SlotsPerEpoch    uint64
	EpochsPerPeriod  uint64 // how many epochs a sync committee signs
	ChurnQuotient    uint64 // one in so many validators may leave or come in an epoch
	ExitEpochs       uint64 // how many epochs a validator that left cannot take its stake away
	Forks            []Fork // in order of epochs, the first at epoch 0
	CheckpointSource string // where people compare checkpoints
}

// Fork is a version of the rules from an epoch on.
type Fork struct {
	Name    string // as the beacon API names it, such as "deneb"
	Version [4]byte
	Epoch   uint64
}

// Never is the epoch of a fork that is not planned.
const Never = math.MaxUint64

// The forks whose headers this version reads, by the shape of what is proven in them.
const (
	capella = "capella"
	deneb   = "deneb"
	electra = "electra"
	fulu    = "fulu"
)

func forks(last byte, epochs [7]uint64) (list []Fork) {
	for i, name := range []string{"phase0", "altair", "bellatrix", capella, deneb, electra, fulu} {
		list = append(list, Fork{name, [4]byte{byte(i), 0, 0, last}, epochs[i]})
	}
	return list
}

// Mainnet is Ethereum's main network, as in its published configuration (ethereum/consensus-specs configs/mainnet.yaml).
var Mainnet = &Network{
	Name: "mainnet", ChainID: 1,
	GenesisRoot: common.HexToHash("0x4b363db94e286120d76eb905340fdd4e54bfe9f06bf33ff6cf5ad27f511bfe95"),
	GenesisTime: 1606824023, SecondsPerSlot: 12, SlotsPerEpoch: 32, EpochsPerPeriod: 256, ChurnQuotient: 1 << 16, ExitEpochs: 256,
	Forks:            forks(0, [7]uint64{0, 74240, 144896, 194048, 269568, 364032, 411392}),
	CheckpointSource: "https://eth-clients.github.io/checkpoint-sync-endpoints/",
}

// Sepolia is the test network for applications, whose validators are appointed, so that its maximum age is that of the main network. What
// comes with its fork gloas, at epoch 353024, is refused by name.
var Sepolia = &Network{
	Name: "sepolia", ChainID: 11155111,
	GenesisRoot: common.HexToHash("0xd8ea171f3c94aea21ebc42a1ed61052acf3f9209c00e4efbaaddac09ed9b8078"),
	GenesisTime: 1655733600, SecondsPerSlot: 12, SlotsPerEpoch: 32, EpochsPerPeriod: 256, ChurnQuotient: 1 << 16, ExitEpochs: 256,
	Forks: []Fork{
		{"phase0", [4]byte{0x90, 0, 0, 0x69}, 0}, {"altair", [4]byte{0x90, 0, 0, 0x70}, 50}, {"bellatrix", [4]byte{0x90, 0, 0, 0x71}, 100},
		{capella, [4]byte{0x90, 0, 0, 0x72}, 56832}, {deneb, [4]byte{0x90, 0, 0, 0x73}, 132608},
		{electra, [4]byte{0x90, 0, 0, 0x74}, 222464}, {fulu, [4]byte{0x90, 0, 0, 0x75}, 272640},
		{"gloas", [4]byte{0x90, 0, 0, 0x76}, 353024},
	},
	CheckpointSource: "https://eth-clients.github.io/checkpoint-sync-endpoints/",
}

// Gnosis is Gnosis Chain: slots of 5 seconds, 16 an epoch, periods of 512 epochs, and validators that may change sixteen times as fast
// (gnosischain/configs mainnet/config.yaml).
var Gnosis = &Network{
	Name: "gnosis", ChainID: 100,
	GenesisRoot: common.HexToHash("0xf5dcb5564e829aab27264b9becd5dfaa017085611224cb3036f573368dbb9d47"),
	GenesisTime: 1638993340, SecondsPerSlot: 5, SlotsPerEpoch: 16, EpochsPerPeriod: 512, ChurnQuotient: 1 << 12, ExitEpochs: 256,
	Forks:            forks(0x64, [7]uint64{0, 512, 385536, 648704, 889856, 1337856, 1714688}),
	CheckpointSource: "https://checkpoint.gnosischain.com/",
}

// NetworkOf is the network of an execution chain. A chain without one of these consensus networks, such as a rollup, is refused.
func NetworkOf(chainID uint64) (*Network, error) {
	for _, n := range []*Network{Mainnet, Sepolia, Gnosis} {
		if n.ChainID == chainID {
			return n, nil
		}
	}
	return nil, fmt.Errorf("the consensus of chain %d is not known to this version, which knows mainnet (1), sepolia (11155111) and gnosis "+
		"(100): leave out --beacon", chainID)
}

// safetyDecay is which part of a third of the stake may have changed, in hundredths, before a checkpoint is too old: SAFETY_DECAY of the
// specification (consensus-specs, electra/weak-subjectivity.md).
const safetyDecay = 10

// twoWeeks is how old a checkpoint may be anywhere.
const twoWeeks = 14 * 24 * time.Hour

// MaxAge is how old a checkpoint, or kept committees, may be unless the rules say otherwise: validators that left since could sign another
// history without losing anything. It is the weak subjectivity period of the specification, at most two weeks: fourteen days on the main
// network, which computes 15.7, and ten hours on Gnosis Chain.
func (n *Network) MaxAge() time.Duration {
	epochs := n.ExitEpochs + safetyDecay*n.ChurnQuotient/200
	return time.Duration(min(epochs*n.SlotsPerEpoch*n.SecondsPerSlot, uint64(twoWeeks/time.Second))) * time.Second
}

// Period is the sync committee period of a slot.
func (n *Network) Period(slot uint64) uint64 { return slot / n.SlotsPerEpoch / n.EpochsPerPeriod }

// TimeOf is when a slot begins.
func (n *Network) TimeOf(slot uint64) time.Time {
	return time.Unix(int64(n.GenesisTime+slot*n.SecondsPerSlot), 0).UTC()
}

// SlotAt is the slot that goes on at a time, 0 before genesis.
func (n *Network) SlotAt(t time.Time) uint64 {
	if t.Unix() <= int64(n.GenesisTime) {
		return 0
	}
	return (uint64(t.Unix()) - n.GenesisTime) / n.SecondsPerSlot
}

// fork is the fork of a slot.
func (n *Network) fork(slot uint64) Fork {
	now := n.Forks[0]
	for _, f := range n.Forks {
		if f.Epoch <= slot/n.SlotsPerEpoch {
			now = f
		}
	}
	return now
}

// shape is what is where in a block of a slot.
func (n *Network) shape(slot uint64) (shape, error) {
	f := n.fork(slot)
	s, known := shapes[f.Name]
	if !known {
		return shape{}, refuse(UnknownFork, "slot %d is of the fork %q, and this version knows those from capella to fulu: use a newer version",
			slot, f.Name)
	}
	return s, nil
}
