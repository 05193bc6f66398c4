package earnings

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
)

var (
	gpu  = money.MustAsset("GPU", 18)
	usdt = money.MustAsset("USDT", 6)
)

func at(text string) time.Time {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return t
}

// text writes parts as a test wants to see them.
func text(parts []Part) string {
	list := make([]string, len(parts))
	for i, p := range parts {
		list[i] = fmt.Sprintf("%s %s =%s (%d/%d)", p.Amount, p.Asset, p.Value, p.Lines-p.Unpriced, p.Lines)
	}
	return strings.Join(list, ", ")
}

// A day belongs to the last day, the week and the month when it is over; what is of today is in no figure that stays until midnight.
func TestWindows(t *testing.T) {
	t.Parallel()
	now := at("2027-01-05T06:00:00Z")
	made := func(when string, amount int64, price string) line {
		return line{when: at(when), asset: usdt, amount: big.NewInt(amount), price: price}
	}
	got, err := windowsOf([]line{
		made("2027-01-05T00:00:00Z", 1, "1"),
		made("2027-01-04T23:59:59Z", 10, "2"),
		made("2027-01-04T00:00:00Z", 100, ""),
		made("2027-01-03T23:59:59Z", 1_000, "1"),
		made("2026-12-29T00:00:00Z", 10_000, "1"),
		made("2026-12-28T23:59:59Z", 100_000, "1"),
		made("2026-12-06T00:00:00Z", 1_000_000, "0.5"),
		made("2026-12-05T23:59:59Z", 10_000_000, "1"),
		made("2026-12-05T23:59:59Z", -3_000_000, "1"),
	}, now)
	if err != nil || len(got) != 1 {
		t.Fatal(got, err)
	}
	w := got[0]
	for name, pair := range map[string][2]string{
		"today": {text([]Part{{usdt, w.Today}}), "1 USDT =0.000001 (1/1)"},
		"day":   {text([]Part{{usdt, w.Day}}), "110 USDT =0.00002 (1/2)"},
		"week":  {text([]Part{{usdt, w.Week}}), "11110 USDT =0.01102 (3/4)"},
		"month": {text([]Part{{usdt, w.Month}}), "1111110 USDT =0.61102 (5/6)"},
		"all":   {text([]Part{{usdt, w.All}}), "8111111 USDT =7.611021 (8/9)"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %s, want %s", name, pair[0], pair[1])
		}
	}
}

// Bars are whole days, weeks from Monday and months, and the last one is the present.
func TestBars(t *testing.T) {
	t.Parallel()
	now := at("2027-03-03T12:00:00Z") // a Wednesday
	lines := []line{
		{when: at("2027-03-03T11:00:00Z"), asset: usdt, amount: big.NewInt(1)},
		{when: at("2027-03-01T00:00:00Z"), asset: usdt, amount: big.NewInt(2), price: "1"},
		{when: at("2027-02-28T23:59:59Z"), asset: gpu, amount: big.NewInt(4)},
		{when: at("2027-02-01T00:00:00Z"), asset: usdt, amount: big.NewInt(8)},
		{when: at("2026-01-01T00:00:00Z"), asset: usdt, amount: big.NewInt(16)},
	}
	for step, want := range map[Step]string{
		ByDay:   "03-01..03-02 2 USDT =0.000002 (1/1); 03-02..03-03 ; 03-03..03-04 1 USDT = (0/1)",
		ByWeek:  "02-15..02-22 ; 02-22..03-01 4 GPU = (0/1); 03-01..03-08 3 USDT =0.000002 (1/2)",
		ByMonth: "01-01..02-01 ; 02-01..03-01 4 GPU = (0/1), 8 USDT = (0/1); 03-01..04-01 3 USDT =0.000002 (1/2)",
	} {
		bars, err := barsOf(lines, now, step, 3)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range bars {
			got = append(got, b.From.Format("01-02")+".."+b.To.Format("01-02")+" "+text(b.Parts))
		}
		if all := strings.Join(got, "; "); all != want {
			t.Errorf("by %s: %s, want %s", step, all, want)
		}
	}
	for _, n := range []int{0, -1, MaxBars + 1} {
		if _, err := barsOf(lines, now, ByDay, n); err == nil {
			t.Errorf("%d bars are answered", n)
		}
	}
}

