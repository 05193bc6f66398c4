package store

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// reads are the answers of every reader of sums, as text; each compares with postings.
func reads(ctx context.Context, s *Store) (text string, err error) {
	for p, err := range s.Balances(ctx, "") {
		if err != nil {
			return "", err
		}
		text += fmt.Sprintln(p)
	}
	for day := range 5 {
		b, err := s.BalanceAt(ctx, ledger.Place{Account: treasury, Asset: eth}, noon(day))
		if err != nil {
			return "", err
		}
		text += fmt.Sprintln(b)
		if err := s.Snapshot(ctx, "", eth, ledger.Day(noon(day)), func(a ledger.Account, b money.Balance) error {
			text += fmt.Sprintln(a, b)
			return nil
		}); err != nil {
			return "", err
		}
	}
	held, err := s.Agreed(ctx, []ledger.Account{treasury, ledger.Holding(wallet(1), point)})
	for _, asset := range []money.Asset{eth, point} {
		for _, p := range held {
			if p.Asset == asset {
				text += fmt.Sprintln(p)
			}
		}
	}
	return text, err
}

// What a process remembers of postings is what there is, whoever of several processes wrote, and whatever was booked for days gone by.
func TestWhatIsRememberedOfPostingsIsWhatThereIs(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		here, there := open(t, dsn), open(t, dsn)
		for round := range 12 {
			s := []*Store{here, there}[round%2]
			_, err := book(s, purchases(round*7, 7, noon((round*3)%5))...)
			must(t, err)
			fresh, err := ConnectReadOnly(ctx, dsn)
			must(t, err)
			want, err := reads(ctx, fresh)
			must(t, err)
			must(t, fresh.Close())
			if round == 6 {
				here.posted.forget()
			}
			for name, s := range map[string]*Store{"here": here, "there": there} {
				if got, err := reads(ctx, s); err != nil || got != want {
					t.Fatalf("round %d, %s: %v\n%s\nwant\n%s", round, name, err, got, want)
				}
			}
		}
		verified(t, here)
	})
}

// Reading while others write never finds a difference that is none.
func TestSumsAreReadWhileOthersWrite(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		writer, reader := open(t, dsn), open(t, dsn)
		done := make(chan struct{})
		var group sync.WaitGroup
		for _, s := range []*Store{writer, reader, reader, reader} {
			group.Go(func() {
				for {
					if _, err := reads(ctx, s); err != nil {
						t.Error(err)
						return
					}
					select {
					case <-done:
						return
					default:
					}
				}
			})
		}
		for round := range 25 {
			_, err := book(writer, purchases(round*4, 4, noon(round%5))...)
			must(t, err)
		}
		close(done)
		group.Wait()
	})
}

// A sum that was changed is refused by whoever remembers the postings and by whoever reads them now, and so is booking on top of it.
func TestASumThatWasChangedIsRefused(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		s := open(t, dsn)
		_, err := book(s, purchases(0, 20, noon(1))...)
		must(t, err)
		change := func(statement string) {
			must(t, s.dialect.transact(ctx, func(tx *transaction) error { return tx.Exec(statement).Error }))
		}
		refused := func(what string, err error) {
			t.Helper()
			if of := problem.Of(err); of == nil || of.Code != problem.ProjectionDiffers {
				t.Errorf("%s: %v", what, err)
			}
		}
		id, err := s.findAccount(s.read.WithContext(ctx), treasury)
		must(t, err)
		_, err = reads(ctx, s)
		must(t, err)
		for _, table := range []string{"balance", "day_delta"} {
			var before string
			must(t, s.read.Raw(fmt.Sprintf("SELECT incoming FROM %s WHERE account = %d", table, id)).Scan(&before).Error)
			change(fmt.Sprintf("UPDATE %s SET incoming = '1' WHERE account = %d", table, id))
			fresh, err := ConnectReadOnly(ctx, dsn)
			must(t, err)
			for _, s := range []*Store{s, fresh} {
				_, err := reads(ctx, s)
				refused(table, err)
			}
			must(t, fresh.Close())
			if table == "balance" {
				_, err = book(s, purchase(100, noon(2)))
				refused("booking", err)
			}
			change(fmt.Sprintf("UPDATE %s SET incoming = '%s' WHERE account = %d", table, before, id))
		}
		_, err = book(s, purchase(100, noon(2)))
		must(t, err)
		_, err = reads(ctx, s)
		must(t, err)
		// Older books in the place of these are read as they are.
		s.posted.mu.Lock()
		s.posted.through += 1000
		s.posted.mu.Unlock()
		_, err = reads(ctx, s)
		must(t, err)
		s.posted.mu.Lock()
		s.posted.through += 1000
		s.posted.mu.Unlock()
		_, err = book(s, purchase(101, noon(2)))
		must(t, err)
		verified(t, s)
	})
}

// So many accounts that all postings are read are added up as by looking up each.
func TestManyAccountsAreAddedUpAsFew(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		d := purchase(0, noon(0))
		d.Postings = make([]ledger.Posting, chunk+50)
		for i := range d.Postings {
			d.Postings[i] = ledger.Posting{From: ledger.Issuance(point), To: ledger.Holding(wallet(i), point),
				Amount: money.Units(point, uint64(i)+1)}
		}
		_, err := book(s, d)
		must(t, err)
		must(t, s.readTx(context.Background(), func(tx *gorm.DB) error {
			last, err := lastAccount(tx)
			must(t, err)
			var ids []int64
			for id := int64(1); id <= last; id++ {
				ids = append(ids, id)
			}
			if scan, err := scansAll(tx, len(ids)); err != nil || !scan {
				t.Fatalf("%d accounts are looked up: %v", len(ids), err)
			}
			for _, daily := range []bool{false, true} {
				all, some := tallyOf(len(ids), daily), tallyOf(100, daily)
				must(t, readSums(tx, s.dialect, ids, all))
				must(t, readSums(tx, s.dialect, ids[:100], some))
				for _, id := range ids[:100] {
					if fmt.Sprint(all.of(id)) != fmt.Sprint(some.of(id)) || len(all.of(id)) == 0 {
						t.Fatalf("account %d: %v and %v", id, all.of(id), some.of(id))
					}
				}
			}
			return nil
		}))
	})
}
