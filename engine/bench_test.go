package engine_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/store"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// BenchmarkEpoch closes one epoch of points over books with many holders: it reads their nodes at the epoch's end,
// scores, shares, writes the file, and books a posting for each. The time is that of the whole job, its commit included.
func BenchmarkEpoch(b *testing.B) {
	for _, holders := range []int{10_000, 1_000_000} {
		for _, kind := range []string{"sqlite", "postgresql"} {
			b.Run(fmt.Sprintf("%s/%d", kind, holders), func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					e, close := crowded(b, kind, holders)
					b.StartTimer()
					if ran, err := e.RunJobs(context.Background()); ran != 1 || err != nil {
						b.Fatalf("%d jobs ran (%v)", ran, err)
					}
					b.StopTimer()
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

// crowded makes books whose holders have 1 to 120 nodes each, and a chain that is final past the first day of points.
func crowded(b *testing.B, kind string, holders int) (*engine.Engine, func()) {
	b.Helper()
	ctx := context.Background()
	dsn := filepath.Join(b.TempDir(), "books.db")
	if kind == "postgresql" {
		dsn = pgtest.URL(b)
	}
	s, err := store.Connect(ctx, dsn)
	if err != nil {
		b.Fatal(err)
	}
	w := newWorld(1)
	for len(w.branch) < 13 {
		w.mine(nil)
	}
	w.finalise(0)
	p := rewarding(b)
	if err := s.Open(ctx, engine.IdentityOf(p)); err != nil {
		b.Fatal(err)
	}
	noon := time.Date(2024, 4, 13, 12, 0, 0, 0, time.UTC)
	d := ledger.Draft{
		Kind: "opening", Program: p.Name, Rule: "1", Effective: noon, Booked: noon, Source: ledger.OperatorSource("bench", "opening"),
		Postings: make([]ledger.Posting, holders),
	}
	for i := range d.Postings {
		var wallet ledger.Wallet
		binary.BigEndian.PutUint64(wallet[4:], uint64(i)*0x9e3779b97f4a7c15) // spread, as addresses are
		binary.BigEndian.PutUint64(wallet[12:], uint64(i))
		d.Postings[i] = ledger.Posting{From: ledger.Issuance(sale.Node), To: ledger.Holding(wallet, sale.Node), Amount: money.Units(sale.Node, uint64(1+i%120))}
	}
	if _, err := s.Commit(ctx, engine.Commit{DropAbove: ^uint64(0), Drafts: []ledger.Draft{d}}); err != nil {
		b.Fatal(err)
	}
	e, err := engine.Open(ctx, p, s, w, fixedClock{}, silent())
	if err != nil {
		b.Fatal(err)
	}
	if err := e.Sync(ctx, nil); err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	return e, func() {
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
