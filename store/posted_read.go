package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

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
func readSums(tx *gorm.DB, d dialect, ids []int64, into *tally) error {
	for _, id := range ids {
		into.begin(id)
	}
	scan, err := scansAll(tx, len(ids))
	if err != nil {
		return err
	}
	if scan {
		return readPostings(tx.Raw("SELECT from_id, to_id, asset, decimals, amount, effective FROM posting"), into.add)
	}
	for part := range slices.Chunk(ids, chunk) {
		for _, side := range [2]string{"0, to_id", "from_id, 0"} {
			if err := readPostings(tx.Raw("SELECT "+side+", asset, decimals, amount, effective FROM posting WHERE ? AND "+d.wides("posting"),
				d.numbers(strings.Trim(side, "0, "), part)), into.add); err != nil {
				return err
			}
		}
	}
	return nil
}

// scansAll says that there are so many accounts that all postings are read faster than theirs are looked up, among those of each wide
// transaction and among all others.
func scansAll(tx *gorm.DB, accounts int) (bool, error) {
	if accounts <= chunk {
		return false, nil
	}
	var postings, wide int64
	err := tx.Raw("SELECT COALESCE(sum(postings), 0), COALESCE(sum(CASE WHEN postings >= ? THEN 1 ELSE 0 END), 0) FROM journal",
		ledger.WidePostings).Row().Scan(&postings, &wide)
	return postings < 4*int64(accounts)*(1+wide), err
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
