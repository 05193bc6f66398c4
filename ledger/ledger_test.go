package ledger_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

var (
	eth  = money.MustAsset("ETH", 18)
	node = money.MustAsset("NODE", 0)
)

func wallet(n byte) ledger.Wallet { return ledger.Wallet{19: n} }

func at(seconds int64) time.Time { return time.Unix(1_713_000_000+seconds, 0).UTC() }

// purchase drafts a small purchase by wallet n, number i, at a time in seconds.
func purchase(i uint64, n byte, seconds int64) ledger.Draft {
	block, tx := sha256.Sum256(fmt.Append(nil, "block", i)), sha256.Sum256(fmt.Append(nil, "tx", i))
	return ledger.Draft{
		Kind: "purchase", Program: "gpunet", Rule: "0123456789abcdef", Effective: at(seconds), Booked: at(seconds),
		Source: ledger.LogSource(1, i, block, tx, uint32(i), "purchase", 0),
		Meta:   ledger.Meta{"code": "GPU🚀", "quantity": "1"},
		Postings: []ledger.Posting{
			{From: ledger.Buyer(wallet(n)), To: ledger.Treasury(), Amount: money.Units(eth, 90)},
			{From: ledger.Buyer(wallet(n)), To: ledger.Referrer(wallet(n+1), ledger.ReferralPaid), Amount: money.Units(eth, 10)},
			{From: ledger.Issuance(node), To: ledger.Holding(wallet(n), node), Amount: money.Units(node, 1)},
		},
	}
}

func seal(t interface{ Fatal(...any) }, head ledger.Head, drafts ...ledger.Draft) ([]ledger.Transaction, []ledger.Checkpoint, ledger.Head) {
	var txs []ledger.Transaction
	var days []ledger.Checkpoint
	for _, d := range drafts {
		tx, day, next, err := head.Seal(d)
		if err != nil {
			t.Fatal(err)
		}
		if day != nil {
			days = append(days, *day)
		}
		txs, head = append(txs, tx), next
	}
	return txs, days, head
}

