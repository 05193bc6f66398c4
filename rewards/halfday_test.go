package rewards_test

import (
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// halfDay is the epoch of the part of a day before a TGE.
func halfDay(t testing.TB, tge string) rewards.Epoch {
	t.Helper()
	e := epochOf(tge[:10])
	e.Until = at(t, tge)
	return e
}

// 1,440 a day, up to 13:37:11: 49,031 of 86,400 seconds, cut off after 18 places.
func TestTheDayOfTheTGEIssuesPointsBySecond(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet", `"from":"2024-06-01"`, `"from":"2024-02-01"`)
	for _, c := range []struct{ tge, want string }{
		{"2024-02-29T13:37:11Z", "817.183333333333333333"}, {"2024-02-29T00:00:01Z", "0.016666666666666666"},
		{"2024-02-29T12:00:00Z", "720"}, {"2024-02-29T23:59:59Z", "1439.983333333333333333"},
	} {
		r := closePoints(t, p, rewards.PointsInput{Epoch: halfDay(t, c.tge), TGE: at(t, c.tge), Holders: nodes(1, 5), Carry: nil})
		if r.Budget.Setting != amount(t, gpoint, c.want) || !r.End.Equal(at(t, c.tge)) || r.Slot != "2024-02-29" {
			t.Errorf("TGE %s: %s are issued up to %s, want %s", c.tge, r.Budget.Setting, r.End, c.want)
		}
		d, err := r.Draft([32]byte{})
		if err != nil || !d.Effective.Equal(at(t, c.tge).Add(-time.Second)) {
			t.Errorf("in effect at %s (%v)", d.Effective, err)
		}
		given := money.Zero(gpoint)
		for i := range r.Holders {
			a, err := r.Amount(r.Holders[i].Wallet)
			if err == nil {
				given, err = given.Add(a)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		// Nobody provides: the providers' 80% are not issued. What was issued is paid or carried.
		all, err := given.Add(r.Budget.CarryOut)
		for i := range r.Pools {
			if err == nil {
				all, err = all.Add(r.Pools[i].CarryOut)
			}
		}
		if err != nil || all != r.Budget.Issued {
			t.Errorf("TGE %s: %s are paid and carried of %s (%v)", c.tge, all, r.Budget.Issued, err)
		}
	}
	const tge = "2024-02-29T13:37:11Z"
	r := closePoints(t, p, rewards.PointsInput{Epoch: halfDay(t, tge), TGE: at(t, tge), Holders: nodes(1)})
	lines, err := rewards.Explain(r, wallet(1))
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, l := range lines {
		text += l.English() + "\n"
	}
	if !strings.Contains(text, "up to the TGE 49031 seconds of 86400: 817.183333333333333333 GPOINT") {
		t.Error(text)
	}
}

func TestAPartOfADayIsWithinIt(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	for _, until := range []time.Time{at(t, "2024-06-01T00:00:00Z"), at(t, "2024-06-02T00:00:00Z"), at(t, "2024-06-01T12:00:00Z").Add(1)} {
		e := epochOf("2024-06-01")
		e.Until = until
		if _, err := rewards.ClosePoints(p, rewards.PointsInput{Epoch: e, TGE: until, Holders: nodes(1)}); err == nil {
			t.Errorf("an epoch up to %s was closed", until)
		}
	}
}
