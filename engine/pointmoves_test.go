package engine_test

import (
	"context"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
)

// selling is the world's program with a revenue in a dollar and prices of points that rise; without a TGE that is known.
func selling(oldNew ...string) []string {
	return append([]string{
		"  GPOINT: { decimals: 18, kind: points }\n", "  GPOINT: { decimals: 18, kind: points }\n" +
			"  USDT: { decimals: 6, kind: erc20, address: \"" + tether + "\" }\n",
		"  emission: [{", "  price: [{ usd: 1 }, { from: 2024-04-16, usd: 3 }]\n  emission: [{",
		"token:\n", "revenue: { asset: USDT, sources: [dapp, fiat], split: { share: 50%, buyback: 50% } }\n" +
			"stakes: { unbonding: [{ from: 2024-04-14, time: 2d }] }\ntoken:\n",
	}, oldNew...)
}

// has is what an account held when everything so far had happened.
func has(t *testing.T, s engine.Store, account ledger.Account, asset money.Asset) string {
	t.Helper()
	b, err := s.BalanceAt(t.Context(), ledger.Place{Account: account, Asset: asset}, time.Now().AddDate(100, 0, 0))
	fatal(t, err)
	return b.String()
}

// Points are sold at the price of the day and up to the cap, spent and burnt, and taken back where that was a mistake; the epoch that
// reaches the cap pays what the sale left.
func TestPointsAreSoldAndSpent(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4))
		p := rewardingBut(t, selling("  tge: 2024-04-19T12:00:00Z\n", "", "validators: 1/3, providers: 1/3, queens: 1/3", "validators: 100%, providers: 0%, queens: 0%")...)
		e, err := engine.Open(ctx, p, s, w, w, silent())
		fatal(t, err)
		w.upTo(t, e, on(4, 15).Add(12*time.Hour)) // two epochs are closed
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		w.upTo(t, e, on(4, 17).Add(12*time.Hour))
		staff(t, e)
		gpoint, usdt := p.Points.Asset, p.Revenue.Asset
		buyer := ledger.Wallet{19: 60}
		sold := func(reference, points, received string, at time.Time, change ...func(*fold.PointsSoldBody)) (engine.Receipt, error) {
			b := fold.PointsSoldBody{Wallet: buyer.String(), Points: points, Received: received, Source: "fiat", At: at}
			for _, c := range change {
				c(&b)
			}
			return e.RecordPointsSold(ctx, ann, reference, b)
		}
		priced := func(price, asset string) func(*fold.PointsSoldBody) {
			return func(b *fold.PointsSoldBody) { b.Price, b.Asset = price, asset }
		}
		today := on(4, 15).Add(6 * time.Hour)
		refusal(t, problem.Invalid, "100 GPOINT at 1 USDT each cost 100, and 90 USDT was received")(sold("cheap", "100", "90", today))
		refusal(t, problem.Invalid, "give the price of this sale in ETH")(sold("eth", "100", "0.05", today, priced("", "ETH")))
		refusal(t, problem.Invalid, "is not money")(sold("swap", "100", "5", today, priced("1", "GPU")))
		refusal(t, problem.Invalid, "up to which epochs are closed")(sold("early", "100", "100", on(4, 14)))
		refusal(t, problem.Invalid, "is not a source of revenue")(sold("where", "100", "100", today,
			func(b *fold.PointsSoldBody) { b.Source = "sock" }))
		refusal(t, problem.Conflict, "the cap of 6000 GPOINT leaves 3120 GPOINT: 3121 GPOINT cannot have been sold")(sold("many", "3121", "3121", today))
		done(t)(sold("first", "100", "100", today))
		done(t)(sold("bargain", "50", "0.02", today, priced("0.0004", "ETH")))
		done(t)(sold("dearer", "33.333333333333333333", "100", on(4, 16)))
		done(t)(sold("slip", "1000", "1000", today))
		if got := has(t, s, ledger.Holding(buyer, gpoint), gpoint); got != "1183.333333333333333333 GPOINT" {
			t.Errorf("the buyer has %s", got)
		}
		if got := has(t, s, revenueOf(t, rewards.PointsIncome), usdt); got != "-1200 USDT" {
			t.Errorf("income is %s", got)
		}
		spent := func(reference, points, what string, at time.Time) (engine.Receipt, error) {
			return e.RecordPointsSpent(ctx, ann, reference, fold.PointsSpentBody{Wallet: buyer.String(), Points: points, For: what, At: at})
		}
		refusal(t, problem.Invalid, "say what")(spent("mute", "1", " ", today))
		refusal(t, problem.Conflict, "less than 1183.4 GPOINT")(spent("all", "1183.4", "compute", on(4, 17)))
		refusal(t, problem.Conflict, "less than 1160 GPOINT")(spent("too-soon", "1160", "compute", today)) // some were bought later
		done(t)(spent("gpu-1", "40", "compute of 3 hours", today))
		refusal(t, problem.Invalid, "date what leaves it now from then on")(spent("gpu-0", "1", "compute", today.Add(-time.Hour)))
		done(t)(spent("gpu-2", "60", "compute", on(4, 17)))

		refusal(t, problem.Invalid, "the reason must have")(e.ReverseMove(ctx, ann, "gpu-2", ""))
		refusal(t, problem.NotFound, "were recorded as")(e.ReverseMove(ctx, ann, "gpu-9", "a slip"))
		done(t)(e.ReverseMove(ctx, ann, "gpu-2", "it was another wallet's"))
		done(t)(e.ReverseMove(ctx, ann, "slip", "a zero too many"))
		refusal(t, problem.Conflict, "taken back before")(e.ReverseMove(ctx, bob, "slip", "once more"))
		for account, want := range map[ledger.Account]string{
			ledger.Holding(buyer, gpoint): "143.333333333333333333 GPOINT", ledger.Burnt(gpoint): "40 GPOINT",
		} {
			if got := has(t, s, account, gpoint); got != want {
				t.Errorf("%s has %s, want %s", account, got, want)
			}
		}
		w.upTo(t, e, on(4, 20))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		if got := has(t, s, ledger.Issuance(gpoint), gpoint); got != "-6000 GPOINT" {
			t.Errorf("%s left the cap", got)
		}
		livedOn(t, e, p, s)
	})
}

func revenueOf(t *testing.T, source string) ledger.Account {
	t.Helper()
	a, err := ledger.RevenueIncome(source)
	fatal(t, err)
	return a
}
