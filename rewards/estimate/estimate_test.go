package estimate_test

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards/estimate"
)

// example is three nodes for 2 ETH at 3,250 dollars, as in the comment of Project.
func example(t testing.TB) estimate.Assumptions {
	return estimate.Assumptions{
		Program: load(t, "gpunet"), At: program.Moment{Block: 20_000_000, Time: at(t, "2024-06-15T12:00:00Z")}, Wallets: []uint64{3},
		Paid: estimate.Paid{Input: estimate.User(ratio(t, "2"))}, AssetPrice: estimate.User(ratio(t, "3250")),
		TokenPrice: estimate.User(ratio(t, "0.5")), Adoption: estimate.User(ratio(t, "10%")), TGE: at(t, "2025-01-01T00:00:00Z"), Months: 12,
	}
}

func project(t testing.TB, a estimate.Assumptions) estimate.Projection {
	t.Helper()
	p, err := estimate.Project(a)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestImpliedValuationIsProportionalToAdoption(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		months int
		eth    string
	}{{0, "0.8"}, {12, "2"}, {24, "3.2"}} {
		a := example(t)
		a.Months, a.Paid.Value = row.months, ratio(t, row.eth)
		for adoption, want := range map[string]string{"10%": "26000000", "20%": "52000000", "40%": "104000000"} {
			a.Adoption = estimate.User(ratio(t, adoption))
			if got := project(t, a).Outcome.FDV; got != want {
				t.Errorf("%s ETH, %d months, %s: %s, want %s", row.eth, row.months, adoption, got, want)
			}
		}
		a.Adoption = estimate.User(ratio(t, "10%"))
		p := project(t, a)
		for i, want := range []string{"26000000", "52000000", "104000000"} {
			if got := p.Scenarios[i]; got.Outcome.FDV != want {
				t.Errorf("scenario %s: %s, want %s", got.Scenario.Name, got.Outcome.FDV, want)
			}
		}
		if s := p.Sensitivity[0]; s.Adoption != "0.05" || s.FDV != "13000000" || len(p.Sensitivity) != 11 {
			t.Errorf("at %s the valuation is %s", s.Adoption, s.FDV)
		}
	}
}

func TestValuationIsProportionalForEveryInput(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	tge := at(t, "2025-01-01T00:00:00Z")
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, most uint64) money.Ratio {
			return ratioOf(t, rapid.Uint64Range(1, most).Draw(t, name), rapid.SampledFrom([]uint64{1, 3, 100, 977}).Draw(t, name+" of"))
		}
		wallets := rapid.SliceOfN(rapid.Uint64Range(1, 115), 1, 4).Draw(t, "wallets")
		a := estimate.Assumptions{
			Program: p, Wallets: wallets, TGE: tge, Months: rapid.IntRange(0, 120).Draw(t, "months"), Sensitivity: []money.Ratio{},
			Scenarios:     []estimate.Scenario{},
			Paid:          estimate.Paid{Input: estimate.User(draw("paid", 100000)), USD: true, PerNode: rapid.Bool().Draw(t, "each")},
			AverageFactor: estimate.User(ratioOf(t, rapid.Uint64Range(100, 200).Draw(t, "factor"), 100)),
		}
		fdv := func(percent uint64) *big.Rat {
			a.Adoption = estimate.User(ratioOf(t, percent, 100))
			got, err := estimate.Project(a)
			if err != nil {
				t.Fatal(err)
			}
			r, ok := new(big.Rat).SetString(got.Outcome.FDV)
			if !ok {
				t.Fatalf("the valuation is %q", got.Outcome.FDV)
			}
			return r
		}
		percent := rapid.Uint64Range(10, 50).Draw(t, "adoption")
		once, twice := fdv(percent), fdv(2*percent)
		off := new(big.Rat).Sub(twice, once.Add(once, once))
		if off.Abs(off).Cmp(big.NewRat(2, 1_000_000_000_000_000_000)) > 0 { // 18 places are written, the rest cut off
			t.Fatalf("twice the adoption is off by %s", off.FloatString(20))
		}
	})
}

