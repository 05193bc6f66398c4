package store

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
)

var accountTable = table{"account", 1, []column{{"id", whole}, {"path", text}, {"digest", blob}}}

// dictionary remembers ids of accounts that are committed. Rows of account never change, so what it knows stays true
// whoever writes; it forgets everything when it grows too large.
type dictionary struct {
	mu   sync.RWMutex
	ids  map[ledger.Account]int64
	byID map[int64]ledger.Account
}

// remembered bounds the dictionary: about 40 MB.
const remembered = 200_000

func newDictionary() *dictionary {
	return &dictionary{ids: map[ledger.Account]int64{}, byID: map[int64]ledger.Account{}}
}

func (d *dictionary) remember(accounts map[ledger.Account]int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.ids)+len(accounts) > remembered {
		d.ids, d.byID = map[ledger.Account]int64{}, map[int64]ledger.Account{}
	}
	if len(accounts) > remembered {
		return
	}
	maps.Copy(d.ids, accounts)
	for a, id := range accounts {
		d.byID[id] = a
	}
}

// chunk is how many values one query asks for.
const chunk = 10_000

// identify finds the ids of those accounts that have one.
func (s *Store) identify(tx *gorm.DB, wanted map[ledger.Account]int64) error {
	var missing []string
	s.accounts.mu.RLock()
	for a := range wanted {
		if id, ok := s.accounts.ids[a]; ok {
			wanted[a] = id
		} else {
			missing = append(missing, a.String())
		}
	}
	s.accounts.mu.RUnlock()
	found := map[ledger.Account]int64{}
	for part := range slices.Chunk(missing, chunk) {
		var rows []accountRow
		if err := tx.Where(s.dialect.texts("path", part)).Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			a, err := r.account()
			if err != nil {
				return err
			}
			found[a] = r.ID
		}
	}
	s.accounts.remember(found)
	for a, id := range found {
		wanted[a] = id
	}
	return nil
}

// named finds the accounts that have the ids.
func (s *Store) named(tx *gorm.DB, wanted map[int64]ledger.Account) error {
	var missing []int64
	s.accounts.mu.RLock()
	for id := range wanted {
		if a, ok := s.accounts.byID[id]; ok {
			wanted[id] = a
		} else {
			missing = append(missing, id)
		}
	}
	s.accounts.mu.RUnlock()
	found := map[ledger.Account]int64{}
	for part := range slices.Chunk(missing, chunk) {
		var rows []accountRow
		if err := tx.Where(s.dialect.numbers("id", part)).Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			a, err := r.account()
			if err != nil {
				return err
			}
			wanted[r.ID], found[a] = a, r.ID
		}
	}
	s.accounts.remember(found)
	return nil
}

// account reads the row's path. The error is a *ledger.Difference.
func (r *accountRow) account() (ledger.Account, error) {
	a, err := ledger.ParseAccount(r.Path)
	if err != nil {
		return a, ledger.Differs("account", fmt.Sprintf("id %d", r.ID), "%v", err)
	}
	return a, nil
}

// findAccount is the id of one account, or 0.
func (s *Store) findAccount(tx *gorm.DB, a ledger.Account) (int64, error) {
	wanted := map[ledger.Account]int64{a: 0}
	err := s.identify(tx, wanted)
	return wanted[a], err
}
