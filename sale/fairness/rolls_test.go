package fairness

import (
	"testing"

	"github.com/holiman/uint256"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
)

// TestWhatIsKeptOfADeal reads as it was written, whatever the amounts are, and bytes that are cut off are not read.
func TestWhatIsKeptOfADeal(t *testing.T) {
	amounts := rapid.Custom(func(t *rapid.T) (n uint256.Int) {
		n.SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "amount"))
		return n
	})
	rapid.Check(t, func(t *rapid.T) {
		v := dealt{
			rapid.Uint64().Draw(t, "purchases"), rapid.Uint64().Draw(t, "nodes"),
			amounts.Draw(t, "list"), amounts.Draw(t, "discount"), amounts.Draw(t, "reward"),
		}
		b := dealLaw{}.Value(nil, v)
		if got, ok := (dealLaw{}).Read(b); !ok || got != v {
			t.Fatalf("%+v, %v, and not %+v", got, ok, v)
		}
		for n := range b {
			if _, ok := (dealLaw{}).Read(b[:n]); ok {
				t.Fatalf("%d of %d bytes are read", n, len(b))
			}
		}
		if _, ok := (dealLaw{}).Read(append(b, 0)); ok {
			t.Fatal("a byte more is read")
		}
		bought := rapid.Uint64().Draw(t, "bought")
		if got, ok := (boughtLaw{}).Read(boughtLaw{}.Value(nil, bought)); !ok || got != bought {
			t.Fatalf("%d, %v, and not %d", got, ok, bought)
		}
	})
}

// TestDealsOfOneBuyer are told apart by the last bytes of their keys alone.
func TestDealsOfOneBuyer(t *testing.T) {
	var tally Tally
	of := func(n int) deal { return deal{ledger.Wallet{1}, ledger.Wallet{18: byte(n >> 8), 19: byte(n)}} }
	for n := range 10_000 {
		tally.deals.Set(of(n), dealt{purchases: uint64(n)})
	}
	var read Tally
	if err := read.deals.ReadBytes(tally.deals.Bytes()); err != nil {
		t.Fatal(err)
	}
	for n := range 10_000 {
		a, ok := tally.deals.Get(of(n))
		b, also := read.deals.Get(of(n))
		if !ok || !also || a.purchases != uint64(n) || b != a {
			t.Fatalf("%d: %v, %v", n, a, b)
		}
	}
	if _, ok := read.deals.Get(of(10_000)); ok {
		t.Error("a deal that nobody made")
	}
}
