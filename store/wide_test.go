package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// wideBooks have transactions that are wide and such that are not, for the same accounts and days, some of them backdated.
func wideBooks(t *testing.T, dsn string) *Store {
	t.Helper()
	s := open(t, dsn)
	const many = ledger.WidePostings
	for i, d := range [][]ledger.Draft{
		purchases(0, 30, noon(2)), {payEverybody(100, 2, 0, many)}, purchases(30, 30, noon(3)), {payEverybody(101, 3, 5, many+5)},
		{payEverybody(102, 1, 0, many+20)}, purchases(60, 30, noon(1)), {payEverybody(103, 3, 0, many-1)},
		{payEverybody(104, 3, 0, many), payEverybody(105, 4, 0, 3)}, purchases(0, 30, noon(2)),
	} {
		_, err := book(s, d...)
		if err != nil {
			t.Fatalf("commit %d: %v", i, err)
		}
	}
	return s
}

// entry is where a posting stands and what it moved into an account.
type entry struct {
	sequence, line int
	effective      time.Time
	net            int64
}

// entriesFrom are an account's entries by the journal alone, the newest first.
func entriesFrom(t *testing.T, s *Store, account ledger.Account, asset money.Asset) (all []entry) {
	t.Helper()
	for tx, err := range s.Transactions(context.Background(), 1) {
		must(t, err)
		for line, p := range tx.Postings {
			units := p.Amount.Uint256()
			e := entry{int(tx.Sequence), line, tx.Effective, int64(units.Uint64())}
			if p.From == account {
				e.net = -e.net
			} else if p.To != account {
				continue
			}
			if p.Amount.Asset() == asset {
				all = append(all, e)
			}
		}
	}
	slices.SortFunc(all, func(x, y entry) int {
		return comparePosting(&postingRow{Effective: y.effective.Unix(), Sequence: int64(y.sequence), Line: int64(y.line)},
			&postingRow{Effective: x.effective.Unix(), Sequence: int64(x.sequence), Line: int64(x.line)})
	})
	return all
}

// What wide transactions moved is found with what others did: entries page by page, balances at any instant, snapshots, and sums that
// are compared with postings; by the process that wrote and by one that knows nothing.
func TestWideTransactionsAreReadLikeOthers(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		wrote := wideBooks(t, dsn)
		var narrow, apart int64
		must(t, wrote.read.Raw("SELECT count(*) FROM posting WHERE wide = 0").Scan(&narrow).Error)
		must(t, wrote.read.Raw("SELECT count(DISTINCT wide) FROM day_delta WHERE wide <> 0").Scan(&apart).Error)
		if narrow != 90*3+ledger.WidePostings-1+3 || apart != 4 {
			t.Fatalf("%d postings are in no wide transaction, %d transactions are wide", narrow, apart)
		}
		for _, s := range []*Store{wrote, open(t, dsn)} {
			accounts := []ledger.Account{ledger.Holding(wallet(2), point), ledger.Holding(wallet(ledger.WidePostings+3), point),
				ledger.Issuance(point), ledger.Holding(wallet(ledger.WidePostings+15), point)}
			all := map[ledger.Account][]entry{}
			for _, account := range accounts {
				want := entriesFrom(t, s, account, point)
				all[account] = want
				for _, size := range []int{1, 3, 7000, MaxEntries} {
					if len(want) > 1000 && size < 1000 {
						continue
					}
					var have []entry
					for after, more := "", true; more; more = after != "" {
						page, next, err := s.Entries(ctx, account, after, size)
						must(t, err)
						for _, e := range page {
							units := e.Posting.Amount.Uint256()
							net := int64(units.Uint64())
							if e.Posting.From == account {
								net = -net
							}
							have = append(have, entry{int(e.Sequence), e.Line, e.Effective, net})
						}
						after = next
					}
					if !slices.Equal(have, want) {
						t.Fatalf("%s by %d: %d entries, want %d", account, size, len(have), len(want))
					}
				}
				for hours := range 24 * 6 {
					at := noon(0).Add(time.Duration(hours)*time.Hour + time.Second)
					var net int64
					for _, e := range want {
						if e.effective.Before(at) {
							net += e.net
						}
					}
					b, err := s.BalanceAt(ctx, ledger.Place{Account: account, Asset: point}, at)
					if err != nil || b.Net().Int64() != net {
						t.Fatalf("%s at %s: %v (%v), want %d", account, at, b, err, net)
					}
				}
			}
			for day := range 6 {
				held := map[ledger.Account]int64{}
				must(t, s.Snapshot(ctx, ledger.RegisterOf(point), point, ledger.Day(noon(day)), func(a ledger.Account, b money.Balance) error {
					held[a] = b.Net().Int64()
					return nil
				}))
				for _, account := range accounts {
					var net int64
					for _, e := range all[account] {
						if ledger.Day(e.effective) < ledger.Day(noon(day)) {
							net += e.net
						}
					}
					if held[account] != net && account != ledger.Issuance(point) {
						t.Fatalf("%s before day %d: %d, want %d", account, day, held[account], net)
					}
				}
			}
			agreed, err := s.Agreed(ctx, accounts)
			if err != nil || len(agreed) != len(accounts) {
				t.Fatalf("%v agreed (%v)", agreed, err)
			}
		}
		verified(t, wrote)
	})
}

