package beaconchain

import (
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/consensus"
)

// Options say what a chain is like.
type Options struct {
	ChainID         uint64
	Genesis         time.Time // slot n begins n x SecondsPerSlot after it
	SecondsPerSlot  uint64    // 0: 12
	SlotsPerEpoch   uint64    // 0: 8
	EpochsPerPeriod uint64    // 0: 4
	Fork            string    // from genesis on; empty: fulu
	Then            string    // the fork from epoch ThenEpoch on; empty: none
	ThenEpoch       uint64
}

// Offset is the slot in which [Chain.Add] puts execution block 0: slots are not block numbers.
const Offset = 320

// Chain is a beacon chain. Its methods are safe for concurrent use.
type Chain struct {
	Network *consensus.Network

	mu         sync.Mutex
	blocks     map[uint64]*Block // by slot
	slots      map[uint64]uint64 // by number of the execution block
	head       *Block
	committees map[uint64]*committee
	faults     Faults
}

// Block is a beacon block: its header, the state's tree, and the block that the state calls final.
type Block struct {
	consensus.LightHeader

	state tree
	final *Block // nil: none is
}

// where is where a fork has what a light client looks at; see the specifications of each fork's light client.
type where struct{ final, committee, next uint64 }

var places = map[string]where{
	"capella": {105, 54, 55}, "deneb": {105, 54, 55}, "electra": {169, 86, 87}, "fulu": {169, 86, 87},
}

const executionPayload = 25 // in the body, since Capella

// New is a chain without blocks.
func New(o Options) *Chain {
	set := func(n *uint64, otherwise uint64) uint64 {
		if *n == 0 {
			*n = otherwise
		}
		return *n
	}
	if o.Fork == "" {
		o.Fork = "fulu"
	}
	n := &consensus.Network{
		Name: fmt.Sprintf("chain %d", o.ChainID), ChainID: o.ChainID, GenesisRoot: common.Hash{0x7e, 0x57},
		GenesisTime:    uint64(o.Genesis.Unix()),
		SecondsPerSlot: set(&o.SecondsPerSlot, 12), SlotsPerEpoch: set(&o.SlotsPerEpoch, 8), EpochsPerPeriod: set(&o.EpochsPerPeriod, 4),
		ChurnQuotient: 1 << 16, ExitEpochs: 1 << 15, // so that checkpoints may be two weeks old
		Forks:            []consensus.Fork{{Name: o.Fork, Version: [4]byte{1, 2, 3, 4}}},
		CheckpointSource: "the test",
	}
	if o.Then != "" {
		n.Forks = append(n.Forks, consensus.Fork{Name: o.Then, Version: [4]byte{2, 2, 3, 4}, Epoch: o.ThenEpoch})
	}
	return &Chain{Network: n, blocks: map[uint64]*Block{}, slots: map[uint64]uint64{}, committees: map[uint64]*committee{}}
}

// Add adds a block of the execution chain, in order of numbers, in the slot of its number, and gives the beacon block that has it.
func (c *Chain) Add(h *types.Header) *Block { return c.AddAt(Offset+h.Number.Uint64(), h) }

// AddAt adds a block of the execution chain in a slot. Slots and numbers rise; some may be left out.
func (c *Chain) AddAt(slot uint64, h *types.Header) *Block {
	c.mu.Lock()
	defer c.mu.Unlock()
	epoch := c.Network.SlotsPerEpoch
	var final *Block
	if slot >= 2*epoch {
		for at := (slot/epoch - 2) * epoch; at+epoch > slot/epoch*epoch-2*epoch && final == nil && at > 0; at-- {
			final = c.blocks[at]
		}
	}
	b := c.extend(slot, c.head, final, h)
	c.head, c.blocks[b.Slot], c.slots[h.Number.Uint64()] = b, b, slot
	return b
}

// Head is the newest block; nil when there is none.
func (c *Chain) Head() *Block {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.head
}

// BlockOf is the block that has an execution block; nil when there is none.
func (c *Chain) BlockOf(number uint64) *Block {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.blocks[c.slots[number]]
}

// Finalised is the newest block that the head calls final; nil when there is none.
func (c *Chain) Finalised() *Block {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.head == nil {
		return nil
	}
	return c.head.final
}

// Extend is a block that is not of the chain: after another one, and calling any block final.
func (c *Chain) Extend(parent, final *Block, h *types.Header) *Block {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.extend(Offset+h.Number.Uint64(), parent, final, h)
}

