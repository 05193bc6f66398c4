package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// projectionDiffers refuses a row of balance or day_delta that is not what the postings of its account add up to.
func projectionDiffers(table string, account fmt.Stringer, when string, says, posted money.Balance) error {
	return problem.New(problem.Conflict, problem.ProjectionDiffers,
		"the table %s says that %s came into %s%s and %s went out of it, its postings "+
			"say %s and %s: nothing is booked or shown from it; run `nodeledger ledger verify`", table, says.In, account, when, says.Out,
		posted.In, posted.Out)
}

// compare refuses what a table says of an account when it is not what its postings say: rows are those of the table, in any order,
// without a day where the table has none.
func compare(table string, account func() (fmt.Stringer, error), rows, want sums) error {
	differ := func(says, posted moved) error {
		name, err := account()
		if err != nil {
			return err
		}
		when := ""
		if says.day != 0 {
			when = " on " + time.Unix(says.day*secondsOfDay, 0).UTC().Format(time.DateOnly)
		}
		return projectionDiffers(table, name, when, says.balance(), posted.balance())
	}
	for i := range rows {
		posted := want.at(rows[i].asset, rows[i].day)
		if rows[i] != posted {
			return differ(rows[i], posted)
		}
	}
	if len(rows) == len(want) {
		return nil
	}
	for i := range want {
		if says := rows.at(want[i].asset, want[i].day); says != want[i] {
			return differ(says, want[i])
		}
	}
	return nil
}

// at is what was moved of an asset on a day; nothing where there is none.
func (s sums) at(asset money.Asset, day int64) moved {
	for i := range s {
		if s[i].asset == asset && s[i].day == day {
			return s[i]
		}
	}
	return moved{asset: asset, day: day}
}

// total is what was moved in all, by asset.
func (s sums) total() (all sums) {
	for i := range s {
		if n := len(all); n == 0 || all[n-1].asset != s[i].asset {
			all = append(all, s[i].without())
			continue
		}
		last := &all[len(all)-1]
		last.in.Add(&last.in, &s[i].in)
		last.out.Add(&last.out, &s[i].out)
	}
	return all
}

func (m moved) without() moved { m.day = 0; return m }

// movedRow turns a row of balance, or of day_delta, into what it says was moved.
func movedRow(symbol string, decimals int16, day int64, incoming, outgoing digits) (m moved, err error) {
	b, err := readBalance(symbol, decimals, incoming, outgoing)
	return moved{b.In.Asset(), day, b.In.Uint256(), b.Out.Uint256()}, err
}

// nameOf finds an account's path when a difference is to be told.
func (s *Store) nameOf(tx *gorm.DB, id int64) func() (fmt.Stringer, error) {
	return func() (fmt.Stringer, error) {
		names := map[int64]ledger.Account{id: {}}
		err := s.readNames(tx, names)
		return names[id], err
	}
}

// Agreed is what accounts have of every asset that they ever moved, after both tables, balance and day_delta, were compared with the
// postings of each: a row that is not what they add up to is refused with the code projection-differs, and the refusal names the
// account and both figures. accounts are each given once; those that never moved anything have nothing.
func (s *Store) Agreed(ctx context.Context, accounts []ledger.Account) (all []ledger.PlaceBalance, err error) {
	err = s.readPosted(ctx, func(tx *gorm.DB, head int64) error {
		all = nil
		found, err := s.identify(tx, accounts)
		if err != nil {
			return err
		}
		ids := slices.DeleteFunc(slices.Clone(found), func(id int64) bool { return id == 0 })
		want, err := s.posted.of(tx, s.dialect, head, ids, eachDay)
		if err != nil {
			return err
		}
		balances, days := map[int64]sums{}, map[int64]sums{}
		for part := range slices.Chunk(ids, chunk) {
			if err := s.readProjections(tx, part, want, balances, days); err != nil {
				return err
			}
		}
		for i, account := range accounts {
			id := found[i]
			name := func() (fmt.Stringer, error) { return account, nil }
			posted := want.of(id)
			total := posted.total()
			if err := compare("balance", name, balances[id], total); err != nil {
				return err
			}
			if err := compare("day_delta", name, days[id], posted); err != nil {
				return err
			}
			for i := range total {
				all = append(all, ledger.PlaceBalance{Place: ledger.Place{Account: account, Asset: total[i].asset}, Balance: total[i].balance()})
			}
		}
		return nil
	})
	return all, err
}

