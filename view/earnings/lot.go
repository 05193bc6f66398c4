package earnings

import (
	"cmp"
	"math/big"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
)

// Origin is how nodes came to a wallet.
type Origin string

// The origins.
const (
	Bought      Origin = "bought"      // by the wallet itself
	Given       Origin = "given"       // another wallet bought them for it
	Transferred Origin = "transferred" // another wallet had them, or nobody paid for them
)

// Lot are the nodes that came in one transaction of the chain.
type Lot struct {
	When     time.Time
	Sequence uint64 // of the first transaction of the journal that brought some of them
	TxHash   ledger.Hash
	Origin   Origin
	Nodes    uint64 // that came
	Left     uint64 // of them, that the wallet still has: what goes is taken of the oldest lot first
	Tiers    []Tier // empty: not known
	Paid     []Part // by the wallet itself, by asset; a value is that of the day it was paid
	Earned   []Part // by these nodes as long as the wallet had them
}

// Tier is how many nodes of a lot are of a tier.
type Tier struct {
	Tier  int
	Nodes uint64
}

// change is nodes that came, or went.
type change struct {
	lot  Lot    // of nodes that came; When alone of those that went
	gone uint64 // how many went
}

// lotsOf follows the nodes of a wallet and gives each lot its part of what nodes earned: by how many of them the wallet had when it was
// earned, what the floors leave to the oldest of them. rest is what came when the wallet had no nodes any more.
func lotsOf(lines []line, changes []change) (lots []Lot, rest []Part, err error) {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return !l.byNodes })
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(a.when.Compare(b.when), cmp.Compare(a.sequence, b.sequence))
	})
	var earned []sums
	over := sums{}
	next := 0
	for i := range lines {
		l := &lines[i]
		for ; next < len(changes); next++ {
			if changes[next].lot.When.After(l.when) {
				break
			}
			lots, earned = applied(lots, earned, &changes[next])
		}
		if err := give(lots, earned, over, l); err != nil {
			return nil, nil, err
		}
	}
	for ; next < len(changes); next++ {
		lots, earned = applied(lots, earned, &changes[next])
	}
	for i := range lots {
		lots[i].Earned = earned[i].parts()
	}
	return lots, over.parts(), nil
}

// applied are the lots after a change.
func applied(lots []Lot, earned []sums, c *change) ([]Lot, []sums) {
	if c.gone == 0 {
		lot := c.lot
		lot.Left = lot.Nodes
		return append(lots, lot), append(earned, sums{})
	}
	gone := c.gone
	for i := range lots {
		n := min(gone, lots[i].Left)
		lots[i].Left -= n
		gone -= n
	}
	return lots, earned
}

// give divides a line between the lots.
func give(lots []Lot, earned []sums, over sums, l *line) error {
	var all uint64
	oldest := -1
	for i := range lots {
		if all += lots[i].Left; oldest < 0 && lots[i].Left > 0 {
			oldest = i
		}
	}
	if oldest < 0 {
		return over.add(l, l.amount)
	}
	left := new(big.Int).Set(l.amount)
	parts := make([]*big.Int, len(lots))
	for i := range lots {
		part := new(big.Int).Mul(l.amount, new(big.Int).SetUint64(lots[i].Left))
		parts[i] = part.Quo(part, new(big.Int).SetUint64(all))
		left.Sub(left, part)
	}
	parts[oldest].Add(parts[oldest], left)
	for i := range lots {
		if lots[i].Left == 0 {
			continue
		}
		if err := earned[i].add(l, parts[i]); err != nil {
			return err
		}
	}
	return nil
}