func TestKeysAreDerivedFromTheSource(t *testing.T) {
	t.Parallel()
	block, tx := ledger.Hash{1}, ledger.Hash{2}
	for want, s := range map[string]ledger.Source{
		"evm:1:" + block.String() + ":" + tx.String() + ":7:purchase":    ledger.LogSource(1, 5, block, tx, 7, "purchase", 0),
		"evm:1:" + block.String() + ":" + tx.String() + ":7:purchase:g2": ledger.LogSource(1, 5, block, tx, 7, "purchase", 2),
		"job:close-epoch:2024-06-01":                                     ledger.JobSource("close-epoch", "2024-06-01"),
		"op:alice:stripe-2024-06":                                        ledger.OperatorSource("alice", "stripe-2024-06"),
	} {
		if got := s.Key(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestAccountsComeBackFromTheirPaths(t *testing.T) {
	t.Parallel()
	pool, _ := ledger.PoolCarry("validators")
	revenue, _ := ledger.Revenue("fiat")
	run, _ := ledger.PayoutRun("2024-06-usdt")
	campaign, _ := ledger.Campaign("eth-miners")
	w := wallet(7)
	for _, a := range []ledger.Account{
		ledger.Treasury(), ledger.Dust(), ledger.Buyer(w), ledger.Referrer(w, ledger.ReferralPending),
		ledger.Referrer(w, ledger.ReferralPayable), ledger.Referrer(w, ledger.ReferralPaid), ledger.Holding(w, node),
		ledger.HolderToken(w, eth, ledger.Locked), ledger.HolderToken(w, eth, ledger.Available),
		ledger.HolderToken(w, eth, ledger.Released), ledger.Share(w, ledger.SharePayable), ledger.Share(w, ledger.SharePaid),
		ledger.Issuance(eth), ledger.FundAccount(ledger.ShareFund), ledger.FundAccount(ledger.BuybackFund), pool, revenue, run,
		campaign, ledger.Rebate(w, ledger.SharePayable), ledger.Rebate(w, ledger.SharePaid),
	} {
		if b, err := ledger.ParseAccount(a.String()); err != nil || b != a {
			t.Errorf("%s: %v", a, err)
		}
	}
	for _, path := range []string{"", "sale", "sale:", "sale:other", "buyers:0xAB", "buyers:" + w.String() + "x",
		"holders:" + w.String() + ":GPU", "pool:a b:carry"} {
		if _, err := ledger.ParseAccount(path); err == nil {
			t.Errorf("%q was taken for an account", path)
		}
	}
	if _, err := ledger.PoolCarry("a:b"); err == nil {
		t.Error("a pool's name with a colon was accepted")
	}
}

// The hashes below were computed from the written-down encoding by another program in another language. They are here so
// that no change of the encoding goes unnoticed: books of version 1 must verify permanently.
func TestEncodingVersion1IsFrozen(t *testing.T) {
	t.Parallel()
	txs, days, head := seal(t, ledger.Head{}, purchase(1, 1, 0), purchase(2, 3, 10), purchase(3, 1, 90_000))
	if len(txs) != 3 || head.String() != "3 0x370fc6eb5408bd56bf19bee639f6a3b4ee687699cb45e1a2d246e6583e0c7ce3" {
		t.Errorf("head %s", head)
	}
	if len(days) != 1 || days[0].First != 1 || days[0].Last != 2 ||
		days[0].Hash.String() != "0xa3f290de9f5841fc58f69de43de5d240490a6f44a58ac26d73e0bedcb8aeec36" {
		t.Errorf("days %+v", days)
	}
}

func TestEveryFieldIsUnderTheHash(t *testing.T) {
	t.Parallel()
	base := purchase(1, 1, 0)
	sealed, _, _ := seal(t, ledger.Head{}, base)
	changes := map[string]func(*ledger.Transaction){
		"sequence":   func(x *ledger.Transaction) { x.Sequence = 2 },
		"previous":   func(x *ledger.Transaction) { x.Previous[0] ^= 1 },
		"kind":       func(x *ledger.Transaction) { x.Kind = "refund" },
		"program":    func(x *ledger.Transaction) { x.Program = "other" },
		"rule":       func(x *ledger.Transaction) { x.Rule = "1" },
		"effective":  func(x *ledger.Transaction) { x.Effective = x.Effective.Add(time.Second) },
		"booked":     func(x *ledger.Transaction) { x.Booked = x.Booked.Add(time.Second) },
		"chain":      func(x *ledger.Transaction) { x.Source.Chain++ },
		"number":     func(x *ledger.Transaction) { x.Source.BlockNumber++ },
		"block":      func(x *ledger.Transaction) { x.Source.BlockHash[5] ^= 1 },
		"tx":         func(x *ledger.Transaction) { x.Source.TxHash[5] ^= 1 },
		"index":      func(x *ledger.Transaction) { x.Source.LogIndex++ },
		"leg":        func(x *ledger.Transaction) { x.Source.Leg = "payable" },
		"generation": func(x *ledger.Transaction) { x.Source.Generation++ },
		"reversal":   func(x *ledger.Transaction) { x.Source.Reversal = true },
		"meta":       func(x *ledger.Transaction) { x.Meta = ledger.Meta{"code": "GPU"} },
		"amount":     func(x *ledger.Transaction) { x.Postings[1].Amount = money.Units(eth, 11) },
		"asset":      func(x *ledger.Transaction) { x.Postings[1].Amount = money.Units(money.MustAsset("ETH", 17), 10) },
		"account":    func(x *ledger.Transaction) { x.Postings[2].To = ledger.Holding(wallet(9), node) },
		"order":      func(x *ledger.Transaction) { x.Postings[0], x.Postings[1] = x.Postings[1], x.Postings[0] },
		"fewer":      func(x *ledger.Transaction) { x.Postings = x.Postings[:2] },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			x := sealed[0]
			x.Postings = append([]ledger.Posting(nil), x.Postings...)
			change(&x)
			var v ledger.Verifier
			var diff *ledger.Difference
			if err := v.Transaction(&x); !errors.As(err, &diff) {
				t.Fatalf("not noticed: %v", err)
			}
		})
	}
	var v ledger.Verifier
	if err := v.Transaction(&sealed[0]); err != nil {
		t.Fatalf("the unchanged one: %v", err)
	}
}

func TestInvalidDraftsAreRefused(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*ledger.Draft){
		"no kind":        func(d *ledger.Draft) { d.Kind = "" },
		"no program":     func(d *ledger.Draft) { d.Program = "" },
		"no rule":        func(d *ledger.Draft) { d.Rule = "" },
		"local time":     func(d *ledger.Draft) { d.Effective = d.Effective.In(time.FixedZone("X", 3600)) },
		"half a second":  func(d *ledger.Draft) { d.Booked = d.Booked.Add(time.Second / 2) },
		"no source":      func(d *ledger.Draft) { d.Source = ledger.Source{} },
		"nothing moves":  func(d *ledger.Draft) { d.Postings[0].Amount = money.Zero(eth) },
		"no account":     func(d *ledger.Draft) { d.Postings[0].To = ledger.Account{} },
		"to itself":      func(d *ledger.Draft) { d.Postings[0].To = d.Postings[0].From },
		"a stray mirror": func(d *ledger.Draft) { d.Reverses = 1 },
		"bad text":       func(d *ledger.Draft) { d.Meta = ledger.Meta{"code": "\xff"} },
	} {
		d := purchase(1, 1, 0)
		change(&d)
		if _, _, _, err := (ledger.Head{}).Seal(d); !errors.Is(err, ledger.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBookedNeverGoesBack(t *testing.T) {
	t.Parallel()
	txs, _, _ := seal(t, ledger.Head{}, purchase(1, 1, 100), purchase(2, 1, 50))
	if !txs[1].Booked.Equal(at(100)) || !txs[1].Effective.Equal(at(50)) {
		t.Fatalf("booked %v, effective %v", txs[1].Booked, txs[1].Effective)
	}
}

func TestAnythingAndItsReversalLeaveNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var head ledger.Head
		before, after := ledger.NewBalances(), ledger.NewBalances()
		var v ledger.Verifier
		n := rapid.IntRange(1, 20).Draw(t, "n")
		var txs []ledger.Transaction
		for i := range n {
			d := purchase(uint64(i+1), byte(rapid.IntRange(1, 5).Draw(t, "wallet")), int64(rapid.IntRange(0, 400_000).Draw(t, "when")))
			more, _, next := seal(t, head, d)
			head, txs = next, append(txs, more...)
		}
		gone := rapid.IntRange(0, n-1).Draw(t, "from")
		for i := range txs[:gone] {
			if err := before.Apply(&txs[i]); err != nil {
				t.Fatal(err)
			}
		}
		for i := n - 1; i >= gone; i-- {
			more, _, next := seal(t, head, ledger.Reverse(&txs[i], at(500_000), "the block left the chain"))
			head, txs = next, append(txs, more...)
		}
		for i := range txs {
			if err := after.Apply(&txs[i]); err != nil {
				t.Fatal(err)
			}
			if err := v.Transaction(&txs[i]); err != nil {
				t.Fatal(err)
			}
		}
		if before.Root() != after.Root() {
			t.Fatal("the balances differ from those of books in which it never happened")
		}
		if v.Head().Hash != head.Hash {
			t.Fatal("the verifier ends at another head")
		}
		conserved(t, after)
	})
}

