package estimate_test

import (
	"testing"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards/estimate"
)

// 26 million at 10% take 3,466.67 dollars a node when two years of tokens count, and so do 52 at 20% and 104 at 40%. The preset's tier 7 is
// 0.15 ETH: at 3,000 dollars that gives 3.375 million, and it would have to be 23,111 dollars.
func TestWhatThePublishedValuationsTake(t *testing.T) {
	t.Parallel()
	a := example(t)
	a.Wallets, a.Months, a.Paid, a.AssetPrice = []uint64{1}, 24, estimate.Paid{}, estimate.User(ratio(t, "3000"))
	tiers, _ := a.Program.Sale.Tiers.At(a.At)
	var prices []money.Amount
	for _, tier := range tiers {
		prices = append(prices, tier.Price)
	}
	v, err := estimate.ExplainValuations(a, prices)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct{ adoption, usd, tokens, fdv string }{
		{"0.1", "26000000", "26666.666666666666666666", "3375000"}, {"0.2", "52000000", "13333.333333333333333333", "6750000"},
		{"0.4", "104000000", "6666.666666666666666666", "13500000"},
	} {
		got := v.Valued[i]
		if got.Adoption != want.adoption || got.USD != want.usd || got.TokensPerNode != want.tokens ||
			got.NodePrice != "3466.666666666666666666" || len(got.Tiers) != 15 {
			t.Errorf("%+v", got)
		}
		if tier := got.Tiers[6]; tier.FDV != want.fdv || tier.AssetPrice != "23111.111111111111111111" {
			t.Errorf("tier 7 at %s: %+v", got.Adoption, tier)
		}
		if err := got.Sentence.Check(); err != nil {
			t.Error(err)
		}
	}
	if len(v.Unknown) != 4 || v.Unknown[1].English() != "Which price of ETH was meant is not published" ||
		v.Unknown[0].Chinese() != "未公布所依据的节点价格" {
		t.Errorf("unknown: %v", v.Unknown)
	}
	a.AssetPrice = estimate.Input{}
	if v, err = estimate.ExplainValuations(a, prices); err != nil || v.Valued[0].Tiers[6].FDV != "" || v.Valued[0].Tiers[6].AssetPrice == "" {
		t.Errorf("without the price of an ether: %+v, %v", v.Valued, err)
	}
	bare := *a.Program
	bare.Valuations = nil
	a.Program = &bare
	if _, err = estimate.ExplainValuations(a, prices); err == nil || problem.Of(err).Code != problem.NotInProgram {
		t.Errorf("a program without valuations: %v", err)
	}
}
