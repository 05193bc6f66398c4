package rewards

import (
	"fmt"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// The names of pools; ledger.PoolCarry of the name is the pool's account.
const (
	Validators = "validators" // by node score
	Providers  = "providers"  // by compute score x health
	Queens     = "queens"     // by stake score
	PointsDay  = "points"     // what splitting a day's points between the three leaves over
	Emission   = "emission"   // what splitting a day's emission of the token between the three leaves over
	Drop       = "drop"       // at the TGE
)

// Pool is one pool of an epoch. CarryIn + Amount = Paid + CarryOut.
type Pool struct {
	Name     string
	Part     money.Ratio  // of what the epoch issues
	Amount   money.Amount // what the epoch puts in
	Idle     money.Amount // its part, where that is not issued because nobody takes part
	CarryIn  money.Amount // what earlier rounds left
	Paid     money.Amount // the sum of the shares
	CarryOut money.Amount // what this round leaves

	by         program.Weight // ByScore or ByNodes where nodes count, otherwise empty
	column     column
	shares     []money.Amount // nil when nobody gets anything
	reasons    []Reason       // the holder's own
	zeroReason Reason         // the pool's: why no round was held
}

// Share is what the holder at an index of Result.Holders gets.
func (p *Pool) Share(i int) money.Amount {
	if p.shares == nil {
		return money.Zero(p.Amount.Asset())
	}
	return p.shares[i]
}

// Weight is the holder's score x Scale.
func (p *Pool) Weight(i int) uint256.Int { return p.column.weights[i] }

// Scale is the least whole number that makes every score of the pool whole: weight = score x scale.
func (p *Pool) Scale() uint256.Int { return p.column.scale }

// Score is the holder's exact score: a decimal, or a fraction where no decimal is exact.
func (p *Pool) Score(i int) string { return money.Exact(p.column.score(&p.column.weights[i])) }

// TotalScore is the exact sum of all scores.
func (p *Pool) TotalScore() string { return money.Exact(p.column.score(&p.column.total)) }

// Fraction is the holder's exact share of the pool as weight/total, such as "5/20"; empty without a weight.
func (p *Pool) Fraction(i int) string {
	if p.column.weights[i].IsZero() {
		return ""
	}
	return p.column.weights[i].Dec() + "/" + p.column.total.Dec()
}

// Reason says why the holder gets nothing; zero when it gets something.
func (p *Pool) Reason(i int) Reason {
	switch {
	case p.shares != nil && !p.shares[i].IsZero():
		return 0
	case p.reasons[i] != 0:
		return p.reasons[i]
	case p.zeroReason != 0:
		return p.zeroReason
	case p.Amount.IsZero() && p.CarryIn.IsZero():
		return PoolEmpty
	default:
		return BelowUnit
	}
}

// score fills in the weights of the holders.
func (p *Pool) score(holders []Holder, by scorer) error {
	p.reasons = make([]Reason, len(holders))
	var err error
	p.column, err = weigh(len(holders), func(i int) (num, den uint256.Int) {
		num, den, p.reasons[i] = by(&holders[i])
		if num.IsZero() && p.reasons[i] == 0 {
			p.reasons[i] = ScoreZero
		}
		return num, den
	})
	if err != nil {
		return fmt.Errorf("pool %s: %w", p.Name, err)
	}
	return nil
}

// round shares amount and carry by the weights. When nothing was issued (why is not zero) no round is held and what was
// carried stays.
func (p *Pool) round(why Reason) error {
	p.Paid, p.CarryOut, p.zeroReason = money.Zero(p.Amount.Asset()), p.CarryIn, why
	if why != 0 {
		return nil
	}
	all, err := p.CarryIn.Add(p.Amount)
	if err != nil {
		return fmt.Errorf("pool %s: %w", p.Name, err)
	}
	if p.CarryOut = all; p.column.total.IsZero() {
		return nil // as Split would have it, without a million zeros
	}
	if p.shares, p.CarryOut, err = money.Split(all, p.column.weights); err != nil {
		return fmt.Errorf("pool %s: %w", p.Name, err)
	}
	p.Paid, err = all.Sub(p.CarryOut)
	return err
}

// carried reads a carry that the books hold; the zero Amount is nothing.
func carried(asset money.Asset, name string, a money.Amount) (money.Amount, error) {
	switch {
	case a == money.Amount{}:
		return money.Zero(asset), nil
	case a.Asset() != asset:
		return a, fmt.Errorf("the carry of the pool %s is in %s, not in %s; read the balance of that asset", name, a.Asset(), asset)
	default:
		return a, nil
	}
}

// byNodeScore says that scores of this pool are nodes x factor.
func (p *Pool) byNodeScore() bool { return p.by == program.ByScore }
