package consensus

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
)

// pair is the node above two.
func pair(left, right common.Hash) common.Hash {
	var both [64]byte
	copy(both[:32], left[:])
	copy(both[32:], right[:])
	return sha256.Sum256(both[:])
}

// treeRoot is the root of leaves, filled up with zeros to a power of two of at least width. It overwrites them.
func treeRoot(leaves []common.Hash, width int) common.Hash {
	list := make([]common.Hash, max(width, 1))
	copy(list, leaves)
	for n := len(list); n > 1; n /= 2 {
		for i := range n / 2 {
			list[i] = pair(list[2*i], list[2*i+1])
		}
	}
	return list[0]
}

// leafOf is a number as a leaf: little endian.
func leafOf(n uint64) (h common.Hash) {
	binary.LittleEndian.PutUint64(h[:8], n)
	return h
}

// leads says whether a branch leads from a leaf at a generalised index up to a root. A branch may be as long as a later fork's, when what
// it has too much, at its beginning, is zero: servers hand out old data in a newer form.
func leads(root common.Hash, index uint64, branch []common.Hash, leaf common.Hash) bool {
	depth := bits.Len64(index) - 1
	if len(branch) < depth {
		return false
	}
	for _, h := range branch[:len(branch)-depth] {
		if h != (common.Hash{}) {
			return false
		}
	}
	for _, h := range branch[len(branch)-depth:] {
		if index&1 == 0 {
			leaf = pair(leaf, h)
		} else {
			leaf = pair(h, leaf)
		}
		index /= 2
	}
	return leaf == root
}
