package holder

import (
	"slices"
	"sync"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
)

// holderList is the holders at one state of the books, in order of wallet, those who hold none left out. It is never changed:
// with makes another one that shares the parts in which nothing changed.
type holderList struct {
	parts    [][]Holder // none is empty
	count    int
	sequence uint64 // of the last transaction that is in it
	asOf     view.AsOf

	counted sync.Once
	counts  map[uint64]uint64
}

// sizes says how many wallets hold how many nodes; whoever gets it must not change it.
func (r *holderList) sizes() map[uint64]uint64 {
	r.counted.Do(func() {
		r.counts = map[uint64]uint64{}
		for _, part := range r.parts {
			for _, h := range part {
				r.counts[h.Nodes]++
			}
		}
	})
	return r.counts
}

// fullPart is how many holders stand in a part at first; one that grew to twice as many is cut in two.
const fullPart = 512

func compareHolder(h Holder, w ledger.Wallet) int { return h.Wallet.Compare(w) }

// fill makes the parts of a list in order.
func (r *holderList) fill(list []Holder) {
	r.parts, r.count = slices.Collect(slices.Chunk(list, fullPart)), len(list)
}

// part is the part that a wallet stands or would stand in, of a list that is not empty.
func (r *holderList) part(w ledger.Wallet) int {
	i, found := slices.BinarySearchFunc(r.parts, w, func(p []Holder, w ledger.Wallet) int { return compareHolder(p[0], w) })
	if found || i == 0 {
		return i
	}
	return i - 1
}

// page is the holders after a wallet (the zero wallet: from the first), limit at most; more says that others follow.
func (r *holderList) page(after ledger.Wallet, limit int) (list []Holder, more bool) {
	if r.count == 0 {
		return nil, false
	}
	i, first := 0, 0
	if after != (ledger.Wallet{}) {
		var found bool
		i = r.part(after)
		if first, found = slices.BinarySearchFunc(r.parts[i], after, compareHolder); found {
			first++
		}
	}
	for ; i < len(r.parts); i, first = i+1, 0 {
		rest := r.parts[i][first:]
		if left := limit - len(list); len(rest) > left {
			return append(list, rest[:left]...), true
		}
		list = append(list, rest...)
	}
	return list, false
}

// with takes over what some wallets hold now.
func (r *holderList) with(changed map[ledger.Wallet]uint64) {
	if r.count == 0 {
		r.parts = [][]Holder{nil}
	} else {
		r.parts = slices.Clone(r.parts)
	}
	own := map[int]bool{} // parts that were copied already
	for w, nodes := range changed {
		i := 0
		if r.count > 0 {
			i = r.part(w)
		}
		at, found := slices.BinarySearchFunc(r.parts[i], w, compareHolder)
		if !found && nodes == 0 {
			continue
		}
		if !own[i] {
			r.parts[i], own[i] = slices.Clone(r.parts[i]), true
		}
		switch {
		case nodes == 0:
			r.parts[i] = slices.Delete(r.parts[i], at, at+1)
			r.count--
		case found:
			r.parts[i][at].Nodes = nodes
			continue
		default:
			r.parts[i] = slices.Insert(r.parts[i], at, Holder{w, nodes})
			r.count++
		}
		switch n := len(r.parts[i]); {
		case n == 0:
			if r.count > 0 {
				r.parts = slices.Delete(r.parts, i, i+1)
			}
			clear(own) // the parts have other places now
		case n >= 2*fullPart:
			half := slices.Clone(r.parts[i][n/2:])
			r.parts[i] = r.parts[i][:n/2]
			r.parts = slices.Insert(r.parts, i+1, half)
			clear(own)
		}
	}
	if r.count == 0 {
		r.parts = nil
	}
}
