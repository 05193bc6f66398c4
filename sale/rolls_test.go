package sale

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
)

// TestWhatIsKeptOfAWallet reads as it was written, and nothing else is read.
func TestWhatIsKeptOfAWallet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		used := rapid.SliceOfN(rapid.Uint64(), 0, mostTiers).Draw(t, "used")
		if got, ok := (usedLaw{}).Read(usedLaw{}.Value(nil, used)); !ok || !slices.Equal(got, used) {
			t.Fatalf("%v, %v", got, ok)
		}
		w := ledger.Wallet(rapid.SliceOfN(rapid.Byte(), 20, 20).Draw(t, "wallet"))
		b := referrerLaw{}.Value(nil, w)
		if got, ok := (referrerLaw{}).Read(b); !ok || got != w {
			t.Fatalf("%v, %v", got, ok)
		}
		for _, other := range [][]byte{b[:19], append(b, 0), nil} {
			if _, ok := (referrerLaw{}).Read(other); ok {
				t.Fatalf("%x is read", other)
			}
		}
	})
	if _, ok := (usedLaw{}).Read(make([]byte, 10*mostTiers+1)); ok {
		t.Error("more tiers than there are")
	}
	if _, ok := (usedLaw{}).Read([]byte{1, 0x80}); ok {
		t.Error("a number that is cut off")
	}
	if _, ok := (buyerLaw{}).Read(buyerLaw{}.Value(nil, struct{}{})); !ok {
		t.Error("a buyer")
	}
	if _, ok := (buyerLaw{}).Read([]byte{0}); ok {
		t.Error("more than a buyer")
	}
}
