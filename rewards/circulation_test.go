package rewards_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// The price of a point rises from 1 to 5 US dollars by dated steps; each says what the whole supply would be worth, and a sale costs it.
func TestPricesOfPointsRiseByTheirDates(t *testing.T) {
	t.Parallel()
	p := edited(t, "gpunet", `"price":[{"from":"2024-04-01","usd":"1"}]`, `"price":[{"from":"2024-04-01","usd":"1"},`+
		`{"from":"2024-06-01","usd":"2"},{"from":"2024-07-01","usd":"3"},{"from":"2024-08-01","usd":"4"},{"from":"2024-09-01","usd":"5"}]`)
	units := func(points int64) *big.Int { return amount(t, gpoint, big.NewInt(points).String()).Big() }
	nothing := rewards.Flow{All: units(0), In7: units(0), In30: units(0)}
	for at, want := range map[string][2]string{
		"2024-03-31T23:59:59Z": {"", ""},
		"2024-04-01T00:00:00Z": {"1", "200000000"}, "2024-05-31T23:59:59Z": {"1", "200000000"},
		"2024-06-01T00:00:00Z": {"2", "400000000"}, "2024-07-01T00:00:00Z": {"3", "600000000"},
		"2024-08-31T23:59:59Z": {"4", "800000000"}, "2024-09-01T00:00:00Z": {"5", "1000000000"},
	} {
		when, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		m := program.Moment{Block: 30_000_000, Time: when}
		c, err := rewards.Circulate(p, m, nothing, nothing, amount(t, gpoint, "0"), amount(t, gpoint, "0"))
		if err != nil || c.Price != want[0] || c.Valuation != want[1] {
			t.Errorf("%s: a point costs %q, the supply %q (%v), want %v", at, c.Price, c.Valuation, err, want)
		}
		sale := rewards.PointsSale{Wallet: wallet(1), Points: amount(t, gpoint, "10"), Received: amount(t, p.Revenue.Asset, "30"), Source: "fiat"}
		if _, err := rewards.BookPointsSale(p, m, rewards.Booking{}, sale); (err == nil) != (want[0] == "3") {
			t.Errorf("%s: 10 points for 30 USDT: %v", at, err)
		}
	}
}

// Points that left the cap are emission and sales; what came back of a sale lessens both the sum and the pace.
func TestPointsThatLeftTheCap(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	units := func(points string) *big.Int { return amount(t, gpoint, points).Big() }
	issued := rewards.Flow{All: units("5000"), In7: units("1000"), In30: units("4001")}
	sold := rewards.Flow{All: units("700"), In7: new(big.Int).Neg(units("7")), In30: units("0.5")}
	c, err := rewards.Circulate(p, program.Moment{}, issued, sold, amount(t, gpoint, "40"), amount(t, gpoint, "4959"))
	if err != nil {
		t.Fatal(err)
	}
	got := [7]string{c.Emitted.String(), c.Sold.String(), c.PerDay7, c.PerDay30, c.SoldPerDay7, c.SoldPerDay30, c.Circulating.String()}
	want := [7]string{"4300 GPOINT", "700 GPOINT", "142.857142857142857142",
		"133.366666666666666666", "-1", "0.016666666666666666", "4959 GPOINT"}
	if got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if _, err := rewards.Circulate(p, program.Moment{}, sold, issued, amount(t, gpoint, "0"), amount(t, gpoint, "0")); err == nil {
		t.Error("more was sold than left the cap")
	}
}
