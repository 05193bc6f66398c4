package rewards_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

var june = program.Moment{Block: 20_000_000, Time: epochOf("2024-06-01").Day}

// The scores at and around each threshold, as published with the sale, and as the later documentation has them.
func TestNodeScores(t *testing.T) {
	t.Parallel()
	for preset, rows := range map[string][]struct {
		nodes uint64
		score string
	}{
		"gpunet": {{0, "0"}, {1, "1"}, {4, "4"}, {5, "6"}, {7, "8.4"}, {19, "22.8"}, {20, "30"}, {45, "67.5"}, {49, "73.5"},
			{50, "80"}, {99, "158.4"}, {100, "200"}, {115, "230"}},
		"gpunet-docs": {{1, "1"}, {4, "4"}, {5, "6.25"}, {7, "8.75"}, {15, "18.75"}, {19, "23.75"}, {20, "30"}, {45, "67.5"}, {49, "73.5"},
			{50, "87.5"}, {80, "140"}, {99, "173.25"}, {100, "200"}, {115, "230"}},
	} {
		p := load(t, preset)
		for _, row := range rows {
			if got := rewards.ScoreOf(p, june, row.nodes).String(); got != row.score {
				t.Errorf("%s: %d nodes score %s, want %s", preset, row.nodes, got, row.score)
			}
		}
	}
}

func TestScoresOfBracketsByThemselves(t *testing.T) {
	t.Parallel()
	third, _ := money.NewRatio(4, 3)
	if got := rewards.Score([]program.Bracket{{Nodes: 1, Factor: third}}, 5).String(); got != "20/3" {
		t.Errorf("5 nodes at 4/3 score %s", got)
	}
	if got := rewards.Score(nil, 12).String(); got != "12" {
		t.Errorf("12 nodes without brackets score %s", got)
	}
}

// legalBrackets are brackets that a program file may have.
func legalBrackets(t *rapid.T) []program.Bracket {
	var list []program.Bracket
	nodes, factor := uint64(1), big.NewRat(0, 1)
	for range rapid.IntRange(1, 8).Draw(t, "brackets") {
		factor.Add(factor, big.NewRat(rapid.Int64Range(0, 50).Draw(t, "more"), rapid.Int64Range(1, 12).Draw(t, "of")))
		r, err := money.NewRatio(factor.Num().Uint64(), factor.Denom().Uint64())
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, program.Bracket{Nodes: nodes, Factor: r})
		nodes += rapid.Uint64Range(1, 40).Draw(t, "next")
	}
	return list
}

func TestSplittingNodesNeverRaisesTheScore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		brackets := legalBrackets(t)
		parts := rapid.SliceOfN(rapid.Uint64Range(0, 200), 1, 6).Draw(t, "parts")
		sum, apart := uint64(0), new(big.Rat)
		for _, n := range parts {
			sum += n
			apart.Add(apart, rewards.Score(brackets, n).Value())
		}
		if whole := rewards.Score(brackets, sum).Value(); apart.Cmp(whole) > 0 {
			t.Fatalf("%v score %s apart and %s together", parts, apart, whole)
		}
		if a, b := rewards.Score(brackets, sum).Value(), rewards.Score(brackets, sum+1).Value(); a.Cmp(b) > 0 {
			t.Fatalf("%d nodes score %s, one more %s", sum, a, b)
		}
	})
}

func TestStakeScores(t *testing.T) {
	t.Parallel()
	brackets, _ := load(t, "gpunet").Points.Stake.At(june)
	for stake, want := range map[string]string{
		"0": "0", "99": "99", "99.5": "99.5", "100": "125", "999": "1248.75", "1000": "1500", "6999": "10498.5", "7000": "12250",
		"24999": "43748.25", "25000": "50000", "0.000000000000000001": "0.000000000000000001",
	} {
		score, err := rewards.StakeScore(brackets, amount(t, gpoint, stake))
		wanted, _ := new(big.Rat).SetString(want)
		if err != nil || score.Cmp(wanted) != 0 {
			t.Errorf("a stake of %s scores %v (%v), want %s", stake, score, err, want)
		}
	}
	if score, err := rewards.StakeScore(brackets, amount(t, gpu, "5")); err == nil {
		t.Errorf("a stake in another asset scores %v", score)
	}
	if score, err := rewards.StakeScore(nil, amount(t, gpu, "5.5")); err != nil || score.Cmp(big.NewRat(11, 2)) != 0 {
		t.Errorf("a stake without brackets scores %v (%v)", score, err)
	}
}
