package ledger_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
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
			{From: ledger.SaleIncome(wallet(n)), To: ledger.WalletFunds(ledger.Wallet{0xee}), Amount: money.Units(eth, 90)},
			{From: ledger.SaleIncome(wallet(n)), To: ledger.ReferralExpense(wallet(n + 1)), Amount: money.Units(eth, 10)},
			{From: ledger.Issuance(node), To: ledger.Holding(wallet(n), node), Amount: money.Units(node, 1)},
		},
	}
}

func seal(t interface{ Fatal(...any) }, head ledger.Head, drafts ...ledger.Draft) ([]ledger.Transaction, ledger.Head) {
	var txs []ledger.Transaction
	for _, d := range drafts {
		tx, _, next, err := head.Seal(d)
		if err != nil {
			t.Fatal(err)
		}
		txs, head = append(txs, tx), next
	}
	return txs, head
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
		for range 2 {
			if got := s.Key(); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			s.BlockNumber = 0 // which a key does not say
			if read, ok := ledger.ParseKey(want); !ok || read != s {
				t.Errorf("%s is read as %+v, %v", want, read, ok)
			}
			s.Reversal, want = true, want+"!"
		}
	}
}

func TestWhatIsNoKeyIsNotRead(t *testing.T) {
	t.Parallel()
	block, tx := ledger.Hash{1}.String(), ledger.Hash{2}.String()
	for _, key := range []string{
		"", "!", "evm", "evm:::::", "op:alice", "op::x", "job:close-epoch:", "nobody:alice:x", "op:alice:x!!", "op:alice:\xff",
		"evm:1:" + block + ":" + tx + ":7", "evm:0:" + block + ":" + tx + ":7:purchase", "evm:01:" + block + ":" + tx + ":7:purchase",
		"evm:1:" + block + ":" + tx + ":4294967296:purchase", "evm:1:" + block + ":" + tx + ":7:purchase:g0",
		"evm:1:" + block + ":" + tx + ":7:purchase:2", "evm:1:" + block + ":" + tx + ":7:purchase:g1:more",
		"evm:1:0x01:" + tx + ":7:purchase", "evm:1:" + strings.ToUpper(block) + ":" + tx + ":7:purchase",
	} {
		if s, ok := ledger.ParseKey(key); ok {
			t.Errorf("%q is read as %+v", key, s)
		}
	}
}

