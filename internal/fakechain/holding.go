package fakechain

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
)

// holding is what an address holds of a token from a block on; the zero token is the chain's own coin.
type holding struct {
	from      uint64
	token, of common.Address
	units     uint256.Int
}

// Hold says what an address holds of a token from the newest block on, in base units. The zero token is the chain's own
// coin. What a log says of tokens changes nothing here.
func (c *Chain) Hold(token, of common.Address, units *uint256.Int) {
	c.holdings = append(c.holdings, holding{uint64(len(c.Blocks) - 1), token, of, *units})
}

// nonces stands in for the token in what a Safe was told to have used.
var nonces = common.HexToAddress("0x5afe")

// Use says how many nonces a Safe has used from the newest block on.
func (c *Chain) Use(safe common.Address, used uint64) { c.Hold(nonces, safe, uint256.NewInt(used)) }

// held is what was said last of an address's tokens, up to a block.
func (c *Chain) held(at engine.Header, token, of common.Address) engine.Figure {
	f := engine.Figure{Assurance: engine.AssuranceUnknown, Why: "this chain was not told what it holds"}
	for _, h := range c.holdings {
		if h.from <= at.Number && h.token == token && h.of == of {
			f = engine.Figure{Value: h.units, Assurance: engine.AssuranceProven}
		}
	}
	return f
}
