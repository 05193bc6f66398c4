package store

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// batch is what one database transaction adds to the journal, computed in memory before anything is written.
type batch struct {
	head         ledger.Head
	balances     *ledger.Balances
	storedDays   map[ledger.DayPlace]struct{}   // the days that the table has and the drafts move
	present      map[string]*ledger.Transaction // by key: in the journal before, or sealed in this batch
	transactions []sealedDraft
	stream       chan<- sealedDraft       // where what is sealed goes at once, or nil
	taken        []engine.Taken           // inputs that are not sealed yet
	inputs       []inputRow               // sealed in this batch
	knownTiles   int64                    // whole tiles before this batch
	tiles        []ledger.Hash            // the roots of those that this batch completed
	keys         []string                 // of the drafts
	accounts     map[ledger.Account]int64 // ids of the accounts that the drafts name; 0 has none yet
	used         []ledger.Account         // those accounts in the order of their first use
	identified   bool                     // all of them have ids: nothing can be refused alone
	knownID      int64                    // the last id that was given before this batch
	lastID       int64
	added        []ledger.Account // those that got their id here, in order
}

// sealedDraft is a transaction of the batch and its key.
type sealedDraft struct {
	*ledger.Transaction
	key string
}

// seal books inputs and drafts in order.
func (b *batch) seal(drafts []ledger.Draft) error {
	for i := range drafts {
		b.take(i)
		if err := b.draft(&drafts[i], b.keys[i]); err != nil {
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

func (b *batch) draft(d *ledger.Draft, key string) error {
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
	transaction, tile, head, err := b.head.Seal(*d)
	if err != nil {
		return err
	}
	t := &transaction
	if err := b.balances.Apply(t); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	b.head = head
	b.transactions = append(b.transactions, sealedDraft{t, key})
	b.present[key] = t
	b.complete(tile)
	for i := 0; i < len(t.Postings) && !b.identified; i++ {
		b.identify(t.Postings[i].From)
		b.identify(t.Postings[i].To)
	}
	if b.stream != nil {
		b.stream <- sealedDraft{t, key}
	}
	return nil
}

// identify gives an account that is used for the first time the next id.
func (b *batch) identify(a ledger.Account) {
	if b.accounts[a] == 0 {
		b.lastID++
		b.accounts[a] = b.lastID
		b.added = append(b.added, a)
	}
}

// name gives every account that the drafts name an id, in the order in which sealing all of them would.
func (b *batch) name() {
	for _, a := range b.used {
		b.identify(a)
	}
	b.identified = true
}

// eachDayPlace visits every place and day that a draft's postings move, some of them more than once; wide is that of its transaction.
func eachDayPlace(d *ledger.Draft, wide uint64, visit func(ledger.DayPlace)) {
	day := ledger.Day(d.Effective)
	var last ledger.Place // many postings in a row give from one account, a pool's
	for i := range d.Postings {
		p := &d.Postings[i]
		from := ledger.Place{Account: p.From, Asset: p.Amount.Asset()}
		if from != last {
			visit(ledger.DayPlace{Place: from, Day: day, Wide: wide})
			last = from
		}
		visit(ledger.DayPlace{Place: ledger.Place{Account: p.To, Asset: p.Amount.Asset()}, Day: day, Wide: wide})
	}
}

// change is a place that the batch moved, on one day.
type change struct {
	id int64
	ledger.DayPlace
}

// changes are everything that the sealed transactions moved, some of it more than once.
func (b *batch) changes() []change {
	postings := 0
	for _, t := range b.transactions {
		postings += len(t.Postings)
	}
	all := make([]change, 0, postings+1)
	for _, t := range b.transactions {
		eachDayPlace(&t.Draft, t.Wide(), func(at ledger.DayPlace) { all = append(all, change{b.accounts[at.Account], at}) })
	}
	return all
}

// byPlace is the order of the table of balances, byDay that of the table of days.
func byPlace(x, y change) int {
	return cmp.Or(cmp.Compare(x.id, y.id), strings.Compare(x.Asset.Symbol(), y.Asset.Symbol()),
		cmp.Compare(x.Asset.Decimals(), y.Asset.Decimals()))
}

func byDay(x, y change) int {
	return cmp.Or(cmp.Compare(x.Wide, y.Wide), strings.Compare(x.Asset.Symbol(), y.Asset.Symbol()),
		cmp.Compare(x.Asset.Decimals(), y.Asset.Decimals()), cmp.Compare(x.id, y.id), cmp.Compare(x.Day, y.Day))
}
