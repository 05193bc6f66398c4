package fakechain

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

var (
	_ engine.Chain = (*Chain)(nil)
	_ engine.Clock = (*Chain)(nil)
)

// Watch does nothing: every log of a block is given.
func (c *Chain) Watch(*program.Program) error { return nil }

// Head is the newest block.
func (c *Chain) Head(context.Context) (engine.Header, error) {
	return c.Blocks[len(c.Blocks)-1].Header, nil
}

// Finalized is the newest final block.
func (c *Chain) Finalized(context.Context) (engine.Header, error) {
	return c.Blocks[c.Final].Header, nil
}

// HeaderAt is the block of a number.
func (c *Chain) HeaderAt(_ context.Context, n uint64) (engine.Header, error) {
	if n >= uint64(len(c.Blocks)) {
		return engine.Header{}, engine.ErrNoBlock
	}
	return c.Blocks[n].Header, nil
}

// FinalAt is HeaderAt: there is one endpoint.
func (c *Chain) FinalAt(ctx context.Context, n uint64) (engine.Header, error) {
	return c.HeaderAt(ctx, n)
}

// Prove gives what stands behind a block, all of it at once.
func (c *Chain) Prove(_ context.Context, parent engine.Header, to uint64, _ bool) (engine.Proven, error) {
	from := parent.Number + 1
	known := parent.Number < uint64(len(c.Blocks)) && c.Blocks[parent.Number].Header.Hash == parent.Hash
	if parent.Hash != (common.Hash{}) && !known {
		return engine.Proven{}, engine.ErrForked
	}
	to = min(to, uint64(len(c.Blocks)-1))
	p := engine.Proven{From: from, Last: c.Blocks[to].Header, Level: engine.ProofFull}
	for _, b := range c.Blocks[from : to+1] {
		p.Headers = append(p.Headers, b.Header)
		if len(b.Facts.Logs) > 0 {
			p.Blocks = append(p.Blocks, b)
			p.Logs += len(b.Facts.Logs)
		}
	}
	return p, nil
}

// Counters is how many nodes the contract says that it sold up to a block.
func (c *Chain) Counters(_ context.Context, at engine.Header) ([]engine.Count, error) {
	f := engine.Figure{Assurance: engine.AssuranceUnknown, Why: "the contract does not count"}
	if !c.Uncounted {
		f = engine.Figure{Value: *uint256.NewInt(Sold(c.Blocks[:at.Number+1])), Assurance: engine.AssuranceProven}
	}
	return []engine.Count{{Counter: sale.Counter{Of: program.CountsNodes}, Figure: f}}, nil
}

// Balance is what an address holds of the chain's own coin: what [Chain.Hold] said last, and unknown where it never spoke of it.
func (c *Chain) Balance(_ context.Context, at engine.Header, of common.Address) (engine.Figure, error) {
	return c.held(at, common.Address{}, of), nil
}

// SafeNonce is how many nonces a Safe has used: what [Chain.Use] said last, and unknown where it never spoke of it.
func (c *Chain) SafeNonce(_ context.Context, at engine.Header, safe common.Address) (engine.Figure, error) {
	return c.held(at, nonces, safe), nil
}

// IsContract says whether an address is one of Contracts.
func (c *Chain) IsContract(_ context.Context, _ engine.Header, address common.Address) (bool, error) {
	return c.Contracts[address] != nil, nil
}

// ContractSigned is what one of Contracts says.
func (c *Chain) ContractSigned(ctx context.Context, at engine.Header, contract common.Address, hash common.Hash, signature []byte) (bool,
	error) {
	says := c.Contracts[contract]
	if says == nil {
		return false, nil
	}
	return says(ctx, at, hash, signature)
}

// TokenBalance is what an address holds of a token: what [Chain.Hold] said last, and unknown where it never spoke of it.
func (c *Chain) TokenBalance(_ context.Context, at engine.Header, token, of common.Address, _ program.Mapping) (engine.Figure, error) {
	return c.held(at, token, of), nil
}
