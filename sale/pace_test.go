package sale_test

import (
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

func TestPaceOfTiers(t *testing.T) {
	t.Parallel()
	day := func(n int) time.Time { return time.Date(2024, 5, n, 12, 0, 0, 0, time.UTC) }
	l := sale.Ladder{Rungs: []sale.Rung{{Tier: program.Tier{Size: 5}}, {Tier: program.Tier{Size: 10}}}}
	var p sale.Pace
	for _, s := range []struct {
		at       time.Time
		one, two uint64
	}{{day(1), 2, 0}, {day(10), 3, 1}, {day(20), 0, 4}} {
		l.Rungs[0].Sold, l.Rungs[1].Sold = l.Rungs[0].Sold+s.one, l.Rungs[1].Sold+s.two
		var parts []sale.Slice
		for i, n := range []uint64{s.one, s.two} {
			if n > 0 {
				parts = append(parts, sale.Slice{Tier: i + 1, Quantity: n})
			}
		}
		p.Add(s.at, parts, &l)
	}
	for _, c := range []struct {
		tier int
		from time.Time
		want uint64
	}{{1, day(1), 5}, {1, day(1).Add(time.Second), 3}, {2, day(1), 5}, {2, day(20), 4}, {2, day(21), 0}, {3, day(1), 0}} {
		if got := p.Sold(c.tier, c.from); got != c.want {
			t.Errorf("tier %d sold %d from %s, want %d", c.tier, got, c.from, c.want)
		}
	}
	p.Add(day(20), []sale.Slice{{Tier: 2, Quantity: 1}}, &l) // another purchase of the same block
	if got := p.Sold(2, day(20)); got != 5 {
		t.Errorf("a block with purchases of 4 and 1 sold %d", got)
	}
	if !p.SoldOut(1).Equal(day(10)) || !p.SoldOut(2).IsZero() || !p.SoldOut(3).IsZero() {
		t.Errorf("sold out at %s and %s", p.SoldOut(1), p.SoldOut(2))
	}
	p.Add(time.Date(2024, 6, 5, 0, 0, 0, 0, time.UTC), []sale.Slice{{Tier: 2, Quantity: 1}}, &l)
	if got := p.Sold(1, day(1)); got != 3 {
		t.Errorf("what is older than 30 days counts still: %d", got)
	}
}