func TestOutcome(t *testing.T) {
	t.Parallel()
	p := project(t, example(t))
	o := p.Outcome
	for _, row := range []struct{ name, got, want string }{
		{"adoption", o.Adoption, "0.1"}, {"active", o.ActiveNodes, "1500"}, {"score", o.Score, "3"}, {"total", o.TotalScore, "1500"},
		{"share", o.Share, "1/500"},
		{"points a day", o.PointsDay, "0.576"}, // 288 / 500
		{"points a month", o.PointsMonth, "17.52"}, {"points a year", o.PointsYear, "210.24"}, {"points", o.Points, "0"},
		{"drop", o.Drop, "20000"}, {"first day", o.TokensDay, "82.191780821917808219"}, {"first month", o.TokensMonth, "2500"},
		{"first year", o.TokensYear, "30000"}, {"tokens", o.Tokens, "50000"}, {"a node", o.TokensPerNode, "16666.666666666666666666"},
		{"share of revenue", o.USDTMonth, "0"}, {"cost", o.Cost, "6500"}, {"value", o.Value, "25000"},
		{"multiple", o.Multiple, "3.846153846153846153"},
		{"APR", o.APR, "2.846153846153846153"}, {"even", o.BreakEvenDay, "0"}, {"even in months", o.BreakEvenMonth, "0"},
	} {
		if row.got != row.want {
			t.Errorf("%s: %s, want %s", row.name, row.got, row.want)
		}
	}
	if len(o.Series) != 13 {
		t.Fatalf("%d months", len(o.Series))
	}
	first, last := o.Series[0], o.Series[12]
	if first.Locked != "0" || first.Available != "20000" || first.Value != "10000" {
		t.Errorf("at the generation %+v", first)
	}
	// At the end of the year the last 90 of 365 days are locked: 30000 x 90/365.
	if last.Locked != "7397.260273972602739726" || last.Available != "42602.739726027397260273" ||
		!last.At.Equal(at(t, "2026-01-01T00:00:00Z")) {
		t.Errorf("after a year %+v", last)
	}
}

func TestEverythingAssumedIsShown(t *testing.T) {
	t.Parallel()
	a := example(t)
	a.AdoptionOf = estimate.Input{Value: ratio(t, "12000"), Origin: estimate.FromChain}
	shown := map[string]string{}
	for _, s := range project(t, a).Assumed {
		shown[s.Name] = s.Value.English() + " (" + string(s.Origin) + ")"
		if err := s.Value.Check(); err != nil {
			t.Error(err)
		}
	}
	for name, want := range map[string]string{
		"wallets": "3 (user)", "paid": "2 ETH for all nodes (user)", "asset_price": "3250 USD (user)", "token_price": "0.5 USD (user)",
		"point_price": "1 USD (program)",
		"adoption":    "0.1 (user)", "adoption_of": "12000 (chain)", "average_factor": "1 (default)", "factor": "2 from 100 nodes (program)",
		"points_per_day": "1440 GPOINT (program)", "validators_part": "0.2 (program)", "points_cap": "2000000 GPOINT (program)",
		"supply": "200000000 GPU (program)",
		"drop":   "0.05 of the supply (program)", "drop_by": "nodes (program)",
		"emission": "0.15 of the supply in the first 2y, then x 0.5 each period (program)",
		"lock":     "90d (program)", "coverage": "1 (default)", "tge": "2025-01-01T00:00:00Z (user)", "months": "12 (user)",
	} {
		if shown[name] != want {
			t.Errorf("%s is shown as %q, want %q", name, shown[name], want)
		}
	}
}

func TestWalletsAreScoredByThemselves(t *testing.T) {
	t.Parallel()
	a := example(t)
	a.AverageFactor = estimate.User(ratio(t, "1.5"))
	a.DropBy = program.ByScore
	for _, row := range []struct {
		wallets         []uint64
		score, share    string
		usdt, pointsDay string
	}{
		{[]uint64{100}, "200", "4/45", "25000", "25.6"},
		{[]uint64{50, 50}, "160", "16/225", "14000", "20.48"},
		{[]uint64{20, 4, 76}, "155.6", "389/5625", "9000", "19.9168"},
	} {
		a.Wallets = row.wallets
		o := project(t, a).Outcome
		if o.Score != row.score || o.Share != row.share || o.USDTMonth != row.usdt || o.PointsDay != row.pointsDay {
			t.Errorf("%v: score %s, share %s, %s USDT, %s points", row.wallets, o.Score, o.Share, o.USDTMonth, o.PointsDay)
		}
	}
	a.Wallets = []uint64{5}
	if got := project(t, a).Outcome.Drop; got != "26666.666666666666666666" { // 10,000,000 x 6 / 2250
		t.Errorf("the drop by score is %s", got)
	}
	a.DropBy = ""
	if got := project(t, a).Outcome.Drop; got != "33333.333333333333333333" { // 10,000,000 x 5 / 1500
		t.Errorf("the drop by nodes is %s", got)
	}
}

func TestBreakEven(t *testing.T) {
	t.Parallel()
	a := example(t)
	a.Paid = estimate.Paid{Input: estimate.User(ratio(t, "20000")), USD: true} // 40,000 tokens: 20,000 dropped, 20,000 of 30,000 a year
	o := project(t, a).Outcome
	if o.BreakEvenDay != "244" || o.BreakEvenMonth != "9" { // 365 x 2/3 = 243.3
		t.Errorf("even after %s days, %s months", o.BreakEvenDay, o.BreakEvenMonth)
	}
	a.Paid.Value = ratio(t, "1000000000")
	if o = project(t, a).Outcome; o.BreakEvenDay != estimate.Never || o.BreakEvenMonth != estimate.Never {
		t.Errorf("even after %s days", o.BreakEvenDay)
	}
	// 100 nodes earn 25,000 a month with worthless tokens: 300,000 are back after 12 months, on 1 January 2026.
	a.Wallets, a.Paid.Value, a.TokenPrice = []uint64{100}, ratio(t, "300000"), estimate.User(money.Ratio{})
	if o = project(t, a).Outcome; o.BreakEvenDay != "365" || o.BreakEvenMonth != "12" || o.USDT != "300000" || o.Value != "300000" {
		t.Errorf("even after %s days, %s months, with %s of %s", o.BreakEvenDay, o.BreakEvenMonth, o.USDT, o.Value)
	}
	a.Coverage = estimate.User(ratio(t, "50%"))
	if o = project(t, a).Outcome; o.USDTMonth != "12500" || o.BreakEvenMonth != "24" {
		t.Errorf("half covered: %s a month, even after %s", o.USDTMonth, o.BreakEvenMonth)
	}
}

