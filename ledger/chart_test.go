package ledger

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// forms are the paths of the chart, written down a second time as they were when books began: a path that moved would no
// longer be found in books that exist.
var forms = map[*regexp.Regexp]Class{
	regexp.MustCompile(`^sale:treasury$`):                                                          TreasuryClass,
	regexp.MustCompile(`^sale:dust$`):                                                              DustClass,
	regexp.MustCompile(`^buyers:0x[0-9a-f]{40}$`):                                                  BuyerClass,
	regexp.MustCompile(`^referrers:0x[0-9a-f]{40}:(pending|payable|paid)$`):                        ReferrerClass,
	regexp.MustCompile(`^issuance:[a-z][a-z0-9]{0,15}$`):                                           IssuanceClass,
	regexp.MustCompile(`^holders:0x[0-9a-f]{40}:[a-z][a-z0-9]{0,15}$`):                             HoldingClass,
	regexp.MustCompile(`^holders:0x[0-9a-f]{40}:[a-z][a-z0-9]{0,15}:(locked|available|released)$`): TokenClass,
	regexp.MustCompile(`^holders:0x[0-9a-f]{40}:rebate:(payable|paid)$`):                           RebateClass,
	regexp.MustCompile(`^holders:0x[0-9a-f]{40}:share:(payable|paid)$`):                            ShareClass,
	regexp.MustCompile(`^campaign:[a-z0-9][a-z0-9_-]{0,63}$`):                                      CampaignClass,
	regexp.MustCompile(`^pool:[a-z0-9][a-z0-9_-]{0,63}:carry$`):                                    PoolClass,
	regexp.MustCompile(`^revenue:[a-z0-9][a-z0-9_-]{0,63}$`):                                       RevenueClass,
	regexp.MustCompile(`^fund:(share|buyback)$`):                                                   FundClass,
	regexp.MustCompile(`^buyback:market$`):                                                         BuybackMarketClass,
	regexp.MustCompile(`^buyback:held$`):                                                           BuybackHeldClass,
	regexp.MustCompile(`^payout:[a-z0-9][a-z0-9_-]{0,63}$`):                                        PayoutClass,
}

// paths draws texts that are paths of accounts, or nearly.
func paths(t *rapid.T) string {
	return rapid.OneOf(
		rapid.StringMatching(`holders:0x[0-9a-f]{40}:[a-z0-9]{0,18}`),
		rapid.StringMatching(`holders:0x[0-9a-f]{38,42}:[a-z]{1,3}(:locked|:available|:released|:paid|)`),
		rapid.StringMatching(`holders:0x[0-9a-f]{40}:(share|rebate|gpu)(:payable|:paid|:locked|:|)`),
		rapid.StringMatching(`[a-z]olders[:;]0[xX][0-9a-g:]{40}[:a-f][A-Za-z0-9:_]{1,3}`),
		rapid.StringMatching(`(referrers|buyers):0x[0-9a-fA]{40}(:pending|:payable|:paid|:|)`),
		rapid.StringMatching(`(pool|revenue|campaign|payout|issuance|fund|sale):[a-zA-Z0-9_-]{0,66}(:carry)?`),
		rapid.StringMatching(`(sale|fund|buyback):(treasury|dust|share|buyback|market|held)x?`), rapid.String(),
	).Draw(t, "path")
}

func TestPathsAreThoseOfTheChart(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		path := paths(t)
		var want Class
		for form, class := range forms {
			if form.MatchString(path) {
				want = class
			}
		}
		a, err := ParseAccount(path)
		if (err == nil) != (want != 0) || a.Class() != want {
			t.Fatalf("%q is of class %d, want %d: %v", path, a.Class(), want, err)
		}
		if err == nil && a.String() != path {
			t.Fatalf("%q became %q", path, a)
		}
	})
}

func TestEveryRowOfTheChartIsReached(t *testing.T) {
	t.Parallel()
	for r := row(1); r < rows; r++ {
		c := &chart[r]
		path := r.path(map[hole]string{walletHole: Wallet{7}.String(), assetHole: "gpu", nameHole: "one"}[patterns[r].holes[0]], "gpu")
		if patterns[r].count < 2 {
			path = strings.TrimSuffix(path, "gpu")
			if patterns[r].holes[0] == assetHole {
				path += "gpu"
			}
		}
		a, err := ParseAccount(path)
		if err != nil || a.Class() != c.class || a.Stage() != c.stage || a.Overdraft() != c.overdraft || c.holds == "" {
			t.Errorf("%s: class %d, stage %q, overdraft %v: %v", path, a.Class(), a.Stage(), a.Overdraft(), err)
		}
		if !strings.HasPrefix(path, string(c.class.Prefix())) {
			t.Errorf("%s does not begin with its class's prefix %s", path, c.class.Prefix())
		}
	}
}

// documented matches a row of the table of accounts in docs/accounting.md.
var documented = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| (.+) \\| (no|\\*\\*yes\\*\\*) \\|$")

