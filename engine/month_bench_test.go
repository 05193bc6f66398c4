package engine_test

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
)

// BenchmarkMonth closes a month over books with many holders, of whom those with 5 nodes or more are paid: 29 of 30. The
// time is that of the whole closing: nodes at the month's end, brackets and scaling, the file, a posting for each, the commit.
func BenchmarkMonth(b *testing.B) {
	for _, holders := range []int{10_000, 1_000_000} {
		for _, kind := range []string{"sqlite", "postgresql"} {
			b.Run(fmt.Sprintf("%s/%d", kind, holders), func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					ctx := context.Background()
					e, close := crowded(b, kind, holders, paying(b), 240)
					row := fold.RevenueRow{Source: "dapp", Amount: "2000.5", At: time.Date(2024, 4, 20, 0, 0, 0, 0, time.UTC)}
					if _, err := e.RecordRevenue(ctx, engine.By{Name: "ann"}, "april", row); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
					if again, err := e.CloseMonth(ctx, engine.By{Name: "ann"}, "2024-04"); again.AlreadyRecorded || err != nil {
						b.Fatalf("%v (%v)", again, err)
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
