package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/holiman/uint256"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// postingRead is what a sum wants of a posting. An account of 0 is one that nobody asked for.
type postingRead struct {
	from, to int64
	asset    money.Asset
	day      int64
	amount   uint256.Int
}

// readPostings reads from_id, to_id, asset, decimals, amount and effective.
func readPostings(tx *gorm.DB, visit func(*postingRead) error) error {
	rows, err := tx.Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	var r postingRead
	var symbol, digits sql.RawBytes
	var decimals int16
	var effective int64
	for rows.Next() {
		if err := rows.Scan(&r.from, &r.to, &symbol, &decimals, &digits, &effective); err != nil {
			return ledger.Differs("posting", fmt.Sprintf("of account %d or %d", r.from, r.to), "it cannot be read: %v", err)
		}
		if string(symbol) != r.asset.Symbol() || decimals != int16(r.asset.Decimals()) {
			if r.asset, err = readAsset(string(symbol), decimals); err != nil {
				return ledger.Differs("posting", fmt.Sprintf("of account %d or %d", r.from, r.to), "%v", err)
			}
		}
		if err := r.amount.SetFromDecimal(string(digits)); err != nil {
			return ledger.Differs("posting", fmt.Sprintf("of account %d or %d", r.from, r.to), "%.80q is not an amount: %v", digits, err)
		}
		r.day = effective / secondsOfDay
		if err := visit(&r); err != nil {
			return err
		}
	}
	return rows.Err()
}

const secondsOfDay = 24 * 60 * 60

// readSums adds up the postings of accounts: it looks the accounts up in the indexes, or reads all postings when the accounts are so
// many that this is faster.
func readSums(tx *gorm.DB, d dialect, ids []int64, what int) (map[int64]sums, error) {
	all := make(map[int64]sums, len(ids))
	add := func(id int64, r *postingRead, incoming bool) (err error) {
		if all[id], err = all[id].add(r, incoming, what == eachDay); err != nil {
			return fmt.Errorf("account %d: %w", id, err)
		}
		return nil
	}
	if scan, err := scansAll(tx, len(ids)); err != nil {
		return nil, err
	} else if scan {
		for _, id := range ids {
			all[id] = nil
		}
		return all, readPostings(tx.Raw("SELECT from_id, to_id, asset, decimals, amount, effective FROM posting"), func(r *postingRead) error {
			if _, wanted := all[r.from]; wanted {
				if err := add(r.from, r, false); err != nil {
					return err
				}
			}
			if _, wanted := all[r.to]; wanted {
				return add(r.to, r, true)
			}
			return nil
		})
	}
	for part := range slices.Chunk(ids, chunk) {
		err := readPostings(tx.Raw("SELECT 0, to_id, asset, decimals, amount, effective FROM posting WHERE ?", d.numbers("to_id", part)),
			func(r *postingRead) error { return add(r.to, r, true) })
		if err == nil {
			err = readPostings(tx.Raw("SELECT from_id, 0, asset, decimals, amount, effective FROM posting WHERE ?", d.numbers("from_id", part)),
				func(r *postingRead) error { return add(r.from, r, false) })
		}
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// scansAll says that there are so many accounts that all postings are read faster than theirs are looked up.
func scansAll(tx *gorm.DB, accounts int) (bool, error) {
	if accounts <= chunk {
		return false, nil
	}
	var postings int64
	err := tx.Raw("SELECT COALESCE(sum(postings), 0) FROM journal").Scan(&postings).Error
	return postings < 4*int64(accounts), err
}

// readEnd is the last transaction of the journal, or 0.
func readEnd(tx *gorm.DB) (sequence int64, err error) {
	err = tx.Raw("SELECT COALESCE(max(sequence), 0) FROM journal").Scan(&sequence).Error
	return sequence, err
}

// readPosted runs fn on one state of the books, whose journal ends at head, for a comparison with what is remembered of its postings.
func (s *Store) readPosted(ctx context.Context, fn func(tx *gorm.DB, head int64) error) error {
	for try := 0; ; try++ {
		err := s.readTx(ctx, func(tx *gorm.DB) error {
			head, err := readEnd(tx)
			if err != nil {
				return err
			}
			return fn(tx, head)
		})
		if !errors.Is(err, errStale) {
			return err
		}
		if try > 3 { // somebody put older books in the place of these
			s.posted.forget()
		}
	}
}