func TestPointsBeforeTheGeneration(t *testing.T) {
	t.Parallel()
	a := example(t)
	a.PointDays = estimate.User(ratio(t, "100"))
	o := project(t, a).Outcome
	if o.Points != "57.6" || o.Converted != "57.6" || o.PointsValue != "57.6" || o.Series[0].Available != "20057.6" {
		t.Errorf("%s points become %s tokens, %s at once", o.Points, o.Converted, o.Series[0].Available)
	}
	a.PointsIssued = estimate.User(ratio(t, "1999000")) // 1,000 are left, a fifth of it for validators
	if o = project(t, a).Outcome; o.Points != "0.4" {
		t.Errorf("at the cap %s points", o.Points)
	}
}

func TestWhatIsNotKnownIsEmpty(t *testing.T) {
	t.Parallel()
	o := project(t, estimate.Assumptions{Program: load(t, "gpunet"), At: program.Moment{Time: at(t, "2024-06-15T12:00:00Z")},
		Wallets: []uint64{5}, Months: 3}).Outcome
	if o.Value != "" || o.Cost != "" || o.FDV != "" || o.BreakEvenDay != "" || o.APR != "" || o.Multiple != "" || o.Tokens == "" ||
		o.USDTMonth != "250" {
		t.Errorf("%+v", o)
	}
	bare := *load(t, "gpunet")
	bare.Token, bare.Points, bare.Revenue = nil, nil, nil
	o = project(t, estimate.Assumptions{
		Program: &bare, At: program.Moment{Time: at(t, "2024-06-15T12:00:00Z")}, Wallets: []uint64{5}, Months: 3,
		Paid: estimate.Paid{Input: estimate.User(ratio(t, "10")), USD: true},
	}).Outcome
	if o.Tokens != "0" || o.PointsDay != "0" || o.Value != "0" || o.BreakEvenDay != estimate.Never || o.FDV != "" {
		t.Errorf("without token, points and revenue: %+v", o)
	}
}

func TestWrongAssumptionsAreRefused(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(*estimate.Assumptions){
		"no program":       func(a *estimate.Assumptions) { a.Program = nil },
		"no wallets":       func(a *estimate.Assumptions) { a.Wallets = nil },
		"no nodes":         func(a *estimate.Assumptions) { a.Wallets = []uint64{0, 0} },
		"months":           func(a *estimate.Assumptions) { a.Months = -1 },
		"no asset price":   func(a *estimate.Assumptions) { a.AssetPrice = estimate.Input{} },
		"nobody active":    func(a *estimate.Assumptions) { a.Adoption = estimate.User(money.Ratio{}) },
		"too many active":  func(a *estimate.Assumptions) { a.Adoption = estimate.User(ratio(t, "101%")) },
		"more than active": func(a *estimate.Assumptions) { a.Wallets = []uint64{1501} },
		"more than scored": func(a *estimate.Assumptions) { a.Wallets = []uint64{1000} },
		"drop by height":   func(a *estimate.Assumptions) { a.DropBy = "height" },
		"no generation":    func(a *estimate.Assumptions) { a.TGE, a.At = time.Time{}, program.Moment{} },
		"a scenario's own": func(a *estimate.Assumptions) {
			a.Scenarios = []estimate.Scenario{{Name: "x", Adoption: estimate.User(ratio(t, "0.01%"))}}
		},
		"covered twice": func(a *estimate.Assumptions) { a.Coverage = estimate.User(ratio(t, "2")) },
	} {
		a := example(t)
		spoil(&a)
		if _, err := estimate.Project(a); err == nil {
			t.Errorf("%s: estimated", name)
		}
	}
}

// Breaking even is a yield of nothing, and losing three quarters in two years is one of -37.5% a year, whatever the price is made of.
func TestAYieldCountsWhatIsBeyondTheCost(t *testing.T) {
	t.Parallel()
	for paid, want := range map[string][2]string{"40000": {"1", "0"}, "160000": {"0.25", "-0.375"}, "20000": {"2", "0.5"}} {
		a := example(t) // 80,000 tokens in two years at 0.5 each
		a.Months, a.Paid = 24, estimate.Paid{Input: estimate.User(ratio(t, paid)), USD: true}
		if o := project(t, a).Outcome; o.Multiple != want[0] || o.APR != want[1] {
			t.Errorf("of %s for %s the multiple is %s and the yield %s, want %v", o.Value, paid, o.Multiple, o.APR, want)
		}
	}
}
