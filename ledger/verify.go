package ledger

import "fmt"

// Difference is the first place where stored books are not what was sealed.
type Difference struct {
	Table string // such as "journal"
	Row   string // such as "sequence 17"
	Text  string // what is wrong there
}

// Error says the place and the fault in one line.
func (d *Difference) Error() string { return fmt.Sprintf("%s, %s: %s", d.Table, d.Row, d.Text) }

// Differs makes a Difference.
func Differs(table, row, format string, args ...any) error {
	return &Difference{table, row, fmt.Sprintf(format, args...)}
}

// Verifier recomputes a journal from its first transaction: hashes, order, balances, reversals, and the tree over everything. Feed it
// every input and every transaction in the order in which they were taken; the zero Verifier is ready.
type Verifier struct {
	head     Head
	balances *Balances
	reversed map[uint64]uint64
	tiles    []Hash
	postings uint64
	moved    []Moved // by the last transaction
}

// Transaction checks the next transaction; the error is a *Difference.
func (v *Verifier) Transaction(t *Transaction) error {
	if v.balances == nil {
		v.balances, v.reversed = NewBalances(), map[uint64]uint64{}
	}
	row := fmt.Sprintf("sequence %d", v.head.Sequence+1)
	switch {
	case t.Sequence != v.head.Sequence+1:
		return Differs("journal", row, "it is missing, the next one stored is %d", t.Sequence)
	case t.Previous != v.head.Hash:
		return Differs("journal", row, "it follows %s, the transaction before it is %s", t.Previous, v.head.Hash)
	}
	if err := t.check(); err != nil {
		return Differs("journal", row, "%v", err)
	}
	if t.Booked.Unix() < v.head.Booked {
		return Differs("journal", row, "it was booked before the transaction before it")
	}
	if hash := t.hash(); hash != t.Hash {
		return Differs("journal", row, "its content and postings have the hash %s, stored is %s", hash, t.Hash)
	}
	if t.Reverses != 0 {
		if t.Reverses >= t.Sequence {
			return Differs("journal", row, "it reverses %d, which does not stand before it", t.Reverses)
		}
		if other, twice := v.reversed[t.Reverses]; twice {
			return Differs("journal", row, "it reverses %d, which %d reversed already", t.Reverses, other)
		}
		v.reversed[t.Reverses] = t.Sequence
	}
	var err error
	if v.moved, err = v.balances.Move(t); err != nil {
		return Differs("journal", row, "%v", err)
	}
	var tile *Hash
	tile, v.head = v.head.after(t)
	v.keep(tile)
	v.postings += uint64(len(t.Postings))
	return nil
}

// Input takes the leaf of the next input, which InputLeaf makes for the place where it comes.
func (v *Verifier) Input(leaf Hash) {
	var tile *Hash
	v.head.Inputs++
	v.head.Tree, tile = v.head.Tree.Add(leaf)
	v.keep(tile)
}

func (v *Verifier) keep(tile *Hash) {
	if tile != nil {
		v.tiles = append(v.tiles, *tile)
	}
}

// Moved is what the postings of the last transaction moved, see [Balances.Move].
func (v *Verifier) Moved() []Moved { return v.moved }

// Head is the head after the transactions so far.
func (v *Verifier) Head() Head { return v.head }

// Postings is how many postings the transactions so far have.
func (v *Verifier) Postings() uint64 { return v.postings }

// Tiles are the roots of the whole tiles so far, in order.
func (v *Verifier) Tiles() []Hash { return v.tiles }

// Balances are the projections of the transactions so far. Do not change them.
func (v *Verifier) Balances() *Balances {
	if v.balances == nil {
		return NewBalances()
	}
	return v.balances
}
