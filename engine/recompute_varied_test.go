package engine_test

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/internal/recompute"
)

func (v *variety) points(seed uint64) {
	p := &v.rules.Points
	p.Asset = "GPOINT"
	p.First = v.date(v.dice.IntN(6))
	perDay, later := oneOf(v.dice, "1440", "11000", "1000.000000000000000007"), v.some(0.15, 0.4)
	p.PerDay = recompute.Dated[*big.Int]{{From: p.First, Is: wei(perDay)}, {From: later, Is: wei("1777.7")}}
	v.write("points:\n  asset: GPOINT\n  emission: [{ from: %s, per_day: %s }, { from: %s, per_day: 1777.7 }]\n",
		p.First.Format(time.DateOnly), perDay, later.Format(time.DateOnly))
	low, raised := oneOf(v.dice, "2000000", "30000", "45000.5"), v.some(0.25, 0.5)
	p.Cap = recompute.Dated[*big.Int]{{Is: wei(low)}, {From: raised, Is: wei("2100000")}}
	v.write("  cap: [{ amount: %s }, { from: %s, amount: 2100000 }]\n  price: [{ usd: 1 }]\n", low, raised.Format(time.DateOnly))
	one, first := v.shares()
	two, second := v.shares()
	from := v.some(0.1, 0.4)
	p.Pools = recompute.Dated[recompute.Shares]{{Is: first}, {From: from, Is: second}}
	v.write("  pools: [{ %s }, { from: %s, %s }]\n", one, from.Format(time.DateOnly), two)
	p.Eligible = recompute.Always(recompute.Eligible{})
	if v.dice.IntN(2) == 0 {
		from := v.some(0.1, 0.9)
		p.Eligible = append(p.Eligible, recompute.Entry[recompute.Eligible]{From: from, Is: recompute.Eligible{
			Stake: map[string]*big.Int{"GPOINT": wei("100"), "GPU": wei("150")}, Above: ratio("0.5")}})
		v.write("  eligible: [{ validators: all_holders }, { from: %s, validators: { stake: [100 GPOINT, 150 GPU], health: above 0.5 } }]\n",
			from.Format(time.DateOnly))
	}
	brackets, is := steps("stake", "factor", [2]string{"0", "1"}, [2]string{"100", "1.25"}, [2]string{"1000", "1.5"},
		[2]string{"7000", "1.75"}, [2]string{"25000", "2"})
	p.StakeScore = recompute.Always(is)
	v.write("  stake_score: %s\n", brackets)
	p.Health = recompute.Always(recompute.Health{Start: ratio("1"), DrillFailed: ratio("0.3"), DrillPassed: ratio("0.1"),
		CheckFailed: ratio("0.1"), CheckPassed: ratio("0.1"), InARow: 3,
		Ratings: []recompute.Step{{From: ratio("1"), Is: ratio("-0.2")}, {From: ratio("4"), Is: ratio("-0.1")},
			{From: ratio("7"), Is: ratio("0")},
			{From: ratio("10"), Is: ratio("0.1")}}})
	v.write("  health: { start: 1, drill: { failed: 0.3, passed: 0.1 }, check: { failed: 0.1, passed: 0.1, in_a_row: 3 }, ratings: " +
		"[{ at_least: 1, loses: 0.2 }, { at_least: 4, loses: 0.1 }, { at_least: 7 }, { at_least: 10, gains: 0.1 }] }\n")
	rate, lock, of := oneOf(v.dice, "1", "1", "0.7", "1/3"), oneOf(v.dice, 0, 0, 11), oneOf(v.dice, "foundation", "reserve")
	if seed == 0 {
		rate, lock = "1", 0
	}
	p.Rate, p.Lock, p.Of = ratio(rate), recompute.Days(int64(lock)), of
	v.write("  at_tge: { becomes: GPU, of: %s, rate: %s, lock: %s }\n", of, rate, days(lock))
	wait, other := 1+v.dice.IntN(9), v.some(0.1, 0.9)
	if v.rules.Unbonding = (recompute.Dated[recompute.Span]{{From: other, Is: recompute.Days(int64(wait))}}); seed == 0 {
		v.rules.Unbonding, wait, other = recompute.Dated[recompute.Span]{{From: v.date(9), Is: recompute.Days(28)}}, 28, v.date(9)
	}
	v.write("stakes: { unbonding: [{ from: %s, time: %dd }] }\n", other.Format(time.DateOnly), wait)
}

func days(n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprint(n, "d")
}

