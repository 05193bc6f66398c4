package ledger

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
)

// forms are the paths of the chart, written down a second time: a path that moved would no longer be found in books that exist.
var forms = map[*regexp.Regexp]Role{
	regexp.MustCompile(`^assets:wallet:0x[0-9a-f]{40}$`):                                                             WalletRole,
	regexp.MustCompile(`^assets:distributor:0x[0-9a-f]{40}$`):                                                        DistributorRole,
	regexp.MustCompile(`^assets:sale:0x[0-9a-f]{40}$`):                                                               ContractRole,
	regexp.MustCompile(`^assets:source:[a-z0-9][a-z0-9_-]{0,63}$`):                                                   SourceRole,
	regexp.MustCompile(`^liabilities:referral:0x[0-9a-f]{40}:(pending|payable)$`):                                    ReferralRole,
	regexp.MustCompile(`^liabilities:share:0x[0-9a-f]{40}$`):                                                         ShareRole,
	regexp.MustCompile(`^liabilities:rebate:0x[0-9a-f]{40}$`):                                                        RebateRole,
	regexp.MustCompile(`^liabilities:payout:[a-z0-9][a-z0-9_-]{0,63}:0x[0-9a-f]{40}$`):                               PayoutRole,
	regexp.MustCompile(`^equity:earnings$`):                                                                          EarningsRole,
	regexp.MustCompile(`^equity:opening$`):                                                                           OpeningRole,
	regexp.MustCompile(`^equity:owners$`):                                                                            OwnersRole,
	regexp.MustCompile(`^equity:fund:(share|buyback)$`):                                                              FundRole,
	regexp.MustCompile(`^equity:fund:campaign:[a-z0-9][a-z0-9_-]{0,63}$`):                                            CampaignRole,
	regexp.MustCompile(`^equity:treasury-tokens$`):                                                                   OwnTokensRole,
	regexp.MustCompile(`^equity:suspense$`):                                                                          SuspenseRole,
	regexp.MustCompile(`^income:sale:0x[0-9a-f]{40}$`):                                                               SaleRole,
	regexp.MustCompile(`^income:revenue:[a-z0-9][a-z0-9_-]{0,63}$`):                                                  RevenueRole,
	regexp.MustCompile(`^expenses:referral:0x[0-9a-f]{40}$`):                                                         ReferralExpenseRole,
	regexp.MustCompile(`^expenses:share:0x[0-9a-f]{40}$`):                                                            ShareExpenseRole,
	regexp.MustCompile(`^expenses:rebate:0x[0-9a-f]{40}$`):                                                           RebateExpenseRole,
	regexp.MustCompile(`^expenses:cost:[a-z0-9][a-z0-9_-]{0,63}$`):                                                   CostRole,
	regexp.MustCompile(`^expenses:dust$`):                                                                            DustRole,
	regexp.MustCompile(`^register:[a-z][a-z0-9]{0,15}:issuance$`):                                                    IssuanceRole,
	regexp.MustCompile(`^register:[a-z][a-z0-9]{0,15}:0x[0-9a-f]{40}$`):                                              HoldingRole,
	regexp.MustCompile(`^register:[a-z][a-z0-9]{0,15}:0x[0-9a-f]{40}:(locked|available|staked|unbonding|released)$`): TokenRole,
	regexp.MustCompile(`^register:[a-z][a-z0-9]{0,15}:bucket:[a-z0-9][a-z0-9_-]{0,63}$`):                             BucketRole,
	regexp.MustCompile(`^register:[a-z][a-z0-9]{0,15}:pool:[a-z0-9][a-z0-9_-]{0,63}:carry$`):                         PoolRole,
	regexp.MustCompile(`^register:[a-z][a-z0-9]{0,15}:payout:[a-z0-9][a-z0-9_-]{0,63}:0x[0-9a-f]{40}$`):              TokenPayoutRole,
	regexp.MustCompile(`^register:[a-z][a-z0-9]{0,15}:market$`):                                                      MarketRole,
	regexp.MustCompile(`^register:[a-z][a-z0-9]{0,15}:burnt$`):                                                       BurntRole,
}

