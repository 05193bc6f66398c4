package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Run with -benchtime=1x: each makes its own books and measures many commits.

// BenchmarkCommit books transactions of three postings in commits of several sizes.
func BenchmarkCommit(b *testing.B) {
	for _, d := range databases {
		for _, size := range []struct{ each, all int }{{1000, 100_000}, {100, 20_000}, {1, 1_000}} {
			b.Run(fmt.Sprintf("%s/%d", d.name, size.each), func(b *testing.B) {
				for range b.N {
					b.StopTimer()
					s := open(b, d.make(b))
					drafts := purchases(0, size.all, noon(0))
					for i := range drafts {
						drafts[i].Effective = noon(i / 5000)
						drafts[i].Booked = drafts[i].Effective
					}
					b.StartTimer()
					start := time.Now()
					for i := 0; i < len(drafts); i += size.each {
						if _, err := book(s, drafts[i:i+size.each]...); err != nil {
							b.Fatal(err)
						}
					}
					b.ReportMetric(float64(size.all)/time.Since(start).Seconds(), "tx/s")
				}
			})
		}
	}
}

// BenchmarkMillion has a million postings on one account over a thousand days: how long a balance at an instant takes, a
// backdated posting, a page of entries, and a verification.
func BenchmarkMillion(b *testing.B) {
	const days, each = 1000, 1000
	for _, d := range databases {
		b.Run(d.name, func(b *testing.B) {
			for range b.N {
				s, ctx := open(b, d.make(b)), context.Background()
				for day := range days {
					draft := purchase(day, noon(day))
					draft.Postings = nil
					for i := range each {
						draft.Postings = append(draft.Postings,
							ledger.Posting{From: ledger.SaleIncome(wallet(i)), To: treasury, Amount: money.Units(eth, 75_000_000_000_000_000)})
					}
					if _, err := book(s, draft); err != nil {
						b.Fatal(err)
					}
				}
				place, random := ledger.Place{Account: treasury, Asset: eth}, rand.New(rand.NewPCG(1, 2))
				b.ReportMetric(median(b, 101, func(int) error {
					_, err := s.BalanceAt(ctx, place, noon(0).Add(time.Duration(random.Int64N(days*24*3600))*time.Second))
					return err
				}), "ms/balance-at")
				b.ReportMetric(median(b, 101, func(i int) error {
					_, err := book(s, purchase(days+i, noon(random.IntN(days))))
					return err
				}), "ms/backdated")
				b.ReportMetric(median(b, 101, func(int) error {
					_, _, err := s.Entries(ctx, treasury, fmt.Sprintf("%d.1.1", noon(random.IntN(days)).Unix()), 50)
					return err
				}), "ms/entries")
				b.ReportMetric(median(b, 1, func(int) error { _, err := s.Verify(ctx); return err })/1000, "s/verify")
			}
		})
	}
}

// BenchmarkOneMillionPostings books a million postings to a million accounts in one transaction.
func BenchmarkOneMillionPostings(b *testing.B) {
	for _, d := range databases {
		b.Run(d.name, func(b *testing.B) {
			for range b.N {
				b.StopTimer()
				s := open(b, d.make(b))
				draft := purchase(0, noon(0))
				draft.Postings = make([]ledger.Posting, 1_000_000)
				for i := range draft.Postings {
					draft.Postings[i] = ledger.Posting{From: ledger.Issuance(point), To: ledger.Holding(wallet(i), point),
						Amount: money.Units(point, uint64(i)+1)}
				}
				b.StartTimer()
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				start := time.Now()
				if _, err := book(s, draft); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(1e6/time.Since(start).Seconds(), "postings/s")
				runtime.ReadMemStats(&after)
				b.ReportMetric(float64(after.Sys-before.Sys)/(1<<20), "MB")
			}
		})
	}
}

// median is the middle of n times in milliseconds.
func median(b *testing.B, n int, do func(int) error) float64 {
	times := make([]time.Duration, n)
	for i := range times {
		start := time.Now()
		if err := do(i); err != nil {
			b.Fatal(err)
		}
		times[i] = time.Since(start)
		for j := i; j > 0 && times[j] < times[j-1]; j-- {
			times[j], times[j-1] = times[j-1], times[j]
		}
	}
	return float64(times[n/2].Microseconds()) / 1000
}
