package imprint

import (
	"encoding/binary"
	"runtime"
	"testing"
)

// BenchmarkMap writes a map of a million wallets. B/wallet is what the heap grew by while it was written: the bytes that came out, what it
// took to put them in order, and what was not collected yet.
func BenchmarkMap(b *testing.B) {
	type sums struct{ sold [12]uint64 }
	type wallets struct{ bought map[[20]byte]sums }
	c, err := New[wallets](nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	const many = 1_000_000
	v := &wallets{make(map[[20]byte]sums, many)}
	for n := range uint64(many) {
		var wallet [20]byte
		binary.LittleEndian.PutUint64(wallet[:], n*0x9e3779b97f4a7c15)
		v.bought[wallet] = sums{sold: [12]uint64{n}}
	}
	for b.Loop() {
		b.StopTimer()
		runtime.GC()
		var before, m runtime.MemStats
		runtime.ReadMemStats(&before)
		b.StartTimer()
		out, err := c.Write(v)
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc-before.HeapAlloc)/many, "B/wallet")
		b.ReportMetric(float64(len(out))/many, "written-B/wallet")
		b.ReportMetric(float64(m.TotalAlloc-before.TotalAlloc)/many, "alloc-B/wallet")
		b.StartTimer()
	}
}
