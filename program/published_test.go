package program

import (
	"strings"
	"testing"
)

func TestSourcesAreReadStrictly(t *testing.T) {
	t.Parallel()
	src, _ := preset("gpunet")
	text := string(src)
	for _, row := range []struct{ old, new, says string }{
		{"  score:\n    origin", "  scores:\n    origin", `sources has "scores", which is not a setting of this file`},
		{"  token.drop.by:", "  token.drop.bye:", `sources has "token.drop.bye", which`},
		{"  token.allocation.reserve:", "  token.allocation.treasury:", `sources has "token.allocation.treasury", which`},
		{"  assets.GPU.supply:", "  assets.GPUS.supply:", `sources has "assets.GPUS.supply", which`},
		{"  payout:\n    origin", "  sources:\n    origin", `sources has "sources", which`},
		{"    items: [9]", "    items: [0]", "0 is too small; the least is 1"},
		{"    items: [4, 6]", "    items: [6, 4]", "do not rise"},
		{"    items: [9]", "    items: 9", "write a list of numbers such as [4, 6]"},
		{"  payout:\n    origin: placeholder", "  payout:\n    origin: placeholder\n    items: [1]", "are of the seed alone"},
		{"  payout:\n    origin: placeholder", "  payout:\n    origin: rumour", `origin cannot be "rumour"`},
		{"    zh: \"合约于 2024 年 4 月部署于以太坊，起始区块在其之前。\"\n", "", `lacks the key "zh"`},
		{"{ adoption: 10%, usd: 26000000 }", "{ adoption: 110%, usd: 26000000 }", "more than the whole"},
		{"{ adoption: 10%, usd: 26000000 }", "{ adoption: 10%, usd: 0 }", "valuations.usd is 0"},
		{"{ adoption: 10%, usd: 26000000 }", "{ adoption: 10% }", `lacks the key "usd"`},
	} {
		broken := strings.Replace(text, row.old, row.new, 1)
		if broken == text {
			t.Fatalf("%q is not in the preset", row.old)
		}
		if _, err := Read("broken.yaml", []byte(broken)); err == nil || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%q: %v", row.new, err)
		}
	}
}

func TestSourceOfASettingIsThatOfItsGroup(t *testing.T) {
	t.Parallel()
	p, err := Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	for setting, want := range map[string]Origin{
		"sale.tiers.price": Placeholder, "sale.tiers.per_wallet": FromContract, "token.emission.first": FromSeed,
		"revenue.share.brackets.amount": FromSeed,
	} {
		if s, ok := p.SourceOf(setting); !ok || s.Origin != want {
			t.Errorf("%s is from %q", setting, s.Origin)
		}
	}
	if s, ok := p.SourceOf("campaigns.budget"); ok {
		t.Errorf("a campaign is from %+v", s)
	}
}