func TestTheDocumentShowsTheChart(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../docs/accounting.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := documented.FindAllStringSubmatch(string(content), -1)
	for r := row(1); r < rows; r++ {
		overdraft := map[bool]string{false: "no", true: "**yes**"}[chart[r].overdraft]
		want := "| `" + r.full() + "` | " + chart[r].holds + " | " + overdraft + " |"
		if int(r) > len(shown) {
			t.Fatalf("docs/accounting.md lacks the row\n%s", want)
		}
		if got := shown[r-1][0]; got != want {
			t.Errorf("row %d of the chart in docs/accounting.md is\n%s\nand should be\n%s", r, got, want)
		}
	}
	if len(shown) != int(rows)-1 {
		t.Errorf("docs/accounting.md shows %d accounts, the chart has %d", len(shown), rows-1)
	}
}

func TestPartsOfAccounts(t *testing.T) {
	t.Parallel()
	w := Wallet{0xab, 19: 7}
	run, _ := PayoutRun("2024-06-usdt")
	for path, want := range map[string]struct {
		wallet             bool
		asset, name, stage string
		kind, paid         string
	}{
		"buyers:<w>":            {wallet: true, kind: "buyers:*"},
		"referrers:<w>:payable": {wallet: true, stage: "payable", kind: "referrers:*:payable", paid: "referrers:<w>:paid"},
		"referrers:<w>:pending": {wallet: true, stage: "pending", kind: "referrers:*:pending"},
		"holders:<w>:node":      {wallet: true, asset: "NODE", kind: "holders:*:node"},
		"holders:<w>:gpu:available": {wallet: true, asset: "GPU", stage: "available", kind: "holders:*:gpu:available",
			paid: "holders:<w>:gpu:released"},
		"holders:<w>:gpu:locked":     {wallet: true, asset: "GPU", stage: "locked", kind: "holders:*:gpu:locked"},
		"holders:<w>:share:payable":  {wallet: true, stage: "payable", kind: "holders:*:share:payable", paid: "holders:<w>:share:paid"},
		"holders:<w>:rebate:payable": {wallet: true, stage: "payable", kind: "holders:*:rebate:payable", paid: "holders:<w>:rebate:paid"},
		"holders:<w>:share":          {wallet: true, asset: "SHARE", kind: "holders:*:share"},
		"issuance:node":              {asset: "NODE", kind: "issuance:node"},
		"pool:queens:carry":          {name: "queens", kind: "pool:*:carry"},
		run.String():                 {name: "2024-06-usdt", kind: "payout:*"},
		"sale:dust":                  {kind: "sale:dust"},
		"fund:share":                 {kind: "fund:share"},
	} {
		a, err := ParseAccount(strings.Replace(path, "<w>", w.String(), 1))
		if err != nil {
			t.Fatal(err)
		}
		got, owned := a.Wallet()
		if owned != want.wallet || owned && got != w || a.Asset() != want.asset || a.Name() != want.name ||
			a.Stage() != want.stage || a.Kind() != want.kind {
			t.Errorf("%s: %s %v, asset %q, name %q, stage %q, kind %q", a, got, owned, a.Asset(), a.Name(), a.Stage(), a.Kind())
		}
		payee, paid, payable := a.Payable()
		if payable != (want.paid != "") || payable && (payee != w || paid.String() != strings.Replace(want.paid, "<w>", w.String(), 1)) {
			t.Errorf("%s is paid to %s by %s: %v", a, paid, payee, payable)
		}
		if holder, ok := a.Holder(); ok != (a.Class() == HoldingClass) || ok && holder != w {
			t.Errorf("%s is the stock of %s: %v", a, holder, ok)
		}
	}
	var none Account
	if _, ok := none.Wallet(); ok || none.Class() != 0 || none.Overdraft() || none.Name()+none.Asset()+none.Stage()+none.Kind() != "" {
		t.Error("the zero account has parts")
	}
	if Referrer(w, "lost") != none || Share(w, "lost") != none || FundAccount("lost") != none {
		t.Error("a stage that is not in the chart made an account")
	}
}

func BenchmarkParseAccount(b *testing.B) {
	w := Wallet{0xab, 19: 7}
	for name, path := range map[string]string{
		"holding": "holders:" + w.String() + ":node", "referrer": "referrers:" + w.String() + ":paid", "payout": "payout:2024-06-usdt",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := ParseAccount(path); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("overdraft", func(b *testing.B) {
		a := Buyer(w)
		for b.Loop() {
			a.Overdraft()
		}
	})
}

func TestEveryClassHasAName(t *testing.T) {
	seen := map[string]Class{}
	for c := TreasuryClass; c <= PayoutClass; c++ {
		if other, taken := seen[c.String()]; c.String() == "" || taken {
			t.Errorf("class %d is called %q, as class %d", uint8(c), c, uint8(other))
		}
		seen[c.String()] = c
	}
	if none := (Account{}).Class().String() + (PayoutClass + 1).String(); none != "" {
		t.Errorf("no class is called %q", none)
	}
}
