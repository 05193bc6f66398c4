package merkle

import (
	"math/bits"

	"github.com/nodeledger/nodeledger/ledger"
)

// Proof is the way from the leaf at i, 0 <= i < Len, to the root: the sibling of every node on it, the lowest first. It is
// empty, not nil, when the leaf is the root.
func (t *Tree) Proof(i int) []Hash {
	// The node at p is on level log2(p+1), which is the number of siblings.
	return t.AppendProof(make([]Hash, 0, bits.Len32(t.at[i]+1)-1), i)
}

// AppendProof is Proof into a slice of the caller's, for those who write many.
func (t *Tree) AppendProof(to []Hash, i int) []Hash {
	for p := t.at[i]; p > 0; p = (p - 1) / 2 {
		if p%2 == 1 {
			to = append(to, t.nodes[p+1])
		} else {
			to = append(to, t.nodes[p-1])
		}
	}
	return to
}

// ProofOf is the proof of a wallet's leaf, and whether there is one.
func (t *Tree) ProofOf(w ledger.Wallet) (proof []Hash, ok bool) {
	i, ok := t.Find(w)
	if !ok {
		return nil, false
	}
	return t.Proof(i), true
}

// Verify says whether the proof leads from the leaf to the root, as the distributor contract decides it.
func Verify(root Hash, leaf Leaf, proof []Hash) bool {
	h := newHasher()
	var at Hash
	h.leaf(&at, &leaf, 2)
	for k := range proof {
		h.node(&at, &at, &proof[k])
	}
	return at == root
}
