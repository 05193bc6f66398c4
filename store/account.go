package store

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
)

var accountTable = table{"account", 1, []column{{"id", whole}, {"path", text}, {"digest", blob}}, nil}

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
func (s *Store) identify(tx *gorm.DB, accounts []ledger.Account, ids map[ledger.Account]int64) error {
	var missing []ledger.Account
	s.accounts.mu.RLock()
	for _, a := range accounts {
		if id, ok := s.accounts.ids[a]; ok {
			ids[a] = id
		} else {
			missing = append(missing, a)
		}
	}
	s.accounts.mu.RUnlock()
	if len(missing) == 0 {
		return nil
	}
	find := s.findEach
	if len(missing) > chunk {
		// The table and its index are read in order of path, so that each page is read once.
		slices.SortFunc(missing, func(a, b ledger.Account) int { return strings.Compare(a.String(), b.String()) })
		last, err := lastAccount(tx)
		if err != nil {
			return err
		}
		if last/8 < int64(len(missing)) {
			find = s.findAmongAll
		}
	}
	found := map[ledger.Account]int64{}
	if err := find(tx, missing, func(a ledger.Account, id int64) {
		ids[a] = id
		if len(missing) <= remembered {
			found[a] = id
		}
	}); err != nil {
		return err
	}
	s.accounts.remember(found)
	return nil
}

// findEach looks each account up.
func (s *Store) findEach(tx *gorm.DB, accounts []ledger.Account, found func(ledger.Account, int64)) error {
	for part := range slices.Chunk(accounts, chunk) {
		paths := make([]string, len(part))
		for i, a := range part {
			paths[i] = a.String()
		}
		var rows []accountRow
		if err := tx.Where(s.dialect.texts("path", paths)).Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			a, err := r.account()
			if err != nil {
				return err
			}
			found(a, r.ID)
		}
	}
	return nil
}

// findAmongAll reads every account between the first and the last of those wanted, which are in order of path. Of many
// accounts that is faster than to look each up.
func (s *Store) findAmongAll(tx *gorm.DB, accounts []ledger.Account, found func(ledger.Account, int64)) error {
	rows, err := tx.Raw("SELECT id, path FROM account WHERE path >= ? AND path <= ? ORDER BY path",
		accounts[0].String(), accounts[len(accounts)-1].String()).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	var id int64
	var path sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&id, &path); err != nil {
			return err
		}
		for len(accounts) > 0 && accounts[0].String() < string(path) {
			accounts = accounts[1:]
		}
		if len(accounts) > 0 && accounts[0].String() == string(path) {
			found(accounts[0], id)
		}
	}
	return rows.Err()
}

// lastAccount is the highest id that was given, or 0.
func lastAccount(tx *gorm.DB) (last int64, err error) {
	err = tx.Model(&accountRow{}).Select("COALESCE(max(id), 0)").Scan(&last).Error
	return last, err
}

// readNames finds the accounts that have the ids.
func (s *Store) readNames(tx *gorm.DB, wanted map[int64]ledger.Account) error {
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
	ids := map[ledger.Account]int64{}
	err := s.identify(tx, []ledger.Account{a}, ids)
	return ids[a], err
}
