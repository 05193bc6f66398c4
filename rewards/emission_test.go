package rewards_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

func TestEmissionOfTheNodeHolders(t *testing.T) {
	t.Parallel()
	p, curve := generated(t, "gpunet", "2025-01-01T00:00:00Z")
	drop, err := rewards.CloseDrop(p, rewards.DropInput{TGE: at(t, "2025-01-01T00:00:00Z"), Holders: nodes(1)})
	if err != nil || drop.Budget.Issued != amount(t, gpu, "10000000") {
		t.Fatalf("the drop is %v (%v)", drop.Budget.Issued, err)
	}
	for when, want := range map[string]string{
		"2024-12-31T23:59:59Z": "0", "2025-01-01T00:00:00Z": "0",
		"2026-01-01T00:00:00Z": "15000000", // 365 of 730 days
		"2027-01-01T00:00:00Z": "30000000",
		"2029-01-01T00:00:00Z": "45000000",
		"2031-01-01T00:00:00Z": "52500000", // with the drop 62.5 of 70 million after six years
		"2033-01-01T00:00:00Z": "56250000",
	} {
		if got := curve.At(at(t, when)); got != amount(t, gpu, want) {
			t.Errorf("C(%s) = %s, want %s", when, got, want)
		}
	}
	share := ratio(t, "62.5").Rat()
	share.Quo(share, ratio(t, "70").Rat())
	if got := share.FloatString(6); got != "0.892857" {
		t.Errorf("after six years %s of the 70 million are out", got)
	}
}

// The sum of all periods falls short of 60 million by what halving odd base units drops: the same for every counting.
func TestEmissionNeverPassesItsAllocation(t *testing.T) {
	t.Parallel()
	_, curve := generated(t, "gpunet", "2025-01-01T00:00:00Z")
	limit, sum, before := amount(t, gpu, "60000000"), money.Zero(gpu), money.Zero(gpu)
	periods := curve.Periods()
	for i, p := range periods {
		if i > 0 && (!p.Start.Equal(periods[i-1].End) || p.Total.Big().Cmp(p.Total.Big().Rsh(periods[i-1].Total.Big(), 1)) != 0) {
			t.Fatalf("period %d: %s after %s", i, p.Total.Digits(), periods[i-1].Total.Digits())
		}
		var err error
		if sum, err = sum.Add(p.Total); err != nil || sum != curve.At(p.End) || sum.Cmp(limit) > 0 {
			t.Fatalf("after period %d: %s, C says %s", i, sum, curve.At(p.End))
		}
	}
	for year := 2025; year < 2900; year++ {
		c := curve.At(time.Date(year, 7, 1, 0, 0, 0, 0, time.UTC))
		if c.Cmp(limit) > 0 || c.Cmp(before) < 0 {
			t.Fatalf("in %d: %s", year, c)
		}
		before = c
	}
	left, err := limit.Sub(curve.Limit())
	if err != nil || left.Cmp(money.Units(gpu, 64)) > 0 || curve.Limit() != sum || len(periods) != 85 {
		t.Errorf("%s base units are never emitted, after %d periods (%v)", left.Digits(), len(periods), err)
	}
}

func TestDaysOfAPeriodSumToIt(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		tge := time.Unix(rapid.Int64Range(1_700_000_000, 1_900_000_000).Draw(rt, "tge"), 0).UTC()
		p := load(t, "gpunet")
		curve, err := rewards.NewCurve(p.Token, tge)
		if err != nil {
			rt.Fatal(err)
		}
		period := curve.Periods()[rapid.IntRange(0, 6).Draw(rt, "period")]
		if got := period.End.Sub(period.Start).Hours() / 24; got != 730 && got != 731 {
			rt.Fatalf("the period from %s lasts %v days", period.Start, got)
		}
		list, err := rewards.EmissionDays(p.Token, tge, period.Start, 733)
		if err != nil {
			rt.Fatal(err)
		}
		// The first and the last day belong to two periods where the generation is not at midnight.
		sum := money.Zero(gpu)
		for _, d := range list {
			if sum, err = sum.Add(d.Amount); err != nil {
				rt.Fatal(err)
			}
			if one, err := curve.Day(d.Day); err != nil || one != d.Amount {
				rt.Fatalf("%s emits %s, listed as %s (%v)", d.Day, one, d.Amount, err)
			}
		}
		want, err := curve.At(list[len(list)-1].Day.Add(24 * time.Hour)).Sub(curve.At(list[0].Day))
		if err != nil || sum != want {
			rt.Fatalf("the days sum to %s, C to %s", sum, want)
		}
		total, err := curve.At(period.End).Sub(curve.At(period.Start))
		if err != nil || total != period.Total {
			rt.Fatalf("C over the period is %s, its total %s", total, period.Total)
		}
	})
}