func TestAccountsComeBackFromTheirPaths(t *testing.T) {
	t.Parallel()
	w := wallet(7)
	source, _ := ledger.SourceFunds("fiat")
	revenue, _ := ledger.RevenueIncome("fiat")
	cost, _ := ledger.Cost("fiat")
	campaign, _ := ledger.CampaignFund("eth-miners")
	bucket, _ := ledger.Bucket(eth, "team")
	pool, _ := ledger.PoolCarry(eth, "validators")
	line, _ := ledger.RunLine("2024-06-usdt", w, ledger.Share(w))
	tokens, _ := ledger.RunLine("2024-06-gpu", w, ledger.HolderToken(w, eth, ledger.Available))
	for a, path := range map[ledger.Account]string{
		ledger.WalletFunds(w): "assets:wallet:<w>", ledger.DistributorFunds(w): "assets:distributor:<w>",
		ledger.ContractFunds(w): "assets:sale:<w>", source: "assets:source:fiat",
		ledger.Referral(w, ledger.ReferralPending): "liabilities:referral:<w>:pending",
		ledger.Referral(w, ledger.ReferralPayable): "liabilities:referral:<w>:payable",
		ledger.Share(w): "liabilities:share:<w>", ledger.Rebate(w): "liabilities:rebate:<w>",
		line: "liabilities:payout:2024-06-usdt:<w>", ledger.Earnings(): "equity:earnings", ledger.Opening(): "equity:opening",
		ledger.Owners():                      "equity:owners",
		ledger.FundAccount(ledger.ShareFund): "equity:fund:share", ledger.FundAccount(ledger.BuybackFund): "equity:fund:buyback",
		campaign: "equity:fund:campaign:eth-miners", ledger.OwnTokens(): "equity:treasury-tokens", ledger.Suspense(): "equity:suspense",
		ledger.SaleIncome(w): "income:sale:<w>", revenue: "income:revenue:fiat", ledger.ReferralExpense(w): "expenses:referral:<w>",
		ledger.ShareExpense(w): "expenses:share:<w>", ledger.RebateExpense(w): "expenses:rebate:<w>", cost: "expenses:cost:fiat",
		ledger.Dust(): "expenses:dust", ledger.Issuance(eth): "register:eth:issuance", ledger.Holding(w, node): "register:node:<w>",
		ledger.HolderToken(w, eth, ledger.Locked):    "register:eth:<w>:locked",
		ledger.HolderToken(w, eth, ledger.Available): "register:eth:<w>:available",
		ledger.HolderToken(w, eth, ledger.Staked):    "register:eth:<w>:staked",
		ledger.HolderToken(w, eth, ledger.Unbonding): "register:eth:<w>:unbonding",
		ledger.HolderToken(w, eth, ledger.Released):  "register:eth:<w>:released", bucket: "register:eth:bucket:team",
		pool: "register:eth:pool:validators:carry", tokens: "register:eth:payout:2024-06-gpu:<w>", ledger.Market(eth): "register:eth:market",
		ledger.Burnt(eth): "register:eth:burnt",
	} {
		if want := strings.Replace(path, "<w>", w.String(), 1); a.String() != want {
			t.Errorf("%s should be %s", a, want)
		}
		if b, err := ledger.ParseAccount(a.String()); err != nil || b != a {
			t.Errorf("%s: %v", a, err)
		}
	}
	for _, path := range []string{"", "assets", "assets:", "assets:other", "income:sale:0xAB", "income:sale:" + w.String() + "x",
		"register:GPU:" + w.String(), "register:eth:pool:a b:carry", "sale:treasury"} {
		if _, err := ledger.ParseAccount(path); err == nil {
			t.Errorf("%q was taken for an account", path)
		}
	}
	if _, err := ledger.PoolCarry(eth, "a:b"); err == nil {
		t.Error("a pool's name with a colon was accepted")
	}
	if _, err := ledger.RunLine("A", w, ledger.Share(w)); err == nil {
		t.Error("a run's name in capitals was accepted")
	}
}

// The hashes below were computed from the written-down encoding by another program in another language. They are here so
// that no change of the encoding goes unnoticed: books of version 1 must verify permanently.
func TestEncodingVersion1IsFrozen(t *testing.T) {
	t.Parallel()
	txs, head := seal(t, ledger.Head{}, purchase(1, 1, 0), purchase(2, 3, 10), purchase(3, 1, 90_000))
	if len(txs) != 3 || head.String() != "3 0xc6ec18b700d3a762f63ec10b5b2f0d9d57bcd7a29586bc582fe086ea682e0069" {
		t.Errorf("head %s", head)
	}
}

func TestEveryFieldIsUnderTheHash(t *testing.T) {
	t.Parallel()
	base := purchase(1, 1, 0)
	sealed, _ := seal(t, ledger.Head{}, base)
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
	txs, _ := seal(t, ledger.Head{}, purchase(1, 1, 100), purchase(2, 1, 50))
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
			more, next := seal(t, head, d)
			head, txs = next, append(txs, more...)
		}
		gone := rapid.IntRange(0, n-1).Draw(t, "from")
		for i := range txs[:gone] {
			if err := before.Apply(&txs[i]); err != nil {
				t.Fatal(err)
			}
		}
		for i := n - 1; i >= gone; i-- {
			more, next := seal(t, head, ledger.Reverse(&txs[i], at(500_000), "the block left the chain"))
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
		if days[p] != bal.Balance {
			t.Fatalf("the days of %s sum to %v, its balance is %v", p.Account, days[p], bal)
		}
	}
}

