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
		"  emission: [{ from", "  price: [{ usd: 1 }, { from: 2024-04-16, usd: 3 }]\n  emission: [{ from",
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
		p := rewardingBut(t, selling("  tge: 2024-04-19T12:00:00Z\n", "", "validators: 1/3, providers: 1/3, queens: 1/3",
			"validators: 100%, providers: 0%, queens: 0%")...)
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
		refusal(t, problem.Conflict, "the cap of 6000 GPOINT leaves 3120 GPOINT: 3121 GPOINT cannot have been sold")(
			sold("many", "3121", "3121", today))
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
		refusal(t, problem.Conflict, "has 0 GPOINT, less than 1 GPOINT")(spent("gpu-0", "1", "compute", today.Add(-time.Hour)))
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

// Stakes move: never more than is there, not what is locked; what is unstaked neither counts nor is available until its time is over, and
// staked points become staked tokens.
func TestStakesMove(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 1))
		p := rewardingBut(t, selling("validators: 1/3, providers: 1/3, queens: 1/3 }", "validators: 50%, providers: 0%, queens: 50% }\n"+
			"  eligible: { validators: { stake: [100 GPOINT, 200 GPU] } }\n  stake_score: [{ stake: 0, factor: 1 }, { stake: 200, factor: 1.5 }]",
			"then: half }", "then: half, pools: { validators: 50%, providers: 0%, queens: 50% } }")...)
		e, err := engine.Open(ctx, p, s, w, w, silent())
		fatal(t, err)
		gpoint, gpu := p.Points.Asset, p.Token.Asset
		one, two, bought := ledger.Wallet{19: 50}, ledger.Wallet{19: 51}, ledger.Wallet{19: 60}
		w.upTo(t, e, on(4, 14).Add(12*time.Hour))
		staff(t, e)
		for i, of := range []ledger.Wallet{one, two, bought} {
			done(t)(e.RecordPointsSold(ctx, ann, "sale-"+of.String()[38:], fold.PointsSoldBody{Wallet: of.String(), Points: "1000", Received: "1000",
				Source: "fiat", At: on(4, 14).Add(time.Duration(i) * time.Minute)}))
		}
		stake := func(reference string, of ledger.Wallet, amount, asset string, at time.Time) (engine.Receipt, error) {
			return e.RecordStake(ctx, ann, reference, fold.StakeBody{Wallet: of.String(), Amount: amount, Asset: asset, At: at})
		}
		unstake := func(reference string, of ledger.Wallet, amount, asset string, at time.Time) (engine.Receipt, error) {
			return e.RecordUnstake(ctx, ann, reference, fold.StakeBody{Wallet: of.String(), Amount: amount, Asset: asset, At: at})
		}
		hour := func(day, hour int) time.Time { return on(4, day).Add(time.Duration(hour) * time.Hour) }
		refusal(t, problem.Conflict, "less than 1000.5 GPOINT")(stake("much", one, "1000.5", "GPOINT", hour(14, 1)))
		refusal(t, problem.Invalid, "neither the points nor the token")(stake("ether", one, "1", "ETH", hour(14, 1)))
		refusal(t, problem.Conflict, "less than 5 GPU")(stake("locked", one, "5", "GPU", hour(14, 1)))
		refusal(t, problem.Invalid, "a stake of nothing")(stake("none", one, "0", "GPOINT", hour(14, 1)))
		done(t)(stake("one", one, "300", "GPOINT", hour(14, 2)))
		done(t)(stake("two", two, "99", "GPOINT", hour(14, 2)))
		done(t)(stake("bought", bought, "200", "GPOINT", hour(14, 3)))
		done(t)(stake("slip", two, "500", "GPOINT", hour(14, 3)))
		done(t)(e.ReverseMove(ctx, ann, "slip", "another wallet's")) // in effect now, at noon
		refusal(t, problem.Conflict, "less than 701 GPOINT")(e.RecordPointsSpent(ctx, ann, "staked",
			fold.PointsSpentBody{Wallet: one.String(), Points: "701", For: "compute", At: hour(14, 4)}))
		_, err = e.RecordScores(ctx, ann, "queens", []fold.ScoreRow{{Wallet: bought.String(), What: "queen", Value: "1", At: hour(14, 0)}})
		fatal(t, err)
		w.upTo(t, e, hour(15, 12))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		// Of 1440, half is the validators': the one who stakes enough; half the queens': who holds no node.
		is := func(want map[ledger.Account]string, asset money.Asset) {
			t.Helper()
			for account, amount := range want {
				if got := has(t, s, account, asset); got != amount {
					t.Errorf("%s has %s, want %s", account, got, amount)
				}
			}
		}
		is(map[ledger.Account]string{
			ledger.Holding(one, gpoint): "1420 GPOINT", ledger.Holding(two, gpoint): "901 GPOINT", ledger.Holding(bought, gpoint): "1520 GPOINT",
			ledger.HolderToken(one, gpoint, ledger.Staked): "300 GPOINT", ledger.HolderToken(two, gpoint, ledger.Staked): "99 GPOINT",
		}, gpoint)
		refusal(t, problem.Conflict, "less than 301 GPOINT")(unstake("over", one, "301", "GPOINT", hour(15, 1)))
		done(t)(unstake("out", one, "250", "GPOINT", hour(15, 1)))  // available on the 17th
		done(t)(unstake("out-2", two, "10", "GPOINT", hour(15, 1))) // at the same instant
		refusal(t, problem.Conflict, "less than 1600 GPOINT")(e.RecordPointsSpent(ctx, ann, "unbonding",
			fold.PointsSpentBody{Wallet: one.String(), Points: "1600", For: "compute", At: hour(15, 4)}))
		w.upTo(t, e, hour(16, 12))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		is(map[ledger.Account]string{ // 50 are not enough any more
			ledger.Holding(one, gpoint): "1420 GPOINT", ledger.HolderToken(one, gpoint, ledger.Unbonding): "250 GPOINT",
			ledger.HolderToken(one, gpoint, ledger.Staked): "50 GPOINT",
		}, gpoint)
		w.upTo(t, e, hour(18, 12))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		is(map[ledger.Account]string{
			ledger.Holding(one, gpoint): "1670 GPOINT", ledger.HolderToken(one, gpoint, ledger.Unbonding): "0 GPOINT",
			ledger.Holding(two, gpoint): "911 GPOINT",
		}, gpoint)
		done(t)(unstake("late", bought, "120", "GPOINT", hour(18, 11))) // the TGE is in between
		w.upTo(t, e, hour(20, 6))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		refusal(t, problem.Conflict, "there are no GPOINT any more")(stake("gone", one, "1", "GPOINT", hour(20, 1)))
		is(map[ledger.Account]string{
			ledger.HolderToken(one, gpu, ledger.Staked): "50 GPU", ledger.HolderToken(bought, gpu, ledger.Staked): "80 GPU",
			ledger.HolderToken(bought, gpu, ledger.Unbonding): "120 GPU",
		}, gpu)
		done(t)(stake("more", one, "150", "GPU", hour(20, 2)))
		w.upTo(t, e, hour(22, 12))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		is(map[ledger.Account]string{
			ledger.HolderToken(one, gpu, ledger.Staked):       "200 GPU",
			ledger.HolderToken(bought, gpu, ledger.Unbonding): "0 GPU", ledger.HolderToken(bought, gpu, ledger.Staked): "80 GPU",
			ledger.HolderToken(two, gpu, ledger.Locked): "0 GPU", // 89 are not enough
		}, gpu)
		if got := has(t, s, ledger.HolderToken(one, gpu, ledger.Locked), gpu); got == "0 GPU" {
			t.Error("200 GPU staked and no emission")
		}
		verifiedWholly(t, s)
		rebuiltBy(t, s, p)
		livedOn(t, e, p, s)
	})
}
