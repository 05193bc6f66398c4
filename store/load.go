package store

import (
	"maps"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
)

// load reads what sealing the drafts needs, with a fixed number of queries for every ten thousand values: the
// transactions whose keys are in the journal already, the ids of the accounts, and the balances and days that will move.
func (s *Store) load(tx *transaction, head ledger.Head, parties []*party) (*batch, error) {
	b := &batch{head: head, balances: ledger.NewBalances(), present: map[string]*ledger.Transaction{}, accounts: map[ledger.Account]int64{}}
	var keys []string
	days := map[ledger.Account]map[uint64]struct{}{}
	for _, p := range parties {
		p.keys = make([]string, len(p.drafts))
		for i := range p.drafts {
			p.keys[i] = p.drafts[i].Source.Key()
		}
		keys = append(keys, p.keys...)
		touched(p.drafts, func(at ledger.DayPlace) {
			of := days[at.Account]
			if of == nil {
				of = map[uint64]struct{}{}
				days[at.Account] = of
				b.accounts[at.Account] = 0
			}
			of[at.Day] = struct{}{}
		})
	}
	if len(keys) == 0 {
		return b, nil
	}
	if err := s.loadPresent(tx, keys, b.present); err != nil {
		return nil, err
	}
	if err := s.identify(tx.DB, b.accounts); err != nil {
		return nil, err
	}
	if err := tx.Model(&accountRow{}).Select("COALESCE(max(id), 0)").Scan(&b.lastID).Error; err != nil {
		return nil, err
	}
	b.knownID = b.lastID
	names := map[int64]ledger.Account{}
	var pairs [][2]int64
	for account, id := range b.accounts {
		if id == 0 {
			continue
		}
		names[id] = account
		for day := range days[account] {
			pairs = append(pairs, [2]int64{id, int64(day)})
		}
	}
	if err := s.loadBalances(tx, names, b.balances); err != nil {
		return nil, err
	}
	return b, s.loadDays(tx, names, pairs, b.balances)
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

func (s *Store) loadBalances(tx *transaction, names map[int64]ledger.Account, into *ledger.Balances) error {
	for part := range slices.Chunk(slices.Sorted(maps.Keys(names)), chunk) {
		err := balanceRows(tx.Where(s.dialect.numbers("account", part)), func(r *balanceRow) error {
			b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
			if err != nil {
				return ledger.Differs("balance", r.name(), "%v", err)
			}
			into.Now[ledger.Place{Account: names[r.Account], Asset: b.In.Asset()}] = b
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) loadDays(tx *transaction, names map[int64]ledger.Account, pairs [][2]int64, into *ledger.Balances) error {
	for part := range slices.Chunk(pairs, chunk) {
		err := dayDeltaRows(tx.Where(s.dialect.pairs("account", "day", part)), func(r *dayDeltaRow) error {
			b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
			if err != nil {
				return ledger.Differs("day_delta", r.name(), "%v", err)
			}
			into.Days[ledger.DayPlace{Place: ledger.Place{Account: names[r.Account], Asset: b.In.Asset()}, Day: uint64(r.Day)}] = b
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
