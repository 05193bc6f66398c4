package store

import (
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
)

var balanceTable = table{"balance", 3, []column{
	{"account", whole}, {"asset", text}, {"decimals", small}, {"incoming", units}, {"outgoing", units}},
	[]string{"asset", "decimals", "outgoing"}}

var dayDeltaTable = table{"day_delta", 5, []column{
	{"wide", whole}, {"asset", text}, {"decimals", small}, {"account", whole}, {"day", whole}, {"incoming", units}, {"outgoing", units}},
	[]string{"wide", "asset", "decimals", "day", "outgoing"}}

// writeBatch writes what was sealed, every table in bulk, but accounts and journal, which are written while it is sealed.
func writeBatch(tx *transaction, b *batch) error {
	writes := []func(*transaction, *batch) error{writeInputs, writeTiles}
	if len(b.transactions) > 0 {
		writes = append(writes, writePostings, writeMoved)
	}
	for _, write := range writes {
		if err := write(tx, b); err != nil {
			return err
		}
	}
	return nil
}

func writeAccounts(tx *transaction, b *batch) error {
	return tx.insert(accountTable, rowsOf(len(b.added), func(i int, into []any) {
		r := accountRow{ID: b.knownID + 1 + int64(i), Path: b.added[i].String()}
		into[0], into[1], into[2] = r.ID, r.Path, r.seal()
	}))
}

func writePostings(tx *transaction, b *batch) error {
	at, line := 0, 0
	var from ledger.Account // of the posting before, which often has the same
	var id int64
	return tx.insert(postingTable, func(into []any) bool {
		for at < len(b.transactions) && line == len(b.transactions[at].Postings) {
			at, line = at+1, 0
		}
		if at == len(b.transactions) {
			return false
		}
		t := b.transactions[at]
		p := &t.Postings[line]
		if p.From != from {
			from, id = p.From, b.accounts[p.From]
		}
		into[0], into[1], into[2], into[3] = int64(t.Sequence), int64(line), id, b.accounts[p.To]
		into[4], into[5], into[6], into[7] = p.Amount.Asset().Symbol(), int16(p.Amount.Asset().Decimals()), p.Amount, t.Effective.Unix()
		into[8] = int64(t.Wide())
		line++
		return true
	})
}

// writeMoved writes balances and days in the order of their tables. Those that cannot be there yet are inserted, which
// costs half as much as an upsert.
func writeMoved(tx *transaction, b *batch) error {
	all := b.changes()
	slices.SortFunc(all, byPlace)
	// Sorted by place, what one account moved on several days stands together.
	places := slices.CompactFunc(slices.Clone(all), func(x, y change) bool { return byPlace(x, y) == 0 })
	if err := writeRows(tx, balanceTable, places, func(m *change) bool { return m.id > b.knownID }, func(m *change, into []any) {
		now := b.balances.Now[m.Place]
		into[0], into[1], into[2], into[3], into[4] = m.id, m.Asset.Symbol(), int16(m.Asset.Decimals()), now.In, now.Out
	}); err != nil {
		return err
	}
	slices.SortFunc(all, byDay)
	days := slices.CompactFunc(all, func(x, y change) bool { return byDay(x, y) == 0 })
	return writeRows(tx, dayDeltaTable, days, func(m *change) bool { _, there := b.storedDays[m.DayPlace]; return !there },
		func(m *change, into []any) {
			day := b.balances.Days[m.DayPlace]
			into[0], into[1], into[2], into[3] = int64(m.Wide), m.Asset.Symbol(), int16(m.Asset.Decimals()), m.id
			into[4], into[5], into[6] = int64(m.Day), day.In, day.Out
		})
}

// writeRows inserts the rows that are new and upserts the others.
func writeRows(tx *transaction, t table, rows []change, fresh func(*change) bool, fill func(*change, []any)) error {
	those := func(want bool) rowSource {
		i := -1
		return func(into []any) bool {
			for i++; i < len(rows); i++ {
				if fresh(&rows[i]) == want {
					fill(&rows[i], into)
					return true
				}
			}
			return false
		}
	}
	if err := tx.upsert(t, those(false)); err != nil {
		return err
	}
	return tx.insert(t, those(true))
}