// readProjections reads what both tables say of accounts, of the assets that they have by their postings or by the table of balances.
func (s *Store) readProjections(tx *gorm.DB, ids []int64, posted *tally, balances, days map[int64]sums) error {
	assets := map[money.Asset]bool{}
	for _, id := range ids {
		for _, m := range posted.of(id) {
			assets[m.asset] = true
		}
	}
	err := balanceRows(tx.Where(s.dialect.numbers("account", ids)), func(r *balanceRow) error {
		m, err := movedRow(r.Asset, r.Decimals, 0, r.Incoming, r.Outgoing)
		if err != nil {
			return ledger.Differs("balance", r.name(), "%v", err)
		}
		balances[r.Account] = append(balances[r.Account], m)
		assets[m.asset] = true
		return nil
	})
	if err != nil {
		return err
	}
	stretches, err := dayStretches(tx)
	if err != nil {
		return err
	}
	for _, of := range stretches {
		asset, err := readAsset(of.Asset, of.Decimals)
		if err != nil || !assets[asset] { // nobody reads what has no name; a verification does
			continue
		}
		err = dayDeltaRows(tx.Where("wide = ? AND asset = ? AND decimals = ?", of.Wide, of.Asset, of.Decimals).
			Where(s.dialect.numbers("account", ids)), func(r *dayDeltaRow) error {
			m, err := movedRow(r.Asset, r.Decimals, r.Day, r.Incoming, r.Outgoing)
			if err != nil {
				return ledger.Differs("day_delta", r.name(), "%v", err)
			}
			days[r.Account], err = days[r.Account].plus(&m)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// dayStretches are the stretches of day_delta that lie together: those of a wide transaction, or of all others, and of an asset.
func dayStretches(tx *gorm.DB) (all []dayDeltaRow, err error) {
	last := dayDeltaRow{Wide: -1}
	for {
		var next []dayDeltaRow
		if err := tx.Raw(`SELECT wide, asset, decimals FROM day_delta WHERE (wide, asset, decimals) > (?, ?, ?)
			ORDER BY wide, asset, decimals LIMIT 1`, last.Wide, last.Asset, last.Decimals).Scan(&next).Error; err != nil || len(next) == 0 {
			return all, err
		}
		last = next[0]
		all = append(all, last)
	}
}

// loadAgreed reads the balances that a batch goes on from, and compares them with the postings of their accounts.
func (s *Store) loadAgreed(tx *transaction, b *batch) error {
	known := make([]int32, 0, len(b.ids))
	for i, id := range b.ids {
		if id != 0 {
			known = append(known, int32(i))
		}
	}
	slices.SortFunc(known, func(x, y int32) int { return cmp.Compare(b.ids[x], b.ids[y]) })
	b.known = known
	ids := make([]int64, len(known))
	for i, place := range known {
		ids[i] = b.ids[place]
	}
	want, err := s.posted.of(tx.DB, s.dialect, int64(b.head.Sequence), ids, inAll)
	if errors.Is(err, errStale) { // older books were put in the place of these
		s.posted.forget()
		want, err = s.posted.of(tx.DB, s.dialect, int64(b.head.Sequence), ids, inAll)
	}
	if err != nil {
		return err
	}
	a := &agreeing{ids: ids, want: want, name: func(i int) ledger.Account { return b.used[known[i]] }}
	if err := loadBalances(tx, s.dialect, ids, func(r *balanceRow) error {
		for a.next < len(ids) && ids[a.next] < r.Account {
			if err := a.account(); err != nil {
				return err
			}
		}
		if a.next == len(ids) || ids[a.next] != r.Account {
			return nil
		}
		held, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
		if err != nil {
			return ledger.Differs("balance", r.name(), "%v", err)
		}
		a.rows = append(a.rows, moved{held.In.Asset(), 0, held.In.Uint256(), held.Out.Uint256()})
		h := b.holding(known[a.next], held.In.Asset())
		h.Balance, h.stored = held, true
		return nil
	}); err != nil {
		return err
	}
	for a.next < len(ids) {
		if err := a.account(); err != nil {
			return err
		}
	}
	return nil
}

// agreeing compares, account by account in order of id, the rows of balance with what the postings say.
type agreeing struct {
	ids        []int64
	want       *tally
	name       func(int) ledger.Account
	next       int
	rows, read sums
}

// account compares the next account, whose rows have been gathered.
func (a *agreeing) account() error {
	i := a.next
	a.next++
	a.read = a.want.read(a.ids[i], a.read[:0])
	name := func() (fmt.Stringer, error) { return a.name(i), nil }
	if err := compare("balance", name, a.rows, a.read); err != nil {
		return err
	}
	if len(a.rows) != len(a.read) { // a row of nothing
		nothing := money.NewBalance(a.rows[0].asset)
		return projectionDiffers("balance", a.name(i), "", nothing, nothing)
	}
	a.rows = a.rows[:0]
	return nil
}
