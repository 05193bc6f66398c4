package program

import (
	"fmt"
	"testing"

	"github.com/nodeledger/nodeledger/money"
)

func TestPresets(t *testing.T) {
	t.Parallel()
	if got := fmt.Sprint(Presets()); got != "[gpunet gpunet-docs]" {
		t.Fatalf("presets %s", got)
	}
	for _, name := range Presets() {
		p, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if p.Name != name || !p.Sale.PlaceholderPrices {
			t.Errorf("%s: the prices are no placeholders", p.Name)
		}
		tiers, _ := p.Sale.Tiers.At(Moment{})
		quota, size := uint64(0), uint64(0)
		for i, tier := range tiers {
			want := uint64(i + 1)
			if want == 5 {
				want = 0
			}
			if tier.PerWallet != want {
				t.Errorf("tier %d allows %d a wallet", i+1, tier.PerWallet)
			}
			price := uint64(75_000_000_000_000_000 + i*12_500_000_000_000_000)
			if tier.Price != money.Units(p.Sale.Asset, price) {
				t.Errorf("tier %d costs %s", i+1, tier.Price)
			}
			quota, size = quota+tier.PerWallet, size+tier.Size
		}
		if len(tiers) != 15 || quota != 115 || size != 15_000 || p.Sale.MaxNodes != 15_000 {
			t.Errorf("%d tiers, %d a wallet, %d nodes", len(tiers), quota, size)
		}
	}
}

// The published scores: what a holder of n nodes scores under each preset.
func TestPresetScores(t *testing.T) {
	t.Parallel()
	for name, scores := range map[string]map[uint64]string{
		"gpunet": {1: "1", 4: "4", 5: "6", 7: "8.4", 19: "22.8", 20: "30", 45: "67.5", 49: "73.5", 50: "80", 99: "158.4", 100: "200", 115: "230"},
		// 5, 15, 50 and 80 are the documentation's own examples.
		"gpunet-docs": {1: "1", 4: "4", 5: "6.25", 15: "18.75", 50: "87.5", 80: "140", 100: "200"},
	} {
		p, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		list, ok := p.Score.At(Moment{Time: day("2024-04-01")})
		if !ok {
			t.Fatal("no score in April 2024")
		}
		for nodes, want := range scores {
			factor := money.Ratio{}
			for _, b := range list {
				if nodes >= b.Nodes {
					factor = b.Factor
				}
			}
			score, err := money.NewRatio(factor.Num()*nodes, factor.Den())
			if err != nil || score.String() != want {
				t.Errorf("%s: %d nodes score %s, want %s", name, nodes, score, want)
			}
		}
	}
}

func TestPresetRewards(t *testing.T) {
	t.Parallel()
	p, err := Load("gpunet-docs")
	if err != nil {
		t.Fatal(err)
	}
	early, _ := p.Points.Pools.At(Moment{Time: day("2024-12-31")})
	late, _ := p.Points.Pools.At(Moment{Time: day("2025-01-01")})
	if fmt.Sprint(early, late) != "{0.2 0.8 0 skip} {1/3 1/3 1/3 skip}" {
		t.Errorf("pools %v, then %v", early, late)
	}
	if after := p.Token.Emission[0].PoolsAt(Moment{Time: day("2026-01-01")}); after != late {
		t.Errorf("pools of the token %v", after)
	}
	tokens, err := p.Token.Supply.Times(p.Token.Allocation[0].Share, money.Floor)
	if err != nil || tokens.String() != "70000000 GPU" {
		t.Errorf("node holders have %s, %v", tokens, err)
	}
	if _, ok := p.Points.Emission.At(Moment{Time: day("2024-05-31")}); ok {
		t.Error("points are emitted before June 2024")
	}
}
