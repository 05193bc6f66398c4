package ledger

import (
	"crypto/sha256"
	"math/bits"
)

// The Merkle trees here are those of RFC 6962, section 2.1: a leaf is SHA-256(0x00 || content), a node is
// SHA-256(0x01 || left || right), and a tree of n leaves splits at the largest power of two below n.

// leafPrefix keeps leaves apart from nodes.
const leafPrefix = 0

func leafHash(content []byte) Hash {
	h := sha256.New()
	h.Write([]byte{leafPrefix})
	h.Write(content)
	return Hash(h.Sum(nil))
}

func nodeHash(left, right Hash) Hash {
	var b [65]byte
	b[0] = 1
	copy(b[1:], left[:])
	copy(b[33:], right[:])
	return sha256.Sum256(b[:])
}

// TileWidth is how many leaves a tile has, and how many tiles one of the level above it.
const TileWidth = 256

// tileHeight is the level of the node over a whole tile.
const tileHeight = 8

// Frontier is a growing tree: the roots of its full subtrees, largest first. The zero Frontier is the empty tree.
type Frontier struct {
	Count uint64
	Roots []Hash // one for each bit that is set in Count
}

// Add returns the frontier with one more leaf hash; f itself is unchanged. The tile is the root of the TileWidth leaves that this one
// completes, or nil.
func (f Frontier) Add(leaf Hash) (next Frontier, tile *Hash) {
	merges := bits.TrailingZeros64(^f.Count)
	keep := len(f.Roots) - merges
	for level := range merges {
		leaf = nodeHash(f.Roots[len(f.Roots)-1-level], leaf)
		if level+1 == tileHeight {
			whole := leaf
			tile = &whole
		}
	}
	roots := make([]Hash, keep+1)
	copy(roots, f.Roots[:keep])
	roots[keep] = leaf
	return Frontier{f.Count + 1, roots}, tile
}

// Whole says that there is a root for each subtree that Count asks for.
func (f Frontier) Whole() bool { return len(f.Roots) == bits.OnesCount64(f.Count) }

// Root is the tree's root; of the empty tree it is SHA-256 of nothing.
func (f Frontier) Root() Hash {
	if f.Count == 0 {
		return sha256.Sum256(nil)
	}
	root := f.Roots[len(f.Roots)-1]
	for i := len(f.Roots) - 2; i >= 0; i-- {
		root = nodeHash(f.Roots[i], root)
	}
	return root
}

// merkleRoot is the root of a tree over leaf hashes; it uses the slice as scratch space.
func merkleRoot(level []Hash) Hash {
	if len(level) == 0 {
		return sha256.Sum256(nil)
	}
	// Pairing neighbours and moving an odd last one up gives the tree of RFC 6962.
	for len(level) > 1 {
		half := len(level) / 2
		for i := range half {
			level[i] = nodeHash(level[2*i], level[2*i+1])
		}
		if len(level)%2 == 1 {
			level[half] = level[len(level)-1]
			half++
		}
		level = level[:half]
	}
	return level[0]
}
