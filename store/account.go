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

// identify finds the ids of accounts, 0 of those that have none.
func (s *Store) identify(tx *gorm.DB, accounts []ledger.Account) ([]int64, error) {
	ids := make([]int64, len(accounts))
	var missing []int // places in accounts
	s.accounts.mu.RLock()
	for i, a := range accounts {
		if ids[i] = s.accounts.ids[a]; ids[i] == 0 {
			missing = append(missing, i)
		}
	}
	s.accounts.mu.RUnlock()
	if len(missing) == 0 {
		return ids, nil
	}
	find := s.findEach
	if len(missing) > chunk {
		// The table and its index are read in order of path, so that each page is read once.
		slices.SortFunc(missing, func(a, b int) int { return strings.Compare(accounts[a].String(), accounts[b].String()) })
		last, err := lastAccount(tx)
		if err != nil {
			return nil, err
		}
		if last/8 < int64(len(missing)) {
			find = s.findAmongAll
		}
	}
	if err := find(tx, accounts, missing, ids); err != nil || len(missing) > remembered {
		return ids, err
	}
	found := make(map[ledger.Account]int64, len(missing))
	for _, i := range missing {
		if ids[i] != 0 {
			found[accounts[i]] = ids[i]
		}
	}
	s.accounts.remember(found)
	return ids, nil
}

// findEach looks each of those accounts up that are at some places.
func (s *Store) findEach(tx *gorm.DB, accounts []ledger.Account, places []int, ids []int64) error {
	for part := range slices.Chunk(places, chunk) {
		paths, at := make([]string, len(part)), make(map[string]int, len(part))
		for i, place := range part {
			paths[i] = accounts[place].String()
			at[paths[i]] = place
		}
		var rows []accountRow
		if err := tx.Where(s.dialect.texts("path", paths)).Find(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			if _, err := r.account(); err != nil {
				return err
			}
			if place, asked := at[r.Path]; asked {
				ids[place] = r.ID
			}
		}
	}
	return nil
}

// findAmongAll reads every account between the first and the last of those at places that are in order of path. Of many accounts
// that is faster than to look each up.
func (s *Store) findAmongAll(tx *gorm.DB, accounts []ledger.Account, places []int, ids []int64) error {
	rows, err := tx.Raw("SELECT id, path FROM account WHERE path >= ? AND path <= ? ORDER BY path",
		accounts[places[0]].String(), accounts[places[len(places)-1]].String()).Rows()
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
		for len(places) > 0 && accounts[places[0]].String() < string(path) {
			places = places[1:]
		}
		if len(places) > 0 && accounts[places[0]].String() == string(path) {
			ids[places[0]] = id
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
	ids, err := s.identify(tx, []ledger.Account{a})
	if err != nil {
		return 0, err
	}
	return ids[0], nil
}
