package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/holiman/uint256"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Snapshot yields what every account whose path begins with prefix held of an asset when a UTC day began: the sum of the
// days before it, so of every posting with an effective time before its midnight. Each account once, in the order in which
// they were first used; those that never moved before are left out. All of it is of one moment. Where the days are not what the
// postings of one of the accounts add up to, nothing is given and it is refused as by Balances.
func (s *Store) Snapshot(ctx context.Context, prefix ledger.Prefix, asset money.Asset, day uint64,
	yield func(ledger.Account, money.Balance) error) error {
	return s.readPosted(ctx, func(tx *gorm.DB, head int64) error {
		// Days and accounts are read one after the other, each in its own order. Joined, a database without statistics of
		// rows that were written a moment ago looks up each account, which costs several times as much.
		held, err := s.heldBefore(tx, asset, day)
		if err != nil {
			return err
		}
		accounts, err := accountsUnder(tx, prefix)
		if err != nil {
			return err
		}
		if err := s.agreeBefore(tx, head, held, accounts, asset, int64(day)); err != nil {
			return err
		}
		for i := range accounts {
			for len(held) > 0 && held[0].id < accounts[i].ID {
				held = held[1:]
			}
			if len(held) == 0 || held[0].id != accounts[i].ID {
				continue
			}
			account, err := accounts[i].account()
			if err != nil {
				return err
			}
			if err := yield(account, held[0].balance(asset)); err != nil {
				return err
			}
		}
		return nil
	})
}

// accountsUnder are the accounts whose path begins with prefix, in the order in which they were first used.
func accountsUnder(tx *gorm.DB, prefix ledger.Prefix) (accounts []accountRow, err error) {
	rows, err := tx.Raw("SELECT id, path FROM account WHERE path >= ? AND path < ?", string(prefix), string(prefix)+"\U0010FFFF").Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var r accountRow
		if err := rows.Scan(&r.ID, &r.Path); err != nil {
			return nil, err
		}
		if n := len(accounts); n == cap(accounts) {
			accounts = slices.Grow(accounts, max(n, 64))
		}
		accounts = append(accounts, r)
	}
	slices.SortFunc(accounts, func(x, y accountRow) int { return cmp.Compare(x.ID, y.ID) })
	return accounts, rows.Err()
}

// agreeBefore compares what accounts held when a day began, in order of account, with the postings of the accounts of a prefix.
func (s *Store) agreeBefore(tx *gorm.DB, head int64, held []accountBalance, accounts []accountRow, asset money.Asset, day int64) error {
	ids := make([]int64, len(accounts))
	for i := range accounts {
		ids[i] = accounts[i].ID
	}
	want, err := s.posted.of(tx, s.dialect, head, ids, eachDay)
	if err != nil {
		return err
	}
	var of sums
	for _, id := range ids {
		says := moved{asset: asset}
		for len(held) > 0 && held[0].id < id {
			held = held[1:]
		}
		if len(held) > 0 && held[0].id == id {
			says.in, says.out = held[0].in, held[0].out
		}
		if of = want.read(id, of[:0]); says != of.before(asset, day) {
			name, err := s.nameOf(tx, id)()
			if err != nil {
				return err
			}
			posted := of.before(asset, day)
			return projectionDiffers("day_delta", name, " before "+time.Unix(day*secondsOfDay, 0).UTC().Format(time.DateOnly), says.balance(),
				posted.balance())
		}
	}
	return nil
}

// accountBalance is what came into an account of one asset and what went out of it, in base units.
type accountBalance struct {
	id      int64
	in, out uint256.Int
}

func (h *accountBalance) balance(asset money.Asset) money.Balance {
	return money.Balance{In: money.FromUint256(asset, &h.in), Out: money.FromUint256(asset, &h.out)}
}

// heldBefore adds up the days before a day, in order of the accounts: of each wide transaction alone, and of all others.
func (s *Store) heldBefore(tx *gorm.DB, asset money.Asset, day uint64) (held []accountBalance, err error) {
	var wides []int64
	if err := tx.Raw(widesOf("day_delta")).Scan(&wides).Error; err != nil {
		return nil, err
	}
	for _, wide := range wides {
		if err := addHeld(tx.Raw(`SELECT account, incoming, outgoing FROM day_delta WHERE wide = ? AND asset = ? AND decimals = ? AND day < ?
			ORDER BY account`, wide, asset.Symbol(), int16(asset.Decimals()), int64(day)), asset, &held); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(held, func(x, y accountBalance) int { return cmp.Compare(x.id, y.id) })
	all := held[:0]
	for i := range held {
		if n := len(all); n == 0 || all[n-1].id != held[i].id {
			all = append(all, held[i])
			continue
		}
		last := &all[len(all)-1]
		sum, err := last.balance(asset).Plus(held[i].balance(asset))
		if err != nil {
			return nil, fmt.Errorf("account %d: %w", last.id, err)
		}
		last.in, last.out = sum.In.Uint256(), sum.Out.Uint256()
	}
	return all, nil
}

// addHeld appends what rows of account, incoming and outgoing say.
func addHeld(tx *gorm.DB, asset money.Asset, held *[]accountBalance) error {
	rows, err := tx.Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	var incoming, outgoing sql.RawBytes
	for rows.Next() {
		var h accountBalance
		if err := rows.Scan(&h.id, &incoming, &outgoing); err != nil {
			return err
		}
		if err := errors.Join(h.in.SetFromDecimal(string(incoming)), h.out.SetFromDecimal(string(outgoing))); err != nil {
			return ledger.Differs("day_delta", fmt.Sprintf("account %d %s", h.id, asset), "%v", err)
		}
		if n := len(*held); n == cap(*held) { // there may be millions
			*held = slices.Grow(*held, max(n, 64))
		}
		*held = append(*held, h)
	}
	return rows.Err()
}

// Keyed is the transaction with an idempotency key, or nil.
func (s *Store) Keyed(ctx context.Context, key string) (t *ledger.Transaction, err error) {
	source, ok := ledger.ParseKey(key)
	if !ok {
		return nil, nil // there is none
	}
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		sequences, err := s.sequencesOf(tx, slices.Values([]*ledger.Source{&source}))
		if err != nil {
			return err
		}
		found, err := s.transactions(tx, sequences)
		for _, of := range found {
			if of.Source.Key() == key {
				t = of
			}
		}
		return err
	})
	return t, err
}

