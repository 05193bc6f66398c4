package chain

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// locate finds the blocks of the admin transactions, once for each endpoint and those that are final. Where they are is
// proven with their blocks.
func (w *Watcher) locate(ctx context.Context, e *endpoint, final uint64) (map[uint64][]common.Hash, error) {
	w.mu.Lock()
	known := w.located[e]
	w.mu.Unlock()
	if known == nil {
		known = map[common.Hash]uint64{}
	}
	type found struct {
		there, mined bool
		block        uint64
	}
	places := make([]found, len(w.options.Watch.Admin))
	var calls []*call
	for i, hash := range w.options.Watch.Admin {
		if _, ok := known[hash]; ok {
			continue
		}
		at := &places[i]
		calls = append(calls, &call{
			method: "eth_getTransactionByHash", params: fmt.Appendf(nil, `["0x%x"]`, hash[:]),
			read: func(r *reader) {
				*at = found{}
				if r.null() || !r.open('{') {
					return
				}
				at.there = true
				for n := 0; r.next('}', n); n++ {
					if string(r.key()) != "blockNumber" {
						r.skip()
					} else if !r.null() {
						at.block, at.mined = r.uint(), true
					}
				}
			},
		})
	}
	if len(calls) > 0 {
		if err := e.callAll(ctx, calls); err != nil {
			return nil, err
		}
	}
	blocks := map[uint64][]common.Hash{}
	for i, hash := range w.options.Watch.Admin {
		number, ok := known[hash]
		switch at := places[i]; {
		case ok:
		case !at.there:
			return nil, fmt.Errorf("it does not know the admin transaction %s; check sale.admin in the program file", hash)
		case !at.mined || at.block > final:
			continue
		default:
			number = at.block
			known[hash] = number
		}
		blocks[number] = append(blocks[number], hash)
	}
	w.mu.Lock()
	w.located[e] = known
	w.mu.Unlock()
	return blocks, nil
}