// paths draws texts that are paths of accounts, or nearly.
func paths(t *rapid.T) string {
	return rapid.OneOf(
		rapid.StringMatching(`register:[a-z0-9]{0,18}:0x[0-9a-f]{40}`),
		rapid.StringMatching(`register:[a-z]{1,3}:0x[0-9a-f]{38,42}(:locked|:available|:released|:staked|:unbonding|:paid|)`),
		rapid.StringMatching(`register:[a-z]{1,3}:(issuance|market|burnt|bucket:[a-z0-9_-]{0,3}|pool:[a-zA-Z_-]{0,66}:carry|pool:x)`),
		rapid.StringMatching(`(register:gpu|liabilities):payout:[a-z0-9_-]{0,66}(:0x[0-9a-f]{39,41}|)`),
		rapid.StringMatching(`[a-z]egister[:;]node:0[xX][0-9a-g:]{40}[:a-f][A-Za-z0-9:_]{1,3}`),
		rapid.StringMatching(`(liabilities|expenses):(referral|share|rebate):0x[0-9a-fA]{40}(:pending|:payable|:paid|:|)`),
		rapid.StringMatching(`(assets|income):(wallet|distributor|sale|source|revenue):(0x[0-9a-f]{40}|[a-zA-Z0-9_-]{0,66})`),
		rapid.StringMatching(`equity:(earnings|opening|owners|suspense|treasury-tokens|fund:(share|buyback|campaign:[a-z]{0,2}))x?`),
		rapid.StringMatching(`expenses:(dust|cost:[a-z_]{0,2})x?`), rapid.String(),
	).Draw(t, "path")
}

func TestPathsAreThoseOfTheChart(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		path := paths(t)
		var want Role
		for form, role := range forms {
			if form.MatchString(path) {
				want = role
			}
		}
		a, err := ParseAccount(path)
		if (err == nil) != (want != 0) || a.Role() != want {
			t.Fatalf("%q has the role %s, want %s: %v", path, a.Role(), want, err)
		}
		if err == nil && !strings.HasPrefix(path, string(a.Class().Prefix())) {
			t.Fatalf("%q is of the class %s", path, a.Class())
		}
		if err == nil && a.String() != path {
			t.Fatalf("%q became %q", path, a)
		}
	})
}

// sample is a path of a row.
func sample(r row) string {
	var values [holesMost]string
	for i, h := range patterns[r].holes {
		values[i] = map[hole]string{walletHole: Wallet{7}.String(), assetHole: "gpu", nameHole: "one"}[h]
	}
	return r.path(values)
}

func TestEveryRowOfTheChartIsReached(t *testing.T) {
	t.Parallel()
	for r := row(1); r < rows; r++ {
		c := &chart[r]
		path := sample(r)
		a, err := ParseAccount(path)
		side, turns := r.normal()
		if err != nil || a.Role() != c.role || a.Class() != c.class || a.Stage() != c.stage || a.Side() != side || a.MayTurn() != turns ||
			c.holds == "" {
			t.Errorf("%s: %s %s, stage %q, %s, may turn %v: %v", path, a.Class(), a.Role(), a.Stage(), a.Side(), a.MayTurn(), err)
		}
		if !strings.HasPrefix(path, string(c.role.Prefix())) || !strings.HasPrefix(path, c.class.String()+":") {
			t.Errorf("%s does not begin with its role's prefix %s and its class %s", path, c.role.Prefix(), c.class)
		}
	}
}

// TestRulesOfBalance: who may stand on which side, written down a second time.
func TestRulesOfBalance(t *testing.T) {
	t.Parallel()
	firm := map[Class]Side{Liabilities: Credit, Register: Debit}
	for r := row(1); r < rows; r++ {
		side, turns := r.normal()
		role, class := chart[r].role, chart[r].class
		wantSide, has := firm[class]
		wantTurn := !has
		switch {
		case role == CampaignRole:
			wantSide, wantTurn = Credit, false
		case role == IssuanceRole || role == MarketRole:
			wantSide, wantTurn = Credit, true
		case class == Assets || class == Expenses || role == OwnTokensRole:
			wantSide = Debit
		case class == Equity || class == Income:
			wantSide = Credit
		}
		if side != wantSide || turns != wantTurn {
			t.Errorf("%s normally stands in %s and may turn %v, want %s, %v", sample(r), side, turns, wantSide, wantTurn)
		}
	}
}

// TestOwnedBy: the prefixes find every account of an owner, and none of another.
func TestOwnedBy(t *testing.T) {
	t.Parallel()
	w, asset := Wallet{7}, money.MustAsset("GPU", 18)
	prefixes := OwnedBy(w, asset)
	for r := row(1); r < rows; r++ {
		a, _ := ParseAccount(sample(r))
		owner, owned := a.Owner()
		want := owned && owner == w && chart[r].role != PayoutRole && chart[r].role != TokenPayoutRole
		found := 0
		for _, p := range prefixes {
			if strings.HasPrefix(a.String(), string(p)) {
				found++
			}
		}
		if (found == 1) != want || found > 1 {
			t.Errorf("%s is found by %d of %q", a, found, prefixes)
		}
	}
}