// What is changed of a wide transaction's sums, or of which transactions are wide, is found and named.
func TestWideTransactionsAreVerified(t *testing.T) {
	file := t.TempDir() + "/books.db"
	s := open(t, file)
	for _, d := range [][]ledger.Draft{purchases(0, 30, noon(2)), {payEverybody(100, 2, 0, ledger.WidePostings)},
		{payEverybody(101, 3, 0, ledger.WidePostings+5)}} {
		_, err := book(s, d...)
		must(t, err)
	}
	must(t, s.Close())
	const last = "(SELECT max(wide) FROM day_delta)"
	const highest = "(SELECT max(account) FROM day_delta WHERE wide = " + last + ")"
	const copied = " decimals, account, day, incoming, outgoing FROM day_delta WHERE account = 40 AND wide = "
	for name, statement := range map[string]string{
		"a sum":                        "UPDATE day_delta SET incoming = '1' WHERE account = 40 AND wide = " + last,
		"a day":                        "UPDATE day_delta SET day = day + 1 WHERE account = 40 AND wide = " + last,
		"a row that is missing":        "DELETE FROM day_delta WHERE account = 40 AND wide = " + last,
		"the last row that is missing": "DELETE FROM day_delta WHERE wide = " + last + " AND account = " + highest,
		"a row too many":               "INSERT INTO day_delta SELECT wide, 'ZZZ'," + copied + last,
		"of a transaction that is not": "UPDATE day_delta SET wide = 1 WHERE account = 40 AND wide = " + last,
		"of no transaction":            "UPDATE day_delta SET wide = 9000 WHERE account = 40 AND wide = " + last,
		"of another wide transaction":  "INSERT INTO day_delta SELECT (SELECT min(wide) FROM day_delta WHERE wide > 0), 'ZZZ'," + copied + last,
		"a sum that is with others'":   "UPDATE day_delta SET wide = 0 WHERE wide = " + last + " AND account = " + highest,
		"a posting that is kept apart": "UPDATE posting SET wide = 5 WHERE sequence = 5 AND line = 1",
		"a posting that is not":        "UPDATE posting SET wide = 0 WHERE wide = " + last + " AND line = 7",
		"a posting of another":         "UPDATE posting SET wide = wide + 1 WHERE wide = " + last + " AND line = 7",
	} {
		t.Run(name, func(t *testing.T) {
			s, err := Connect(context.Background(), copyFile(t, file, strings.ReplaceAll(name, " ", "-")+".db"))
			must(t, err)
			defer s.Close()
			table := "day_delta."
			if strings.Contains(statement, "posting") {
				table = "posting."
			}
			must(t, s.dialect.transact(context.Background(), func(tx *transaction) error {
				return withoutTriggers(tx.DB, func() error {
					done := tx.Exec(statement)
					if done.Error == nil && done.RowsAffected == 0 {
						return errors.New("nothing was changed")
					}
					return done.Error
				})
			}))
			expectDifference(t, s, table, "")
		})
	}
}