// TestTurningChangesNothing: an account that must not stand on the other side refuses the transaction, whichever side is its own.
func TestTurningChangesNothing(t *testing.T) {
	t.Parallel()
	w, other := wallet(1), wallet(2)
	fund, _ := ledger.CampaignFund("one")
	first := purchase(1, 1, 0)
	first.Postings = append(first.Postings, []ledger.Posting{
		{From: ledger.Share(w), To: ledger.ShareExpense(w), Amount: money.Units(eth, 5)},
		{From: fund, To: ledger.Earnings(), Amount: money.Units(eth, 5)},
	}...)
	good := func(postings ...ledger.Posting) []ledger.Posting { return postings }
	for name, c := range map[string]struct {
		postings []ledger.Posting
		refused  bool
	}{
		"a holder gives what another has": {good(
			ledger.Posting{From: ledger.Holding(w, node), To: ledger.Holding(other, node), Amount: money.Units(node, 1)},
			ledger.Posting{From: ledger.Holding(w, node), To: ledger.Holding(other, node), Amount: money.Units(node, 1)}), true},
		"all of it": {good(ledger.Posting{From: ledger.Holding(w, node), To: ledger.Holding(other, node),
			Amount: money.Units(node, 1)}), false},
		"more is paid than is owed": {good(ledger.Posting{From: ledger.WalletFunds(other), To: ledger.Share(w),
			Amount: money.Units(eth, 6)}), true},
		"exactly what is owed": {good(ledger.Posting{From: ledger.WalletFunds(other), To: ledger.Share(w),
			Amount: money.Units(eth, 5)}), false},
		"paid before it is owed, in one transaction": {good(
			ledger.Posting{From: ledger.WalletFunds(other), To: ledger.Share(w), Amount: money.Units(eth, 6)},
			ledger.Posting{From: ledger.Share(w), To: ledger.ShareExpense(w), Amount: money.Units(eth, 1)}), false},
		"more of a budget than there is": {good(ledger.Posting{From: ledger.Earnings(), To: fund, Amount: money.Units(eth, 6)}), true},
		"the share's fund below zero": {good(
			ledger.Posting{From: ledger.Earnings(), To: ledger.FundAccount(ledger.ShareFund), Amount: money.Units(eth, 6)}), false},
		"more out of a wallet than came in": {good(
			ledger.Posting{From: ledger.WalletFunds(ledger.Wallet{0xee}), To: ledger.Suspense(), Amount: money.Units(eth, 91)}), false},
		"a refund of more than was paid": {good(
			ledger.Posting{From: ledger.WalletFunds(ledger.Wallet{0xee}), To: ledger.SaleIncome(w), Amount: money.Units(eth, 101)}), false},
	} {
		b := ledger.NewBalances()
		txs, head := seal(t, ledger.Head{}, first)
		if err := b.Apply(&txs[0]); err != nil {
			t.Fatal(err)
		}
		d := purchase(2, 1, 0)
		d.Postings = c.postings
		next, _ := seal(t, head, d)
		root := b.Root()
		if err := b.Apply(&next[0]); errors.Is(err, ledger.ErrTurned) != c.refused {
			t.Errorf("%s: %v", name, err)
		}
		if c.refused && b.Root() != root {
			t.Errorf("%s: the refused transaction left something behind", name)
		}
	}
}

func TestOneReversalOnly(t *testing.T) {
	t.Parallel()
	txs, head := seal(t, ledger.Head{}, purchase(1, 1, 0))
	more, head := seal(t, head, ledger.Reverse(&txs[0], at(1), "once"))
	again, _ := seal(t, head, ledger.Reverse(&txs[0], at(2), "twice"))
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

// The meta's text is what JSON's own encoder writes, of any text.
func TestMetaIsWrittenAsJSONWritesIt(t *testing.T) {
	t.Parallel()
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~]{0,9}`),
		rapid.SampledFrom([]string{"\u2028", "\x7f", "a\\", "<&>", "\xff"}))
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.MapOf(text, text).Draw(t, "meta")
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(m); err != nil {
			t.Fatal(err)
		}
		if have := ledger.Meta(m).Canonical() + "\n"; have != want.String() {
			t.Fatalf("%q, want %q", have, want.String())
		}
	})
	if have := ledger.Meta(nil).Canonical(); have != "{}" {
		t.Fatal(have)
	}
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
