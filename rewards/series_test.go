package rewards_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// twoSeries is the preset with a second series of halvings, out of the reserve, from four years after the TGE on.
func twoSeries(t testing.TB, second string) *program.Program {
	t.Helper()
	return edited(t, "gpunet", `"emission":{"first":"0.15","of":"node_holders","period":"2y","then":"0.5"}`,
		`"emission":[{"first":"0.15","of":"node_holders","period":"2y","then":"0.5"},`+second+`]`)
}

const reserve = `{"first":"0.125","from":"4y","of":"reserve","period":"2y","then":"0.5",` +
	`"pools":{"validators":"1/3","providers":"1/3","queens":"1/3"}}`

// 30, 15, 7.5, ... million of the holders, and 25, 12.5, ... of the reserve from the fifth year on.
func TestASecondSeriesBeginsOutOfTheReserve(t *testing.T) {
	t.Parallel()
	for name, second := range map[string]string{"after": reserve, "dated": strings.ReplaceAll(reserve, "4y", "2029-01-01")} {
		p := twoSeries(t, second)
		curve, err := rewards.NewCurve(p.Token, at(t, "2025-01-01T00:00:00Z"))
		if err != nil {
			t.Fatal(err)
		}
		for when, want := range map[string]string{
			"2027-01-01T00:00:00Z": "30000000", "2029-01-01T00:00:00Z": "45000000",
			"2030-01-01T00:00:00Z": "61250000", // half of 7.5 and half of 25 more
			"2031-01-01T00:00:00Z": "77500000", "2033-01-01T00:00:00Z": "93750000",
		} {
			if got := curve.At(at(t, when)); got != amount(t, gpu, want) {
				t.Errorf("%s: C(%s) = %s, want %s", name, when, got, want)
			}
		}
		if got, err := rewards.Promised(p, "reserve"); err != nil || got.Cmp(amount(t, gpu, "50000000")) > 0 ||
			got.Cmp(amount(t, gpu, "49999999.999999")) < 0 {
			t.Errorf("%s: %s are promised out of the reserve (%v)", name, got, err)
		}
		if names, err := rewards.GrantBuckets(p); err != nil || strings.Join(names, " ") != "foundation funds liquidity team" {
			t.Errorf("%s: grants can come from %v (%v)", name, names, err)
		}
	}
}

// A series that is dated before the TGE begins with it.
func TestADateBeforeTheTGECountsAsTheTGE(t *testing.T) {
	t.Parallel()
	p := twoSeries(t, strings.ReplaceAll(reserve, "4y", "2024-06-01"))
	curve, err := rewards.NewCurve(p.Token, at(t, "2025-01-01T00:00:00Z"))
	if err != nil {
		t.Fatal(err)
	}
	if got := curve.At(at(t, "2027-01-01T00:00:00Z")); got != amount(t, gpu, "55000000") || !curve.At(at(t, "2025-01-01T00:00:00Z")).IsZero() {
		t.Errorf("after two years %s", got)
	}
}

// Each series' days sum to its periods, and the days of both to both.
func TestDaysOfSeveralSeriesSumExactly(t *testing.T) {
	t.Parallel()
	p := twoSeries(t, strings.ReplaceAll(reserve, "4y", "37d"))
	rapid.Check(t, func(rt *rapid.T) {
		tge := time.Unix(rapid.Int64Range(1_700_000_000, 1_900_000_000).Draw(rt, "tge"), 0).UTC()
		curve, err := rewards.NewCurve(p.Token, tge)
		if err != nil {
			rt.Fatal(err)
		}
		days, err := curve.Days(tge, 900)
		if err != nil {
			rt.Fatal(err)
		}
		sum := money.Zero(gpu)
		for _, d := range days {
			if sum, err = sum.Add(d.Amount); err != nil {
				rt.Fatal(err)
			}
		}
		end := days[len(days)-1].Day.Add(24 * time.Hour)
		if both, err := curve.Series(0, end).Add(curve.Series(1, end)); err != nil || sum != both || sum != curve.At(end) {
			rt.Fatalf("the days sum to %s, the series to %s (%v)", sum, both, err)
		}
	})
}

// A day of two series takes from two buckets, splits each by its own pools, and says so in the file and the explanation.
func TestADayOfTwoSeries(t *testing.T) {
	t.Parallel()
	p := twoSeries(t, reserve)
	curve, err := rewards.NewCurve(p.Token, at(t, "2025-01-01T00:00:00Z"))
	if err != nil {
		t.Fatal(err)
	}
	holders := nodes(1, 5)
	holders[1].Compute = ratio(t, "7")
	close := func(day string) *rewards.Result {
		r, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epochOf(day), Curve: curve, Holders: holders})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := close("2029-06-01")
	// 7.5 million over 730 days to validators; 25 million in thirds, of which the queens' is not issued: nobody takes part.
	taken := map[string]string{"node_holders": "10273.972602739726027397", "reserve": "22831.050228310502283106"}
	file := new(bytes.Buffer)
	hash, err := r.WriteFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := r.Draft(hash)
	if err != nil {
		t.Fatal(err)
	}
	sum := money.Zero(gpu)
	for _, posting := range d.Postings {
		if posting.From.Role() == ledger.BucketRole {
			if want := amount(t, gpu, taken[posting.From.Name()]); posting.Amount != want {
				t.Errorf("%s come out of %s, want %s", posting.Amount, posting.From, want)
			}
			if sum, err = sum.Add(posting.Amount); err != nil {
				t.Fatal(err)
			}
		}
	}
	out, err := sum.Sub(r.Budget.CarryOut)
	if err != nil || sum != r.Budget.Issued {
		t.Fatalf("%s were taken, %s issued (%v)", sum, r.Budget.Issued, err)
	}
	given := money.Zero(gpu)
	for i := range r.Pools {
		if given, err = given.Add(r.Pools[i].Amount); err != nil {
			t.Fatal(err)
		}
	}
	if given != out {
		t.Errorf("the pools get %s of %s", given, out)
	}
	var written struct {
		Series []struct {
			Of, Issued string
			Parts      map[string]string
		}
		Pools map[string]map[string]string
	}
	if err := json.Unmarshal(file.Bytes(), &written); err != nil || len(written.Series) != 2 || written.Series[1].Of != "reserve" ||
		written.Series[1].Parts["queens"] != "1/3" || written.Series[0].Parts["validators"] != "1" || written.Pools["queens"]["part"] != "" {
		t.Errorf("the file says %+v (%v)", written, err)
	}
	lines, err := rewards.Explain(r, holders[1].Wallet)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, l := range lines {
		text += l.English() + "\n"
	}
	for _, want := range []string{"out of reserve: 22831.05", "part: 1/3 of what comes out of reserve = 11415.52",
		"part: 1 of what comes out of node_holders"} {
		if !strings.Contains(text, want) {
			t.Errorf("the explanation does not say %q:\n%s", want, text)
		}
	}
	// Before the second begins it gives nothing, and the day is as if it were not there but for the file's list.
	if r := close("2028-06-01"); len(r.Series) != 1 || r.Series[0].Of != "node_holders" || r.Pools[0].Part != money.One() {
		t.Errorf("in 2028 %+v", r.Series)
	}
}
