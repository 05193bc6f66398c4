package store

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
)

// tally is what accounts moved by their postings, of millions of accounts in memory that has no pointers: sums lie in blocks, those of
// one account are a list, the latest day first.
type tally struct {
	daily  bool            // days are told apart
	first  []int32         // by account, 1 + the place of its first sum; 0 when the account is not known, none when it moved nothing
	few    map[int64]int32 // the same of a few accounts, in place of first
	count  int             // how many accounts are known
	blocks [][]tallied
	used   int
	assets []money.Asset
}

// tallied is one sum of an account.
type tallied struct {
	in, out uint256.Int
	day     int32
	next    int32 // the place of the account's next sum, or none
	asset   int32
}

// block is how many sums are made at once; none is the place of no sum.
const block, none = 4096, -1

// size is how many sums and accounts there are.
func (t *tally) size() int { return t.used + t.count }

// tallyOf is an empty tally for as many accounts.
func tallyOf(accounts int, daily bool) *tally {
	t := &tally{daily: daily}
	if accounts <= chunk {
		t.few = make(map[int64]int32, accounts)
	}
	return t
}

// place is where the first sum of an account is, or none; known says whether the account is.
func (t *tally) place(id int64) (place int32, known bool) {
	place = 0
	if t.few != nil {
		place = t.few[id]
	} else if id > 0 && id < int64(len(t.first)) {
		place = t.first[id]
	}
	if place > 0 {
		return place - 1, true
	}
	return none, place == none
}

func (t *tally) knows(id int64) bool { _, known := t.place(id); return known }

// begin makes an account known that moved nothing so far.
func (t *tally) begin(id int64) {
	if !t.knows(id) {
		t.count++
	}
	if t.few == nil && id >= int64(len(t.first)) {
		t.first = append(t.first, make([]int32, max(id+1-int64(len(t.first)), int64(len(t.first)/4)))...)
	}
	t.set(id, none)
}

// set puts another sum first.
func (t *tally) set(id int64, place int32) {
	if place != none {
		place++
	}
	if t.few != nil {
		t.few[id] = place
	} else {
		t.first[id] = place
	}
}

func (t *tally) at(place int32) *tallied { return &t.blocks[place/block][place%block] }

// insert puts a new sum before another one of its account.
func (t *tally) insert(asset, day, next int32) (place int32) {
	if t.used == len(t.blocks)*block {
		t.blocks = append(t.blocks, make([]tallied, block))
	}
	place = int32(t.used)
	t.used++
	*t.at(place) = tallied{asset: asset, day: day, next: next}
	return place
}

// add adds a posting to the accounts that are known.
func (t *tally) add(r *postingRead) error {
	for _, side := range [2]struct {
		id       int64
		incoming bool
	}{{r.from, false}, {r.to, true}} {
		head, known := t.place(side.id)
		if !known {
			continue
		}
		m := t.sum(side.id, head, r)
		sum := &m.out
		if side.incoming {
			sum = &m.in
		}
		if _, over := sum.AddOverflow(sum, &r.amount); over {
			return fmt.Errorf("account %d: %w", side.id, money.ErrOverflow)
		}
	}
	return nil
}

// sum is the sum of an account to which a posting belongs.
func (t *tally) sum(id int64, head int32, r *postingRead) *tallied {
	asset, day := t.asset(r.asset), int32(0)
	if t.daily {
		day = int32(r.day)
	}
	before, place := int32(none), head
	for place != none {
		m := t.at(place)
		if m.day == day && m.asset == asset {
			return m
		}
		if m.day < day {
			break
		}
		before, place = place, m.next
	}
	made := t.insert(asset, day, place)
	if before == none {
		t.set(id, made)
	} else {
		t.at(before).next = made
	}
	return t.at(made)
}

// asset is the number of an asset, of which there are few.
func (t *tally) asset(a money.Asset) int32 {
	i := slices.Index(t.assets, a)
	if i < 0 {
		i = len(t.assets)
		t.assets = append(t.assets, a)
	}
	return int32(i)
}

// take copies what another tally has of an account.
func (t *tally) take(from *tally, id int64) {
	t.begin(id)
	last := int32(none)
	for place, _ := from.place(id); place != none; {
		m := from.at(place)
		made := t.insert(t.asset(from.assets[m.asset]), m.day, none)
		t.at(made).in, t.at(made).out = m.in, m.out
		if last == none {
			t.set(id, made)
		} else {
			t.at(last).next = made
		}
		last, place = made, m.next
	}
}

// of is what an account moved, in order of asset and day.
func (t *tally) of(id int64) sums { return t.read(id, nil) }

// read appends what an account moved to sums that are empty.
func (t *tally) read(id int64, into sums) sums {
	for place, _ := t.place(id); place != none; {
		m := t.at(place)
		into = append(into, moved{t.assets[m.asset], int64(m.day), m.in, m.out})
		place = m.next
	}
	if len(into) > 1 {
		slices.SortFunc(into, func(x, y moved) int {
			return cmp.Or(compareAssets(x.asset, y.asset), cmp.Compare(x.day, y.day))
		})
	}
	return into
}
