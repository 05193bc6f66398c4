package rewards_test

import (
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// crowd is n holders of 1 to 115 nodes in order of wallet, every tenth a provider and every hundredth a queen.
func crowd(n int) []rewards.Holder {
	list := make([]rewards.Holder, n)
	for i := range list {
		h := &list[i]
		binary.BigEndian.PutUint64(h.Wallet[:], uint64(i+1)*0x9e3779b9)
		h.Nodes = uint64(i%115) + 1
		if i%10 == 0 {
			h.Compute, _ = money.NewRatio(uint64(i%977)+1, 10)
			value, _ := money.NewRatio(uint64(i%11), 10)
			h.Health, _ = rewards.NewHealth(value, 0)
		}
		if i%100 == 0 {
			h.Queen, h.Stake = true, wholeUnits(gpoint, uint64(i%30000))
		}
	}
	return list
}

// BenchmarkEpoch computes a day of points, writes its file and drafts its postings.
func BenchmarkEpoch(b *testing.B) {
	for _, name := range []string{"gpunet", "gpunet-docs"} {
		p, err := program.Load(name)
		if err != nil {
			b.Fatal(err)
		}
		for _, n := range []int{10_000, 1_000_000} {
			holders := crowd(n)
			in := rewards.PointsInput{Epoch: epochOf("2025-06-01"), Holders: holders}
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					r, err := rewards.ClosePoints(p, in)
					if err != nil {
						b.Fatal(err)
					}
					file, err := r.WriteFile(io.Discard)
					if err != nil {
						b.Fatal(err)
					}
					d, err := r.Draft(file)
					if err != nil {
						b.Fatal(err)
					}
					runtime.KeepAlive(d)
				}
			})
		}
	}
}

// BenchmarkUnlock drafts the end of the lock of a token's epoch.
func BenchmarkUnlock(b *testing.B) {
	p, curve := generated(b, "gpunet", "2025-01-01T00:00:00Z")
	r, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epochOf("2025-06-01"), Curve: curve, Holders: crowd(1_000_000)})
	if err != nil {
		b.Fatal(err)
	}
	d, err := r.Draft(ledger.Hash{1})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := rewards.Unlock(&d); err != nil {
			b.Fatal(err)
		}
	}
}
