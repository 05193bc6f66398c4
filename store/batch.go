package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// batch is what one database transaction adds to the journal, computed in memory before anything is written.
type batch struct {
	head         ledger.Head
	present      map[ledger.Source]*ledger.Transaction // in the journal before, or sealed in this batch
	transactions []sealedDraft
	stream       chan<- sealedDraft       // where what is about to be sealed goes at once, or nil
	taken        []engine.Taken           // inputs that are not sealed yet
	inputs       []inputRow               // sealed in this batch
	knownTiles   int64                    // whole tiles before this batch
	tiles        []ledger.Hash            // the roots of those that this batch completed
	places       map[ledger.Account]int32 // of the accounts that the drafts name, in used, ids and held
	used         []ledger.Account         // those accounts in the order of their first use
	ids          []int64                  // of those accounts; 0 has none yet
	held         []*holding               // of those accounts, by asset
	known        []int32                  // the places of those that had an id before this batch, in order of it
	ends         [][]int32                // by draft, the places of the two accounts of each posting
	identified   bool                     // all of them have ids: nothing can be refused alone
	knownID      int64                    // the last id that was given before this batch
	lastID       int64
	added        []int32 // the places of those that got their id here, in order
	freeHeld     []holding
	freeDays     []day
	scratch      []ledger.Moved
	days         []dayRow // that were written, unless they are very many
}

// sealedDraft is a transaction of the batch, and the places of the two accounts of each of its postings.
type sealedDraft struct {
	*ledger.Transaction
	ends []int32
}

// use gives every account that a draft's postings name a place.
func (b *batch) use(draft int, postings []ledger.Posting) {
	ends := make([]int32, 2*len(postings))
	place := func(a ledger.Account) int32 {
		at, ok := b.places[a]
		if !ok {
			at = int32(len(b.used))
			b.places[a] = at
			b.used = append(b.used, a)
		}
		return at
	}
	for i := range postings {
		// Many postings in a row give from one account, a pool's.
		if i > 0 && postings[i].From == postings[i-1].From {
			ends[2*i] = ends[2*i-2]
		} else {
			ends[2*i] = place(postings[i].From)
		}
		ends[2*i+1] = place(postings[i].To)
	}
	b.ends[draft] = ends
}

// seal books inputs and drafts in order.
func (b *batch) seal(drafts []ledger.Draft) error {
	for i := range drafts {
		b.take(i)
		if err := b.draft(&drafts[i], b.ends[i]); err != nil {
			return err
		}
	}
	b.take(len(drafts))
	return nil
}

// take seals the inputs that come after some drafts.
func (b *batch) take(drafts int) {
	for ; len(b.taken) > 0 && b.taken[0].After == drafts; b.taken = b.taken[1:] {
		in := &b.taken[0]
		r := inputRow{Sequence: int64(b.head.Inputs) + 1, Kind: string(in.Kind), Payload: in.Payload, Transactions: int64(b.head.Sequence)}
		if r.Payload == nil {
			r.Payload = []byte{}
		}
		leaf, tile, head := b.head.Take(r.Kind, r.Payload)
		r.Digest, b.head = leaf[:], head
		b.inputs = append(b.inputs, r)
		b.complete(tile)
	}
}

// complete keeps the root of a tile that became whole.
func (b *batch) complete(tile *ledger.Hash) {
	if tile != nil {
		b.tiles = append(b.tiles, *tile)
	}
}

func (b *batch) draft(d *ledger.Draft, ends []int32) error {
	if t, ok := b.present[d.Source]; ok {
		if t.SameContent(d) {
			return nil
		}
		return fmt.Errorf("%w: %s is transaction %d", engine.ErrRecorded, d.Source.Key(), t.Sequence)
	}
	if err := storable(d); err != nil {
		return err
	}
	if d.Reverses > b.head.Sequence {
		return fmt.Errorf("%w: %s reverses transaction %d, the journal ends at %d", ledger.ErrInvalid, d.Source.Key(), d.Reverses,
			b.head.Sequence)
	}
	if b.stream != nil {
		b.stream <- sealedDraft{Transaction: &ledger.Transaction{Draft: *d, Sequence: b.head.Sequence + 1}, ends: ends}
	}
	transaction, tile, head, err := b.head.Seal(*d)
	if err != nil {
		return err
	}
	t := &transaction
	sealed := sealedDraft{t, ends}
	if err := b.move(&sealed); err != nil {
		return fmt.Errorf("%s: %w", d.Source.Key(), err)
	}
	b.head = head
	b.transactions = append(b.transactions, sealed)
	b.present[d.Source] = t
	b.complete(tile)
	if !b.identified {
		b.identify(ends)
	}
	return nil
}

