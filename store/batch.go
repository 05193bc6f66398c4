package store

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// batch is what one database transaction adds to the journal, computed in memory before anything is written.
type batch struct {
	head         ledger.Head
	balances     *ledger.Balances
	storedDays   map[ledger.DayPlace]struct{}   // the days that the table has and the drafts move
	present      map[string]*ledger.Transaction // by key: in the journal before, or sealed in this batch
	transactions []sealedDraft
	stream       chan<- sealedDraft       // where what is about to be sealed goes at once, or nil
	taken        []engine.Taken           // inputs that are not sealed yet
	inputs       []inputRow               // sealed in this batch
	knownTiles   int64                    // whole tiles before this batch
	tiles        []ledger.Hash            // the roots of those that this batch completed
	keys         []string                 // of the drafts
	places       map[ledger.Account]int32 // of the accounts that the drafts name, in used and ids
	used         []ledger.Account         // those accounts in the order of their first use
	ids          []int64                  // of those accounts; 0 has none yet
	ends         [][]int32                // by draft, the places of the two accounts of each posting
	identified   bool                     // all of them have ids: nothing can be refused alone
	knownID      int64                    // the last id that was given before this batch
	lastID       int64
	added        []int32 // the places of those that got their id here, in order
}

// sealedDraft is a transaction of the batch, its key, and the places of the two accounts of each of its postings.
type sealedDraft struct {
	*ledger.Transaction
	key   string
	ends  []int32
	moved []ledger.Moved
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
		if err := b.draft(&drafts[i], b.keys[i], b.ends[i]); err != nil {
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

func (b *batch) draft(d *ledger.Draft, key string, ends []int32) error {
	if t, ok := b.present[key]; ok {
		if t.SameContent(d) {
			return nil
		}
		return fmt.Errorf("%w: %s is transaction %d", engine.ErrRecorded, key, t.Sequence)
	}
	if err := storable(d); err != nil {
		return err
	}
	if d.Reverses > b.head.Sequence {
		return fmt.Errorf("%w: %s reverses transaction %d, the journal ends at %d", ledger.ErrInvalid, key, d.Reverses, b.head.Sequence)
	}
	if b.stream != nil {
		b.stream <- sealedDraft{Transaction: &ledger.Transaction{Draft: *d, Sequence: b.head.Sequence + 1}, key: key, ends: ends}
	}
	transaction, tile, head, err := b.head.Seal(*d)
	if err != nil {
		return err
	}
	t := &transaction
	moved, err := b.balances.Move(t)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	b.head = head
	sealed := sealedDraft{t, key, ends, moved}
	b.transactions = append(b.transactions, sealed)
	b.present[key] = t
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

// change is what a place has now, and what it moved on one day.
type change struct {
	id     int64
	of     *sealedDraft // the first that moved it on the day
	now    *ledger.Sum
	moved  *money.Balance
	stored bool // the table of days has it
}

func (c *change) asset() money.Asset { return c.moved.In.Asset() }

func (c *change) day() int64 { return int64(ledger.Day(c.of.Effective)) }

// wide is the column of that name of what a transaction moved.
func (t *sealedDraft) wide() int64 {
	if t.Wide() {
		return int64(t.Sequence)
	}
	return 0
}

// changes are everything that the sealed transactions moved, some of it more than once. What they were computed from is forgotten.
func (b *batch) changes() []change {
	postings := 0
	for _, t := range b.transactions {
		postings += len(t.Postings)
	}
	all := make([]change, 0, postings+1)
	for i := range b.transactions {
		t := &b.transactions[i]
		add := func(end int32, now *ledger.Sum, moved *money.Balance) {
			c := change{b.ids[end], t, now, moved, false}
			if !t.Wide() {
				at := ledger.Place{Account: b.used[end], Asset: c.asset()}
				_, c.stored = b.storedDays[ledger.DayPlace{Place: at, Day: ledger.Day(t.Effective)}]
			}
			all = append(all, c)
		}
		for j, m := range t.moved {
			if j == 0 || m.From != t.moved[j-1].From {
				add(t.ends[2*j], m.From, m.FromDay)
			}
			add(t.ends[2*j+1], m.To, m.ToDay)
		}
		t.moved = nil
	}
	b.balances = nil
	return all
}

// byPlace is the order of the table of balances, byDay that of the table of days.
func byPlace(x, y *change) int {
	return cmp.Or(cmp.Compare(x.id, y.id), compareAssets(x.asset(), y.asset()))
}

func byDay(x, y *change) int {
	return cmp.Or(cmp.Compare(x.of.wide(), y.of.wide()), compareAssets(x.asset(), y.asset()), cmp.Compare(x.id, y.id),
		cmp.Compare(x.day(), y.day()))
}

func compareAssets(x, y money.Asset) int {
	return cmp.Or(strings.Compare(x.Symbol(), y.Symbol()), cmp.Compare(x.Decimals(), y.Decimals()))
}
