package store

import (
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// load reads what sealing the drafts needs, with a fixed number of queries for every ten thousand values: the
// transactions whose keys are in the journal already, the ids of the accounts, and the balances and days that will move.
func (s *Store) load(tx *transaction, head ledger.Head, c *engine.Commit) (*batch, error) {
	drafts := c.Drafts
	postings := 0
	for i := range drafts {
		postings += len(drafts[i].Postings)
	}
	b := &batch{head: head, taken: c.Inputs, knownTiles: int64(head.Size() / ledger.TileWidth),
		present: map[string]*ledger.Transaction{}, storedDays: map[ledger.DayPlace]struct{}{},
		places: make(map[ledger.Account]int32, postings), keys: make([]string, len(drafts)), ends: make([][]int32, len(drafts))}
	for i := range drafts {
		b.keys[i] = drafts[i].Source.Key()
		b.use(i, drafts[i].Postings)
	}
	b.balances = ledger.NewBalancesFor(len(b.used))
	if len(drafts) == 0 {
		return b, nil
	}
	if err := s.loadPresent(tx, b.keys, b.present); err != nil {
		return nil, err
	}
	var err error
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

func (s *Store) loadPresent(tx *transaction, keys []string, into map[string]*ledger.Transaction) error {
	for part := range slices.Chunk(keys, chunk) {
		var found []int64
		if err := tx.Model(&journalRow{}).Where(s.dialect.texts("key", part)).Pluck("sequence", &found).Error; err != nil {
			return err
		}
		for some := range slices.Chunk(found, 1000) {
			present, err := s.transactions(tx.DB, some)
			if err != nil {
				return err
			}
			for _, t := range present {
				into[t.Source.Key()] = t
			}
		}
	}
	return nil
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

// loadDays reads the days that drafts will move which are not wide, and notes which there are.
func (s *Store) loadDays(tx *transaction, drafts []ledger.Draft, b *batch) error {
	var days []dayDeltaRow
	names := map[int64]ledger.Account{}
	for i := range drafts {
		if drafts[i].Wide() {
			continue // what it moves cannot be there yet
		}
		for line := range drafts[i].Postings {
			asset := drafts[i].Postings[line].Amount.Asset()
			for _, end := range b.ends[i][2*line : 2*line+2] {
				if id := b.ids[end]; id != 0 {
					names[id] = b.used[end]
					days = append(days, dayDeltaRow{Asset: asset.Symbol(), Decimals: int16(asset.Decimals()), Account: id,
						Day: int64(ledger.Day(drafts[i].Effective))})
				}
			}
		}
	}
	slices.SortFunc(days, compareDays)
	days = slices.Compact(days)
	for part := range slices.Chunk(days, 10*chunk) {
		err := dayDeltaRows(s.dialect.days(tx.DB, part), func(r *dayDeltaRow) error {
			held, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
			if err != nil {
				return ledger.Differs("day_delta", r.name(), "%v", err)
			}
			at := ledger.DayPlace{Place: ledger.Place{Account: names[r.Account], Asset: held.In.Asset()}, Day: uint64(r.Day)}
			b.balances.Days[at] = &held
			b.storedDays[at] = struct{}{}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
