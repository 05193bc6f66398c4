package store

import (
	"maps"
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
		accounts: make(map[ledger.Account]int64, postings), keys: make([]string, len(drafts))}
	for i := range drafts {
		b.keys[i] = drafts[i].Source.Key()
		eachDayPlace(&drafts[i], 0, func(at ledger.DayPlace) {
			if _, ok := b.accounts[at.Account]; !ok {
				b.accounts[at.Account] = 0
				b.used = append(b.used, at.Account)
			}
		})
	}
	b.balances = ledger.NewBalancesFor(len(b.used))
	if len(drafts) == 0 {
		return b, nil
	}
	if err := s.loadPresent(tx, b.keys, b.present); err != nil {
		return nil, err
	}
	if err := s.identify(tx.DB, b.used, b.accounts); err != nil {
		return nil, err
	}
	var err error
	if b.lastID, err = lastAccount(tx.DB); err != nil {
		return nil, err
	}
	b.knownID = b.lastID
	names := map[int64]ledger.Account{}
	var days []change
	for i := range drafts {
		wide := drafts[i].IsWide() // what it moves cannot be there yet
		eachDayPlace(&drafts[i], 0, func(at ledger.DayPlace) {
			if id := b.accounts[at.Account]; id != 0 {
				names[id] = at.Account
				if !wide {
					days = append(days, change{id, at})
				}
			}
		})
	}
	slices.SortFunc(days, byDay)
	if err := s.loadBalances(tx, names, b.balances); err != nil {
		return nil, err
	}
	if err := s.agreeLoaded(tx, b, names); err != nil {
		return nil, err
	}
	return b, s.loadDays(tx, names, slices.CompactFunc(days, func(x, y change) bool { return byDay(x, y) == 0 }), b)
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

// loadBalances reads the balances of the named accounts: when they are many and lie close together, by reading all between
// the first and the last of them.
func (s *Store) loadBalances(tx *transaction, names map[int64]ledger.Account, into *ledger.Balances) error {
	ids := slices.Sorted(maps.Keys(names))
	visit := func(r *balanceRow) error {
		account, ok := names[r.Account]
		if !ok {
			return nil
		}
		b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
		if err != nil {
			return ledger.Differs("balance", r.name(), "%v", err)
		}
		into.Now[ledger.Place{Account: account, Asset: b.In.Asset()}] = &b
		return nil
	}
	if n := len(ids); n > chunk && (ids[n-1]-ids[0])/8 < int64(n) {
		return balanceRows(tx.Where("account >= ? AND account <= ?", ids[0], ids[n-1]), visit)
	}
	for part := range slices.Chunk(ids, chunk) {
		if err := balanceRows(tx.Where(s.dialect.numbers("account", part)), visit); err != nil {
			return err
		}
	}
	return nil
}

// loadDays reads the days that transactions which are not wide will move, and notes which there are.
func (s *Store) loadDays(tx *transaction, names map[int64]ledger.Account, days []change, b *batch) error {
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
