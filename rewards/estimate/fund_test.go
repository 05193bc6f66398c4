package estimate_test

import (
	"testing"

	"github.com/nodeledger/nodeledger/rewards/estimate"
)

// The monthly amounts are paid out of a fund: by the holders of the books in their proportions, by holders of a size that somebody assumes,
// or as if all of them were like the wallets that are asked about.
func TestTheFundThatTheMonthlyAmountsNeed(t *testing.T) {
	t.Parallel()
	a := example(t) // 1,500 of 15,000 nodes are active
	a.Wallets, a.AverageFactor = []uint64{100}, estimate.User(ratio(t, "2"))
	fund := func(what string, needed, fund, month string) {
		t.Helper()
		if o := project(t, a).Outcome; o.FundNeeded != needed || o.Fund != fund || o.USDTMonth != month {
			t.Errorf("%s: %s needed, %s there, %s a month", what, o.FundNeeded, o.Fund, o.USDTMonth)
		}
	}
	fund("all like these", "375000", "375000", "25000")  // 15 wallets
	a.Holders = map[uint64]uint64{100: 1, 20: 5, 1: 100} // 300 nodes: 25,000 + 5 x 2,000, five times
	fund("as in the books", "175000", "175000", "25000")
	a.Coverage = estimate.User(ratio(t, "20%"))
	fund("a fifth of it", "175000", "35000", "5000")
	a.Coverage, a.Fund = estimate.Input{}, estimate.User(ratio(t, "17500"))
	fund("a fund", "175000", "17500", "2500")
	a.Fund = estimate.User(ratio(t, "1000000"))
	fund("a large fund", "175000", "1000000", "25000")
	a.Fund, a.HolderNodes = estimate.Input{}, estimate.User(ratio(t, "5"))
	fund("all of 5", "75000", "75000", "25000")
	a.HolderNodes = estimate.User(ratio(t, "4"))
	fund("all of 4", "0", "0", "25000")
	a.HolderNodes = estimate.User(ratio(t, "4.5"))
	if _, err := estimate.Project(a); err == nil {
		t.Error("holders of half a node")
	}
	a.HolderNodes, a.Coverage, a.Fund = estimate.Input{}, estimate.User(ratio(t, "50%")), estimate.User(ratio(t, "5"))
	if _, err := estimate.Project(a); err == nil {
		t.Error("both the fund and the part that it pays")
	}
}
