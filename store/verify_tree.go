package store

import (
	"bytes"
	"fmt"
	"math"

	"github.com/nodeledger/nodeledger/ledger"
)

// placedInput is the leaf of an input, and after how many transactions it comes.
type placedInput struct {
	transactions int64
	leaf         ledger.Hash
}

// inputsTo reads and checks the inputs that come after some transactions at most, and perhaps a few more: a hundred at a time, since a
// payload is a block with its logs and bodies. Only their leaves are kept, and those no longer than until they have their place.
func (v *verification) inputsTo(transactions int64) error {
	for n := len(v.waiting); n == 0 || v.waiting[n-1].transactions <= transactions; n = len(v.waiting) {
		var rows []inputRow
		if err := v.tx.Where("sequence > ?", v.above()).Order("sequence").Limit(100).Find(&rows).Error; err != nil {
			return ledger.Differs("input", fmt.Sprintf("sequence %d", v.read+1), "it cannot be read: %v", err)
		}
		if len(rows) == 0 {
			return nil
		}
		for i := range rows {
			r := &rows[i]
			if err := r.check(v.read); err != nil {
				return err
			}
			if r.Transactions < v.placed {
				return ledger.Differs("input", fmt.Sprintf("sequence %d", r.Sequence), "it comes after %d transactions, the input before it after %d",
					r.Transactions, v.placed)
			}
			v.read, v.placed = r.Sequence, r.Transactions
			v.waiting = append(v.waiting, placedInput{r.Transactions, ledger.Hash(r.Digest)})
		}
	}
	return nil
}

// above is the sequence above which the next inputs are; before the first one no row may hide below it.
func (v *verification) above() int64 {
	if v.read == 0 {
		return math.MinInt64
	}
	return v.read
}

// place gives the inputs that come after some transactions at most their place in the tree.
func (v *verification) place(transactions int64) {
	for len(v.waiting) > 0 && v.waiting[0].transactions <= transactions {
		v.ledger.Input(v.waiting[0].leaf)
		v.waiting = v.waiting[1:]
	}
}

// lastInputs places what comes after the last transaction, and compares where inputs and journal end with the head.
func (v *verification) lastInputs() error {
	if err := v.inputsTo(math.MaxInt64); err != nil {
		return err
	}
	end := int64(v.ledger.Head().Sequence)
	v.place(end)
	if len(v.waiting) > 0 {
		return ledger.Differs("input", fmt.Sprintf("sequence %d", v.read-int64(len(v.waiting))+1), "it comes after transaction %d, the journal "+
			"ends at %d", v.waiting[0].transactions, end)
	}
	switch {
	case v.row != nil && v.row.Sequence != end:
		return ledger.Differs("journal", fmt.Sprintf("sequence %d", min(end, v.row.Sequence)+1),
			"the journal ends at %d, the head was sealed with %d",
			end, v.row.Sequence)
	case v.row != nil && v.row.Inputs != v.read:
		return ledger.Differs("input", fmt.Sprintf("sequence %d", min(v.read, v.row.Inputs)+1),
			"the inputs end at %d, the head was sealed with %d",
			v.read, v.row.Inputs)
	}
	return v.mustBeEmpty("input", v.read)
}

// tiles compares the table with the tree over inputs and journal, whose rows agree with their own hashes by now: the first tile that
// differs says between which leaves a row and its hash were changed together.
func (v *verification) tiles() error {
	var rows []tileRow
	if err := v.tx.Order("number").Find(&rows).Error; err != nil {
		return err
	}
	truth := v.ledger.Tiles()
	for i := range rows {
		name := fmt.Sprintf("number %d", i)
		switch {
		case i >= len(truth):
			return ledger.Differs("tile", fmt.Sprintf("number %d", rows[i].Number), "the tree has only %d whole tiles", len(truth))
		case rows[i].Number != int64(i):
			return ledger.Differs("tile", name, "it is missing, the next one stored is %d", rows[i].Number)
		case !bytes.Equal(rows[i].Root, truth[i][:]):
			return ledger.Differs("tile", name, "inputs and transactions lead to the root %s over the leaves %d to %d, stored is 0x%x", truth[i],
				i*ledger.TileWidth, (i+1)*ledger.TileWidth-1, rows[i].Root)
		}
	}
	if len(rows) < len(truth) {
		return ledger.Differs("tile", fmt.Sprintf("number %d", len(rows)), "it is missing")
	}
	return nil
}
