package ledger

import (
	"errors"
	"fmt"
)

// LineProof shows that one posting is in the books of a sealed day, to somebody who knows only that day's checkpoint
// hash. Transaction carries every field but its postings; their root follows from the line and its path.
type LineProof struct {
	Transaction  Transaction // Postings is empty
	Postings     uint32      // how many postings the transaction has
	Line         uint32      // which of them this is, from 0
	Posting      Posting
	LinePath     []Hash
	Checkpoint   Checkpoint
	DayPath      []Hash
	Transactions uint64 // how many transactions the day has
}

// ErrProof is wrapped by every proof that does not hold.
var ErrProof = errors.New("the proof does not hold")

// ProveLine makes the proof of posting line of t. day holds the hashes of all transactions of the sealed day, in order.
func ProveLine(t *Transaction, line int, c Checkpoint, day []Hash) (LineProof, error) {
	if line < 0 || line >= len(t.Postings) {
		return LineProof{}, fmt.Errorf("transaction %d has %d postings, there is no line %d", t.Sequence, len(t.Postings), line)
	}
	if t.Sequence < c.First || t.Sequence > c.Last || uint64(len(day)) != c.Last-c.First+1 {
		return LineProof{}, fmt.Errorf("transaction %d is not among the %d transactions %d to %d of the day", t.Sequence, len(day), c.First,
			c.Last)
	}
	leaves := make([]Hash, len(day))
	for i, h := range day {
		leaves[i] = leafHash(h[:])
	}
	p := LineProof{
		Transaction: *t, Postings: uint32(len(t.Postings)), Line: uint32(line), Posting: t.Postings[line],
		LinePath: merklePath(postingLeaves(t.Postings), line), Checkpoint: c,
		DayPath: merklePath(leaves, int(t.Sequence-c.First)), Transactions: uint64(len(day)),
	}
	p.Transaction.Postings = nil
	return p, p.Verify(c.Hash)
}

// Verify checks the proof against a checkpoint hash that the caller trusts. Every failure wraps ErrProof.
func (p *LineProof) Verify(checkpoint Hash) error {
	e := encoder{make([]byte, 0, 256)}
	postingsRoot, ok := climb(e.posting(&p.Posting), uint64(p.Line), uint64(p.Postings), p.LinePath)
	if !ok {
		return fmt.Errorf("%w: the path of line %d of %d has the wrong length", ErrProof, p.Line, p.Postings)
	}
	hash := p.Transaction.hashWith(postingsRoot, p.Postings)
	if hash != p.Transaction.Hash {
		return fmt.Errorf("%w: the line and the transaction lead to hash %s, the transaction says %s", ErrProof, hash, p.Transaction.Hash)
	}
	c := p.Checkpoint
	if p.Transaction.Sequence < c.First || p.Transaction.Sequence > c.Last || p.Transactions != c.Last-c.First+1 {
		return fmt.Errorf("%w: transaction %d is not in the day of transactions %d to %d", ErrProof, p.Transaction.Sequence, c.First, c.Last)
	}
	root, ok := climb(leafHash(hash[:]), p.Transaction.Sequence-c.First, p.Transactions, p.DayPath)
	if !ok || root != c.Root {
		return fmt.Errorf("%w: the transaction does not lead to the day's root %s", ErrProof, c.Root)
	}
	if sealed := c.hash(); sealed != checkpoint || c.Hash != checkpoint {
		return fmt.Errorf("%w: the day's checkpoint is %s, you trust %s", ErrProof, sealed, checkpoint)
	}
	return nil
}
