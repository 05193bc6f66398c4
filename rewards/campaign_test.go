package rewards_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

var (
	eth  = money.MustAsset("ETH", 18)
	usdt = money.MustAsset("USDT", 6)
)

// withCampaigns is gpunet with campaigns, each a JSON object of the program file.
func withCampaigns(t testing.TB, list string) *program.Program {
	return edited(t, "gpunet", `{"assets"`, `{"campaigns":[`+list+`],"assets"`)
}

const miners = `{"name":"eth-miners","from":"2024-05-01","until":"2024-06-01",
	"wallets":["0x0000000000000000000000000000000000000001","0x0000000000000000000000000000000000000002"],
	"rebate":"5%","asset":"ETH","budget":"1"}`

func purchase(t testing.TB, w byte, n uint64, paid, when string, index uint32) rewards.CampaignPurchase {
	return rewards.CampaignPurchase{
		Wallet: wallet(w), Nodes: n, Paid: amount(t, eth, paid), Moment: program.Moment{Block: 19_800_000, Time: at(t, when)}, Rule: "1",
		Source: ledger.LogSource(1, 19_800_000, ledger.Hash{1}, ledger.Hash{2}, index, "purchase", 0),
	}
}

func TestRebatesAreFirstComeFirstServed(t *testing.T) {
	t.Parallel()
	c := rewards.NewCampaigns(withCampaigns(t, miners))
	for i, row := range []struct {
		wallet             byte
		paid, when         string
		due, gets, remains string
		partial            bool
	}{
		{1, "10.000000000000000019", "2024-05-01T00:00:00Z", "0.5", "0.5", "0.5", false}, // floored
		{3, "10", "2024-05-02T00:00:00Z", "", "", "0.5", false},                          // not on the list
		{2, "4", "2024-04-30T23:59:59Z", "", "", "0.5", false},                           // too early
		{2, "6", "2024-05-03T00:00:00Z", "0.3", "0.3", "0.2", false},
		{1, "8", "2024-05-31T23:59:59Z", "0.4", "0.2", "0", true}, // what is left
		{2, "1", "2024-05-31T23:59:59Z", "0.05", "0", "0", true},  // nothing is left
		{2, "1", "2024-06-01T00:00:00Z", "", "", "0", false},      // too late
	} {
		b := purchase(t, row.wallet, 2, row.paid, row.when, uint32(i))
		d, rebates, ok, err := c.Accrue(b)
		if err != nil {
			t.Fatal(err)
		}
		if row.due == "" {
			if ok || len(rebates) != 0 {
				t.Errorf("purchase %d: %+v", i, rebates)
			}
		} else if len(rebates) != 1 || rebates[0].Due != amount(t, eth, row.due) || rebates[0].Paid != amount(t, eth, row.gets) ||
			rebates[0].Partial != row.partial {
			t.Errorf("purchase %d: %+v", i, rebates)
		}
		if paid := row.gets != "" && row.gets != "0"; ok != paid {
			t.Errorf("purchase %d: drafted %v", i, ok)
		} else if paid {
			w := "0" + string('0'+rune(row.wallet))
			want := "liabilities:rebate:" + w + " -> expenses:rebate:" + w + " " + row.gets + " ETH\n" +
				"equity:earnings -> equity:fund:campaign:eth-miners " + row.gets + " ETH"
			if got := postings(d); got != want || d.Source.Leg != "campaign" || (d.Meta["partial"] != "") != row.partial {
				t.Errorf("purchase %d: %s, meta %v", i, got, d.Meta)
			}
		}
		status, err := c.Status(b.Moment.Time, b.Moment.Block)
		if err != nil || status[0].Left != amount(t, eth, row.remains) {
			t.Errorf("after purchase %d %s are left (%v)", i, status[0].Left, err)
		}
	}
}

// TestBudgetsAreAppropriated: a campaign's budget is set aside when it opens and what is left is given back when it ends, each once;
// what rebates use is taken out of it, so that the fund ends at nothing.
func TestBudgetsAreAppropriated(t *testing.T) {
	t.Parallel()
	c := rewards.NewCampaigns(withCampaigns(t, miners))
	b := newBook(t)
	var lines []string
	for i, when := range []string{"2024-04-30T23:59:59Z", "2024-05-01T00:00:00Z", "2024-05-20T00:00:00Z", "2024-06-01T00:00:00Z",
		"2024-07-01T00:00:00Z"} {
		m := program.Moment{Block: 19_800_000, Time: at(t, when)}
		drafts, err := c.Budgets(m, "1")
		if err != nil {
			t.Fatal(err)
		}
		d, _, ok, err := c.Accrue(purchase(t, 1, 1, "6", when, uint32(i)))
		if err != nil {
			t.Fatal(err)
		}
		if ok {
			drafts = append(drafts, d)
		}
		for _, d := range drafts {
			b.post(d)
			lines = append(lines, d.Effective.Format(time.DateOnly)+" "+d.Source.Key()[:4]+" "+postings(d))
		}
	}
	const want = `2024-05-01 job: equity:fund:campaign:eth-miners -> equity:earnings 1 ETH
2024-05-01 evm: liabilities:rebate:01 -> expenses:rebate:01 0.3 ETH
equity:earnings -> equity:fund:campaign:eth-miners 0.3 ETH
2024-05-20 evm: liabilities:rebate:01 -> expenses:rebate:01 0.3 ETH
equity:earnings -> equity:fund:campaign:eth-miners 0.3 ETH
2024-06-01 job: equity:earnings -> equity:fund:campaign:eth-miners 0.4 ETH`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	fund, _ := ledger.CampaignFund("eth-miners")
	if left := b.net(fund, eth); !left.IsZero() || !b.net(ledger.Earnings(), eth).IsZero() {
		t.Errorf("%s are left of the budget", left)
	}
}

