package view

import (
	"context"

	"github.com/transparency-dev/merkle/compact"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// tileHeight is the level of the node over a whole tile.
const tileHeight = 8

// Nodes reads the tree over everything: what is below a tile from its leaves, everything else from the roots of tiles. Each tile is read
// once, and the roots all at once.
func Nodes(ctx context.Context, s engine.History) ledger.Nodes {
	return func(ids []compact.NodeID) ([]ledger.Hash, error) {
		r := treeReader{ctx: ctx, books: s, leaves: map[uint64]stretch{}}
		for _, id := range ids {
			r.want(id)
		}
		hashes := make([]ledger.Hash, len(ids))
		for i, id := range ids {
			of, err := r.below(id)
			if err != nil {
				return nil, err
			}
			hashes[i] = ledger.SubtreeRoot(of)
		}
		return hashes, nil
	}
}

type treeReader struct {
	ctx    context.Context
	books  engine.History
	leaves map[uint64]stretch // by tile
	tiles  stretch            // roots
}

// stretch is hashes in a row, read when the first of them is asked for.
type stretch struct {
	from, to uint64
	hashes   []ledger.Hash
}

func (s *stretch) want(from, to uint64) {
	if s.to == 0 {
		s.from = from
	}
	s.from, s.to = min(s.from, from), max(s.to, to)
}

func (s *stretch) read(from, to uint64, read func(from, to uint64) ([]ledger.Hash, error)) (found []ledger.Hash, err error) {
	if s.hashes == nil {
		if s.hashes, err = read(s.from, s.to); err != nil {
			return nil, err
		}
	}
	return s.hashes[from-s.from : to-s.from], nil
}

// rows are the hashes that a node is over: of the tile with that number, or roots of tiles.
func rows(id compact.NodeID) (from, to uint64, whole bool) {
	from, to = id.Coverage()
	if id.Level < tileHeight {
		return from, to, false
	}
	return from / ledger.TileWidth, to / ledger.TileWidth, true
}

func (r *treeReader) want(id compact.NodeID) {
	from, to, whole := rows(id)
	if whole {
		r.tiles.want(from, to)
		return
	}
	s := r.leaves[from/ledger.TileWidth]
	s.want(from, to)
	r.leaves[from/ledger.TileWidth] = s
}

func (r *treeReader) below(id compact.NodeID) (found []ledger.Hash, err error) {
	from, to, whole := rows(id)
	if whole {
		return r.tiles.read(from, to, func(from, to uint64) ([]ledger.Hash, error) { return r.books.Tiles(r.ctx, from, to) })
	}
	s := r.leaves[from/ledger.TileWidth]
	found, err = s.read(from, to, func(from, to uint64) ([]ledger.Hash, error) { return r.books.Leaves(r.ctx, from, to) })
	r.leaves[from/ledger.TileWidth] = s
	return found, err
}

// ProveLine shows that a posting, counted from 0, is in the tree of a size.
func ProveLine(ctx context.Context, s engine.History, sequence uint64, line int, size uint64) (ledger.LineProof, error) {
	index, err := leafOf(ctx, s, engine.TransactionLeaf, sequence, size)
	if err != nil {
		return ledger.LineProof{}, err
	}
	found, _, err := Transactions(ctx, s, sequence-1, 1)
	if err != nil {
		return ledger.LineProof{}, err
	}
	if len(found) == 0 {
		return ledger.LineProof{}, problem.NotFoundf("the journal has no transaction %d", sequence)
	}
	if line < 0 || line >= len(found[0].Postings) {
		return ledger.LineProof{}, problem.NotFoundf("transaction %d has %d postings, counted from 0; there is none with the number %d",
			sequence, len(found[0].Postings), line)
	}
	return ledger.ProveLine(&found[0], line, index, size, Nodes(ctx, s))
}

// ProveLeaf shows that an input or a transaction is in the tree of a size.
func ProveLeaf(ctx context.Context, s engine.History, kind engine.LeafKind, sequence, size uint64) (ledger.LeafProof, error) {
	index, err := leafOf(ctx, s, kind, sequence, size)
	if err != nil {
		return ledger.LeafProof{}, err
	}
	entries, err := s.LeafEntries(ctx, index, index+1)
	if err != nil {
		return ledger.LeafProof{}, err
	}
	return ledger.ProveLeaf(entries[0], index, size, Nodes(ctx, s))
}

// leafOf is the number of the leaf of an input or a transaction in the tree of a size.
func leafOf(ctx context.Context, s engine.History, kind engine.LeafKind, sequence, size uint64) (uint64, error) {
	what := "transaction"
	if kind == engine.InputLeaf {
		what = "input"
	}
	if sequence == 0 {
		return 0, problem.NotFoundf("the books have no %s 0: they count from 1", what)
	}
	index, found, err := s.LeafOf(ctx, kind, sequence)
	switch {
	case err != nil:
		return 0, err
	case !found:
		return 0, problem.NotFoundf("the books have no %s %d", what, sequence)
	case index >= size:
		return 0, problem.NotFoundf("%s %d is leaf %d, counted from 0; a tree of %d leaves does not have it: ask for a larger size", what,
			sequence, index, size)
	}
	return index, nil
}

// ProveConsistency shows that the tree of a size begins with the tree of a smaller one.
func ProveConsistency(ctx context.Context, s engine.History, from, to uint64) (ledger.ConsistencyProof, error) {
	if from > to {
		return ledger.ConsistencyProof{}, problem.Invalidf("from %d is above to %d: give the smaller tree first", from, to)
	}
	return ledger.ProveConsistency(from, to, Nodes(ctx, s))
}

// SizeOf is the size of the tree that somebody asks about: that of the head where none is given.
func SizeOf(head ledger.Head, size uint64) (uint64, error) {
	switch {
	case size == 0:
		return head.Size(), nil
	case size > head.Size():
		return 0, problem.NotFoundf("the tree has %d leaves, not %d", head.Size(), size)
	}
	return size, nil
}
