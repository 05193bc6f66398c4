package audit

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// pending are the blocks that books booked before they were final, and that did not leave the chain by them, by their numbers.
type pending map[uint64]fold.Input

// pendingAfter reads those after a block.
func pendingAfter(ctx context.Context, books *source, block uint64) (pending, error) {
	p := pending{}
	for in, err := range books.Inputs(ctx, 1) {
		if err != nil {
			return nil, err
		}
		b, err := in.Block()
		if err == nil && b != nil && in.Kind == fold.InputPending && b.Header.Number > block {
			p[b.Header.Number] = in
		}
		from, dropped, wrong := in.Dropped()
		if err == nil {
			err = wrong
		}
		if err != nil {
			return nil, ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", err)
		}
		if dropped {
			maps.DeleteFunc(p, func(number uint64, _ fold.Input) bool { return number > from })
		}
	}
	return p, nil
}

// compare takes out the blocks that a final stretch of the chain has, and refuses what is another one there. missing is how many of the
// stretch the books do not have yet.
func (p pending) compare(stretch *engine.Proven) (missing uint64, err error) {
	for i := range stretch.Blocks {
		b := &stretch.Blocks[i]
		in, ok := p[b.Header.Number]
		if !ok {
			missing++
			continue
		}
		delete(p, b.Header.Number)
		if onChain := fold.BlockInput(in.Kind, b.Header.Parent, &b.Facts); !bytes.Equal(onChain.Payload, in.Payload) {
			return missing, ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "block %d is not what it is on the chain, where it "+
				"is %s and final", b.Header.Number, b.Header.Hash)
		}
	}
	for _, number := range slices.Sorted(maps.Keys(p)) {
		if in := p[number]; number <= stretch.Last.Number {
			return missing, ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "on the chain nothing in block %d concerns the "+
				"books, and it is final", number)
		}
	}
	return missing, nil
}