func TestFixedRebates(t *testing.T) {
	t.Parallel()
	for per, want := range map[string][]string{
		"wallet":   {"10", "0", "10"},
		"purchase": {"10", "10", "5"},
		"node":     {"20", "5", "0"}, // 2, 3 and 1 nodes
	} {
		budget := "25"
		if per == "wallet" {
			budget = "100"
		}
		p := withCampaigns(t, `{"name":"welcome","from":"2024-05-01","wallets":"everybody","amount":"10","per":"`+per+`","asset":"USDT",`+
			`"budget":"`+budget+`"}`)
		c := rewards.NewCampaigns(p)
		b := newBook(t)
		for i, buy := range []struct {
			wallet byte
			nodes  uint64
		}{{1, 2}, {1, 3}, {2, 1}} {
			d, rebates, ok, err := c.Accrue(purchase(t, buy.wallet, buy.nodes, "1", "2024-05-05T00:00:00Z", uint32(i)))
			if err != nil {
				t.Fatal(err)
			}
			got := money.Zero(usdt)
			if len(rebates) == 1 {
				got = rebates[0].Paid
			}
			if got != amount(t, usdt, want[i]) {
				t.Errorf("%s, purchase %d: %s, want %s", per, i, got, want[i])
			}
			if budgets, err := c.Budgets(program.Moment{Block: 19_800_000, Time: at(t, "2024-05-05T00:00:00Z")}, "1"); err != nil {
				t.Fatal(err)
			} else if i == 0 {
				b.post(budgets[0])
			}
			if ok {
				b.post(d)
			}
		}
	}
}

func TestAPurchaseMayEarnFromSeveralCampaigns(t *testing.T) {
	t.Parallel()
	c := rewards.NewCampaigns(withCampaigns(t,
		miners+`,{"name":"welcome","from":"2024-05-01","wallets":"everybody","amount":"10","asset":"USDT","budget":"1000"}`))
	d, rebates, ok, err := c.Accrue(purchase(t, 1, 1, "2", "2024-05-05T00:00:00Z", 0))
	if err != nil || !ok || len(rebates) != 2 || d.Meta["campaigns"] != "eth-miners welcome" {
		t.Fatalf("%+v (%v)", rebates, err)
	}
	const want = `liabilities:rebate:01 -> expenses:rebate:01 0.1 ETH
equity:earnings -> equity:fund:campaign:eth-miners 0.1 ETH
liabilities:rebate:01 -> expenses:rebate:01 10 USDT
equity:earnings -> equity:fund:campaign:welcome 10 USDT`
	if got := postings(d); got != want {
		t.Errorf("%s", got)
	}
	if _, _, ok, err := c.Accrue(purchase(t, 2, 0, "2", "2024-05-05T00:00:00Z", 1)); ok || err != nil {
		t.Errorf("a purchase of nothing earned something (%v)", err)
	}
}

func TestNoBudgetIsPassed(t *testing.T) {
	t.Parallel()
	p := withCampaigns(t, miners+`,{"name":"welcome","from":"2024-05-01","wallets":"everybody","amount":"10","per":"node",`+
		`"asset":"USDT","budget":"1000"}`)
	rapid.Check(t, func(rt *rapid.T) {
		c := rewards.NewCampaigns(p)
		sum := map[string]money.Amount{"eth-miners": money.Zero(eth), "welcome": money.Zero(usdt)}
		for i := range rapid.IntRange(1, 30).Draw(rt, "purchases") {
			b := purchase(t, byte(rapid.IntRange(1, 3).Draw(rt, "wallet")), 1, "0", "2024-05-05T00:00:00Z", uint32(i))
			b.Nodes = rapid.OneOf(rapid.Uint64Range(0, 60), rapid.Just(uint64(math.MaxUint64))).Draw(rt, "nodes")
			b.Paid = money.Units(eth, rapid.Uint64().Draw(rt, "paid"))
			_, rebates, _, err := c.Accrue(b)
			if err != nil {
				rt.Fatal(err)
			}
			for _, r := range rebates {
				if r.Paid.Cmp(r.Due) > 0 || r.Partial != (r.Paid != r.Due) {
					rt.Fatalf("%+v", r)
				}
				if sum[r.Campaign], err = sum[r.Campaign].Add(r.Paid); err != nil {
					rt.Fatal(err)
				}
			}
		}
		status, err := c.Status(at(t, "2024-05-05T00:00:00Z"), 1)
		if err != nil {
			rt.Fatal(err)
		}
		for _, s := range status {
			if !s.Running || s.Spent != sum[s.Name] || s.Spent.Cmp(s.Budget) > 0 {
				rt.Fatalf("%+v, paid %s", s, sum[s.Name])
			}
		}
	})
}
