package rewards_test

import (
	"testing"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// idleFor runs the preset's points for days on which nobody provides, and then a day with one provider; it gives the book after that, and
// what the provider got. 1,440 points a day go 20% to validators and 80% to providers.
func idleFor(t *testing.T, days int, idle string) (*book, money.Amount) {
	t.Helper()
	p := edited(t, "gpunet", `"providers":"0.8","queens":"0","validators":"0.2"`,
		`"idle":"`+idle+`","providers":"0.8","queens":"0","validators":"0.2"`)
	b := newBook(t)
	day := epochOf("2024-06-01").Day
	for n := range days + 1 {
		holders := nodes(1, 5)
		if n == days {
			holders = append(holders, rewards.Holder{Wallet: wallet(9), Compute: ratio(t, "0.000001")})
		}
		epoch := epochOf(day.AddDate(0, 0, n).Format("2006-01-02"))
		r := closePoints(t, p, rewards.PointsInput{Epoch: epoch, Holders: holders, Issued: b.issued(gpoint), Carry: b.carries()})
		b.post(draft(t, r))
		if n == days {
			pool, _ := r.Pool(rewards.Providers)
			return b, pool.Paid
		}
	}
	return nil, money.Amount{}
}

// A pool that was idle for 26 days gives the first who comes a day's part and no more; where what is idle waits, all of it.
func TestAnIdlePool(t *testing.T) {
	t.Parallel()
	for idle, want := range map[string]struct{ gets, issued string }{
		"skip":  {"1152", "8928"},   // 27 x 288 + 1,152
		"carry": {"31104", "38880"}, // 27 x 1,152; 27 x 1,440
	} {
		b, got := idleFor(t, 26, idle)
		if got != amount(t, gpoint, want.gets) {
			t.Errorf("%s: the first provider gets %s, want %s", idle, got, want.gets)
		}
		if issued := b.issued(gpoint); issued != amount(t, gpoint, want.issued) {
			t.Errorf("%s: %s were issued, want %s", idle, issued, want.issued)
		}
	}
}

// What nobody is there for does not count against the cap, and is said.
func TestWhatIsIdleIsNotIssued(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	r := closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-06-01"), Holders: nodes(1, 5)})
	pool, _ := r.Pool(rewards.Providers)
	if !pool.Amount.IsZero() || pool.Idle != amount(t, gpoint, "1152") || r.Budget.Issued != amount(t, gpoint, "288") ||
		r.Budget.Idle != pool.Idle || r.Budget.ZeroReason != 0 {
		t.Errorf("issued %s, not %s; the pool has %s", r.Budget.Issued, r.Budget.Idle, pool.Amount)
	}
	lines, err := rewards.Explain(r, wallet(1))
	if err != nil {
		t.Fatal(err)
	}
	said := false
	for _, line := range lines {
		said = said || line.String() == "nobody takes part: 1152 GPOINT is not issued"
	}
	if !said {
		t.Errorf("%v does not say it", lines)
	}
	nobody := closePoints(t, p, rewards.PointsInput{Epoch: epochOf("2024-06-01"),
		Carry: map[string]money.Amount{rewards.PointsDay: money.Units(gpoint, 2)}})
	if !nobody.Budget.Issued.IsZero() || nobody.Budget.CarryOut != money.Units(gpoint, 2) || len(draft(t, nobody).Postings) != 0 {
		t.Errorf("of nobody %s are issued, %s carried", nobody.Budget.Issued, nobody.Budget.CarryOut.Digits())
	}
}

// After the TGE providers and queens have pools of their own from the date on that the program says; before it all is the validators'.
func TestPoolsOfTheToken(t *testing.T) {
	t.Parallel()
	_, curve := generated(t, "gpunet", "2025-01-01T00:00:00Z")
	p := edited(t, "gpunet", `"then":"0.5"`,
		`"pools":[{"from":"2025-02-01","providers":"0.5","queens":"0.3","validators":"0.2"}],"then":"0.5"`)
	holders := nodes(1, 4)
	holders[0].Compute = ratio(t, "3")
	holders[1].Queen, holders[1].Stake = true, amount(t, gpu, "100")
	for day, want := range map[string][3]string{
		"2025-01-31": {"1", "0", "0"}, "2025-02-01": {"0.2", "0.5", "0.3"},
	} {
		r, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epochOf(day), Curve: curve, Holders: holders})
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range []string{rewards.Validators, rewards.Providers, rewards.Queens} {
			pool, _ := r.Pool(name)
			part, err := r.Budget.Issued.Times(ratio(t, want[i]), money.Floor)
			if err != nil {
				t.Fatal(err)
			}
			if pool.Amount != part {
				t.Errorf("%s: %s gets %s of %s, want %s", day, name, pool.Amount, r.Budget.Issued, part)
			}
		}
		if r.Budget.Issued != r.Budget.Setting {
			t.Errorf("%s: %s of %s are issued", day, r.Budget.Issued, r.Budget.Setting)
		}
	}
	r, err := rewards.CloseToken(p, rewards.TokenInput{Epoch: epochOf("2025-02-01"), Curve: curve, Holders: nodes(1)})
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Budget.Issued.Add(r.Budget.Idle)
	if err != nil || got != r.Budget.Setting || r.Budget.Idle.IsZero() {
		t.Errorf("%s + %s, and not %s", r.Budget.Issued, r.Budget.Idle, r.Budget.Setting)
	}
}