// A wide transaction writes as much when many stand before it as when few do: what SQLite writes into its log for the second and for the
// tenth over the same accounts.
func TestAWideTransactionWritesNothingOfOthers(t *testing.T) {
	file := t.TempDir() + "/books.db"
	s := open(t, file)
	written := func(day int) int64 {
		must(t, s.write(context.Background(), func(*transaction) error { return nil }))
		_, err := s.dialect.(*liteDialect).pool.ExecContext(context.Background(), "PRAGMA wal_checkpoint(TRUNCATE)")
		must(t, err)
		_, err = book(s, payEverybody(1000+day, day, 0, ledger.WidePostings))
		must(t, err)
		log, err := os.Stat(file + "-wal")
		must(t, err)
		return log.Size()
	}
	var sizes []int64
	for day := range 10 {
		sizes = append(sizes, written(day))
	}
	if sizes[9]*10 > sizes[1]*11 {
		t.Errorf("the log got %d bytes by day", sizes)
	}
	verified(t, s)
}

// recorder keeps the statements that gorm runs.
type recorder struct {
	logger.Interface
	mu    sync.Mutex
	texts map[string]bool
}

func (r *recorder) Trace(_ context.Context, _ time.Time, fc func() (string, int64), _ error) {
	text, _ := fc()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.texts[text] = true
}

// Every reader of a few accounts finds rows of the large tables by an index.
func TestReadersFindRowsByAnIndex(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		must(t, wideBooks(t, dsn).Close())
		ctx := context.Background()
		s := open(t, dsn)
		seen := &recorder{Interface: logger.Discard, texts: map[string]bool{}}
		s.read = s.read.Session(&gorm.Session{Logger: seen})
		account := ledger.Holding(wallet(2), point)
		_, _, err := s.Entries(ctx, account, "", 5)
		must(t, err)
		_, err = s.BalanceAt(ctx, ledger.Place{Account: account, Asset: point}, noon(3))
		must(t, err)
		_, err = s.Agreed(ctx, []ledger.Account{account, treasury})
		must(t, err)
		must(t, s.Snapshot(ctx, ledger.RegisterOf(eth), eth, ledger.Day(noon(4)), func(ledger.Account, money.Balance) error { return nil }))
		for _, err := range s.Balances(ctx, ledger.Prefix(account.String())) {
			must(t, err)
		}
		explain, scan := "EXPLAIN QUERY PLAN ", []string{"SCAN posting", "SCAN day_delta", "SCAN balance"}
		if s.read.Name() == "postgres" {
			explain, scan = "EXPLAIN ", []string{"Seq Scan on posting", "Seq Scan on day_delta", "Seq Scan on balance"}
		}
		explained := 0
		must(t, s.readTx(ctx, func(tx *gorm.DB) error {
			if s.read.Name() == "postgres" { // the tables are so small that the server would rather read all of them
				must(t, tx.Exec("SET LOCAL enable_seqscan = off").Error)
			}
			for _, text := range slices.Sorted(maps.Keys(seen.texts)) {
				if !strings.Contains(text, "posting") && !strings.Contains(text, "day_delta") && !strings.Contains(text, "balance") {
					continue
				}
				explained++
				rows, err := tx.Raw(explain + strings.ReplaceAll(text, "?", "??")).Rows()
				if err != nil {
					return fmt.Errorf("%s: %w", text, err)
				}
				plan := planOf(t, rows)
				for _, bad := range scan {
					for _, line := range strings.Split(plan, "\n") {
						if strings.Contains(line, bad) && !strings.Contains(line, "USING") {
							t.Errorf("%s\n%s", text, plan)
						}
					}
				}
			}
			return nil
		}))
		if explained < 8 {
			t.Fatalf("only %d statements were explained", explained)
		}
	})
}

// planOf is a query's plan as text.
func planOf(t *testing.T, rows *sql.Rows) (plan string) {
	t.Helper()
	defer rows.Close()
	columns, err := rows.Columns()
	must(t, err)
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		must(t, rows.Scan(into...))
		plan += fmt.Sprintln(values[len(values)-1])
	}
	must(t, rows.Err())
	return plan
}
