package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// payEverybody gives each of the wallets first to last some points, on a day.
func payEverybody(n, day, first, last int) ledger.Draft {
	d := purchase(n, noon(day))
	d.Postings = nil
	for i := first; i < last; i++ {
		d.Postings = append(d.Postings, ledger.Posting{From: ledger.Issuance(point), To: ledger.Holding(wallet(i), point),
			Amount: money.Units(point, uint64(n+i)+1)})
	}
	return d
}

// More accounts than one query asks for: new ones, the same again on the same day and on another, by a process that knows
// none of them, and new ones between them.
func TestManyAccountsMoveAgainAndAgain(t *testing.T) {
	heads := map[string]bool{}
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		const many = chunk + 2_000
		s := open(t, dsn)
		_, err := book(s, payEverybody(1, 0, 0, many))
		must(t, err)
		backwards := payEverybody(2, 0, 0, many)
		slices.Reverse(backwards.Postings)
		for _, d := range []ledger.Draft{backwards, payEverybody(3, 1, 0, many+3_000), payEverybody(4, 0, many-10, many+10)} {
			s = again(t, s, dsn)
			_, err := book(s, d)
			must(t, err)
			verified(t, s)
		}
		for i, want := range map[int]uint64{0: 2 + 3 + 4, many - 1: 2 + 3 + 4 + 5 + 4*(many-1), many: 4 + 5 + 2*many,
			many + 2_999: 4 + many + 2_999} {
			place := ledger.Place{Account: ledger.Holding(wallet(i), point), Asset: point}
			b, err := s.BalanceAt(ctx, place, noon(2))
			if err != nil || b.In != money.Units(point, want) {
				t.Fatalf("wallet %d holds %v, not %d (%v)", i, b, want, err)
			}
		}
		seen := 0
		must(t, s.Snapshot(ctx, ledger.RegisterOf(point), point, ledger.Day(noon(1)), func(ledger.Account, money.Balance) error {
			seen++
			return nil
		}))
		if seen != many+10 {
			t.Fatalf("%d held something when the second day began", seen)
		}
		v := verified(t, s)
		heads[v.Head.String()+v.Balances.String()] = true
	})
	if len(heads) != 1 {
		t.Fatalf("the databases end at %d different heads", len(heads))
	}
}

// again closes books and opens them like another process, which has nothing in memory.
func again(t *testing.T, s *Store, dsn string) *Store {
	t.Helper()
	must(t, s.Close())
	s, err := Connect(context.Background(), dsn)
	must(t, err)
	t.Cleanup(func() { _ = s.Close() }) // closed already when the books were opened once more
	return s
}

func TestALargeDraftThatIsRefusedLeavesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		head, err := book(s, payEverybody(1, 0, 0, 10))
		must(t, err)
		d := payEverybody(2, 0, 0, large+10)
		d.Postings = append(d.Postings, ledger.Posting{From: treasury, To: ledger.Share(wallet(1)), Amount: money.Units(eth, 1)})
		if _, err := book(s, payEverybody(3, 0, 0, 20), d); !errors.Is(err, ledger.ErrTurned) {
			t.Fatalf("turned: %v", err)
		}
		if v := verified(t, s); v.Head.String() != head.String() {
			t.Fatalf("it left %v instead of %v", v.Head, head)
		}
		var accounts int64
		must(t, s.read.Model(&accountRow{}).Count(&accounts).Error)
		if accounts != 11 {
			t.Fatalf("it left %d accounts", accounts)
		}
		d.Postings = d.Postings[:len(d.Postings)-1]
		_, err = book(s, d)
		must(t, err)
		verified(t, s)
	})
}

// The two ways of finding accounts find the same.
func TestAccountsAreFoundEitherWay(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		_, err := book(s, append(purchases(0, 50, noon(0)), payEverybody(60, 0, 0, 300))...)
		must(t, err)
		var wanted []ledger.Account
		for i := range 400 { // a hundred of them are not there
			wanted = append(wanted, ledger.Holding(wallet(i), point), ledger.Holding(wallet(i), usdt))
		}
		wanted = append(wanted, treasury, ledger.Dust(), ledger.Issuance(point))
		slices.SortFunc(wanted, func(a, b ledger.Account) int { return strings.Compare(a.String(), b.String()) })
		for _, part := range [][]ledger.Account{wanted, wanted[:1], wanted[len(wanted)-1:], wanted[100:200]} {
			must(t, s.readTx(context.Background(), func(tx *gorm.DB) error {
				places := make([]int, len(part))
				for i := range places {
					places[i] = i
				}
				each, all := make([]int64, len(part)), make([]int64, len(part))
				err := errors.Join(s.findEach(tx, part, places, each), s.findAmongAll(tx, part, places, all))
				if found := slices.Max(each); err == nil && (!slices.Equal(each, all) || len(part) > 1 && found == 0) {
					err = fmt.Errorf("%v looked up, %v among all", each, all)
				}
				return err
			}))
		}
	})
}