// A lot gets its part of what nodes earned while the wallet had it; what goes is of the oldest; the floor's rest is the oldest's.
func TestLots(t *testing.T) {
	t.Parallel()
	day := func(n int) time.Time { return at("2026-01-01T00:00:00Z").AddDate(0, 0, n) }
	earn := func(n int, amount int64) line {
		return line{when: day(n), asset: gpu, amount: big.NewInt(amount), byNodes: true}
	}
	lots, rest, err := lotsOf([]line{
		earn(1, 10), earn(3, 10), earn(5, 7), earn(7, 11),
		{when: day(3), asset: gpu, amount: big.NewInt(1_000_000)}, // by a provider
	}, []change{
		{lot: Lot{When: day(0), Nodes: 1}}, {lot: Lot{When: day(2), Nodes: 2}}, {lot: Lot{When: day(4)}, gone: 2},
		{lot: Lot{When: day(6)}, gone: 1},
	})
	if err != nil || len(lots) != 2 {
		t.Fatal(lots, err)
	}
	// 10 to the first; then 3 and its rest 1 to the first, 6 to the second; then the second alone; then nobody.
	if a, b := text(lots[0].Earned), text(lots[1].Earned); a != "14 GPU = (0/2)" || b != "13 GPU = (0/2)" || text(rest) != "11 GPU = (0/1)" ||
		lots[0].Left != 0 || lots[1].Left != 0 {
		t.Error(a, b, text(rest), lots)
	}
}

// Whatever is bought, goes and is earned: lots and the rest make all, to the base unit, and so do the values.
func TestLotsMakeAll(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		var lines []line
		var changes []change
		all, held := sums{}, uint64(0)
		for n := range rapid.IntRange(0, 40).Draw(r, "events") {
			when := at("2026-01-01T00:00:00Z").Add(time.Duration(n) * time.Hour)
			switch rapid.IntRange(0, 2).Draw(r, "what") {
			case 0:
				nodes := rapid.Uint64Range(1, 9).Draw(r, "nodes")
				held += nodes
				changes = append(changes, change{lot: Lot{When: when, Nodes: nodes}})
			case 1:
				if held > 0 {
					gone := rapid.Uint64Range(1, held).Draw(r, "gone")
					held -= gone
					changes = append(changes, change{lot: Lot{When: when}, gone: gone})
				}
			default:
				l := line{when: when, asset: rapid.SampledFrom([]money.Asset{gpu, usdt}).Draw(r, "asset"), byNodes: true,
					amount: big.NewInt(rapid.Int64Range(-50, 1_000).Draw(r, "amount")), price: "0.3"}
				if err := all.add(&l, l.amount); err != nil {
					r.Fatal(err)
				}
				lines = append(lines, l)
			}
		}
		lots, rest, err := lotsOf(lines, changes)
		if err != nil {
			r.Fatal(err)
		}
		got, left := sums{}, uint64(0)
		take := func(parts []Part) {
			for _, p := range parts {
				if err := got.add(&line{asset: p.Asset, price: "0.3"}, p.Amount); err != nil {
					r.Fatal(err)
				}
			}
		}
		for i := range lots {
			take(lots[i].Earned)
			left += lots[i].Left
		}
		take(rest)
		if left != held {
			r.Fatalf("%d nodes are left, and the wallet has %d", left, held)
		}
		for asset, t := range all {
			if got[asset] == nil || got[asset].amount.Cmp(&t.amount) != 0 || !got[asset].value.Equal(t.value) {
				r.Fatalf("%s: the lots have %v, and %s was earned", asset, got[asset], &t.amount)
			}
		}
	})
}
