package store

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Snapshot yields what every account whose path begins with prefix held of an asset when a UTC day began: the sum of the
// days before it, so of every posting with an effective time before its midnight. Each account once, in the order in which
// they were first used; those that never moved before are left out. All of it is of one moment.
func (s *Store) Snapshot(ctx context.Context, prefix string, asset money.Asset, day uint64, yield func(ledger.Account, money.Balance) error) error {
	return s.look(ctx, func(tx *gorm.DB) error {
		// Both tables are read in order of the account's number: of many accounts that is faster than in order of path.
		rows, err := tx.Raw(`SELECT a.path, d.incoming, d.outgoing FROM day_delta d JOIN account a ON a.id = d.account
			WHERE +d.day < ? AND d.asset = ? AND d.decimals = ? AND +a.id > 0 ORDER BY d.account`,
			int64(day), asset.Symbol(), int16(asset.Decimals())).Rows()
		if err != nil {
			return err
		}
		defer rows.Close()
		last, sum := "", money.NewBalance(asset)
		flush := func() error {
			if last == "" {
				return nil
			}
			account, err := ledger.ParseAccount(last)
			if err != nil {
				return ledger.Differs("account", last, "%v", err)
			}
			return yield(account, sum)
		}
		for rows.Next() {
			var path string
			var incoming, outgoing digits
			if err := rows.Scan(&path, &incoming, &outgoing); err != nil {
				return err
			}
			b, err := readBalance(asset.Symbol(), int16(asset.Decimals()), incoming, outgoing)
			if err != nil {
				return ledger.Differs("day_delta", path, "%v", err)
			}
			if !strings.HasPrefix(path, prefix) {
				continue
			}
			if path != last {
				if err := flush(); err != nil {
					return err
				}
				last, sum = path, money.NewBalance(asset)
			}
			if sum, err = sum.Plus(b); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
		if err := rows.Err(); err != nil {
			return err
		}
		return flush()
	})
}

// Keyed is the transaction with an idempotency key, or nil.
func (s *Store) Keyed(ctx context.Context, key string) (t *ledger.Transaction, err error) {
	err = s.look(ctx, func(tx *gorm.DB) error {
		var sequences []int64
		if err := tx.Model(&journalRow{}).Where("key = ?", key).Pluck("sequence", &sequences).Error; err != nil || len(sequences) == 0 {
			return err
		}
		found, err := s.transactions(tx, sequences)
		if err != nil {
			return err
		}
		t = found[0]
		return nil
	})
	return t, err
}
