package rewards

import (
	"fmt"
	"math/big"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Health is how reliable a provider or validator was, from 0 to 1, and how many checks were passed in a row. The zero
// Health is of somebody who was never measured: it counts as the program's start, or 1 where the program has none.
type Health struct {
	value    money.Ratio
	row      uint64
	measured bool
}

// Measured says that it is not the zero Health.
func (h Health) Measured() bool { return h.measured }

// Row is the number of checks passed in a row since the last gain or failure.
func (h Health) Row() uint64 { return h.row }

// Value is the health from 0 to 1, under the rule in force.
func (h Health) Value(rule program.Health) money.Ratio {
	switch {
	case h.measured:
		return h.value
	case rule.CheckRow == 0: // no rule: a rule that was read has at least 1
		return money.One()
	default:
		return rule.Start
	}
}

// HealthEvent is something that moves a health.
type HealthEvent struct {
	kind   healthKind
	rating uint64
}

type healthKind uint8

const (
	drillFailed healthKind = iota + 1
	drillPassed
	checkFailed
	checkPassed
	rated
)

// DrillFailed is a drill that was not answered.
func DrillFailed() HealthEvent { return HealthEvent{kind: drillFailed} }

// DrillPassed is a drill that was answered.
func DrillPassed() HealthEvent { return HealthEvent{kind: drillPassed} }

// CheckFailed is a failed check; it ends the row of passed ones.
func CheckFailed() HealthEvent { return HealthEvent{kind: checkFailed} }

// CheckPassed is a passed check; every full row of them gains.
func CheckPassed() HealthEvent { return HealthEvent{kind: checkPassed} }

// Rated is a customer's rating.
func Rated(rating uint64) HealthEvent { return HealthEvent{rated, rating} }

// After is the health after an event, under the rule in force then; it stays within 0 and 1. A drill or a rating does
// not touch the row of passed checks.
//
//	checks passed, in a row of 3:  1  2  3 (gains, the row begins anew)  1  2  failed (loses)  1 ...
func (h Health) After(rule program.Health, e HealthEvent) (Health, error) {
	var gains, loses money.Ratio
	next := Health{h.Value(rule), h.row, true}
	switch e.kind {
	case drillFailed:
		loses = rule.DrillFailed
	case drillPassed:
		gains = rule.DrillPassed
	case checkFailed:
		loses, next.row = rule.CheckFailed, 0
	case checkPassed:
		if next.row++; next.row >= max(rule.CheckRow, 1) {
			gains, next.row = rule.CheckPassed, 0
		}
	case rated:
		for _, r := range rule.Ratings {
			if e.rating >= r.AtLeast {
				gains, loses = r.Gains, r.Loses
			}
		}
	default:
		return h, fmt.Errorf("the zero HealthEvent is not an event; make one with DrillPassed, CheckFailed, Rated and so on")
	}
	sum := new(big.Rat).Add(next.value.Rat(), gains.Rat())
	sum.Sub(sum, loses.Rat())
	if sum.Sign() < 0 {
		sum.SetInt64(0)
	}
	if whole := big.NewRat(1, 1); sum.Cmp(whole) > 0 {
		sum = whole
	}
	if !sum.Num().IsUint64() || !sum.Denom().IsUint64() {
		return h, fmt.Errorf("health %s has too many digits to be kept exactly; write the program's steps of health as decimals", sum.RatString())
	}
	value, err := money.NewRatio(sum.Num().Uint64(), sum.Denom().Uint64())
	next.value = value
	return next, err
}
