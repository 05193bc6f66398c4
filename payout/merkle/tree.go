package merkle

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
)

// ErrNoLeaves refuses a tree of nothing; test with errors.Is.
var ErrNoLeaves = errors.New("a Merkle tree needs at least one leaf")

// maxLeaves keeps every index of a tree within 32 bits; it is far above what the memory of a machine holds.
const maxLeaves = math.MaxUint32 / 2

// Leaf is what one wallet was granted in total, in base units of the asset that the distributor pays.
type Leaf struct {
	Wallet ledger.Wallet
	Amount uint256.Int
}

// Tree is a complete binary tree. Make one with Build or Load; the zero Tree has no root.
type Tree struct {
	leaves []Leaf
	words  int // ABI words of a leaf: 2, or 1 in a tree of addresses alone

	// nodes is the tree in the order of a heap: the root first, the children of i at 2i+1 and 2i+2. n leaves make 2n-1
	// nodes, of which the last n are the leaves.
	nodes []Hash
	at    []uint32 // for every leaf: its place in nodes
	order []uint32 // the leaves by wallet
	books Books    // that it came from
}

// Build makes the tree of leaves, which it keeps in their order: do not change the slice afterwards. The time is that of
// three hashes a leaf, spread over the cores. Errors: ErrNoLeaves, a wallet twice, an amount of zero.
func Build(leaves []Leaf) (*Tree, error) {
	t := &Tree{leaves: leaves, words: 2}
	var sorting sync.WaitGroup
	var err error
	sorting.Go(func() { err = t.index() })
	hashes := make([]Hash, len(leaves))
	each(0, len(leaves), func(h *hasher, i int) { h.leaf(&hashes[i], &leaves[i], t.words) })
	sorting.Wait()
	if err != nil {
		return nil, err
	}

	n := len(leaves)
	t.nodes = make([]Hash, 2*n-1)
	t.at = make([]uint32, n)
	// Sorted by hash, the first leaf is the last node.
	for rank, i := range sorted(hashes) {
		place := len(t.nodes) - 1 - rank
		t.nodes[place] = hashes[i]
		t.at[i] = uint32(place)
	}
	t.inner(func(h *hasher, i int) { h.node(&t.nodes[i], &t.nodes[2*i+1], &t.nodes[2*i+2]) })
	return t, nil
}

// index checks the leaves and orders them by wallet.
func (t *Tree) index() error {
	switch n := len(t.leaves); {
	case n == 0:
		return ErrNoLeaves
	case n > maxLeaves:
		return fmt.Errorf("a Merkle tree of %d leaves: the most is %d, make several", n, maxLeaves)
	}
	t.order = make([]uint32, len(t.leaves))
	for i := range t.order {
		t.order[i] = uint32(i)
		if l := &t.leaves[i]; t.words == 2 && l.Amount.IsZero() {
			return fmt.Errorf("leaf %d, %s: the amount is zero, leave the wallet out", i, l.Wallet)
		}
	}
	slices.SortFunc(t.order, func(a, b uint32) int {
		return t.leaves[a].Wallet.Compare(t.leaves[b].Wallet)
	})
	for k, i := range t.order[1:] {
		if before := t.order[k]; t.leaves[before].Wallet == t.leaves[i].Wallet {
			return fmt.Errorf("leaves %d and %d are both of %s: add them up to one leaf", min(before, i), max(before, i), t.leaves[i].Wallet)
		}
	}
	return nil
}

// sorted is the order of hashes, as indices.
func sorted(hashes []Hash) []uint32 {
	// The first eight bytes decide nearly always and lie side by side in memory.
	type key struct {
		head uint64
		i    uint32
	}
	keys := make([]key, len(hashes))
	for i := range hashes {
		keys[i] = key{binary.BigEndian.Uint64(hashes[i][:8]), uint32(i)}
	}
	slices.SortFunc(keys, func(a, b key) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return bytes.Compare(hashes[a.i][:], hashes[b.i][:])
	})
	order := make([]uint32, len(keys))
	for k := range keys {
		order[k] = keys[k].i
	}
	return order
}

// inner visits every inner node, a level at a time from the lowest, so that both children of a node come before it.
func (t *Tree) inner(visit func(h *hasher, i int)) {
	for to := len(t.leaves) - 1; to > 0; {
		// A level ends before 2^k-1: with 11 inner nodes the levels are [7,11) [3,7) [1,3) [0,1).
		from := 0
		for 2*from+1 < to {
			from = 2*from + 1
		}
		each(from, to, visit)
		to = from
	}
}

// Root is what the distributor contract is given.
func (t *Tree) Root() Hash { return t.nodes[0] }

// Len is the number of leaves.
func (t *Tree) Len() int { return len(t.leaves) }

// Leaf is the leaf at i in the order given, 0 <= i < Len.
func (t *Tree) Leaf(i int) Leaf { return t.leaves[i] }

// Find is the index of a wallet's leaf, and whether there is one.
func (t *Tree) Find(w ledger.Wallet) (i int, ok bool) {
	k, ok := slices.BinarySearchFunc(t.order, w, func(i uint32, w ledger.Wallet) int {
		return t.leaves[i].Wallet.Compare(w)
	})
	if !ok {
		return 0, false
	}
	return int(t.order[k]), true
}
