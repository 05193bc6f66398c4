package ledger

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/transparency-dev/merkle/compact"
)

// ErrProof is wrapped by every proof that does not hold.
var ErrProof = errors.New("the proof does not hold")

// LeafProof shows that an entry is in the tree over everything to somebody who knows only the tree's size and root.
type LeafProof struct {
	Entry []byte // see InputEntry and TransactionEntry
	Index uint64 // of the leaf, from 0
	Size  uint64 // of the tree, in leaves
	Path  []Hash // from the leaf to the root
	Root  Hash
}

// ProveLeaf makes the proof that the entry is leaf index of the tree of a size. nodes reads the tree.
func ProveLeaf(entry []byte, index, size uint64, nodes Nodes) (p LeafProof, err error) {
	p = LeafProof{Entry: entry, Index: index, Size: size}
	if p.Path, err = inclusionPath(index, size, nodes); err != nil {
		return p, err
	}
	if p.Root, err = RootAt(size, nodes); err != nil {
		return p, err
	}
	return p, p.Verify(size, p.Root)
}

// Verify checks the proof against the size and the root of a tree that the caller trusts. Every failure wraps ErrProof.
func (p *LeafProof) Verify(size uint64, root Hash) error {
	if p.Size != size || p.Root != root {
		return fmt.Errorf("%w: it leads to a tree of %d leaves with root %s, you trust %d with %s", ErrProof, p.Size, p.Root, size, root)
	}
	return verifyInclusion(leafHash(p.Entry), p.Index, size, p.Path, root)
}

// LineProof shows that one posting is in the books to somebody who knows only the size and the root of the tree over everything.
// Transaction carries every field but its postings; their root follows from the line and its path.
type LineProof struct {
	Transaction Transaction // Postings is empty
	Postings    uint32      // how many postings the transaction has
	Line        uint32      // which of them this is, from 0
	Posting     Posting
	LinePath    []Hash
	Leaf        LeafProof // of the transaction
}

// ProveLine makes the proof of posting line of t, whose leaf is number index of the tree.
func ProveLine(t *Transaction, line int, index, size uint64, nodes Nodes) (LineProof, error) {
	if line < 0 || line >= len(t.Postings) {
		return LineProof{}, fmt.Errorf("transaction %d has %d postings, there is no line %d", t.Sequence, len(t.Postings), line)
	}
	leaves := postingLeaves(t.Postings)
	path, err := inclusionPath(uint64(line), uint64(len(leaves)), NodesOf(leaves))
	if err != nil {
		return LineProof{}, err
	}
	p := LineProof{Transaction: *t, Postings: uint32(len(t.Postings)), Line: uint32(line), Posting: t.Postings[line], LinePath: path}
	if p.Leaf, err = ProveLeaf(TransactionEntry(t.Sequence, t.Hash), index, size, nodes); err != nil {
		return p, err
	}
	p.Transaction.Postings = nil
	return p, p.Verify(size, p.Leaf.Root)
}

// Verify checks the proof against the size and the root of a tree that the caller trusts. Every failure wraps ErrProof.
func (p *LineProof) Verify(size uint64, root Hash) error {
	e := encoder{make([]byte, 0, 256)}
	postingsRoot, err := inclusionRoot(e.posting(&p.Posting), uint64(p.Line), uint64(p.Postings), p.LinePath)
	if err != nil {
		return fmt.Errorf("%w: the path of line %d of %d: %w", ErrProof, p.Line, p.Postings, err)
	}
	hash := p.Transaction.hashWith(postingsRoot, p.Postings)
	if hash != p.Transaction.Hash {
		return fmt.Errorf("%w: the line and the transaction lead to hash %s, the transaction says %s", ErrProof, hash, p.Transaction.Hash)
	}
	if !bytes.Equal(p.Leaf.Entry, TransactionEntry(p.Transaction.Sequence, hash)) {
		return fmt.Errorf("%w: the leaf is not that of transaction %d", ErrProof, p.Transaction.Sequence)
	}
	return p.Leaf.Verify(size, root)
}

// ConsistencyProof shows that a tree of To leaves begins with the tree of From leaves: nothing was changed, taken out or put in
// between.
type ConsistencyProof struct {
	From, To         uint64 // sizes in leaves
	FromRoot, ToRoot Hash
	Path             []Hash
}

// ProveConsistency makes the proof for two sizes of one tree.
func ProveConsistency(from, to uint64, nodes Nodes) (p ConsistencyProof, err error) {
	p = ConsistencyProof{From: from, To: to}
	if p.FromRoot, err = RootAt(from, nodes); err != nil {
		return p, err
	}
	if p.ToRoot, err = RootAt(to, nodes); err != nil {
		return p, err
	}
	if p.Path, err = consistencyPath(from, to, nodes); err != nil {
		return p, err
	}
	return p, p.Verify(p.FromRoot, p.ToRoot)
}

// Verify checks the proof against the roots of two trees that the caller knows, whose sizes are p.From and p.To. Every failure wraps
// ErrProof.
func (p *ConsistencyProof) Verify(from, to Hash) error {
	if p.FromRoot != from || p.ToRoot != to {
		return fmt.Errorf("%w: it leads from %s to %s, you know %s and %s", ErrProof, p.FromRoot, p.ToRoot, from, to)
	}
	return verifyConsistency(p.From, p.To, p.Path, from, to)
}

// RootAt is the root of the tree of a size.
func RootAt(size uint64, nodes Nodes) (Hash, error) {
	roots, err := nodes(compact.RangeNodes(0, size, nil))
	if err != nil {
		return Hash{}, err
	}
	return Frontier{size, roots}.Root(), nil
}
