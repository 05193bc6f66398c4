package ledger

import (
	"crypto/sha256"
	"math/bits"
)

// The Merkle trees here are those of RFC 6962, section 2.1: a leaf is SHA-256(0x00 || content), a node is
// SHA-256(0x01 || left || right), and a tree of n leaves splits at the largest power of two below n.

func leafHash(content []byte) Hash {
	h := sha256.New()
	h.Write([]byte{0})
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

// Frontier is a growing tree: the roots of its full subtrees, largest first. The zero Frontier is the empty tree.
type Frontier struct {
	Count uint64
	Roots []Hash // one for each bit that is set in Count
}

// Add returns the frontier with one more leaf hash; f itself is unchanged.
func (f Frontier) Add(leaf Hash) Frontier {
	merges := bits.TrailingZeros64(^f.Count)
	keep := len(f.Roots) - merges
	for i := len(f.Roots) - 1; i >= keep; i-- {
		leaf = nodeHash(f.Roots[i], leaf)
	}
	roots := make([]Hash, keep+1)
	copy(roots, f.Roots[:keep])
	roots[keep] = leaf
	return Frontier{f.Count + 1, roots}
}

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

// merklePath is the audit path of leaf i, nearest sibling first.
func merklePath(leaves []Hash, i int) (path []Hash) {
	level := append([]Hash(nil), leaves...)
	for len(level) > 1 {
		if sibling := i ^ 1; sibling < len(level) {
			path = append(path, level[sibling])
		}
		half := len(level) / 2
		next := level[:0]
		for j := range half {
			next = append(next, nodeHash(level[2*j], level[2*j+1]))
		}
		if len(level)%2 == 1 {
			next = append(next, level[len(level)-1])
		}
		level, i = next, i/2
	}
	return path
}

// climb computes the root that a leaf hash at index i of a tree of n leaves leads to along a path; false when the
// path has the wrong length.
func climb(leaf Hash, i, n uint64, path []Hash) (Hash, bool) {
	if i >= n {
		return Hash{}, false
	}
	for n > 1 {
		if i^1 < n {
			if len(path) == 0 {
				return Hash{}, false
			}
			if i%2 == 0 {
				leaf = nodeHash(leaf, path[0])
			} else {
				leaf = nodeHash(path[0], leaf)
			}
			path = path[1:]
		}
		i, n = i/2, n/2+n%2
	}
	return leaf, len(path) == 0
}