func TestGenerationInTheMiddleOfADay(t *testing.T) {
	t.Parallel()
	p, curve := generated(t, "gpunet", "2025-01-01T12:00:00Z")
	list, err := curve.Days(at(t, "2024-12-31T15:00:00Z"), 3)
	if err != nil {
		t.Fatal(err)
	}
	// 30,000,000 / 730 a day, half of it on the first.
	for i, want := range []string{"0", "20547945205479452054794", "41095890410958904109589"} {
		if got := list[i].Amount.Digits(); got != want {
			t.Errorf("%s emits %s, want %s", list[i].Day, got, want)
		}
	}
	days, err := rewards.EmissionDays(p.Token, at(t, "2025-01-01T12:00:00Z"), at(t, "2025-01-01T00:00:00Z"), 731)
	if err != nil {
		t.Fatal(err)
	}
	sum := money.Zero(gpu)
	for _, d := range days {
		if sum, err = sum.Add(d.Amount); err != nil {
			t.Fatal(err)
		}
	}
	second, err := curve.At(at(t, "2027-01-02T00:00:00Z")).Sub(amount(t, gpu, "30000000"))
	if err != nil {
		t.Fatal(err)
	}
	if first, err := sum.Sub(second); err != nil || first != amount(t, gpu, "30000000") {
		t.Errorf("the days of the first period sum to %s (%v)", first, err)
	}
}

func TestCalendarPeriodsDoNotDrift(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet", `"period":"2y"`, `"period":"1mo"`, `"first":"0.15"`, `"first":"0.0015"`)
	curve, err := rewards.NewCurve(p.Token, at(t, "2024-01-31T06:00:00Z"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"} {
		if got := curve.Periods()[i].End.Format(time.DateOnly); got != want {
			t.Errorf("period %d ends on %s, want %s", i, got, want)
		}
	}
	month, err := program.ParseDuration("1mo")
	if err != nil {
		t.Fatal(err)
	}
	for i, period := range curve.Periods() {
		d, err := month.Times(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		if want := d.After(at(t, "2024-01-31T06:00:00Z")); !period.End.Equal(want) {
			t.Errorf("period %d ends %s, the program's calendar says %s", i, period.End, want)
		}
	}
}

func TestEmissionThatCannotBe(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	if _, err := rewards.NewCurve(nil, at(t, "2025-01-01T00:00:00Z")); err == nil {
		t.Error("a curve of no token was made")
	}
	if _, err := rewards.NewCurve(p.Token, time.Time{}); err == nil {
		t.Error("a curve without a generation was made")
	}
	_, curve := generated(t, "gpunet", "2025-01-01T00:00:00Z")
	if _, err := curve.Days(epochOf("2025-01-01").Day, -1); err == nil {
		t.Error("less than no days were listed")
	}
	recorded := at(t, "2025-01-01T00:00:00Z")
	if got, err := rewards.GenerationOf(p, recorded); err != nil || !got.Equal(recorded) {
		t.Errorf("the recorded generation is %s (%v)", got, err)
	}
	if _, err := rewards.GenerationOf(p, time.Time{}); err == nil {
		t.Error("a generation was made up")
	}
	withFile := edited(t, "gpunet", `"lock":"90d",`, `"lock":"90d","tge":"2025-03-01",`)
	if _, err := rewards.GenerationOf(withFile, recorded); err == nil {
		t.Error("two different generations were taken")
	}
}
