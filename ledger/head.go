package ledger

import (
	"fmt"
	"time"
)

// Head is where the books end: the last transaction of the journal, how many inputs led there, and the tree over all of them.
// The zero Head is of empty books.
type Head struct {
	Sequence uint64 // of the last transaction
	Hash     Hash   // of the last transaction
	Booked   int64  // seconds since 1970 UTC of the last transaction
	Inputs   uint64
	Tree     Frontier // one leaf for every input and every transaction, in the order in which they were taken
}

// Root is the root of the tree over everything: who has it, and the number of leaves, has all of the books up to here.
func (h Head) Root() Hash { return h.Tree.Root() }

// Size is how many leaves the tree has: inputs and transactions.
func (h Head) Size() uint64 { return h.Tree.Count }

// TreeHead is the size and the root of h's tree.
func (h Head) TreeHead() TreeHead { return TreeHead{h.Size(), h.Root()} }

// TreeHead names a tree over everything to somebody who does not have it, as RFC 6962 says. The zero TreeHead names none.
type TreeHead struct {
	Size uint64 // leaves
	Root Hash
}

// Take gives the next input its place after h. The leaf is what the tree has of it; tile is the root of the TileWidth leaves that
// it completes, or nil.
func (h Head) Take(kind string, payload []byte) (leaf Hash, tile *Hash, next Head) {
	h.Inputs++
	leaf = InputLeaf(h.Inputs, h.Sequence, kind, payload)
	h.Tree, tile = h.Tree.Add(leaf)
	return leaf, tile, h
}

// Seal gives the draft its place after h: sequence, previous, hash. A draft that was booked before h.Booked is booked
// at h.Booked, so that the journal never goes back. The tile is the root of the TileWidth leaves that this transaction completes, or
// nil. An invalid draft is ErrInvalid.
func (h Head) Seal(d Draft) (Transaction, *Hash, Head, error) {
	if err := d.check(); err != nil {
		return Transaction{}, nil, h, err
	}
	if d.Booked.Unix() < h.Booked {
		d.Booked = time.Unix(h.Booked, 0).UTC()
	}
	t := Transaction{Draft: d, Sequence: h.Sequence + 1, Previous: h.Hash}
	t.Hash = t.hash()
	tile, next := h.after(&t)
	return t, tile, next, nil
}

// after moves the head past a transaction whose hash is known.
func (h Head) after(t *Transaction) (tile *Hash, next Head) {
	h.Sequence, h.Hash, h.Booked = t.Sequence, t.Hash, t.Booked.Unix()
	h.Tree, tile = h.Tree.Add(TransactionLeaf(t.Sequence, t.Hash))
	return tile, h
}

// String is the end of the journal in the form of the command line: sequence and hash.
func (h Head) String() string { return fmt.Sprintf("%d %s", h.Sequence, h.Hash) }
