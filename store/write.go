package store

var balanceTable = table{"balance", 3, []column{
	{"account", whole}, {"asset", text}, {"decimals", small}, {"incoming", units}, {"outgoing", units}},
	[]string{"asset", "decimals", "outgoing"}}

var dayDeltaTable = table{"day_delta", 5, []column{
	{"wide", whole}, {"asset", text}, {"decimals", small}, {"account", whole}, {"day", whole}, {"incoming", units}, {"outgoing", units}},
	[]string{"wide", "asset", "decimals", "day", "outgoing"}}

// writeBatch writes what was sealed, every table in bulk, but accounts, journal and postings, which are written while it is sealed.
func writeBatch(tx *transaction, b *batch) error {
	writes := []func(*transaction, *batch) error{writeInputs, writeTiles}
	if len(b.transactions) > 0 {
		writes = append(writes, writeMoved)
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
		r := accountRow{ID: b.knownID + 1 + int64(i), Path: b.used[b.added[i]].String()}
		into[0], into[1], into[2] = r.ID, r.Path, r.seal()
	}))
}

func writeJournal(tx *transaction, b *batch) error {
	return tx.insert(journalTable, rowsOf(len(b.transactions), func(i int, into []any) { fillJournal(b.transactions[i], into) }))
}

// writePostings writes the postings of the transactions that next gives, of which only the hashes may be missing yet.
func writePostings(tx *transaction, b *batch, next func() (sealedDraft, bool)) error {
	var t sealedDraft
	line, more := 0, true
	return tx.insert(postingTable, func(into []any) bool {
		for t.Transaction == nil || line == len(t.Postings) {
			if t, more = next(); !more {
				return false
			}
			line = 0
		}
		p := &t.Postings[line]
		into[0], into[1], into[2], into[3] = int64(t.Sequence), int64(line), b.ids[t.ends[2*line]], b.ids[t.ends[2*line+1]]
		into[4], into[5], into[6], into[7] = p.Amount.Asset().Symbol(), int16(p.Amount.Asset().Decimals()), p.Amount, t.Effective.Unix()
		into[8] = t.wide()
		line++
		return true
	})
}

// writeMoved writes balances and days in the order of their tables. Those that cannot be there yet are inserted, which
// costs half as much.
func writeMoved(tx *transaction, b *batch) error {
	held, days := b.changes()
	if len(days) <= lateRows {
		b.days = days
	}
	if err := writeRows(tx, balanceTable, held, func(r *heldRow) bool { return r.stored }, func(r *heldRow, into []any) {
		into[0], into[1], into[2], into[3], into[4] = r.id, r.asset().Symbol(), int16(r.asset().Decimals()), r.In, r.Out
	}); err != nil {
		return err
	}
	return writeRows(tx, dayDeltaTable, days, func(r *dayRow) bool { return r.stored }, func(r *dayRow, into []any) {
		asset := r.In.Asset()
		into[0], into[1], into[2], into[3], into[4] = r.wide, asset.Symbol(), int16(asset.Decimals()), r.id, r.day.day
		into[5], into[6] = r.In, r.Out
	})
}

// writeRows inserts the rows that are new and replaces the others.
func writeRows[R any](tx *transaction, t table, rows []R, stored func(*R) bool, fill func(*R, []any)) error {
	those := func(want bool) rowSource {
		i := -1
		return func(into []any) bool {
			for i++; i < len(rows); i++ {
				if stored(&rows[i]) == want {
					fill(&rows[i], into)
					return true
				}
			}
			return false
		}
	}
	if err := tx.replace(t, those(true)); err != nil {
		return err
	}
	return tx.insert(t, those(false))
}
