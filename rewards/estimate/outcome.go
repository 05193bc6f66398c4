package estimate

import (
	"math/big"
	"sort"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
)

// year is the one of every figure a month or a year: a month is a twelfth of it.
const year = 365 * 24 * time.Hour

// Never is the day or month of a break-even that does not come within a hundred years.
const Never = "never"

// Outcome is what nodes would earn under one set of assumptions, as decimal strings in whole units.
type Outcome struct {
	Adoption, ActiveNodes string
	Score, TotalScore     string
	Share                 string // of the pool, an exact fraction in lowest terms such as "1/500"

	// Points: a day's, a month's (a twelfth of 365 days) and a year's at the settings in force, what is earned before the
	// generation, and that at the price of a point.
	PointsDay, PointsMonth, PointsYear, Points, PointsValue string
	// Tokens: from the drop, from converted points, emitted on the first day, in the first month (a twelfth of 365 days) and in the
	// first 365 days after the start, and drop and emission up to the horizon, in all and a node.
	Drop, Converted, TokensDay, TokensMonth, TokensYear, Tokens, TokensPerNode string
	// USDTMonth is the month's share of revenue, in the program's asset of it, and USDT that up to the horizon. FundNeeded is what the
	// whole monthly amounts of all holders at this adoption would take, and Fund what is assumed to be there; both a month, and empty
	// where there is none.
	USDTMonth, USDT, FundNeeded, Fund string

	Cost           string       // US dollars, for all nodes
	Value          string       // US dollars at the horizon: tokens (locked ones too), converted points and the share of revenue
	Multiple       string       // Value / Cost
	APR            string       // (Value - Cost) / Cost x 12 / months, without compounding: breaking even is 0; empty at a horizon of 0 months
	Local          Local        // Cost, Value and FDV in the reader's currency
	FDV            string       // the implied valuation: price a node / tokens a node x supply
	BreakEvenDay   string       // the first day after the start on which Value reaches Cost, or Never
	BreakEvenMonth string       // the same in whole months
	Series         []CurveMonth // from month 0, the start, to the horizon
}

// Local is in the reader's currency what is in US dollars beside it; empty where that is, or where there is no such currency.
type Local struct{ Cost, Value, FDV string }

// CurveMonth is a point of the curve: a calendar month after the start.
type CurveMonth struct {
	Month     int
	At        time.Time
	Locked    string // tokens
	Available string // tokens
	USDT      string // share of revenue so far
	Value     string // US dollars
}

// month is the instant n calendar months after the start.
func (h *horizon) month(n int) time.Time { return rewards.MonthsAfter(h.start, int64(n)) }

// emittedTokens is the holder's part of what the validators' pool gets from the start to t.
func (h *horizon) emittedTokens(t time.Time) *big.Rat {
	if !t.After(h.start) {
		return new(big.Rat)
	}
	sum := h.pool(t)
	return sum.Mul(sum.Sub(sum, h.pool(h.start)), h.share)
}

// pool is what the validators' pool has of C(t).
func (h *horizon) pool(t time.Time) *big.Rat {
	sum := new(big.Rat)
	if h.curve == nil {
		return sum
	}
	for n := range h.p.Token.Emission {
		split := h.p.Token.Emission[n].Pools
		until := func(i int) *big.Rat { // what the series emitted before an entry came into force, or t
			if i == len(split) || split[i].From.Time.After(t) {
				return h.curve.Series(n, t).Rat()
			}
			return h.curve.Series(n, split[i].From.Time).Rat()
		}
		sum.Add(sum, until(0)) // all of it, before the first entry
		for i := range split {
			part := new(big.Rat).Sub(until(i+1), until(i))
			sum.Add(sum, part.Mul(part, split[i].Value.Validators.Rat()))
		}
	}
	return sum
}

// lockedTokens is what of the holder's tokens is locked at t: emitted by days whose lock has not ended, and points that were
// converted under a lock.
func (h *horizon) lockedTokens(t time.Time) *big.Rat {
	sum := new(big.Rat)
	if h.p.Token != nil {
		lock := h.p.Token.Lock
		day := rewards.DayOf(t.Add(-lock.Exact())).AddDate(0, -lock.Months(), 3) // at or after the last unlocked day's end
		for lock.After(day).After(t) {
			day = day.AddDate(0, 0, -1)
		}
		sum.Sub(h.emittedTokens(t), h.emittedTokens(day))
		if lock.IsZero() {
			sum.SetInt64(0)
		}
	}
	if h.convertedLock.After(h.tge).After(t) {
		sum.Add(sum, h.converted)
	}
	return sum
}

// heldTokens is the drop, the converted points and what was emitted up to t.
func (h *horizon) heldTokens(t time.Time) *big.Rat {
	sum := new(big.Rat).Add(h.drop, h.converted)
	return sum.Add(sum, h.emittedTokens(t))
}