// follows is what books that are a copy, such as a replica, must have before they are read.
type follows struct {
	books *Store
	least func() uint64
}

// Follow makes a Store of [ConnectReadOnly] a copy of books: least is how many inputs and transactions it must have, together, to be read.
// While it has fewer, or does not answer within a moment, the books themselves are read, and while they do not answer either, whichever
// does first.
func (s *Store) Follow(books *Store, least func() uint64) { s.follows = &follows{books, least} }

// errBehind says that a copy has less than was shown.
var errBehind = errors.New("the copy of the books is behind")

// A copy that is behind is looked at, with a pause between two looks, and by new connections now and then: a proxy, or a list of hosts, may
// lead to another copy. One that is silent, or away, is looked at once more by a new connection. Then the books themselves are. Where they
// do not answer either, all of it begins again, a few times.
const (
	looksAtCopy = 40
	looksAtOne  = 10
	copyPause   = 25 * time.Millisecond
	mostRounds  = 3
)

// beginsWithin is how long a database may take to begin a read where another one can be read in its place: twice as long with each round.
const (
	beginsWithin = 500 * time.Millisecond
	busyWithin   = 5 * time.Second
)

// errSilent says that a database took longer.
var errSilent = errors.New("no answer")

// readCopy runs fn on one state of a copy that has all that was shown, or else of the books. fn is begun once.
func (s *Store) readCopy(ctx context.Context, fn func(tx *gorm.DB) error) error {
	hasAll := func(tx *gorm.DB) error {
		var size uint64
		if err := tx.Raw("SELECT sequence + inputs FROM head").Scan(&size).Error; err != nil {
			return err
		}
		if size < s.follows.least() {
			return errBehind
		}
		return nil
	}
	soon := beginsWithin
	for round := 1; ; round++ {
		for look, away := 1, 0; look <= looksAtCopy && away < 2; look++ {
			begun, err := s.readSoon(ctx, soon<<away, hasAll, fn) // a connection that is made anew takes longer
			if begun || ctx.Err() != nil {
				return err
			}
			if !errors.Is(err, errBehind) {
				away++
			} else {
				time.Sleep(copyPause)
			}
			if (away > 0 || look%looksAtOne == 0) && !s.dialect.busy() {
				s.dialect.anew()
			}
		}
		begun, err := s.follows.books.readSoon(ctx, soon, func(*gorm.DB) error { return nil }, fn)
		if begun || ctx.Err() != nil || round == mostRounds {
			return err
		}
		soon *= 2
	}
}

// readSoon is readOwn of a database that may be silent: it is given up when it does not say soon enough that it can be read. While all of
// its connections are in use others are waited for, which is no silence.
func (s *Store) readSoon(ctx context.Context, within time.Duration, can, fn func(tx *gorm.DB) error) (begun bool, err error) {
	soon, end := context.WithCancelCause(ctx)
	defer end(nil)
	if s.dialect.busy() {
		within = busyWithin
	}
	late := time.AfterFunc(within, func() { end(errSilent) })
	defer late.Stop()
	err = s.readOwn(soon, func(tx *gorm.DB) error {
		if err := can(tx); err != nil {
			return err
		}
		if !late.Stop() {
			return errSilent
		}
		begun = true
		return fn(tx)
	})
	if !begun && (errors.Is(err, errSilent) || errors.Is(context.Cause(soon), errSilent)) {
		if !s.dialect.busy() {
			s.dialect.anew()
		}
		err = problem.New(problem.Unavailable, problem.NoDatabase, "the database %s does not answer (%w within %s): try again when it does",
			s.where, errSilent, within)
	}
	return begun, err
}

// readOnce is readTx for what is one statement, which needs no transaction but of a copy.
func (s *Store) readOnce(ctx context.Context, fn func(db *gorm.DB) error) (err error) {
	end := s.observed(ctx, Reading)
	defer func() { end(err) }()
	if s.follows != nil {
		return s.readCopy(ctx, fn)
	}
	return s.dialect.explain(fn(s.read.WithContext(ctx)))
}