// documented matches a row of the table of accounts in docs/accounting.md.
var documented = regexp.MustCompile("(?m)^\\| `([a-z]+:[^`]+)` \\| (debit|credit) \\| (no|\\*\\*yes\\*\\*) \\| (.+) \\|$")

func TestTheDocumentShowsTheChart(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../docs/accounting.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := documented.FindAllStringSubmatch(string(content), -1)
	for r := row(1); r < rows; r++ {
		side, turns := r.normal()
		turn := map[bool]string{false: "no", true: "**yes**"}[turns]
		want := strings.Join([]string{"| `" + r.full() + "`", side.String(), turn, chart[r].holds + " |"}, " | ")
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
	for path, want := range map[string]struct {
		wallet             bool
		asset, name, stage string
		kind               string
		payable            bool
	}{
		"income:sale:<w>":                   {wallet: true, kind: "income:sale:*"},
		"liabilities:referral:<w>:payable":  {wallet: true, stage: "payable", kind: "liabilities:referral:*:payable", payable: true},
		"liabilities:referral:<w>:pending":  {wallet: true, stage: "pending", kind: "liabilities:referral:*:pending"},
		"register:node:<w>":                 {wallet: true, asset: "NODE", kind: "register:node:*"},
		"register:gpu:<w>:available":        {wallet: true, asset: "GPU", stage: "available", kind: "register:gpu:*:available", payable: true},
		"register:gpu:<w>:locked":           {wallet: true, asset: "GPU", stage: "locked", kind: "register:gpu:*:locked"},
		"liabilities:share:<w>":             {wallet: true, kind: "liabilities:share:*", payable: true},
		"liabilities:rebate:<w>":            {wallet: true, kind: "liabilities:rebate:*", payable: true},
		"register:node:issuance":            {asset: "NODE", kind: "register:node:issuance"},
		"register:gpoint:pool:queens:carry": {asset: "GPOINT", name: "queens", kind: "register:gpoint:pool:*:carry"},
		"liabilities:payout:2024-06:<w>":    {wallet: true, name: "2024-06", kind: "liabilities:payout:*:*"},
		"register:gpu:payout:2024-06:<w>":   {wallet: true, asset: "GPU", name: "2024-06", kind: "register:gpu:payout:*:*"},
		"expenses:dust":                     {kind: "expenses:dust"},
		"equity:fund:share":                 {kind: "equity:fund:share"},
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
		if payee, payable := a.Payable(); payable != want.payable || payable && payee != w {
			t.Errorf("%s is paid to %s: %v", a, payee, payable)
		}
		if holder, ok := a.Holder(); ok != (a.Role() == HoldingRole) || ok && holder != w {
			t.Errorf("%s is the stock of %s: %v", a, holder, ok)
		}
	}
	var none Account
	if _, ok := none.Wallet(); ok || none.Role() != 0 || none.Class() != 0 || none.Side() != 0 || none.MayTurn() ||
		none.Name()+none.Asset()+none.Stage()+none.Kind() != "" {
		t.Error("the zero account has parts")
	}
	if Referral(w, "lost") != none || FundAccount("lost") != none {
		t.Error("a stage that is not in the chart made an account")
	}
}

func BenchmarkParseAccount(b *testing.B) {
	w := Wallet{0xab, 19: 7}
	for name, path := range map[string]string{
		"holding": "register:node:" + w.String(), "referral": "liabilities:referral:" + w.String() + ":payable",
		"payout": "liabilities:payout:2024-06-usdt:" + w.String(),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := ParseAccount(path); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for name, a := range map[string]Account{
		"income": SaleIncome(w), "share": Share(w), "locked": HolderToken(w, money.MustAsset("GPU", 18), Locked),
	} {
		b.Run("side of "+name, func(b *testing.B) {
			for b.Loop() {
				a.Side()
			}
		})
	}
}

func TestEveryRoleHasAName(t *testing.T) {
	t.Parallel()
	seen := map[string]Role{}
	for r := WalletRole; r <= BurntRole; r++ {
		if other, taken := seen[r.String()]; r.String() == "" || taken {
			t.Errorf("role %d is called %q, as role %d", uint8(r), r, uint8(other))
		}
		seen[r.String()] = r
	}
	if none := (Account{}).Role().String() + (BurntRole + 1).String() + (Account{}).Class().String() + (Register + 1).String(); none != "" {
		t.Errorf("no role is called %q", none)
	}
}
