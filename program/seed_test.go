package program_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

var summer = program.Moment{Block: 1 << 62, Time: time.Date(2024, 7, 1, 0, 0, 0, 0, time.UTC)}

func load(t testing.TB, name string) *program.Program {
	t.Helper()
	p, err := program.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What the seed says, and what the preset makes of it. Where the seed's items are known by number the preset names them.
func TestThePresetSaysWhatTheSeedSays(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	tiers, _ := p.Sale.Tiers.At(summer)
	score, _ := p.Score.At(summer)
	cap, _ := p.Points.Cap.At(summer)
	price, _ := p.Points.Price.At(summer)
	eligible, _ := p.Points.Eligible.At(summer)
	stake, _ := p.Points.Stake.At(summer)
	split, _ := p.Revenue.Split.At(summer)
	share, _ := p.Revenue.Share.At(summer)
	quota, closed := uint64(0), 0
	for _, tier := range tiers {
		if quota += tier.PerWallet; tier.PerWallet == 0 {
			closed++
		}
	}
	reserve, _ := p.Token.Part("reserve")
	for _, row := range []struct {
		says, setting string
		items         []uint64
		got, want     any
	}{
		{"15 tiers, 15,000 nodes", "sale.max_nodes", nil, []any{len(tiers), p.Sale.MaxNodes}, "[15 15000]"},
		{"tier 6 is sold out, tier 7 begins", "sale.mode", nil, []any{p.Sale.Mode}, "[parallel]"},
		{"a wallet may buy so many: a fair launch", "sale.tiers.per_wallet", nil, []any{quota, closed}, "[115 1]"},
		{"10% off, and 10% for who refers", "referral", nil, []any{p.Referral.Discount[0].Value, p.Referral.Reward[0].Value.Levels},
			"[0.1 [0.1]]"},
		{"6, 30, 80 and 200 at 5, 20, 50 and 100", "score", nil, []any{scoreAt(score, 5), scoreAt(score, 20), scoreAt(score, 50),
			scoreAt(score, 100)}, "[6 30 80 200]"},
		{"a point is 1 USD", "points.price", nil, []any{price}, "[1]"},
		{"2,000,000 points", "points.cap", nil, []any{cap}, "[2000000 GPOINT]"},
		{"points are tokens at the TGE, not locked", "points.at_tge", nil, []any{p.Points.AtTGE.Rate, p.Points.AtTGE.Lock.IsZero()}, "[1 true]"},
		{"who takes part", "points.eligible", []uint64{7}, []any{eligible.AllHolders}, "[true]"},
		{"queens by stake", "points.stake_score", nil, []any{len(stake), stake[len(stake)-1].Factor}, "[5 2]"},
		{"35/25/15/10/10/5", "token.allocation", nil, []any{shares(p.Token.Allocation)}, "[0.35 0.25 0.15 0.1 0.1 0.05]"},
		{"5% at the TGE", "token.drop", nil, []any{p.Token.Drop.Share, p.Token.Drop.Of}, "[0.05 node_holders]"},
		{"15% in two years, then half", "token.emission", []uint64{2, 7, 8, 11}, []any{p.Token.Emission[0].First, p.Token.Emission[0].Period,
			p.Token.Emission[0].Then, p.Token.Emission[0].PoolsAt(summer).Validators}, "[0.15 2y 0.5 1]"},
		{"the reserve may start halvings again", "token.allocation.reserve", []uint64{9}, []any{reserve.Share}, "[0.25]"},
		{"90 days", "token.lock", nil, []any{p.Token.Lock}, "[90d]"},
		{"6 + 24 and 12 months", "token.vesting", nil, []any{p.Token.Vesting[0].Cliff, p.Token.Vesting[0].Duration, p.Token.Vesting[1].Duration},
			"[6mo 2y 1y]"},
		{"the dapp and fiat deals", "revenue.sources", []uint64{4, 6}, []any{p.Revenue.Sources}, "[[dapp fiat]]"},
		{"the dapp buys back, the profit of fiat deals is shared", "revenue.split", []uint64{4, 6}, []any{split.BySource, split.None},
			"[[{dapp {0 1}} {fiat {1 0}}] true]"},
		{"250, 2,000, 7,000 and 25,000 USDT", "revenue.share", nil, []any{amounts(share)}, "[[250 USDT 2000 USDT 7000 USDT 25000 USDT]]"},
		{"26, 52 and 104 million", "", nil, []any{valuations(p)}, "[0.1 26000000 0.2 52000000 0.4 104000000]"},
	} {
		if got := fmt.Sprint(row.got); got != row.want {
			t.Errorf("%s: %s, want %s", row.says, got, row.want)
		}
		if row.setting == "" {
			continue
		}
		if s, ok := p.SourceOf(row.setting); !ok || !slices.Equal(s.Items, row.items) {
			t.Errorf("%s: %s is from %+v", row.says, row.setting, s)
		}
	}
	// Where the seed is read in another way than in the first preset, the second says so.
	if docs := load(t, "gpunet-docs"); docs.Token.Emission[0].PoolsAt(summer).Validators.String() != "1/3" {
		t.Errorf("gpunet-docs shares the emission as %v", docs.Token.Emission[0].PoolsAt(summer))
	}
	if s, _ := p.SourceOf("revenue.share"); !strings.Contains(s.Text["en"], "till date") {
		t.Errorf("revenue.share: %s", s.Text["en"])
	}
	// The token's rules are hard from the TGE on.
	changed := *p
	token := *p.Token
	changed.Token, token.Lock = &token, program.Duration{}
	for _, c := range canonical.Compare(p, &changed, canonical.Booked{Moment: summer, TGE: summer.Time}) {
		if c.Verdict != canonical.OfToken {
			t.Errorf("%s: %v", c.Setting, c.Verdict)
		}
	}
}

func scoreAt(list []program.Bracket, nodes uint64) money.Ratio {
	var factor money.Ratio
	for _, b := range list {
		if nodes >= b.Nodes {
			factor = b.Factor
		}
	}
	score, err := money.NewRatio(factor.Num()*nodes, factor.Den())
	if err != nil {
		panic(err)
	}
	return score
}

func shares(list []program.Allocation) string {
	var out []string
	for _, a := range list {
		out = append(out, a.Share.String())
	}
	return strings.Join(out, " ")
}

func amounts(r program.ShareRule) (out []string) {
	for _, b := range r.Brackets {
		out = append(out, b.Amount.String())
	}
	return out
}

func valuations(p *program.Program) string {
	var out []string
	for _, v := range p.Valuations {
		out = append(out, v.Adoption.String(), v.USD.String())
	}
	return strings.Join(out, " ")
}

var number = regexp.MustCompile(`^[0-9.]+(%|/[0-9]+)?( [A-Z]+|y|mo|d)?$`)

// Every number of a preset has a source: its own, or that of the group that it stands in.
func TestEveryNumberOfAPresetHasASource(t *testing.T) {
	t.Parallel()
	for _, name := range program.Presets() {
		p := load(t, name)
		var content map[string]any
		if err := json.Unmarshal(canonical.Text(p), &content); err != nil {
			t.Fatal(err)
		}
		found := 0
		var walk func(path string, value any)
		walk = func(path string, value any) {
			switch v := value.(type) {
			case map[string]any:
				for key, inner := range v {
					walk(strings.TrimPrefix(path+"."+key, "."), inner)
				}
			case []any:
				for _, inner := range v {
					walk(path, inner)
				}
			case string:
				if _, ok := p.SourceOf(path); !ok && number.MatchString(v) {
					t.Errorf("%s: nothing says where %s (%s) is from", name, path, v)
				}
				found++
			}
		}
		for _, technical := range []string{"schema", "sources", "valuations"} {
			delete(content, technical)
		}
		walk("", content)
		if found < 100 {
			t.Errorf("%s: only %d values", name, found)
		}
	}
}
