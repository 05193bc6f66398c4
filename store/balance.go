package store

import (
	"context"
	"fmt"
	"iter"
	"time"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

func (r *balanceRow) name() string { return fmt.Sprintf("account %d %s", r.Account, r.Asset) }

func (r *dayDeltaRow) name() string {
	return fmt.Sprintf("account %d day %d %s", r.Account, r.Day, r.Asset)
}

// balanceRows reads rows of balance under the conditions of tx.
func balanceRows(tx *gorm.DB, visit func(*balanceRow) error) error {
	rows, err := tx.Model(&balanceRow{}).Select(balanceTable.names()).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r balanceRow
		if err := rows.Scan(&r.Account, &r.Asset, &r.Decimals, &r.Incoming, &r.Outgoing); err != nil {
			return ledger.Differs("balance", r.name(), "it cannot be read: %v", err)
		}
		if err := visit(&r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// dayDeltaRows reads rows of day_delta under the conditions of tx.
func dayDeltaRows(tx *gorm.DB, visit func(*dayDeltaRow) error) error {
	rows, err := tx.Model(&dayDeltaRow{}).Select(dayDeltaTable.names()).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r dayDeltaRow
		if err := rows.Scan(&r.Account, &r.Day, &r.Asset, &r.Decimals, &r.Incoming, &r.Outgoing); err != nil {
			return ledger.Differs("day_delta", r.name(), "it cannot be read: %v", err)
		}
		if err := visit(&r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Balances are of every place that ever moved, in order of account path and asset; prefix "" for all. All of them are of one
// moment: what is written to the books meanwhile does not change them.
func (s *Store) Balances(ctx context.Context, prefix ledger.Prefix) iter.Seq2[ledger.PlaceBalance, error] {
	return func(yield func(ledger.PlaceBalance, error) bool) {
		more := true
		err := s.readTx(ctx, func(tx *gorm.DB) error {
			return eachBalance(tx, prefix, func(p ledger.PlaceBalance) bool {
				more = yield(p, nil)
				return more
			})
		})
		if err != nil && more {
			yield(ledger.PlaceBalance{}, err)
		}
	}
}

// eachBalance reads balances until visit says that it has enough.
func eachBalance(tx *gorm.DB, prefix ledger.Prefix, visit func(ledger.PlaceBalance) bool) error {
	return eachRawBalance(tx, prefix, func(path string, r *balanceRow) (bool, error) {
		account, err := ledger.ParseAccount(path)
		if err != nil {
			return false, ledger.Differs("account", fmt.Sprintf("id %d", r.Account), "%v", err)
		}
		b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
		if err != nil {
			return false, ledger.Differs("balance", r.name(), "%v", err)
		}
		return visit(ledger.PlaceBalance{Place: ledger.Place{Account: account, Asset: b.In.Asset()}, Balance: b}), nil
	})
}

// eachRawBalance reads rows of balance with the paths of their accounts, until visit says that it has enough or fails.
func eachRawBalance(tx *gorm.DB, prefix ledger.Prefix, visit func(path string, r *balanceRow) (bool, error)) error {
	rows, err := tx.Raw(`SELECT a.id, a.path, b.asset, b.decimals, b.incoming, b.outgoing FROM account a
		JOIN balance b ON b.account = a.id WHERE a.path >= ? AND a.path < ? ORDER BY a.path, b.asset, b.decimals`,
		string(prefix), string(prefix)+"\U0010FFFF").Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r balanceRow
		var path string
		if err := rows.Scan(&r.Account, &path, &r.Asset, &r.Decimals, &r.Incoming, &r.Outgoing); err != nil {
			return err
		}
		if more, err := visit(path, &r); err != nil || !more {
			return err
		}
	}
	return rows.Err()
}

// BalanceAt is a place's balance at an instant: every posting with an effective time before it. It adds up the days
// before, and the postings of the instant's own day. One statement, so it is of one moment. The sums are made here:
// SQLite would make them floating point.
func (s *Store) BalanceAt(ctx context.Context, place ledger.Place, before time.Time) (money.Balance, error) {
	sum := money.NewBalance(place.Asset)
	end := before.Unix()
	if before.Nanosecond() > 0 {
		end++ // times in the books are whole seconds
	}
	if end <= 0 {
		return sum, nil
	}
	db := s.read.WithContext(ctx)
	id, err := s.findAccount(db, place.Account)
	if err != nil || id == 0 {
		return sum, s.dialect.explain(err)
	}
	symbol, decimals, day := place.Asset.Symbol(), int16(place.Asset.Decimals()), ledger.Day(time.Unix(end, 0))
	const secondsOfDay = 24 * 60 * 60
	rows, err := db.Raw(`
		SELECT incoming, outgoing FROM day_delta WHERE account = ? AND day < ? AND asset = ? AND decimals = ?
		UNION ALL SELECT amount, '0' FROM posting WHERE to_id = ? AND effective >= ? AND effective < ? AND asset = ? AND decimals = ?
		UNION ALL SELECT '0', amount FROM posting WHERE from_id = ? AND effective >= ? AND effective < ? AND asset = ? AND decimals = ?`,
		id, int64(day), symbol, decimals,
		id, int64(day*secondsOfDay), end, symbol, decimals,
		id, int64(day*secondsOfDay), end, symbol, decimals).Rows()
	if err != nil {
		return sum, s.dialect.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var incoming, outgoing digits
		if err := rows.Scan(&incoming, &outgoing); err != nil {
			return sum, err
		}
		b, err := readBalance(symbol, decimals, incoming, outgoing)
		if err == nil {
			sum, err = sum.Plus(b)
		}
		if err != nil {
			return sum, fmt.Errorf("%s: %w", place.Account, err)
		}
	}
	return sum, s.dialect.explain(rows.Err())
}
