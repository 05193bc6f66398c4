package engine_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/store"
)

func TestMain(m *testing.M) {
	engine.Few()
	pgtest.Main(m)
}

// BenchmarkEpoch closes one epoch of points over books with many holders: it reads their nodes at the epoch's end,
// scores, shares, writes the file, and books a posting for each. The time is that of the whole job, its commit included;
// cpu-s is the processor time of this process alone, without a database server's.
func BenchmarkEpoch(b *testing.B) {
	for _, holders := range []int{10_000, 1_000_000} {
		for _, kind := range []string{"sqlite", "postgresql"} {
			b.Run(fmt.Sprintf("%s/%d", kind, holders), func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					e, close := crowded(b, kind, holders, rewarding(b), 13)
					before := processorTime(b)
					b.StartTimer()
					if ran, err := e.RunJobs(context.Background()); ran != 1 || err != nil {
						b.Fatalf("%d jobs ran (%v)", ran, err)
					}
					b.StopTimer()
					b.ReportMetric((processorTime(b) - before).Seconds(), "cpu-s")
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					b.ReportMetric(float64(m.Sys)/(1<<20), "sys-MiB")
					close()
					b.StartTimer()
				}
			})
		}
	}
}

// BenchmarkYearOfEpochs closes a year of daily epochs in PostgreSQL, as BenchmarkEpochsInARow does thirty. It reports
// besides how large the books are, and in how many parts their postings are.
func BenchmarkYearOfEpochs(b *testing.B) {
	for _, holders := range []int{1_000, 100_000} {
		b.Run(strconv.Itoa(holders), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				dsn, end := epochsInARow(b, "postgresql", holders, 365)
				b.ReportMetric(float64(sizeOf(b, "postgresql", dsn))/(1<<20), "MiB")
				for _, table := range []string{"posting", "day_delta", "balance"} {
					of := " FROM pg_class WHERE relkind = 'r' AND (relname = '" + table + "' OR relispartition AND relname LIKE '" + table + "%')"
					b.ReportMetric(float64(asked(b, dsn, "SELECT count(*)"+of)), "parts-"+table)
					b.ReportMetric(float64(asked(b, dsn, "SELECT sum(pg_total_relation_size(oid))"+of))/(1<<20), "MiB-"+table)
					b.ReportMetric(float64(asked(b, dsn, "SELECT sum(pg_stat_get_dead_tuples(oid))"+of)), "dead-"+table)
				}
				end()
				b.StartTimer()
			}
		})
	}
}

// asked is a number that the database says.
func asked(b *testing.B, dsn, query string) (n int64) {
	b.Helper()
	c, err := pgx.Connect(context.Background(), dsn)
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close(context.Background())
	if err := c.QueryRow(context.Background(), query).Scan(&n); err != nil {
		b.Fatal(err)
	}
	return n
}

// BenchmarkEpochsInARow closes 30 epochs of points one after the other over books with many holders, of whom one in a hundred is a
// provider and another one a queen validator, so that all three pools pay. It reports how long the 1st, the 2nd and the 30th took, each
// with its commit, the most memory that was the process's at any moment (peak-MiB, of all sub-benchmarks that ran before: choose one), the
// address space that it asked the system for, and by how many bytes the database grew for a holder and a day.
func BenchmarkEpochsInARow(b *testing.B) {
	for _, holders := range []int{10_000, 1_000_000} {
		for _, kind := range []string{"sqlite", "postgresql"} {
			b.Run(fmt.Sprintf("%s/%d", kind, holders), func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					_, end := epochsInARow(b, kind, holders, 30)
					end()
					b.StartTimer()
				}
			})
		}
	}
}

// epochsInARow leaves its books open until end.
func epochsInARow(b *testing.B, kind string, holders, epochs int) (dsn string, end func()) {
	const blocks = 12 // a day
	ctx := context.Background()
	p := rewardingBut(b, "  tge: 2024-04-19T12:00:00Z\n", "", "cap: 6000", "cap: 6000000")
	w, e, dsn, end := crowdedWorld(b, kind, holders, p, 1)
	var rows []fold.ScoreRow
	for i := range holders / 100 {
		at := time.Date(2024, 4, 13, 0, 0, 0, 0, time.UTC)
		rows = append(rows, fold.ScoreRow{Wallet: crowd(100 * i).String(), What: "compute", Value: strconv.Itoa(1 + i%50), At: at},
			fold.ScoreRow{Wallet: crowd(100*i + 1).String(), What: "queen", Value: "1", At: at})
	}
	if _, err := e.RecordScores(ctx, engine.By{Name: "bench"}, "scores", rows); err != nil {
		b.Fatal(err)
	}
	var first int64
	all := make([]float64, epochs)
	for n := 1; n <= epochs; n++ {
		for range blocks {
			w.Mine()
		}
		if n == 1 {
			w.Mine()
		}
		w.Finalise(0)
		if err := e.Sync(ctx, nil); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		start := time.Now()
		if ran, err := e.RunJobs(ctx); ran != 1 || err != nil {
			b.Fatalf("epoch %d: %d jobs ran (%v)", n, ran, err)
		}
		took := time.Since(start).Seconds()
		b.StopTimer()
		all[n-1] = took
		switch n {
		case 1:
			first = sizeOf(b, kind, dsn)
			b.ReportMetric(took, "s-1st")
		case 2:
			b.ReportMetric(took, "s-2nd")
		case epochs:
			b.ReportMetric(took, fmt.Sprintf("s-%dth", epochs))
		}
	}
	b.ReportMetric(float64(sizeOf(b, kind, dsn)-first)/float64((epochs-1)*holders), "B/holder/day")
	slices.Sort(all)
	b.ReportMetric(all[epochs/2], "s-median")
	b.ReportMetric(all[epochs-1], "s-slowest")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/(1<<20), "sys-MiB")
	b.ReportMetric(float64(usage(b).Maxrss)/1024, "peak-MiB")
	return dsn, end
}

