package store

import (
	"context"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

func TestASnapshotIsEveryBalanceAtMidnight(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		for day := range 6 {
			_, err := book(s, purchases(day*20, 20, noon(day))...)
			must(t, err)
		}
		midnight := func(day int) time.Time { return noon(day).Truncate(24 * time.Hour) }
		for day := range 7 {
			seen := 0
			for _, asset := range []money.Asset{point, eth} {
				found := map[ledger.Account]bool{}
				must(t, s.Snapshot(ctx, "", asset, ledger.Day(midnight(day)), func(a ledger.Account, b money.Balance) error {
					want, err := s.BalanceAt(ctx, ledger.Place{Account: a, Asset: asset}, midnight(day))
					if err != nil || b != want {
						t.Errorf("day %d, %s: %v, the balance at midnight is %v (%v)", day, a, b, want, err)
					}
					if found[a] {
						t.Errorf("%s comes twice", a)
					}
					found[a] = true
					seen++
					return nil
				}))
			}
			if (seen == 0) != (day == 0) {
				t.Errorf("day %d has %d accounts", day, seen)
			}
		}
		only := 0
		must(t, s.Snapshot(ctx, ledger.WalletRole.Prefix(), eth, ledger.Day(midnight(6)), func(a ledger.Account, _ money.Balance) error {
			only++
			if a != treasury {
				t.Errorf("%s is no wallet of the project", a)
			}
			return nil
		}))
		if only != 1 {
			t.Errorf("%d accounts are wallets of the project", only)
		}
	})
}

func TestATransactionIsFoundByItsKey(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		_, err := book(s, purchases(0, 5, noon(0))...)
		must(t, err)
		d := purchase(3, noon(0))
		found, err := s.Keyed(ctx, d.Source.Key())
		must(t, err)
		if found == nil || !found.SameContent(&d) {
			t.Fatalf("found %+v", found)
		}
		if found, err = s.Keyed(ctx, "job:epoch:2024-06-01"); found != nil || err != nil {
			t.Fatalf("found %+v, %v", found, err)
		}
	})
}
