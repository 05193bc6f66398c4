package demo_test

import (
	"math/big"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/internal/recompute"
)

// rulesOf are the demonstration's rules, written down a second time: those of a sale that begins at a midnight.
func rulesOf(a *account, begin time.Time) recompute.Rules {
	c := a.sale.Chain
	percent := func(n int64) *big.Rat { return big.NewRat(n, 100) }
	third := big.NewRat(1, 3)
	month := func(n int) time.Time { return begin.AddDate(0, n, 0) }
	first := month(1)
	campaign := time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC)
	return recompute.Rules{
		Coin: "ETH", Dollar: "USDT",
		Sale: recompute.Sale{
			Contract: address(c.Sale()), Parallel: true, Tiers: ladder(), Codes: a.codes, Settlement: recompute.Held,
			Discount: recompute.Always(percent(10)), Reward: recompute.Always(recompute.Reward{Levels: []*big.Rat{percent(10)}}),
		},
		Score: recompute.Always(steps("1 1", "5 1.2", "20 1.5", "50 1.6", "100 2")),
		Points: recompute.Points{
			Asset: "GPOINT", First: begin.AddDate(0, 0, 1),
			Cap:    recompute.Always(units("2000000", 18)),
			PerDay: recompute.Dated[*big.Int]{{From: begin.AddDate(0, 0, 1), Is: units("11000", 18)}},
			Pools: recompute.Dated[recompute.Shares]{{Is: recompute.Shares{Validators: percent(20), Providers: percent(80), Queens: new(big.Rat)}},
				{From: month(3), Is: recompute.Shares{Validators: third, Providers: third, Queens: third}}},
			Eligible:   recompute.Always(recompute.Eligible{}),
			StakeScore: recompute.Always(steps("0 1", "100 1.25", "1000 1.5", "7000 1.75", "25000 2")),
			Health: recompute.Always(recompute.Health{Start: ratio("1"), DrillFailed: ratio("0.3"), DrillPassed: ratio("0.1"),
				CheckFailed: ratio("0.1"), CheckPassed: ratio("0.1"), InARow: 3}),
			Of: "foundation", Rate: ratio("1"),
		},
		Unbonding: recompute.Always(recompute.Days(28)),
		Token: recompute.Token{
			Asset: "GPU", TGE: month(6).Add(12 * time.Hour), Supply: units("200000000", 18),
			Allocation: map[string]*big.Rat{"node_holders": percent(35), "reserve": percent(25), "foundation": percent(15), "team": percent(10),
				"funds": percent(10), "liquidity": percent(5)},
			DropOf: "node_holders", DropShare: percent(5), Lock: recompute.Days(90),
			Emission: []recompute.Series{
				{Of: "node_holders", First: percent(15), Then: ratio("1/2"), Period: recompute.Span{Months: 24}},
				{Of: "reserve", From: month(9), First: ratio("0.125"), Then: ratio("1/2"), Period: recompute.Span{Months: 24},
					Pools: recompute.Always(recompute.Shares{Validators: percent(50), Providers: percent(30), Queens: percent(20)})},
			},
		},
		Revenue: recompute.Revenue{
			Split:  recompute.Always(map[string]*big.Rat{"": percent(60), "dapp": new(big.Rat)}),
			Shares: steps("5 250000000", "20 2000000000", "50 7000000000", "100 25000000000"),
		},
		Campaigns: []recompute.Campaign{{Name: "miners", From: campaign, Until: campaign.AddDate(0, 2, 0), Fixed: units("3", 6), Per: "node",
			Asset: "USDT", Budget: units("600", 6)}},
		Payout: recompute.Payout{Treasury: address(c.Treasury()), Distributor: address(c.Distributor()),
			Minimum: map[string]*big.Int{"USDT": units("5", 6)}},
	}
}

// ladder is 15 tiers of 1,000 nodes: the first at a tenth of an ether, each 12% dearer. Tier i allows i nodes to a wallet, tier 5 none.
func ladder() (tiers []recompute.Tier) {
	price := units("0.1", 18)
	for i := int64(1); i <= 15; i++ {
		quota := i
		if i == 5 {
			quota = 0
		}
		tiers = append(tiers, recompute.Tier{Price: price, Size: 1000, PerWallet: quota})
		price = new(big.Int).Quo(new(big.Int).Mul(price, big.NewInt(112)), big.NewInt(100))
	}
	return tiers
}

// steps are values from thresholds on.
func steps(list ...string) (all []recompute.Step) {
	for _, s := range list {
		from, is, _ := strings.Cut(s, " ")
		all = append(all, recompute.Step{From: ratio(from), Is: ratio(is)})
	}
	return all
}