func (c *Chain) extend(slot uint64, parent, final *Block, h *types.Header) *Block {
	b := &Block{final: final}
	b.Slot, b.Proposer, b.Execution = slot, h.Number.Uint64()%1000, execution(h)
	if parent != nil {
		b.Parent = parent.Root()
	}
	at, period := places[c.fork(b.Slot)], c.Network.Period(b.Slot)
	b.state = tree{at.committee: c.committee(period).root, at.next: c.committee(period + 1).root, at.final: {}}
	if final != nil {
		b.state[at.final] = final.Root()
	}
	b.State = b.state.node(1)
	if c.fork(b.Slot) == "capella" {
		b.Execution.BlobGasUsed, b.Execution.ExcessBlob = 0, 0
	}
	body := tree{executionPayload: b.Execution.Root(c.fork(b.Slot) != "capella")}
	b.Body, b.Branch = body.node(1), body.branch(executionPayload)
	return b
}

func (c *Chain) fork(slot uint64) string {
	name := c.Network.Forks[0].Name
	for _, f := range c.Network.Forks {
		if f.Epoch <= slot/c.Network.SlotsPerEpoch {
			name = f.Name
		}
	}
	return name
}

func (c *Chain) committee(period uint64) *committee {
	if c.committees[period] == nil {
		c.committees[period] = newCommittee(period)
	}
	return c.committees[period]
}

// Bootstrap is what is said of a checkpoint.
func (c *Chain) Bootstrap(b *Block) *consensus.Bootstrap {
	c.mu.Lock()
	defer c.mu.Unlock()
	return &consensus.Bootstrap{Header: b.LightHeader, Committee: c.committee(c.Network.Period(b.Slot)).Committee,
		Branch: b.state.branch(places[c.fork(b.Slot)].committee)}
}

// Attest is the message that the first members of the committee sign, in the slot after a block, about that block; nil when the block
// calls none final. It brings the next committee when its final block and its signature are of the same period.
func (c *Chain) Attest(b *Block, members int) *consensus.Update {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.attest(b, members)
}

func (c *Chain) attest(b *Block, members int) *consensus.Update {
	if b == nil || b.final == nil {
		return nil
	}
	at := places[c.fork(b.Slot)]
	u := &consensus.Update{Attested: b.LightHeader, Finalised: b.final.LightHeader, FinalityBranch: b.state.branch(at.final),
		SignatureSlot: b.Slot + 1}
	u.Aggregate = c.committee(c.Network.Period(u.SignatureSlot)).sign(c.Network.SigningRoot(b.Root(), u.SignatureSlot), members)
	if period := c.Network.Period(b.Slot); c.Network.Period(b.final.Slot) == period && c.Network.Period(u.SignatureSlot) == period {
		u.Next, u.NextBranch = &c.committee(period+1).Committee, b.state.branch(at.next)
	}
	return u
}

// Update is a message of a period that brings the committee of the next one; nil when the chain has none.
func (c *Chain) Update(period uint64) *consensus.Update {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.update(period)
}

func (c *Chain) update(period uint64) *consensus.Update {
	slots := c.Network.SlotsPerEpoch * c.Network.EpochsPerPeriod
	for slot := (period+1)*slots - 2; slot/slots == period; slot-- {
		if b := c.blocks[slot]; b != nil && b.final != nil && c.Network.Period(b.final.Slot) == period {
			return c.attest(b, c.members())
		}
	}
	return nil
}

// members is how many sign.
func (c *Chain) members() int {
	if c.faults.Members > 0 {
		return c.faults.Members
	}
	return consensus.Members
}

// execution is a header as it is in a beacon block. Roots of lists that no light client looks at are the execution chain's own.
func execution(h *types.Header) consensus.Execution {
	e := consensus.Execution{Parent: h.ParentHash, FeeRecipient: h.Coinbase, State: h.Root, Receipts: h.ReceiptHash, Bloom: h.Bloom,
		Randao: h.MixDigest, Number: h.Number.Uint64(), GasLimit: h.GasLimit, GasUsed: h.GasUsed, Time: h.Time, Hash: h.Hash(),
		Transactions: h.TxHash, Extra: h.Extra[:min(len(h.Extra), 32)]}
	fee := h.BaseFee
	if fee == nil {
		fee = new(big.Int)
	}
	e.BaseFee = *uint256.MustFromBig(fee)
	if h.BlobGasUsed != nil && h.ExcessBlobGas != nil {
		e.BlobGasUsed, e.ExcessBlob = *h.BlobGasUsed, *h.ExcessBlobGas
	}
	return e
}
