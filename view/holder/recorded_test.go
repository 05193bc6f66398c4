package holder_test

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
)

// The statements of all buyers of the recorded run are compared with the sums of their purchases.
func TestStatementsOfTheRecordedRun(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	nodes, paid := map[string]uint64{}, map[string]*big.Int{}
	for _, p := range samplebooks.Purchases(t) {
		buyer := strings.ToLower(p.Buyer)
		nodes[buyer] += p.Quantity
		if paid[buyer] == nil {
			paid[buyer] = new(big.Int)
		}
		paid[buyer].Add(paid[buyer], p.Paid)
	}
	for buyer, want := range nodes {
		wallet, err := view.ParseWallet(buyer)
		if err != nil {
			t.Fatal(err)
		}
		st, err := holder.OfHolder(t.Context(), e, holder.NewCodes(e), wallet, 100)
		if err != nil {
			t.Fatal(err)
		}
		if st.Nodes != want || st.Paid.Big().Cmp(paid[buyer]) != 0 {
			t.Errorf("%s has %d nodes for %s, want %d for %s", buyer, st.Nodes, st.Paid.Digits(), want, paid[buyer])
		}
		taken := uint64(0)
		for _, n := range st.Used {
			taken += n
		}
		if len(st.Used) > 0 && (len(st.Used) != 15 || taken != want) { // of some purchases the books know no tiers
			t.Errorf("%s took %v of the fifteen tiers, and %d in all", buyer, st.Used, want)
		}
		for i := 1; i < len(st.Entries); i++ {
			if st.Entries[i].Effective.After(st.Entries[i-1].Effective) {
				t.Errorf("%s: entry %d is newer than the one before", buyer, i)
			}
		}
	}
	// ALPHA's wallet bought nothing and was paid on the chain.
	alpha, _ := view.ParseWallet("0x90f79bf6eb2c4f870365e785982e1f101e93b906")
	st, err := holder.OfHolder(t.Context(), e, holder.NewCodes(e), alpha, 5)
	if err != nil {
		t.Fatal(err)
	}
	if st.Nodes != 0 || st.Referral.Earned != st.Referral.Paid || st.Referral.Paid.IsZero() || len(st.Entries) != 5 {
		t.Errorf("%+v", st)
	}
	if len(st.Codes) != 1 || st.Codes[0].Code != "ALPHA" {
		t.Errorf("codes %+v", st.Codes)
	}
	nobody, err := holder.OfHolder(t.Context(), e, holder.NewCodes(e), ledger.Wallet{1}, 5)
	if err != nil || nobody.Nodes != 0 || !nobody.Paid.IsZero() || len(nobody.Entries) != 0 {
		t.Errorf("nobody has %+v, %v", nobody, err)
	}
}

func TestHoldersInPages(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	all, more, _, err := holder.Holders(t.Context(), e, ledger.Wallet{}, 1000)
	if err != nil || more || len(all) == 0 {
		t.Fatal(len(all), more, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 50).Draw(t, "limit")
		var got []holder.Holder
		after := ledger.Wallet{}
		for more := true; more; {
			var page []holder.Holder
			page, more, _, err = holder.Holders(t.Context(), e, after, limit)
			if err != nil || len(page) > limit || len(page) == 0 {
				t.Fatalf("a page of %d, %v", len(page), err)
			}
			got = append(got, page...)
			after = page[len(page)-1].Wallet
		}
		if len(got) != len(all) {
			t.Fatalf("%d holders in pages of %d, %d together", len(got), limit, len(all))
		}
		total := uint64(0)
		for i := range got {
			if got[i] != all[i] {
				t.Fatalf("holder %d is %v, want %v", i, got[i], all[i])
			}
			total += got[i].Nodes
		}
		if total != 978 {
			t.Fatalf("they hold %d nodes", total)
		}
	})
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
