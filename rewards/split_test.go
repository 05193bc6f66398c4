package rewards_test

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// Each source is split by its own parts: the dapp's revenue buys back whole, and of fiat deals the profit is shared.
func TestASourceHasASplitOfItsOwn(t *testing.T) {
	t.Parallel()
	p := load(t, "gpunet")
	b := rewards.Booking{Program: p.Name, Rule: "x", At: at(t, "2024-07-03T00:00:00Z"), Source: ledger.OperatorSource("ann", "july")}
	var lines []string
	for _, in := range []rewards.Revenue{
		{Source: "dapp", Amount: money.Units(usdt, 100)},
		{Source: "fiat", Amount: money.Units(usdt, 100)},
		{Source: "fiat", Amount: money.Units(usdt, 30), Cost: true},
	} {
		d, err := rewards.BookRevenue(p, program.Moment{Time: b.At}, b, in)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range d.Postings {
			lines = append(lines, q.From.String()+" -> "+q.To.String()+" "+q.Amount.String())
		}
	}
	want := `income:revenue:dapp -> assets:source:dapp 0.0001 USDT
equity:fund:buyback -> equity:earnings 0.0001 USDT
income:revenue:fiat -> assets:source:fiat 0.0001 USDT
equity:fund:share -> equity:earnings 0.0001 USDT
assets:source:fiat -> expenses:cost:fiat 0.00003 USDT
equity:earnings -> equity:fund:share 0.00003 USDT`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	_, _, err := rewards.SplitRevenue(p, program.Moment{Time: b.At}, "grants", money.Units(usdt, 1))
	if err == nil || !strings.Contains(err.Error(), "no split of the revenue of grants is in force") {
		t.Error(err)
	}
}
