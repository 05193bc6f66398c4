package payout_test

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

// A run that was prepared before somebody learnt something goes no further, in the steps that let it out and in no other.
func TestWhatBarsARun(t *testing.T) {
	t.Parallel()
	one, two := ledger.Wallet{1}, ledger.Wallet{2}
	for name, c := range map[string]struct {
		learn func(*payout.Book)
		want  string
	}{
		"nothing":               {func(*payout.Book) {}, ""},
		"another wallet":        {func(b *payout.Book) { b.Hold(two, "why"); b.Sanction([]ledger.Wallet{two}) }, ""},
		"held":                  {func(b *payout.Book) { b.Hold(one, "a secret") }, "is held back now"},
		"let go":                {func(b *payout.Book) { b.Hold(one, "a secret"); b.Hold(one, "") }, ""},
		"on the list":           {func(b *payout.Book) { b.Sanction([]ledger.Wallet{one}) }, "is on the sanctions list now"},
		"off the list":          {func(b *payout.Book) { b.Sanction([]ledger.Wallet{one}); b.Sanction(nil) }, ""},
		"paid before":           {func(b *payout.Book) { settle(t, b, one, "early", 5) }, "exception early"},
		"explained":             {func(b *payout.Book) { settle(t, b, one, "early", 5); resolve(t, b, "early") }, ""},
		"paid to somebody else": {func(b *payout.Book) { settle(t, b, two, "other", 5) }, ""},
		"unread":                {func(b *payout.Book) { b.Unread("x", ledger.Hash{}, "it cannot be read", july) }, ""},
	} {
		for _, step := range []string{payout.Approve, payout.Export} {
			var b payout.Book
			r, err := payout.Prepare("gpunet", "run", usdt, payout.Transfer, july,
				[]payout.Owed{{Account: ledger.Share(one), Amount: money.Units(usdt, 5)}}, payout.Guard{Minimum: money.Zero(usdt)})
			if err != nil {
				t.Fatal(err)
			}
			take := func(step, who string) {
				t.Helper()
				if err := b.Take(payout.Taken{Step: step, Run: "run", Operator: who, At: july}); err != nil {
					t.Fatal(err)
				}
			}
			if err := b.Prepare(r, ledger.OperatorSource("ann", "run"), "ann", "token:desk"); err != nil {
				t.Fatal(err)
			}
			take(payout.Propose, "ann")
			who := "bob"
			if step == payout.Approve {
				c.learn(&b)
			} else if !strings.Contains(name, "paid before") && name != "explained" { // it would be the run's own payment
				take(payout.Approve, "bob")
				c.learn(&b)
			} else {
				continue
			}
			err = b.Can(step, "run", who)
			if (err == nil) != (c.want == "") || (err != nil && !strings.Contains(err.Error(), c.want)) {
				t.Errorf("%s, %s: %v, want %q", name, step, err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), "secret") {
				t.Errorf("%s: what an operator said of a hold-back is told: %v", name, err)
			}
			if err := b.Can(payout.Cancel, "run", who); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			take(step, who) // what was recorded before stays readable
			if err := b.Can(payout.Export, "run", who); step == payout.Export && err != nil {
				t.Errorf("%s: files that are out cannot be written again: %v", name, err)
			}
		}
	}
}

func settle(t *testing.T, b *payout.Book, to ledger.Wallet, key string, units uint64) {
	t.Helper()
	if _, err := b.Settle(payout.Evidence{Key: key, To: to, Amount: money.Units(usdt, units), Method: payout.Transfer, At: july}); err != nil {
		t.Fatal(err)
	}
}

func resolve(t *testing.T, b *payout.Book, key string) {
	t.Helper()
	if err := b.Resolve(key, "ann", "it was a gift", ledger.OperatorSource("ann", "r")); err != nil {
		t.Fatal(err)
	}
}
