package store

import (
	"fmt"
	"testing"

	"github.com/holiman/uint256"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
)

// A tally says of each account it knows what adding the postings up one by one says, whether it is of few accounts or of many, and so
// does one that took the accounts from it.
func TestATallyAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		daily := rapid.Bool().Draw(t, "daily")
		of := tallyOf(rapid.SampledFrom([]int{1, chunk + 1}).Draw(t, "accounts"), daily)
		known := rapid.SliceOfNDistinct(rapid.Int64Range(1, 9), 1, 6, rapid.ID).Draw(t, "known")
		want := map[int64]sums{}
		for _, id := range known {
			of.begin(id)
			want[id] = sums{}
		}
		for range rapid.IntRange(0, 60).Draw(t, "postings") {
			r := postingRead{rapid.Int64Range(0, 9).Draw(t, "from"), rapid.Int64Range(0, 9).Draw(t, "to"),
				rapid.SampledFrom([]money.Asset{eth, point, usdt}).Draw(t, "asset"), rapid.Int64Range(19_000, 19_004).Draw(t, "day"),
				*uint256.NewInt(rapid.Uint64().Draw(t, "amount"))}
			if err := of.add(&r); err != nil {
				t.Fatal(err)
			}
			for incoming, id := range map[bool]int64{false: r.from, true: r.to} {
				s, ok := want[id]
				if !ok {
					continue
				}
				m := moved{asset: r.asset}
				if daily {
					m.day = r.day
				}
				if m.out = r.amount; incoming {
					m.in, m.out = r.amount, uint256.Int{}
				}
				var err error
				if want[id], err = s.plus(&m); err != nil {
					t.Fatal(err)
				}
			}
		}
		copied := tallyOf(1, daily)
		for _, id := range known {
			copied.take(of, id)
		}
		for id := int64(-1); id < 12; id++ {
			s, ok := want[id]
			for _, have := range []*tally{of, copied} {
				if have.knows(id) != ok || fmt.Sprint(have.of(id)) != fmt.Sprint(s) {
					t.Fatalf("account %d: %v, want %v", id, have.of(id), s)
				}
			}
		}
		if of.size() != copied.size() {
			t.Fatalf("%d sums and accounts, %d were taken", of.size(), copied.size())
		}
	})
}