// conserved checks that each asset sums to zero over all accounts, and that the days sum to the whole.
func conserved(t *rapid.T, b *ledger.Balances) {
	sums, days := map[money.Asset]*big.Int{}, map[ledger.Place]money.Balance{}
	for p, bal := range b.Now {
		if sums[p.Asset] == nil {
			sums[p.Asset] = new(big.Int)
		}
		sums[p.Asset].Add(sums[p.Asset], bal.Net())
	}
	for asset, sum := range sums {
		if sum.Sign() != 0 {
			t.Fatalf("%s sums to %s over all accounts", asset, sum)
		}
	}
	for p, bal := range b.Days {
		sum, ok := days[p.Place]
		if !ok {
			sum = money.NewBalance(p.Asset)
		}
		days[p.Place], _ = sum.Plus(*bal)
	}
	for p, bal := range b.Now {
		if days[p] != *bal {
			t.Fatalf("the days of %s sum to %v, its balance is %v", p.Account, days[p], bal)
		}
	}
}

func TestOverdrawingChangesNothing(t *testing.T) {
	t.Parallel()
	b := ledger.NewBalances()
	txs, _, head := seal(t, ledger.Head{}, purchase(1, 1, 0))
	if err := b.Apply(&txs[0]); err != nil {
		t.Fatal(err)
	}
	d := purchase(2, 1, 0)
	d.Kind = "refund"
	d.Postings = []ledger.Posting{
		{From: ledger.Treasury(), To: ledger.Buyer(wallet(1)), Amount: money.Units(eth, 80)},
		{From: ledger.Treasury(), To: ledger.Buyer(wallet(2)), Amount: money.Units(eth, 11)},
	}
	bad, _, _ := seal(t, head, d)
	root := b.Root()
	if err := b.Apply(&bad[0]); !errors.Is(err, ledger.ErrOverdrawn) {
		t.Fatalf("got %v", err)
	}
	if b.Root() != root {
		t.Fatal("the refused transaction left something behind")
	}
}

