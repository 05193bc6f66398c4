package rewards

import (
	"fmt"
	"math/big"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// What only tests ask of curves and scores: a second way to the numbers that the rules book.

// NewHealth is a health that was recorded. A value above 1 is an error.
func NewHealth(value money.Ratio, row uint64) (Health, error) {
	if value.Num() > value.Den() {
		return Health{}, fmt.Errorf("health %s is above 1; write a number from 0 to 1", value)
	}
	return Health{value, row, true}, nil
}

// StakeScore is what a queen's stake counts: whole units x the factor of the highest bracket that it reaches, exactly.
// No brackets score 1 a unit. It is an error when the brackets count another asset.
func StakeScore(brackets []program.StakeFactor, stake money.Amount) (*big.Rat, error) {
	factor, ok := stakeFactor(brackets, stake)
	if !ok {
		return nil, fmt.Errorf("the stake is in %s and the stake score counts %s; give the stake in that", stake.Asset(),
			brackets[0].Stake.Asset())
	}
	return new(big.Rat).Mul(stake.Rat(), factor.Rat()), nil
}

// Limit is what the first series emits in all.
func (c *Curve) Limit() money.Amount { return c.series[0].limit() }

// Period is one period of the emission.
type Period struct {
	Start, End time.Time
	Total      money.Amount
}

// Periods are all periods of the first series in order; it is over at the end of the last.
func (c *Curve) Periods() []Period {
	first := &c.series[0]
	list := make([]Period, len(first.totals))
	for i := range list {
		list[i] = Period{time.Unix(first.starts[i], 0).UTC(), time.Unix(first.starts[i+1], 0).UTC(), first.totals[i]}
	}
	return list
}