func (v *variety) token(seed uint64) {
	t := &v.rules.Token
	t.Asset, t.Supply = "GPU", wei("200000000")
	second := v.dice.IntN(86_400)
	if v.dice.IntN(4) == 0 {
		second = 9*3600 + 20*60 // the instant of a block
	}
	t.TGE = v.some(0.4, 0.6).Add(time.Duration(second) * time.Second)
	v.write("token:\n  asset: GPU\n")
	if v.planned = v.dice.IntN(2) == 0; !v.planned {
		v.write("  tge: %s\n", t.TGE.Format(time.RFC3339))
	}
	t.Allocation = map[string]*big.Rat{"node_holders": ratio("35%"), "reserve": ratio("25%"), "foundation": ratio("15%"), "team": ratio("10%"),
		"funds": ratio("10%"), "liquidity": ratio("5%")}
	t.DropOf, t.DropShare, t.DropByScore = "node_holders", ratio("5%"), v.dice.IntN(2) == 0
	v.write("  allocation: { node_holders: 35%%, reserve: 25%%, foundation: 15%%, team: 10%%, funds: 10%%, liquidity: 5%% }\n"+
		"  drop: { of: node_holders, share: 5%%, by: %s }\n", map[bool]string{true: "score", false: "nodes"}[t.DropByScore])
	one, first := v.series("node_holders", "15%", recompute.Span{Months: 24}, "2y", "half", time.Time{})
	series := []string{one}
	t.Emission = append(t.Emission, first)
	if seed == 0 || v.dice.IntN(3) > 0 {
		period, name := recompute.Days(13), "13d"
		if v.dice.IntN(2) == 0 {
			period, name = recompute.Span{Months: 1}, "1mo"
		}
		two, reserve := v.series("reserve", "3%", period, name, oneOf(v.dice, "half", "none", "30%"), v.some(0.62, 0.85))
		series, t.Emission = append(series, two), append(t.Emission, reserve)
	}
	lock := oneOf(v.dice, 2, 9, 16)
	if seed == 0 {
		lock = 90
	}
	t.Lock = recompute.Days(int64(lock))
	v.write("  emission: [%s]\n  lock: %s\n", strings.Join(series, ", "), days(lock))
}

// series writes one series of emissions, and gives it.
func (v *variety) series(of, share string, period recompute.Span, name, then string, from time.Time) (string, recompute.Series) {
	s := recompute.Series{Of: of, From: from, First: ratio(share), Period: period}
	s.Then = ratio(map[string]string{"half": "1/2", "none": "0", "30%": "30%"}[then])
	text := fmt.Sprintf("{ of: %s, first: %s, period: %s, then: %s", of, share, name, then)
	if !from.IsZero() {
		text += ", from: " + from.Format(time.DateOnly)
	}
	if v.dice.IntN(3) > 0 {
		parts, shares := v.shares()
		more, later := v.shares()
		at := v.some(0.5, 0.9)
		s.Pools = recompute.Dated[recompute.Shares]{{Is: shares}, {From: at, Is: later}}
		text += fmt.Sprintf(", pools: [{ %s }, { from: %s, %s }]", parts, at.Format(time.DateOnly), more)
	}
	return text + " }", s
}

func (v *variety) revenue() {
	r := &v.rules.Revenue
	from := v.some(0.2, 0.8)
	r.Split = recompute.Dated[map[string]*big.Rat]{{Is: map[string]*big.Rat{"": ratio("1/3")}},
		{From: from, Is: map[string]*big.Rat{"": ratio("60%"), "dapp": ratio("0"), "fiat": ratio("100%")}}}
	v.write("revenue:\n  asset: USDT\n  sources: [dapp, fiat, grants]\n  close_by: 1\n  split:\n    - { share: 1/3, buyback: 2/3 }\n"+
		"    - { from: %s, share: 60%%, buyback: 40%%, by_source: { dapp: { share: 0%%, buyback: 100%% }, "+
		"fiat: { share: 100%%, buyback: 0%% } } }\n",
		from.Format(time.DateOnly))
	if r.ProRata = v.dice.IntN(3) == 0; r.ProRata {
		v.write("  share: { mode: pro_rata }\n")
		return
	}
	text, brackets := steps("nodes", "amount", [2]string{"5", "250"}, [2]string{"20", "2000"}, [2]string{"50", "7000"},
		[2]string{"100", "25000"})
	for _, b := range brackets {
		b.Is.Mul(b.Is, big.NewRat(1_000_000, 1))
	}
	r.Shares, r.Surplus = brackets, v.dice.IntN(2) == 0
	v.write("  share: { mode: brackets, brackets: %s, surplus: %s }\n", text, map[bool]string{true: "buyback", false: "carry"}[r.Surplus])
}

func (v *variety) campaigns() {
	from, until := v.some(0.05, 0.3), v.some(0.4, 0.9)
	per := oneOf(v.dice, "wallet", "purchase", "node")
	v.rules.Campaigns = []recompute.Campaign{
		{Name: "early", From: from, Until: until, Rebate: ratio("5%"), Asset: "ETH", Budget: wei("0.7")},
		{Name: "welcome", From: from, Fixed: inUnits("3.333333", 6), Per: per, Asset: "USDT", Budget: inUnits("70", 6)},
	}
	v.write(`campaigns:
  - { name: early, from: %s, until: %s, wallets: everybody, rebate: 5%%, asset: ETH, budget: 0.7 }
  - { name: welcome, from: %[1]s, wallets: everybody, amount: 3.333333, per: %[3]s, asset: USDT, budget: 70 }
`, from.Format(time.DateOnly), until.Format(time.DateOnly), per)
}
