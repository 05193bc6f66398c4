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
		var decimals int64 // of the type that the driver has, which costs less
		if err := rows.Scan(&r.Account, &r.Asset, &decimals, (*string)(&r.Incoming), (*string)(&r.Outgoing)); err != nil {
			return ledger.Differs("balance", r.name(), "it cannot be read: %v", err)
		}
		if r.Decimals = int16(decimals); int64(r.Decimals) != decimals {
			return ledger.Differs("balance", r.name(), "it has %d decimals", decimals)
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
		if err := rows.Scan(&r.Wide, &r.Asset, &r.Decimals, &r.Account, &r.Day, &r.Incoming, &r.Outgoing); err != nil {
			return ledger.Differs("day_delta", r.name(), "it cannot be read: %v", err)
		}
		if err := visit(&r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Balances are of every place that ever moved, in order of account path and asset; prefix "" for all. All of them are of one
// moment: what is written to the books meanwhile does not change them. They are what the postings add up to: where the table says
// anything else of one of the accounts, none is given, and the error is a refusal with the code projection-differs.
func (s *Store) Balances(ctx context.Context, prefix ledger.Prefix) iter.Seq2[ledger.PlaceBalance, error] {
	return func(yield func(ledger.PlaceBalance, error) bool) {
		var all []ledger.PlaceBalance
		err := s.readPosted(ctx, func(tx *gorm.DB, head int64) (err error) {
			all, err = s.agreedBalances(tx, head, prefix)
			return err
		})
		if err != nil {
			yield(ledger.PlaceBalance{}, err)
			return
		}
		for i := range all {
			if !yield(all[i], nil) {
				return
			}
		}
	}
}

// agreedBalances reads balances and compares them with the postings of their accounts.
func (s *Store) agreedBalances(tx *gorm.DB, head int64, prefix ledger.Prefix) (all []ledger.PlaceBalance, err error) {
	rows, accounts, err := balancesUnder(tx, prefix)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(accounts))
	for i := range accounts {
		ids[i] = accounts[i].ID
	}
	want, err := s.posted.of(tx, s.dialect, head, ids, inAll)
	if err != nil {
		return nil, err
	}
	for i := range accounts {
		account, err := accounts[i].account()
		if err != nil {
			return nil, err
		}
		of := rows[:accounts[i].rows]
		rows = rows[len(of):]
		if err := compare("balance", func() (fmt.Stringer, error) { return account, nil }, of, want.of(accounts[i].ID)); err != nil {
			return nil, err
		}
		for j := range of {
			all = append(all, ledger.PlaceBalance{Place: ledger.Place{Account: account, Asset: of[j].asset}, Balance: of[j].balance()})
		}
	}
	return all, nil
}

// accountUnder is an account, and how many rows of balance it has.
type accountUnder struct {
	accountRow
	rows int
}

// balancesUnder reads the accounts of a prefix, in order of path, and the rows of balance of all of them, in order of path and asset.
func balancesUnder(tx *gorm.DB, prefix ledger.Prefix) (held []moved, accounts []accountUnder, err error) {
	rows, err := tx.Raw(`SELECT a.id, a.path, COALESCE(b.asset, ''), COALESCE(b.decimals, 0), COALESCE(b.incoming, '0'),
		COALESCE(b.outgoing, '0') FROM account a LEFT JOIN balance b ON b.account = a.id
		WHERE a.path >= ? AND a.path < ? ORDER BY a.path, b.asset, b.decimals`, string(prefix), string(prefix)+"\U0010FFFF").Rows()
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var r balanceRow
		var path string
		if err := rows.Scan(&r.Account, &path, &r.Asset, &r.Decimals, &r.Incoming, &r.Outgoing); err != nil {
			return nil, nil, err
		}
		if n := len(accounts); n == 0 || accounts[n-1].ID != r.Account {
			accounts = append(accounts, accountUnder{accountRow: accountRow{ID: r.Account, Path: path}})
		}
		if r.Asset == "" {
			continue
		}
		m, err := movedRow(r.Asset, r.Decimals, 0, r.Incoming, r.Outgoing)
		if err != nil {
			return nil, nil, ledger.Differs("balance", r.name(), "%v", err)
		}
		held = append(held, m)
		accounts[len(accounts)-1].rows++
	}
	return held, accounts, rows.Err()
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
// SQLite would make them floating point. Where the days are not what the place's postings add up to, it is refused as by Balances.
func (s *Store) BalanceAt(ctx context.Context, place ledger.Place, before time.Time) (sum money.Balance, err error) {
	sum = money.NewBalance(place.Asset)
	end := before.Unix()
	if before.Nanosecond() > 0 {
		end++ // times in the books are whole seconds
	}
	if end <= 0 {
		return sum, nil
	}
	var at momentOf
	var days, rest moved
	var head int64
	err = s.readOnce(ctx, func(db *gorm.DB) error {
		id, err := s.findAccount(db, place.Account)
		if at = (momentOf{place, id, int64(ledger.Day(time.Unix(end, 0))), end}); err == nil && id != 0 {
			days, rest, head, err = at.read(db, s.dialect)
		}
		return err
	})
	id := at.id
	if err != nil || id == 0 {
		return sum, err
	}
	want, known := s.posted.recalled(head, id)
	if !known {
		if err := s.readPosted(ctx, func(tx *gorm.DB, head int64) error {
			if days, rest, _, err = at.read(tx, s.dialect); err != nil {
				return err
			}
			all, err := s.posted.of(tx, s.dialect, head, []int64{id}, eachDay)
			if err == nil {
				want = all.of(id)
			}
			return err
		}); err != nil {
			return sum, err
		}
	}
	if posted := want.before(place.Asset, at.day); days != posted {
		return sum, projectionDiffers("day_delta", place.Account, " before "+time.Unix(at.day*secondsOfDay, 0).UTC().Format(time.DateOnly),
			days.balance(), posted.balance())
	}
	if sum, err = days.balance().Plus(rest.balance()); err != nil {
		return sum, fmt.Errorf("%s: %w", place.Account, err)
	}
	return sum, nil
}

// momentOf is a place at an instant: its account's id, the instant's day, and the instant in seconds since 1970.
type momentOf struct {
	ledger.Place
	id, day, end int64
}

// read adds up the days before the instant's, and the postings of that day before it, and says where the journal ends.
func (m *momentOf) read(db *gorm.DB, d dialect) (days, rest moved, head int64, err error) {
	symbol, decimals := m.Asset.Symbol(), int16(m.Asset.Decimals())
	rows, err := db.Raw(`SELECT 0, COALESCE(max(sequence), 0), '0', '0' FROM journal
		UNION ALL SELECT 1, 0, incoming, outgoing FROM day_delta WHERE account = ? AND day < ? AND asset = ? AND decimals = ?
			AND `+d.wides("day_delta")+`
		UNION ALL SELECT 2, 0, amount, '0' FROM posting WHERE to_id = ? AND effective >= ? AND effective < ? AND asset = ? AND decimals = ?
			AND `+d.wides("posting")+`
		UNION ALL SELECT 2, 0, '0', amount FROM posting WHERE from_id = ? AND effective >= ? AND effective < ? AND asset = ? AND decimals = ?
			AND `+d.wides("posting"),
		m.id, m.day, symbol, decimals,
		m.id, m.day*secondsOfDay, m.end, symbol, decimals,
		m.id, m.day*secondsOfDay, m.end, symbol, decimals).Rows()
	days.asset, rest.asset = m.Asset, m.Asset
	if err != nil {
		return days, rest, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var part, sequence int64
		var incoming, outgoing digits
		if err := rows.Scan(&part, &sequence, &incoming, &outgoing); err != nil {
			return days, rest, 0, err
		}
		into := &rest
		switch part {
		case 0:
			head = sequence
			continue
		case 1:
			into = &days
		}
		b, err := readBalance(symbol, decimals, incoming, outgoing)
		if err == nil {
			b, err = b.Plus(into.balance())
		}
		if err != nil {
			return days, rest, 0, fmt.Errorf("%s: %w", m.Account, err)
		}
		into.in, into.out = b.In.Uint256(), b.Out.Uint256()
	}
	return days, rest, head, rows.Err()
}
