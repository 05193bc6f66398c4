package httpapi_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/wire"
)

// Runs are found by their state, a wallet that they pay, and the month in which they were prepared.
func TestPayoutsAreSearched(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	d.earned("1000")
	d.did(d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDT"}, &wire.PayoutReceipt{})
	d.did(d.ann, "/payouts/april/cancel", map[string]any{"reason": "again"}, &wire.PayoutReceipt{})
	d.did(d.ann, "/payouts", map[string]any{"run": "april-2", "asset": "USDT"}, &wire.PayoutReceipt{})
	both := []string{"april-2", "april"}
	paid := d.lines("april-2", 10)[0].Wallet
	for query, want := range map[string][]string{
		"": both, "state=draft": {"april-2"}, "state=cancelled": {"april"}, "state=settled": nil, "month=2024-05": both, "month=2024-04": nil,
		"wallet=" + paid: both, "wallet=" + samplebooks.Person(77).String(): nil, "wallet=" + paid + "&state=draft": {"april-2"},
	} {
		var page wire.Payouts
		d.get("/api/v1/payouts?"+query, &page)
		var got []string
		for _, r := range page.Payouts {
			got = append(got, r.Run)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", query, got, want)
		}
	}
	// The next page of what is searched goes on in what is searched.
	var first, second wire.Payouts
	d.get("/api/v1/payouts?wallet="+paid+"&limit=1", &first)
	d.get("/api/v1/payouts?wallet="+paid+"&limit=1&after="+first.Next, &second)
	if len(second.Payouts) != 1 || second.Payouts[0].Run != "april" || second.Next != "" {
		t.Errorf("%+v", second)
	}
	for _, query := range []string{"state=lost", "month=May", "wallet=0x12"} {
		if w := d.ask(http.MethodGet, "/api/v1/payouts?"+query); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", query, w.Code)
		}
	}
}

// The same invoice, written another way, is named before it is recorded twice.
func TestSimilarReferencesAreNamed(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20})
	d.did(d.ann, "/revenue", map[string]any{"reference": "INV-2024-001", "source": "dapp", "amount": "5", "at": "2024-04-20T00:00:00Z"},
		&wire.Receipt{})
	for reference, want := range map[string]int{
		"INV-2024-001": 1, "inv-2024-001": 1, "inv2024001": 1, "Inv%202024/001": 1, "INV-2024-0010": 0, "INV-2024-01": 0, "": 0, "--": 0,
	} {
		var c wire.RevenueCheck
		d.look("/revenue/check?reference="+reference, &c)
		if len(c.Similar) != want || want == 1 && (c.Similar[0].Reference != "INV-2024-001" || c.Similar[0].Operator != "ann" ||
			c.Similar[0].Sequence == 0) {
			t.Errorf("%s: %+v", reference, c.Similar)
		}
	}
}

// One wallet can be looked up on the sanctions list and among those held back, by a key that may read what is private.
func TestWalletIsLookedUp(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	one, two := samplebooks.Person(1).String(), samplebooks.Person(2).String()
	d.did(d.ann, "/sanctions", map[string]any{"reference": "s", "name": "list.txt", "text": one + "\n"}, &wire.Receipt{})
	d.did(d.ann, "/holds", map[string]any{"reference": "h", "wallet": two, "reason": "asked"}, &wire.Receipt{})
	for wallet, want := range map[string]wire.WalletBar{
		one:                            {Wallet: one, Sanctioned: true},
		two:                            {Wallet: two, Held: true, Reason: "asked"},
		samplebooks.Person(3).String(): {Wallet: samplebooks.Person(3).String()},
	} {
		var got wire.WalletBar
		d.look("/holds/"+wallet, &got)
		if got != want {
			t.Errorf("%+v, not %+v", got, want)
		}
	}
	if w := d.ask(http.MethodGet, "/api/v1/operator/holds/"+one); w.Code != http.StatusUnauthorized {
		t.Errorf("a visitor gets %d", w.Code)
	}
}
