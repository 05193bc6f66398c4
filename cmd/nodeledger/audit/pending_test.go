package audit

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/sale"
)

// What books booked of a block before it was final is on the chain as it is there, once the chain calls it final.
func TestPendingBlocksAreThoseOfTheChain(t *testing.T) {
	t.Parallel()
	block := func(number uint64, hash byte) engine.Block {
		h := engine.Header{Number: number, Hash: common.Hash{hash}, Parent: common.Hash{hash - 1}}
		return engine.Block{Header: h, Facts: sale.Block{Number: number, Hash: h.Hash, Time: 100 + number}}
	}
	of := func(blocks ...engine.Block) pending {
		p := pending{}
		for i := range blocks {
			in := fold.BlockInput(fold.InputPending, blocks[i].Header.Parent, &blocks[i].Facts)
			in.Sequence = uint64(i + 1)
			p[blocks[i].Header.Number] = in
		}
		return p
	}
	chain := &engine.Proven{Last: engine.Header{Number: 9}, Blocks: []engine.Block{block(5, 5), block(7, 7)}}
	for name, c := range map[string]struct {
		booked  pending
		missing uint64
		left    int
		refused bool
	}{
		"all of them":             {of(block(5, 5), block(7, 7)), 0, 0, false},
		"and one that comes":      {of(block(5, 5), block(7, 7), block(10, 10)), 0, 1, false},
		"one is not there yet":    {of(block(5, 5)), 1, 0, false},
		"none is there yet":       {of(), 2, 0, false},
		"another one at a number": {of(block(5, 50), block(7, 7)), 0, 0, true},
		"one that is made up":     {of(block(5, 5), block(6, 6), block(7, 7)), 0, 0, true},
	} {
		missing, err := c.booked.compare(chain)
		if (err != nil) != c.refused || err == nil && (missing != c.missing || len(c.booked) != c.left) {
			t.Errorf("%s: %d are missing, %d left, %v", name, missing, len(c.booked), err)
		}
	}
}
