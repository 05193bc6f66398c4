package rewards

import (
	"fmt"
	"sort"
	"time"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Curve is what the token emits from its generation on, all series of emissions together: C(t), whole base units. It is never changed and
// may be shared.
//
// Of each series the first period's total is floor(supply x first); each later one is floor(total before x then), so that an odd base
// unit is dropped and stays unissued. For a halving that is exactly the floor of the exact series, and its sum never
// passes first / (1 - then) of the supply. Periods begin where the series begins; calendar ones are counted from there.
//
//	C(t) = the sum over the series of (the totals of the periods before t + floor(total x elapsed / length)), in seconds
type Curve struct {
	asset  money.Asset
	series []seriesCurve // of the program's emission, in its order
}

// seriesCurve is C(t) of one series.
type seriesCurve struct {
	starts  []int64        // of the periods, and the end of the last; seconds since 1970
	totals  []money.Amount // of the periods
	reached []money.Amount // C at starts
}

// maxPeriods bounds the table of periods. A halving of 2^256 base units ends after 256.
const maxPeriods = 100_000

// NewCurve makes the emission of a program's token that is generated at an instant.
func NewCurve(t *program.Token, tge time.Time) (*Curve, error) {
	if t == nil {
		return nil, fmt.Errorf("the program has no token, so nothing is emitted; add token to the program file")
	}
	if err := CheckInstant("the TGE", tge); err != nil {
		return nil, err
	}
	c, all := &Curve{asset: t.Asset}, money.Zero(t.Asset)
	for i := range t.Emission {
		s, err := newSeriesCurve(t, &t.Emission[i], tge)
		if err != nil {
			return nil, err
		}
		if all, err = all.Add(s.limit()); err != nil {
			return nil, fmt.Errorf("the sum of the emissions: %w", err)
		}
		c.series = append(c.series, s)
	}
	return c, nil
}

func newSeriesCurve(t *program.Token, e *program.Series, tge time.Time) (c seriesCurve, err error) {
	begin, sum := e.Begins(tge), money.Zero(t.Asset)
	c.starts, c.reached = append(c.starts, begin.Unix()), append(c.reached, sum)
	total, err := t.Supply.Times(e.First, money.Floor)
	if err != nil {
		return c, fmt.Errorf("the emission's first period: %w", err)
	}
	for n := int64(1); !total.IsZero(); n++ {
		end := repeat(begin, e.Period, n)
		if n > maxPeriods || end.Unix() <= c.starts[n-1] {
			return c, problem.New(problem.Invalid, problem.InvalidProgram,
				"the emission has more than %d periods; write a longer period or a smaller ratio in token.emission", maxPeriods)
		}
		if sum, err = sum.Add(total); err != nil {
			return c, fmt.Errorf("the emission's sum: %w", err)
		}
		c.starts, c.totals, c.reached = append(c.starts, end.Unix()), append(c.totals, total), append(c.reached, sum)
		if total, err = total.Times(e.Then, money.Floor); err != nil {
			return c, fmt.Errorf("the emission's period %d: %w", n, err)
		}
	}
	return c, nil
}

// At is C(t): what was emitted before the instant, 0 before the generation.
func (c *Curve) At(t time.Time) money.Amount {
	sum := money.Zero(c.asset)
	for i := range c.series {
		more, err := sum.Add(c.series[i].at(t))
		if err != nil {
			return sum // NewCurve added up the limits of all series
		}
		sum = more
	}
	return sum
}

// Series is C(t) of the series at an index of the program's emission.
func (c *Curve) Series(i int, t time.Time) money.Amount { return c.series[i].at(t) }

// limit is what a series ever emits.
func (c *seriesCurve) limit() money.Amount { return c.reached[len(c.reached)-1] }

func (c *seriesCurve) at(t time.Time) money.Amount {
	at, asset := t.Unix(), c.reached[0].Asset()
	next := sort.Search(len(c.starts), func(i int) bool { return c.starts[i] > at })
	switch {
	case next == 0:
		return money.Zero(asset)
	case next == len(c.starts):
		return c.reached[next-1]
	}
	total, before := c.totals[next-1].Uint256(), c.reached[next-1].Uint256()
	elapsed, length := uint256.NewInt(uint64(at-c.starts[next-1])), uint256.NewInt(uint64(c.starts[next]-c.starts[next-1]))
	// elapsed < length, so neither the quotient nor the sum can pass C at the period's end.
	part, _ := new(uint256.Int).MulDivOverflow(&total, elapsed, length)
	return money.FromUint256(asset, part.Add(part, &before))
}

// EmissionDay is what a UTC day emits.
type EmissionDay struct {
	Day    time.Time // midnight UTC
	Amount money.Amount
}

// Day is what the UTC day that begins at an instant emits: C(day end) - C(day start). The day of a generation at noon
// emits half a day's worth.
func (c *Curve) Day(day time.Time) (money.Amount, error) {
	return c.At(day.Add(24 * time.Hour)).Sub(c.At(day))
}

// Days are n days from the one that holds an instant, in order. They sum to C(end of the last) - C(start of the first).
func (c *Curve) Days(from time.Time, n int) ([]EmissionDay, error) {
	if n < 0 || n > 1_000_000 {
		return nil, problem.Invalidf("%d days cannot be listed; ask for 0 to 1,000,000", n)
	}
	list := make([]EmissionDay, n)
	day := DayOf(from)
	before := c.At(day)
	for i := range list {
		end := day.Add(24 * time.Hour)
		reached := c.At(end)
		amount, err := reached.Sub(before)
		if err != nil {
			return nil, err
		}
		list[i] = EmissionDay{day, amount}
		day, before = end, reached
	}
	return list, nil
}

// seriesOf is what each series emits on a day on which it emits anything, with its pools there.
func (c *Curve) seriesOf(t *program.Token, day time.Time, m program.Moment) (list []DaySeries, err error) {
	for i := range t.Emission {
		amount, err := c.Series(i, day.Add(24*time.Hour)).Sub(c.Series(i, day))
		if err != nil {
			return nil, err
		}
		if e := &t.Emission[i]; !amount.IsZero() {
			list = append(list, DaySeries{Of: e.Of, Issued: amount, Pools: e.PoolsAt(m)})
		}
	}
	return list, nil
}

// EmissionDays are the days of a token's emission, generated at an instant: Days of its Curve.
func EmissionDays(t *program.Token, tge, from time.Time, n int) ([]EmissionDay, error) {
	c, err := NewCurve(t, tge)
	if err != nil {
		return nil, err
	}
	return c.Days(from, n)
}