// identify gives accounts that are used for the first time the next ids.
func (b *batch) identify(places []int32) {
	for _, at := range places {
		if b.ids[at] == 0 {
			b.lastID++
			b.ids[at] = b.lastID
			b.added = append(b.added, at)
		}
	}
}

// name gives every account that the drafts name an id, in the order in which sealing all of them would.
func (b *batch) name() {
	for _, ends := range b.ends {
		b.identify(ends)
	}
	b.identified = true
}

// wide is the column of that name of what a transaction moved.
func (t *sealedDraft) wide() int64 {
	if t.Wide() {
		return int64(t.Sequence)
	}
	return 0
}

// holding is what an account has of an asset.
type holding struct {
	money.Balance
	stored, moved bool // it is in the table; the batch moved it
	days          *day
	next          *holding // of another asset
}

// day is what a holding moved on a day, or by one wide transaction.
type day struct {
	money.Balance
	wide, day     int64
	stored, moved bool
	next          *day
}

func (h *holding) asset() money.Asset { return h.In.Asset() }

// holding is what the account at a place has of an asset.
func (b *batch) holding(place int32, asset money.Asset) *holding {
	for h := b.held[place]; h != nil; h = h.next {
		if h.asset() == asset {
			return h
		}
	}
	if len(b.freeHeld) == 0 {
		b.freeHeld = make([]holding, 64) // many at once cost less than one by one
	}
	h := &b.freeHeld[0]
	b.freeHeld = b.freeHeld[1:]
	h.Balance, h.next = money.NewBalance(asset), b.held[place]
	b.held[place] = h
	return h
}

// on is what a holding moved on a day; made says that nothing was known of it.
func (b *batch) on(h *holding, wide, number int64) (of *day, made bool) {
	for of = h.days; of != nil; of = of.next {
		if of.day == number && of.wide == wide {
			return of, false
		}
	}
	if len(b.freeDays) == 0 {
		b.freeDays = make([]day, 64)
	}
	of = &b.freeDays[0]
	b.freeDays = b.freeDays[1:]
	of.Balance, of.wide, of.day, of.next = money.NewBalance(h.asset()), wide, number, h.days
	h.days = of
	return of, true
}

// move does what a transaction's postings say.
func (b *batch) move(t *sealedDraft) error {
	if cap(b.scratch) < len(t.Postings) {
		b.scratch = make([]ledger.Moved, len(t.Postings))
	}
	wide, number := t.wide(), int64(ledger.Day(t.Effective))
	return ledger.Move(t.Transaction, b.scratch[:len(t.Postings)], func(i int, to bool) (now, moved *money.Balance) {
		place := t.ends[2*i]
		if to {
			place = t.ends[2*i+1]
		}
		h := b.holding(place, t.Postings[i].Amount.Asset())
		of, _ := b.on(h, wide, number)
		h.moved, of.moved = true, true
		return &h.Balance, &of.Balance
	})
}

// heldRow is a row of the table of balances, dayRow one of the table of days.
type (
	heldRow struct {
		id int64
		*holding
	}
	dayRow struct {
		id int64
		*day
	}
)

// changes are the rows that the batch moved, in the order of their tables.
func (b *batch) changes() (held []heldRow, days []dayRow) {
	held, days = make([]heldRow, 0, len(b.used)), make([]dayRow, 0, len(b.used))
	for _, places := range [2][]int32{b.known, b.added} {
		for _, place := range places {
			first := len(held)
			for h := b.held[place]; h != nil; h = h.next {
				if !h.moved {
					continue
				}
				held = append(held, heldRow{b.ids[place], h})
				for of := h.days; of != nil; of = of.next {
					if of.moved {
						days = append(days, dayRow{b.ids[place], of})
					}
				}
			}
			if len(held) > first+1 {
				slices.SortFunc(held[first:], func(x, y heldRow) int { return compareAssets(x.asset(), y.asset()) })
			}
		}
	}
	slices.SortFunc(days, byDay)
	return held, days
}

// byDay is the order of the table of days.
func byDay(x, y dayRow) int {
	if x.wide != y.wide {
		return cmp.Compare(x.wide, y.wide)
	}
	if asset, other := x.In.Asset(), y.In.Asset(); asset != other {
		return compareAssets(asset, other)
	}
	if x.id != y.id {
		return cmp.Compare(x.id, y.id)
	}
	return cmp.Compare(x.day.day, y.day.day)
}

func compareAssets(x, y money.Asset) int {
	return cmp.Or(strings.Compare(x.Symbol(), y.Symbol()), cmp.Compare(x.Decimals(), y.Decimals()))
}
