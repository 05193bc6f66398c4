package referral_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/referral"
)

var eth = money.MustAsset("ETH", 18)

func TestNearMisses(t *testing.T) {
	t.Parallel()
	var r referral.Registry
	for i, code := range []string{"ALPHA", "BETA", "TWO-1", "TWO-2", "GPU🚀", "AB"} {
		r.Set(code, ledger.Wallet{byte(i + 1)}, true)
	}
	r.Set("ENDED", ledger.Wallet{9}, false)
	for typed, want := range map[string]string{
		"alpha": "ALPHA", " ALPHA ": "ALPHA", "AL-PHA": "ALPHA", "ALPA": "ALPHA", "ALPHAA": "ALPHA", "ALHPA": "ALPHA", "ALPHB": "ALPHA",
		"TWO1": "TWO-1", "TWO-3": "TWO-1", "gpu🚀": "GPU🚀", "beta": "BETA", "BTEA": "BETA",
		"ALPHA": "", "NOPE": "", "A": "", "AC": "", "": "", "ENDED": "", "ended": "", "ALHP": "", "\xff\xfe\xfd\xfc": "",
	} {
		got, ok := r.NearMiss(typed)
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
	if w, live := r.Live("alpha"); live || w != (ledger.Wallet{}) {
		t.Error("codes are compared byte by byte")
	}
	r.Set("ALPHA", ledger.Wallet{7}, true)
	if w, live := r.Live("ALPHA"); !live || w != (ledger.Wallet{7}) {
		t.Error("the code was not re-pointed")
	}
}

func TestOneSlipIsAlwaysFound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		code := []rune(rapid.StringMatching(`[A-Z0-9]{5,12}`).Draw(t, "code"))
		var r referral.Registry
		r.Set(string(code), ledger.Wallet{1}, true)
		i := rapid.IntRange(0, len(code)-2).Draw(t, "at")
		typed := append([]rune(nil), code...)
		switch rapid.IntRange(0, 3).Draw(t, "slip") {
		case 0:
			typed = append(typed[:i], typed[i+1:]...)
		case 1:
			typed = append(typed[:i], append([]rune{'Z'}, code[i:]...)...)
		case 2:
			typed[i] = '?'
		case 3:
			typed[i], typed[i+1] = typed[i+1], typed[i]
		}
		if got, ok := r.NearMiss(string(typed)); string(typed) != string(code) && (!ok || got != string(code)) {
			t.Fatalf("%s typed as %s was not recognised", string(code), string(typed))
		}
	})
}

func TestTheBoardsOrderIsTotalAndIndependentOfArrival(t *testing.T) {
	t.Parallel()
	credits := []referral.Credit{
		{Referrer: ledger.Wallet{5}, Reward: money.Units(eth, 10), Nodes: 1, When: 100},
		{Referrer: ledger.Wallet{4}, Reward: money.Units(eth, 20), Nodes: 1, When: 100},
		{Referrer: ledger.Wallet{3}, Reward: money.Units(eth, 10), Nodes: 2, When: 300},
		{Referrer: ledger.Wallet{2}, Reward: money.Units(eth, 10), Nodes: 1, When: 90},
		{Referrer: ledger.Wallet{1}, Reward: money.Units(eth, 10), Nodes: 1, When: 100, Self: true},
	}
	want := []byte{4, 3, 2, 1, 5}
	for range 20 {
		rand.Shuffle(len(credits), func(i, j int) { credits[i], credits[j] = credits[j], credits[i] })
		var b referral.Board
		for _, c := range credits {
			if err := b.Add(c); err != nil {
				t.Fatal(err)
			}
		}
		top := b.Top(eth, 0)
		for i, s := range top {
			if s.Referrer[0] != want[i] || s.Rank != i+1 {
				t.Fatalf("rank %d is %v", i+1, s)
			}
		}
		if len(b.Top(eth, 2)) != 2 || b.Top(eth, 2)[1].Referrer[0] != 3 {
			t.Fatal("the first two are others")
		}
		if s, ok := b.Of(ledger.Wallet{1}, eth); !ok || s.Selfs != 1 || s.Purchases != 1 {
			t.Fatalf("%+v", s)
		}
	}
}

// However many are asked for, the first are the first of all, with their ranks.
func TestTheFirstAreTheFirstOfAll(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var b referral.Board
		for range rapid.IntRange(0, 60).Draw(t, "credits") {
			err := b.Add(referral.Credit{
				Referrer: ledger.Wallet{19: rapid.Byte().Draw(t, "who") % 40}, Reward: money.Units(eth, rapid.Uint64Range(0, 5).Draw(t, "reward")),
				Nodes: rapid.Uint64Range(1, 3).Draw(t, "nodes"), When: int64(rapid.IntRange(1, 3).Draw(t, "when")),
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		all := b.Top(eth, 0)
		if len(all) != b.Len(eth) {
			t.Fatalf("%d of %d", len(all), b.Len(eth))
		}
		n := rapid.IntRange(1, 45).Draw(t, "n")
		if first := b.Top(eth, n); !slices.Equal(first, all[:min(n, len(all))]) {
			t.Fatalf("the first %d are\n%v\nof\n%v", n, first, all)
		}
	})
}
