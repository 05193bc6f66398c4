package store

import (
	"sort"

	"github.com/nodeledger/nodeledger/ledger"
)

var balanceTable = table{"balance", 3, []column{
	{"account", whole}, {"asset", text}, {"decimals", small}, {"incoming", units}, {"outgoing", units}}}

var dayDeltaTable = table{"day_delta", 4, []column{
	{"account", whole}, {"day", whole}, {"asset", text}, {"decimals", small}, {"incoming", units}, {"outgoing", units}}}

var checkpointTable = table{"checkpoint", 1, []column{
	{"day", whole}, {"first", whole}, {"last", whole}, {"root", blob}, {"previous", blob}, {"hash", blob}}}

// writeBatch writes what was sealed, every table in bulk, but the journal, which is written while it is sealed.
func writeBatch(tx *transaction, b *batch) error {
	if len(b.sealed) == 0 {
		return nil
	}
	for _, write := range []func(*transaction, *batch) error{writeAccounts, writePostings, writeBalances, writeDays, writeCheckpoints} {
		if err := write(tx, b); err != nil {
			return err
		}
	}
	return nil
}

func writeAccounts(tx *transaction, b *batch) error {
	return tx.insert(accountTable, counted(len(b.added), func(i int, into []any) {
		r := accountRow{ID: b.knownID + 1 + int64(i), Path: b.added[i].String()}
		into[0], into[1], into[2] = r.ID, r.Path, r.seal()
	}))
}

func writePostings(tx *transaction, b *batch) error {
	at, line := 0, 0
	return tx.insert(postingTable, func(into []any) bool {
		for at < len(b.sealed) && line == len(b.sealed[at].Postings) {
			at, line = at+1, 0
		}
		if at == len(b.sealed) {
			return false
		}
		t := b.sealed[at]
		p := &t.Postings[line]
		into[0], into[1], into[2], into[3] = int64(t.Sequence), int64(line), b.accounts[p.From], b.accounts[p.To]
		into[4], into[5], into[6], into[7] = p.Amount.Asset().Symbol(), int16(p.Amount.Asset().Decimals()), p.Amount, t.Effective.Unix()
		line++
		return true
	})
}

// writeBalances and writeDays write rows in the order of their tables. Those of accounts that are new come last and
// cannot be there yet, so they are inserted, which costs half as much as an upsert.
func writeBalances(tx *transaction, b *batch) error {
	at := b.places()
	known := sort.Search(len(at), func(i int) bool { return at[i].id > b.knownID })
	rows := func(at []idPlace) source {
		return counted(len(at), func(i int, into []any) {
			p := &at[i]
			now := b.balances.Now[p.Place]
			into[0], into[1], into[2], into[3], into[4] = p.id, p.Asset.Symbol(), int16(p.Asset.Decimals()), now.In, now.Out
		})
	}
	if err := tx.upsert(balanceTable, rows(at[:known])); err != nil {
		return err
	}
	return tx.insert(balanceTable, rows(at[known:]))
}

func writeDays(tx *transaction, b *batch) error {
	at := b.dayPlaces()
	known := sort.Search(len(at), func(i int) bool { return at[i].id > b.knownID })
	rows := func(at []idPlace) source {
		return counted(len(at), func(i int, into []any) {
			d := &at[i]
			moved := b.balances.Days[d.DayPlace]
			into[0], into[1], into[2], into[3] = d.id, int64(d.Day), d.Asset.Symbol(), int16(d.Asset.Decimals())
			into[4], into[5] = moved.In, moved.Out
		})
	}
	if err := tx.upsert(dayDeltaTable, rows(at[:known])); err != nil {
		return err
	}
	return tx.insert(dayDeltaTable, rows(at[known:]))
}

func writeCheckpoints(tx *transaction, b *batch) error {
	return tx.insert(checkpointTable, counted(len(b.days), func(i int, into []any) {
		r := storeCheckpoint(&b.days[i])
		into[0], into[1], into[2], into[3], into[4], into[5] = r.Day, r.First, r.Last, r.Root, r.Previous, r.Hash
	}))
}

func storeCheckpoint(c *ledger.Checkpoint) checkpointRow {
	return checkpointRow{int64(c.Day), int64(c.First), int64(c.Last), c.Root[:], c.Previous[:], c.Hash[:]}
}
