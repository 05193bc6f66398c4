package ledger

import (
	"fmt"

	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
)

// Nodes reads the hashes of whole subtrees: node i of level l is the root over the leaves i*2^l up to (i+1)*2^l.
type Nodes func(ids []compact.NodeID) ([]Hash, error)

// NodesOf are the nodes of a tree whose leaves are in memory.
func NodesOf(leaves []Hash) Nodes {
	return func(ids []compact.NodeID) ([]Hash, error) {
		hashes := make([]Hash, len(ids))
		for i, id := range ids {
			first, end := id.Coverage()
			if end > uint64(len(leaves)) {
				return nil, fmt.Errorf("the tree has %d leaves, not %d", len(leaves), end)
			}
			hashes[i] = SubtreeRoot(leaves[first:end])
		}
		return hashes, nil
	}
}

// SubtreeRoot is the root over leaves, or over the nodes of any level, of which there is a power of two.
func SubtreeRoot(hashes []Hash) Hash { return merkleRoot(append([]Hash(nil), hashes...)) }

func inclusionPath(index, size uint64, nodes Nodes) ([]Hash, error) {
	wanted, err := proof.Inclusion(index, size)
	if err != nil {
		return nil, err
	}
	return rehash(wanted, nodes)
}

func consistencyPath(from, to uint64, nodes Nodes) ([]Hash, error) {
	wanted, err := proof.Consistency(from, to)
	if err != nil {
		return nil, err
	}
	return rehash(wanted, nodes)
}

func rehash(wanted proof.Nodes, nodes Nodes) ([]Hash, error) {
	hashes, err := nodes(wanted.IDs)
	if err != nil {
		return nil, err
	}
	path, err := wanted.Rehash(raw(hashes), rfc6962.DefaultHasher.HashChildren)
	if err != nil {
		return nil, err
	}
	out := make([]Hash, len(path))
	for i, h := range path {
		out[i] = Hash(h)
	}
	return out, nil
}

func raw(hashes []Hash) [][]byte {
	out := make([][]byte, len(hashes))
	for i := range hashes {
		out[i] = hashes[i][:]
	}
	return out
}

// inclusionRoot is the root that a leaf leads to along a path.
func inclusionRoot(leaf Hash, index, size uint64, path []Hash) (Hash, error) {
	root, err := proof.RootFromInclusionProof(rfc6962.DefaultHasher, index, size, leaf[:], raw(path))
	if err != nil {
		return Hash{}, err
	}
	return Hash(root), nil
}

func verifyInclusion(leaf Hash, index, size uint64, path []Hash, root Hash) error {
	if err := proof.VerifyInclusion(rfc6962.DefaultHasher, index, size, leaf[:], raw(path), root[:]); err != nil {
		return fmt.Errorf("%w: leaf %d of %d: %w", ErrProof, index, size, err)
	}
	return nil
}

func verifyConsistency(from, to uint64, path []Hash, fromRoot, toRoot Hash) error {
	if from == 0 && fromRoot != (Frontier{}).Root() {
		return fmt.Errorf("%w: %s is not the root of the empty tree", ErrProof, fromRoot)
	}
	if err := proof.VerifyConsistency(rfc6962.DefaultHasher, from, to, raw(path), fromRoot[:], toRoot[:]); err != nil {
		return fmt.Errorf("%w: the tree of %d leaves is not the beginning of that of %d: %w", ErrProof, from, to, err)
	}
	return nil
}
