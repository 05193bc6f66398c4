package store

import (
	"iter"
	"slices"
	"sync"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// load reads what sealing the drafts needs, with a fixed number of queries for every ten thousand values: with look the
// transactions that are in the journal already, the ids of the accounts, and the balances and days that will move.
func (s *Store) load(tx *transaction, head ledger.Head, c *engine.Commit, look bool) (*batch, error) {
	drafts := c.Drafts
	postings := 0
	for i := range drafts {
		postings += len(drafts[i].Postings)
	}
	b := &batch{head: head, taken: c.Inputs, knownTiles: int64(head.Size() / ledger.TileWidth),
		present: make(map[ledger.Source]*ledger.Transaction, len(drafts)),
		places:  make(map[ledger.Account]int32, postings), ends: make([][]int32, len(drafts))}
	for i := range drafts {
		b.use(i, drafts[i].Postings)
	}
	b.held = make([]*holding, len(b.used))
	if len(drafts) == 0 {
		return b, nil
	}
	var err error
	if look {
		if err = s.loadPresent(tx, drafts, b.present); err != nil {
			return nil, err
		}
	}
	if b.ids, err = s.identify(tx.DB, b.used); err != nil {
		return nil, err
	}
	if b.lastID, err = lastAccount(tx.DB); err != nil {
		return nil, err
	}
	b.knownID = b.lastID
	if err := s.loadAgreed(tx, b); err != nil {
		return nil, err
	}
	b.places = nil // every posting has its two by now, and of a million accounts it is large
	return b, s.loadDays(tx, drafts, b)
}

// loadPresent finds the transactions of the drafts' sources.
func (s *Store) loadPresent(tx *transaction, drafts []ledger.Draft, into map[ledger.Source]*ledger.Transaction) error {
	for part := range slices.Chunk(drafts, chunk) {
		found, err := s.sequencesOf(tx.DB, sourcesOf(part))
		if err != nil {
			return err
		}
		for some := range slices.Chunk(found, 1000) {
			present, err := s.transactions(tx.DB, some)
			if err != nil {
				return err
			}
			for _, t := range present {
				into[t.Source] = t
			}
		}
	}
	return nil
}

// issuer is who gave the references of sources: a job or an operator.
type issuer struct {
	origin ledger.Origin
	name   string
}

func sourcesOf(drafts []ledger.Draft) iter.Seq[*ledger.Source] {
	return func(yield func(*ledger.Source) bool) {
		for i := range drafts {
			if !yield(&drafts[i].Source) {
				return
			}
		}
	}
}

// sequencesOf finds the transactions of sources by the indexes of their columns. Among them may be others of the same references, or of
// the chain's transactions that logs are of.
func (s *Store) sequencesOf(tx *gorm.DB, sources iter.Seq[*ledger.Source]) (sequences []int64, err error) {
	var hashes []ledger.Hash
	references := map[issuer][]string{}
	seen := map[ledger.Hash]bool{}
	for source := range sources {
		switch {
		case source.Origin != ledger.FromChain:
			by := issuer{source.Origin, source.Name}
			references[by] = append(references[by], source.Reference)
		case !seen[source.TxHash]:
			seen[source.TxHash] = true
			hashes = append(hashes, source.TxHash)
		}
	}
	add := func(where *gorm.DB) error {
		var found []int64
		err := where.Model(&journalRow{}).Pluck("sequence", &found).Error
		sequences = append(sequences, found...)
		return err
	}
	if len(hashes) > 0 {
		err = add(tx.Where("origin = 'evm'").Where(s.dialect.hashes("tx_hash", hashes)))
	}
	for by, of := range references {
		if err == nil {
			err = add(tx.Where("origin <> 'evm' AND origin = ? AND name = ?", string(by.origin), by.name).Where(s.dialect.texts("reference", of)))
		}
	}
	return sequences, err
}

// loadBalances reads the balances of accounts, whose ids are in order, in order of the accounts: when they are many and lie close
// together, by reading all between the first and the last of them.
func loadBalances(tx *transaction, d dialect, ids []int64, visit func(*balanceRow) error) error {
	if n := len(ids); n > chunk && (ids[n-1]-ids[0])/8 < int64(n) {
		return balanceRows(tx.Where("account >= ? AND account <= ?", ids[0], ids[n-1]).Order("account"), visit)
	}
	for part := range slices.Chunk(ids, chunk) {
		if err := balanceRows(tx.Where(d.numbers("account", part)).Order("account"), visit); err != nil {
			return err
		}
	}
	return nil
}

// loadDays reads the days that drafts will move which are not wide.
func (s *Store) loadDays(tx *transaction, drafts []ledger.Draft, b *batch) error {
	var wanted []dayRow
	for i := range drafts {
		if drafts[i].Wide() {
			continue // what it moves cannot be there yet
		}
		number := int64(ledger.Day(drafts[i].Effective))
		for j, place := range b.ends[i] {
			if id := b.ids[place]; id != 0 {
				if of, made := b.on(b.holding(place, drafts[i].Postings[j/2].Amount.Asset()), 0, number); made {
					wanted = append(wanted, dayRow{id, of})
				}
			}
		}
	}
	wanted = s.lately.fill(&b.head, wanted)
	slices.SortFunc(wanted, byDay)
	for len(wanted) > 0 {
		asset, n := wanted[0].In.Asset(), 1
		for n < len(wanted) && n < 10*chunk && wanted[n].In.Asset() == asset {
			n++
		}
		if err := loadDaysOf(s.dialect.days(tx.DB, asset, wanted[:n]), asset, wanted[:n]); err != nil {
			return err
		}
		wanted = wanted[n:]
	}
	return nil
}

// lately has the rows of the newest day that this process wrote, as they are in books with a head: a sync goes on from them in commit after
// commit, and would look each up again. It is safe for concurrent use.
type lately struct {
	mu   sync.Mutex
	head ledger.Hash
	day  int64
	rows map[rowOfDay]money.Balance
}

// rowOfDay is a row of the table of days, of which the day is known.
type rowOfDay struct {
	account int64
	asset   money.Asset
}

// lateRows bounds lately: about 20 MB.
const lateRows = 100_000

// fill fills in the rows that are known, and returns the others.
func (l *lately) fill(head *ledger.Head, wanted []dayRow) (others []dayRow) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.head != head.Hash {
		return wanted
	}
	for _, r := range wanted {
		known, ok := l.rows[rowOfDay{r.id, r.In.Asset()}]
		if ok = ok && r.day.day == l.day; ok {
			r.Balance, r.stored = known, true
		} else {
			others = append(others, r)
		}
	}
	return others
}

