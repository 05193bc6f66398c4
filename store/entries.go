package store

import (
	"context"
	"fmt"
	"slices"
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
		var rows []postingRow
		if err := tx.Raw(`
			SELECT * FROM (SELECT * FROM posting WHERE from_id = ? AND (effective, sequence, line) < (?, ?, ?)
				ORDER BY effective DESC, sequence DESC, line DESC LIMIT ?) given
			UNION ALL
			SELECT * FROM (SELECT * FROM posting WHERE to_id = ? AND (effective, sequence, line) < (?, ?, ?)
				ORDER BY effective DESC, sequence DESC, line DESC LIMIT ?) received
			ORDER BY effective DESC, sequence DESC, line DESC LIMIT ?`,
			id, from.effective, from.sequence, from.line, limit+1,
			id, from.effective, from.sequence, from.line, limit+1, limit+1).Scan(&rows).Error; err != nil {
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
