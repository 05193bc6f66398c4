package store

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// batch is what one database transaction adds to the journal, computed in memory before anything is written.
type batch struct {
	head     ledger.Head
	balances *ledger.Balances
	present  map[string]*ledger.Transaction // by key: in the journal before, or sealed in this batch
	sealed   []sealed
	stream   chan<- sealed // where what is sealed goes at once, or nil
	days     []ledger.Checkpoint
	accounts map[ledger.Account]int64 // ids of the accounts that the drafts name; 0 has none yet
	knownID  int64                    // the last id that was given before this batch
	lastID   int64
	added    []ledger.Account // those that got their id here, in order
}

// sealed is a transaction of the batch and its key.
type sealed struct {
	*ledger.Transaction
	key string
}

// seal books the parties' drafts in order. With one party its error is returned; with several, each keeps its own and
// leaves no trace in the batch.
func (b *batch) seal(parties []*party) error {
	for _, p := range parties {
		if len(parties) == 1 {
			return b.party(p)
		}
		mark := b.mark(p)
		if p.err = b.party(p); p.err != nil {
			b.rewind(mark)
		}
	}
	return nil
}

func (b *batch) party(p *party) error {
	for i := range p.drafts {
		if err := b.draft(&p.drafts[i], p.keys[i]); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) draft(d *ledger.Draft, key string) error {
	if t, ok := b.present[key]; ok {
		if t.SameContent(d) {
			return nil
		}
		return fmt.Errorf("%w: %s is transaction %d", engine.ErrKeyTaken, key, t.Sequence)
	}
	if err := storable(d); err != nil {
		return err
	}
	if d.Reverses > b.head.Sequence {
		return fmt.Errorf("%w: %s reverses transaction %d, the journal ends at %d", ledger.ErrInvalid, key, d.Reverses, b.head.Sequence)
	}
	transaction, day, head, err := b.head.Seal(*d)
	if err != nil {
		return err
	}
	t := &transaction
	if err := b.balances.Apply(t); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	b.head = head
	b.sealed = append(b.sealed, sealed{t, key})
	b.present[key] = t
	if day != nil {
		b.days = append(b.days, *day)
	}
	for i := range t.Postings {
		b.identify(t.Postings[i].From)
		b.identify(t.Postings[i].To)
	}
	if b.stream != nil {
		b.stream <- sealed{t, key}
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

// mark is what a batch was before a party's drafts.
type mark struct {
	head                ledger.Head
	lastID              int64
	sealed, days, added int
	now                 map[ledger.Place]*money.Balance // nil where there was none
	delta               map[ledger.DayPlace]*money.Balance
}

func (b *batch) mark(p *party) mark {
	m := mark{b.head, b.lastID, len(b.sealed), len(b.days), len(b.added), map[ledger.Place]*money.Balance{}, map[ledger.DayPlace]*money.Balance{}}
	touched(p.drafts, func(at ledger.DayPlace) {
		m.now[at.Place], m.delta[at] = held(b.balances.Now, at.Place), held(b.balances.Days, at)
	})
	return m
}

// rewind undoes everything since the mark.
func (b *batch) rewind(m mark) {
	for _, t := range b.sealed[m.sealed:] {
		delete(b.present, t.key)
	}
	for _, a := range b.added[m.added:] {
		b.accounts[a] = 0
	}
	b.head, b.lastID, b.sealed, b.days, b.added = m.head, m.lastID, b.sealed[:m.sealed], b.days[:m.days], b.added[:m.added]
	restore(b.balances.Now, m.now)
	restore(b.balances.Days, m.delta)
}

func held[K comparable](in map[K]money.Balance, at K) *money.Balance {
	if v, ok := in[at]; ok {
		return &v
	}
	return nil
}

func restore[K comparable](in map[K]money.Balance, before map[K]*money.Balance) {
	for at, v := range before {
		if v == nil {
			delete(in, at)
		} else {
			in[at] = *v
		}
	}
}

// touched visits every place and day that the drafts' postings move, some of them more than once.
func touched(drafts []ledger.Draft, visit func(ledger.DayPlace)) {
	for i := range drafts {
		day := ledger.Day(drafts[i].Effective)
		for j := range drafts[i].Postings {
			p := &drafts[i].Postings[j]
			visit(ledger.DayPlace{Place: ledger.Place{Account: p.From, Asset: p.Amount.Asset()}, Day: day})
			visit(ledger.DayPlace{Place: ledger.Place{Account: p.To, Asset: p.Amount.Asset()}, Day: day})
		}
	}
}

// idPlace is a place, and a day where one matters, with its account's id.
type idPlace struct {
	id int64
	ledger.DayPlace
}

// places are the keys of the present balances in the order of their table.
func (b *batch) places() []idPlace {
	at := make([]idPlace, 0, len(b.balances.Now))
	for place := range b.balances.Now {
		at = append(at, idPlace{b.accounts[place.Account], ledger.DayPlace{Place: place}})
	}
	slices.SortFunc(at, idPlace.compare)
	return at
}

func (b *batch) dayPlaces() []idPlace {
	at := make([]idPlace, 0, len(b.balances.Days))
	for place := range b.balances.Days {
		at = append(at, idPlace{b.accounts[place.Account], place})
	}
	slices.SortFunc(at, idPlace.compare)
	return at
}

func (x idPlace) compare(y idPlace) int {
	return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(x.Day, y.Day),
		cmp.Compare(x.Asset.Symbol(), y.Asset.Symbol()), cmp.Compare(x.Asset.Decimals(), y.Asset.Decimals()))
}