// committed takes in what a batch wrote into books that had a head.
func (l *lately) committed(before *ledger.Head, b *batch) {
	l.mu.Lock()
	defer l.mu.Unlock()
	newest, unknown := l.day, len(b.transactions) > 0 && len(b.days) == 0
	for i := range b.days {
		newest = max(newest, b.days[i].day.day)
	}
	if l.rows == nil || l.head != before.Hash || newest != l.day || unknown || len(l.rows)+len(b.days) > lateRows {
		l.day, l.rows = newest, map[rowOfDay]money.Balance{}
	}
	l.head = b.head.Hash
	for i := range b.days {
		if r := &b.days[i]; r.wide == 0 && r.day.day == newest {
			l.rows[rowOfDay{r.id, r.In.Asset()}] = r.Balance
		}
	}
}

// loadDaysOf reads days of one asset that are in order.
func loadDaysOf(tx *gorm.DB, asset money.Asset, of []dayRow) error {
	rows, err := tx.Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	var r dayDeltaRow
	key := dayRow{day: &day{Balance: money.NewBalance(asset)}}
	for rows.Next() {
		if err := rows.Scan(&key.id, &key.day.day, (*string)(&r.Incoming), (*string)(&r.Outgoing)); err != nil {
			return err
		}
		r.Account, r.Day, r.Asset = key.id, key.day.day, asset.Symbol()
		moved, err := readBalance(r.Asset, int16(asset.Decimals()), r.Incoming, r.Outgoing)
		if err != nil {
			return ledger.Differs("day_delta", r.name(), "%v", err)
		}
		if at, asked := slices.BinarySearchFunc(of, key, byDay); asked {
			of[at].Balance, of[at].stored = moved, true
		}
	}
	return rows.Err()
}
