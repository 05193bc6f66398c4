package earnings

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/money"
)

// line is something that was earned, or taken back.
type line struct {
	when     time.Time
	sequence uint64
	asset    money.Asset
	amount   *big.Int // base units, below zero when it was taken back
	price    string   // US dollars for a whole unit on that day; empty: not known
	byNodes  bool     // it was earned by how many nodes the wallet has
}

// Sum is what lines of one asset come to.
type Sum struct {
	Amount   *big.Int // base units
	Value    string   // US dollars, exact, of the lines whose day has a price; empty: none has
	Lines    int
	Unpriced int // of the lines
}

// total adds up lines of one asset.
type total struct {
	amount   big.Int
	value    decimal.Decimal
	lines    int
	unpriced int
}

// add takes an amount of a line in.
func (t *total) add(l *line, amount *big.Int) error {
	t.amount.Add(&t.amount, amount)
	t.lines++
	if l.price == "" {
		t.unpriced++
		return nil
	}
	price, err := decimal.NewFromString(l.price)
	if err != nil {
		return fmt.Errorf("the price of %s on %s: %w", l.asset, l.when.Format(time.DateOnly), err)
	}
	t.value = t.value.Add(price.Mul(decimal.NewFromBigInt(amount, -int32(l.asset.Decimals()))))
	return nil
}

func (t *total) sum() Sum {
	s := Sum{Amount: &t.amount, Lines: t.lines, Unpriced: t.unpriced}
	if t.unpriced < t.lines {
		s.Value = t.value.String()
	}
	return s
}

// Part is a sum of one asset.
type Part struct {
	Asset money.Asset
	Sum
}

// sums are totals by asset.
type sums map[money.Asset]*total

// add takes an amount of a line in.
func (s sums) add(l *line, amount *big.Int) error {
	t := s[l.asset]
	if t == nil {
		t = new(total)
		s[l.asset] = t
	}
	return t.add(l, amount)
}

// parts are the sums in order of the asset's symbol.
func (s sums) parts() []Part {
	list := make([]Part, 0, len(s))
	for asset, t := range s {
		list = append(list, Part{asset, t.sum()})
	}
	slices.SortFunc(list, func(a, b Part) int { return cmp.Compare(a.Asset.Symbol(), b.Asset.Symbol()) })
	return list
}

// Windows is what was earned of one asset, up to now. Days are UTC, and those that are not over are in Today and All alone: the other
// figures stay as they are until the next midnight.
type Windows struct {
	Asset                   money.Asset
	Today, Day, Week, Month Sum // since midnight; of the last whole day, 7 and 30 whole days
	All                     Sum
}

// windowsOf adds up the lines by asset, as of an instant.
func windowsOf(lines []line, now time.Time) ([]Windows, error) {
	today := midnight(now)
	by := map[money.Asset]*[5]total{}
	for i := range lines {
		l := &lines[i]
		w := by[l.asset]
		if w == nil {
			w = new([5]total)
			by[l.asset] = w
		}
		within := func(days int) bool { return !l.when.Before(today.AddDate(0, 0, -days)) && l.when.Before(today) }
		for n, in := range [5]bool{!l.when.Before(today), within(1), within(7), within(30), true} {
			if !in {
				continue
			}
			if err := w[n].add(l, l.amount); err != nil {
				return nil, err
			}
		}
	}
	list := make([]Windows, 0, len(by))
	for asset, w := range by {
		list = append(list, Windows{asset, w[0].sum(), w[1].sum(), w[2].sum(), w[3].sum(), w[4].sum()})
	}
	slices.SortFunc(list, func(a, b Windows) int { return cmp.Compare(a.Asset.Symbol(), b.Asset.Symbol()) })
	return list, nil
}

func midnight(t time.Time) time.Time {
	t = t.UTC()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