// hasPrices says that every price that the value needs is known.
func (h *horizon) hasPrices() bool {
	pointsStay := h.points.Sign() > 0 && h.converted.Sign() == 0
	return (h.tokenPrice != nil || h.curve == nil) && (h.pointPrice != nil || !pointsStay)
}

// value is what all of it is worth at t, months of revenue included; nil when a price that is needed is unknown.
func (h *horizon) value(t time.Time, months int) *big.Rat {
	if !h.hasPrices() {
		return nil
	}
	sum := new(big.Rat).Mul(h.monthly, big.NewRat(int64(months), 1))
	if h.tokenPrice != nil {
		held := h.heldTokens(t)
		sum.Add(sum, held.Mul(held, h.tokenPrice))
	}
	if h.converted.Sign() == 0 && h.points.Sign() > 0 {
		sum.Add(sum, new(big.Rat).Mul(h.points, h.pointPrice))
	}
	return sum
}

// known is the text of a number, empty when it is unknown.
func known(r *big.Rat) string {
	if r == nil {
		return ""
	}
	return money.Truncated(r)
}

func (h *horizon) outcome() (Outcome, error) {
	times := func(r *big.Rat, num, den int64) string {
		return money.Truncated(new(big.Rat).Mul(r, big.NewRat(num, den)))
	}
	end := h.month(h.months)
	tokens := new(big.Rat).Add(h.drop, h.emittedTokens(end))
	o := Outcome{
		Adoption: money.Truncated(h.adoption), ActiveNodes: money.Truncated(h.active), Score: money.Exact(h.score),
		TotalScore: money.Truncated(h.total), Share: h.share.RatString(),
		PointsDay: money.Truncated(h.pointsDay), PointsMonth: times(h.pointsDay, 365, 12), PointsYear: times(h.pointsDay, 365, 1),
		Points: money.Truncated(h.points),
		Drop:   money.Truncated(h.drop), Converted: money.Truncated(h.converted),
		TokensDay:   money.Truncated(h.emittedTokens(h.start.Add(24 * time.Hour))),
		TokensMonth: money.Truncated(h.emittedTokens(h.start.Add(year / 12))), TokensYear: money.Truncated(h.emittedTokens(h.start.Add(year))),
		Tokens: money.Truncated(tokens), TokensPerNode: money.Truncated(h.tokensPerNode()),
		USDTMonth: money.Truncated(h.monthly), USDT: times(h.monthly, int64(h.months), 1),
		FundNeeded: known(h.needed), Fund: known(h.fund), Cost: known(h.cost),
	}
	if h.pointPrice != nil {
		o.PointsValue = money.Truncated(new(big.Rat).Mul(h.points, h.pointPrice))
	}
	value := h.value(end, h.months)
	o.Value = known(value)
	if value != nil && h.cost != nil {
		o.BreakEvenDay, o.BreakEvenMonth = h.breakEven()
		if h.cost.Sign() > 0 {
			ratio := new(big.Rat).Quo(value, h.cost)
			o.Multiple = money.Truncated(ratio)
			if h.months > 0 {
				o.APR = times(ratio.Sub(ratio, big.NewRat(1, 1)), 12, int64(h.months))
			}
		}
	}
	fdv := h.fdv()
	o.FDV = known(fdv)
	o.Local = Local{h.local(h.cost), h.local(value), h.local(fdv)}
	for n := range h.months + 1 {
		t := h.month(n)
		locked, held := h.lockedTokens(t), h.heldTokens(t)
		o.Series = append(o.Series, CurveMonth{
			n, t, money.Truncated(locked), money.Truncated(held.Sub(held, locked)), times(h.monthly, int64(n), 1), known(h.value(t, n)),
		})
	}
	return o, nil
}

// local is US dollars in the reader's currency.
func (h *horizon) local(usd *big.Rat) string {
	if usd == nil || h.rate == nil {
		return ""
	}
	return money.Truncated(new(big.Rat).Mul(usd, h.rate))
}

// fdv is price a node / tokens a node up to the horizon x supply; nil when it is unknown or there are no tokens.
func (h *horizon) fdv() *big.Rat {
	perNode := h.tokensPerNode()
	if h.costNode == nil || perNode.Sign() == 0 {
		return nil
	}
	f := new(big.Rat).Quo(h.costNode, perNode)
	return f.Mul(f, h.p.Token.Supply.Rat())
}

// breakEven is the first day and the first month at which the value reaches the cost. The value never falls with time.
func (h *horizon) breakEven() (day, month string) {
	const years = 100
	months := sort.Search(years*12+1, func(n int) bool { return h.value(h.month(n), n).Cmp(h.cost) >= 0 })
	if months > years*12 {
		return Never, Never
	}
	days := sort.Search(years*366, func(n int) bool {
		t := h.start.Add(time.Duration(n) * 24 * time.Hour)
		done := sort.Search(months+1, func(m int) bool { return h.month(m).After(t) }) - 1
		return h.value(t, max(done, 0)).Cmp(h.cost) >= 0
	})
	return strconv.Itoa(days), strconv.Itoa(months)
}
