package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// position is a place in the order of an account's entries; its text is what Entries hands out to go on from.
type position struct{ effective, sequence, line int64 }

func (p position) String() string { return fmt.Sprintf("%d.%d.%d", p.effective, p.sequence, p.line) }

func readPosition(text string) (p position, err error) {
	if _, bad := fmt.Sscanf(text, "%d.%d.%d", &p.effective, &p.sequence, &p.line); bad != nil || p.String() != text {
		return p, fmt.Errorf("%.80q is not a place in a list of entries: start again without it", text)
	}
	return p, nil
}

// MaxEntries is the most entries of one page.
const MaxEntries = 10_000

// Entries are an account's postings by effective time and sequence, newest first, at most limit (and MaxEntries), after
// the cursor that the call before returned ("" at first). The cursor it returns is "" when there are no more. A posting
// that is booked later with an earlier effective time appears at its own place, also behind a cursor.
func (s *Store) Entries(ctx context.Context, account ledger.Account, after string, limit int) (entries []engine.Entry, next string,
	err error) {
	if limit < 1 {
		return nil, "", fmt.Errorf("a page of %d entries is none: ask for at least 1", limit)
	}
	limit = min(limit, MaxEntries)
	from := position{effective: 1 << 62}
	if after != "" {
		if from, err = readPosition(after); err != nil {
			return nil, "", err
		}
	}
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		id, err := s.findAccount(tx, account)
		if err != nil || id == 0 {
			return err
		}
		rows, err := s.entriesBefore(tx, id, from, limit+1)
		if err != nil {
			return err
		}
		if len(rows) > limit {
			rows = rows[:limit]
			last := &rows[limit-1]
			next = position{last.Effective, last.Sequence, last.Line}.String()
		}
		entries, err = s.entries(tx, rows)
		return err
	})
	return entries, next, err
}

// entriesBefore reads the newest postings of an account before a place: those of transactions that are not wide, and those of the wide
// ones from the newest on until there are enough.
func (s *Store) entriesBefore(tx *gorm.DB, id int64, from position, limit int) ([]postingRow, error) {
	rows, err := entriesOf(tx, id, from, limit, []wideTransaction{{}})
	if err != nil {
		return nil, err
	}
	var wides []wideTransaction
	if err := tx.Raw("SELECT sequence, effective FROM journal WHERE effective <= ? AND sequence IN ("+widesOf("posting")+
		") ORDER BY effective DESC, sequence DESC", from.effective).Scan(&wides).Error; err != nil {
		return nil, err
	}
	for some := 1; len(wides) > 0; some = min(8*some, 64) {
		if len(rows) == limit && comparePosting(&rows[limit-1], &postingRow{Effective: wides[0].Effective, Sequence: wides[0].Sequence}) > 0 {
			break
		}
		part := wides[:min(some, len(wides))]
		wides = wides[len(part):]
		more, err := entriesOf(tx, id, from, limit, part)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
		slices.SortFunc(rows, func(x, y postingRow) int { return comparePosting(&y, &x) })
		rows = rows[:min(limit, len(rows))]
	}
	return rows, nil
}

// wideTransaction is a transaction whose postings are kept apart; the zero one stands for all that are not wide.
type wideTransaction struct{ Sequence, Effective int64 }

// comparePosting is the order of an account's entries, the oldest first.
func comparePosting(x, y *postingRow) int {
	return cmp.Or(cmp.Compare(x.Effective, y.Effective), cmp.Compare(x.Sequence, y.Sequence), cmp.Compare(x.Line, y.Line))
}

// entriesOf reads the newest postings of an account in some transactions, before a place. Each part is read in the order of its index
// and only as far as it is wanted.
func entriesOf(tx *gorm.DB, id int64, from position, limit int, in []wideTransaction) (rows []postingRow, err error) {
	var parts []string
	var args []any
	for _, t := range in {
		only, of := "", []any{t.Sequence, id} // of a wide transaction, so that no other part of the table is looked into
		if t.Sequence > 0 {
			only, of = " AND sequence = ?", append(of, t.Sequence)
		}
		for _, side := range [2]string{"from_id", "to_id"} {
			parts = append(parts, fmt.Sprintf(`SELECT * FROM (SELECT * FROM posting WHERE wide = ? AND %s = ?%s
				AND (effective, sequence, line) < (?, ?, ?) ORDER BY effective DESC, sequence DESC, line DESC LIMIT ?) part%d`, side, only, len(parts)))
			args = append(append(args, of...), from.effective, from.sequence, from.line, limit)
		}
	}
	err = tx.Raw(strings.Join(parts, " UNION ALL ")+" ORDER BY effective DESC, sequence DESC, line DESC LIMIT ?", append(args, limit)...).
		Scan(&rows).Error
	return rows, err
}

func (s *Store) entries(tx *gorm.DB, rows []postingRow) ([]engine.Entry, error) {
	accounts, kinds := map[int64]ledger.Account{}, map[int64]ledger.Kind{}
	var sequences []int64
	for _, r := range rows {
		accounts[r.FromID], accounts[r.ToID] = ledger.Account{}, ledger.Account{}
		sequences = append(sequences, r.Sequence)
	}
	if err := s.readNames(tx, accounts); err != nil {
		return nil, err
	}
	for part := range slices.Chunk(sequences, chunk) {
		var found []journalRow
		if err := tx.Select("sequence", "kind").Where(s.dialect.numbers("sequence", part)).Find(&found).Error; err != nil {
			return nil, err
		}
		for _, r := range found {
			kinds[r.Sequence] = ledger.Kind(r.Kind)
		}
	}
	entries := make([]engine.Entry, 0, len(rows))
	for i := range rows {
		r := &rows[i]
		p, err := r.posting(func(id int64) (ledger.Account, bool) { a := accounts[id]; return a, a != (ledger.Account{}) })
		if err != nil {
			return nil, err
		}
		entries = append(entries, engine.Entry{Sequence: uint64(r.Sequence), Line: int(r.Line), Kind: kinds[r.Sequence],
			Effective: time.Unix(r.Effective, 0).UTC(), Posting: p})
	}
	return entries, nil
}
