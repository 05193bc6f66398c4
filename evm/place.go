package evm

import (
	"cmp"

	"github.com/ethereum/go-ethereum/common"
)

// Place is where in its block something stands. Index is the log's in the block; what comes from a call without a log has
// [NoLog]. Part tells several things apart that one log speaks of, in the order of a batch; everything else is part 0.
type Place struct {
	TxHash  common.Hash
	TxIndex uint32
	Index   uint32
	Part    uint32
}

// NoLog is the index of what no log speaks of. It stands after the logs of its transaction.
const NoLog = ^uint32(0)

// Position is the place itself: a type that embeds a Place has it too.
func (p Place) Position() Place { return p }

// Compare orders places of one block: -1 when p stands before q, 0 at the same place, and 1 after it.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.TxIndex, q.TxIndex), cmp.Compare(p.Index, q.Index), cmp.Compare(p.Part, q.Part))
}
