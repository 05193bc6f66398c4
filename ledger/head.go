package ledger

import (
	"fmt"
	"time"
)

// Checkpoint seals the transactions that were booked on one UTC day: the root of the tree over their hashes, chained to
// the checkpoint before.
type Checkpoint struct {
	Day         uint64 // days since 1970-01-01 UTC
	First, Last uint64 // sequences
	Root        Hash
	Previous    Hash
	Hash        Hash
}

// Head is the end of the journal, and the day that is still open. The zero Head is an empty journal.
type Head struct {
	Sequence   uint64
	Hash       Hash
	Booked     int64 // seconds since 1970 UTC of the last transaction
	Checkpoint Hash  // of the last sealed day
	Day        uint64
	First      uint64   // first sequence of the open day
	Open       Frontier // over the hashes of the open day's transactions
}

const daySeconds = 24 * 60 * 60

// Seal gives the draft its place after h: sequence, previous, hash. A draft that was booked before h.Booked is booked
// at h.Booked, so that the journal never goes back. The checkpoint is the day that this transaction closes, or nil.
// An invalid draft is ErrInvalid.
func (h Head) Seal(d Draft) (Transaction, *Checkpoint, Head, error) {
	if err := d.check(); err != nil {
		return Transaction{}, nil, h, err
	}
	if d.Booked.Unix() < h.Booked {
		d.Booked = time.Unix(h.Booked, 0).UTC()
	}
	t := Transaction{Draft: d, Sequence: h.Sequence + 1, Previous: h.Hash}
	t.Hash = t.hash()
	sealed, next := h.after(&t)
	return t, sealed, next, nil
}

// after moves the head past a transaction whose hash is known.
func (h Head) after(t *Transaction) (*Checkpoint, Head) {
	var sealed *Checkpoint
	day := uint64(t.Booked.Unix()) / daySeconds
	if day != h.Day || h.Open.Count == 0 {
		if h.Open.Count > 0 {
			sealed = &Checkpoint{Day: h.Day, First: h.First, Last: h.Sequence, Root: h.Open.Root(), Previous: h.Checkpoint}
			sealed.Hash = sealed.hash()
			h.Checkpoint = sealed.Hash
		}
		h.Day, h.First, h.Open = day, t.Sequence, Frontier{}
	}
	h.Sequence, h.Hash, h.Booked = t.Sequence, t.Hash, t.Booked.Unix()
	h.Open = h.Open.Add(leafHash(t.Hash[:]))
	return sealed, h
}

// String is the head in the form of the command line: sequence and hash.
func (h Head) String() string { return fmt.Sprintf("%d %s", h.Sequence, h.Hash) }