// sizeOf is how many bytes books take on disk.
func sizeOf(b *testing.B, kind, dsn string) (size int64) {
	b.Helper()
	if kind == "sqlite" {
		for _, suffix := range []string{"", "-wal"} {
			if info, err := os.Stat(dsn + suffix); err == nil {
				size += info.Size()
			}
		}
		return size
	}
	return asked(b, dsn, "SELECT pg_database_size(current_database())")
}

// BenchmarkEpochPeer is what the postings of such an epoch cost when nothing is asked of them: COPY into a plain table of
// the same shape, with the same indexes, on the same server. No ledger can be faster there than this.
func BenchmarkEpochPeer(b *testing.B) {
	const holders = 1_000_000
	b.Run(fmt.Sprintf("copy/%d", holders), func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			ctx := context.Background()
			c, err := pgx.Connect(ctx, pgtest.URL(b))
			if err != nil {
				b.Fatal(err)
			}
			if _, err := c.Exec(ctx, `
				CREATE TABLE plain (sequence bigint, line bigint, from_id bigint, to_id bigint, asset text COLLATE "C",
					decimals smallint, amount numeric(78,0), effective bigint, PRIMARY KEY (sequence, line));
				CREATE INDEX plain_from ON plain (from_id, effective, sequence, line);
				CREATE INDEX plain_to ON plain (to_id, effective, sequence, line)`); err != nil {
				b.Fatal(err)
			}
			columns := []string{"sequence", "line", "from_id", "to_id", "asset", "decimals", "amount", "effective"}
			rows := pgx.CopyFromSlice(holders, func(i int) ([]any, error) {
				amount := pgtype.Numeric{Int: big.NewInt(int64(1+i%120) * 7_931_000_000_000_001), Valid: true}
				return []any{int64(2), int64(i), int64(holders + 3), int64(holders + 4 + i), "GPOINT", int16(18), amount, int64(1_713_052_800)}, nil
			})
			b.StartTimer()
			start := time.Now()
			if n, err := c.CopyFrom(ctx, pgx.Identifier{"plain"}, columns, rows); n != holders || err != nil {
				b.Fatalf("%d rows (%v)", n, err)
			}
			b.ReportMetric(holders/time.Since(start).Seconds(), "rows/s")
			b.StopTimer()
			if err := c.Close(ctx); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	})
}

// processorTime is what this process has used of the processors.
func processorTime(b *testing.B) time.Duration {
	u := usage(b)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// usage is what the process has used since it began.
func usage(b *testing.B) (u syscall.Rusage) {
	b.Helper()
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u
}

// crowded makes books whose holders have 1 to 120 nodes each, and a chain of some blocks, all final: 13 are past the first
// day of points, 240 past the first month.
func crowded(b *testing.B, kind string, holders int, p *program.Program, blocks int) (*engine.Engine, func()) {
	b.Helper()
	_, e, _, close := crowdedWorld(b, kind, holders, p, blocks)
	return e, close
}

// crowd is the wallet of a holder by its number.
func crowd(i int) (wallet ledger.Wallet) {
	binary.BigEndian.PutUint64(wallet[4:], uint64(i)*0x9e3779b97f4a7c15) // spread, as addresses are
	binary.BigEndian.PutUint64(wallet[12:], uint64(i))
	return wallet
}

// crowdedWorld is crowded with its chain and the place of its books.
func crowdedWorld(b *testing.B, kind string, holders int, p *program.Program, blocks int) (w *world, e *engine.Engine, dsn string,
	end func()) {
	b.Helper()
	ctx := context.Background()
	dsn = filepath.Join(b.TempDir(), "books.db")
	if kind == "postgresql" {
		dsn = pgtest.URL(b)
	}
	s, err := store.Connect(ctx, dsn)
	if err != nil {
		b.Fatal(err)
	}
	w = newWorld(1)
	for len(w.Blocks) < blocks {
		w.Mine()
	}
	w.Finalise(0)
	if err := s.Open(ctx, engine.IdentityOf(p)); err != nil {
		b.Fatal(err)
	}
	noon := time.Date(2024, 4, 13, 12, 0, 0, 0, time.UTC)
	d := ledger.Draft{
		Kind: "opening", Program: p.Name, Rule: "1", Effective: noon, Booked: noon, Source: ledger.OperatorSource("bench", "opening"),
		Postings: make([]ledger.Posting, holders),
	}
	for i := range d.Postings {
		d.Postings[i] = ledger.Posting{From: ledger.Issuance(sale.Node), To: ledger.Holding(crowd(i), sale.Node),
			Amount: money.Units(sale.Node, uint64(1+i%120))}
	}
	if _, err := s.Commit(ctx, engine.Commit{Drafts: []ledger.Draft{d}}); err != nil {
		b.Fatal(err)
	}
	if e, err = engine.Open(ctx, p, s, w, w, silent()); err != nil {
		b.Fatal(err)
	}
	if err := e.Sync(ctx, nil); err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	return w, e, dsn, func() {
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