func TestOneReversalOnly(t *testing.T) {
	t.Parallel()
	txs, _, head := seal(t, ledger.Head{}, purchase(1, 1, 0))
	more, _, head := seal(t, head, ledger.Reverse(&txs[0], at(1), "once"))
	again, _, _ := seal(t, head, ledger.Reverse(&txs[0], at(2), "twice"))
	var v ledger.Verifier
	for _, x := range append(append(txs, more...), again...) {
		if err := v.Transaction(&x); err != nil {
			if x.Sequence != 3 {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatal("the second reversal was accepted")
}

func TestLineProofs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "transactions")
		drafts := make([]ledger.Draft, n+1)
		for i := range drafts {
			drafts[i] = purchase(uint64(i+1), byte(i), int64(i))
			drafts[i].Postings = drafts[i].Postings[:rapid.IntRange(1, 3).Draw(t, "postings")]
		}
		drafts[n].Booked = drafts[n].Booked.Add(48 * time.Hour) // closes the day of the others
		txs, days, _ := seal(t, ledger.Head{}, drafts...)
		hashes := make([]ledger.Hash, n)
		for i := range hashes {
			hashes[i] = txs[i].Hash
		}
		k := rapid.IntRange(0, n-1).Draw(t, "transaction")
		line := rapid.IntRange(0, len(txs[k].Postings)-1).Draw(t, "line")
		p, err := ledger.ProveLine(&txs[k], line, days[0], hashes)
		if err != nil {
			t.Fatal(err)
		}
		p.Posting.Amount, _ = p.Posting.Amount.Add(money.Units(p.Posting.Amount.Asset(), 1))
		if err := p.Verify(days[0].Hash); !errors.Is(err, ledger.ErrProof) {
			t.Fatalf("another amount was proven: %v", err)
		}
		p.Posting = txs[k].Postings[line]
		if err := p.Verify(ledger.Hash{1}); !errors.Is(err, ledger.ErrProof) {
			t.Fatalf("proven against another checkpoint: %v", err)
		}
	})
}

func TestMetaIsCanonicalOrRefused(t *testing.T) {
	t.Parallel()
	m := ledger.Meta{"b": "<&>", "a": "\u0000 \" 🚀"}
	back, err := ledger.ParseMeta(m.Canonical())
	if err != nil || back["a"] != m["a"] || back["b"] != m["b"] {
		t.Fatalf("%v %v", back, err)
	}
	for _, text := range []string{``, `{"b":"1","a":"2"}`, `{"a": "1"}`, `{"a":1}`, `[]`, `null`} {
		if _, err := ledger.ParseMeta(text); err == nil {
			t.Errorf("%s was accepted", text)
		}
	}
}
