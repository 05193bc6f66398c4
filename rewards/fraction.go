package rewards

import (
	"fmt"
	"math/big"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
)

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// floorUnits is a number of whole units as an amount, floored to the base unit.
func floorUnits(asset money.Asset, r *big.Rat) (money.Amount, error) {
	n := new(big.Int).Mul(r.Num(), pow10(int(asset.Decimals())))
	return money.FromBig(asset, n.Quo(n, r.Denom()))
}

// column is the weights of one pool: whole numbers that stand to each other exactly as the scores do.
type column struct {
	weights []uint256.Int
	scale   uint256.Int // weight = score x scale; the least number that makes all weights whole
	total   uint256.Int
}

// weigh makes the weights of n scores, each given as a fraction with a den of at least 1.
func weigh(n int, score func(i int) (num, den uint256.Int)) (column, error) {
	one := *uint256.NewInt(1)
	c := column{weights: make([]uint256.Int, n), scale: one}
	dens, which, known := []uint256.Int{one}, make([]uint32, n), map[uint256.Int]uint32{one: 0}
	last := uint32(0)
	for i := range n {
		num, den := score(i)
		if num.IsZero() {
			continue
		}
		if den != dens[last] {
			at, ok := known[den]
			if !ok {
				at = uint32(len(dens))
				known[den], dens = at, append(dens, den)
			}
			last = at
		}
		c.weights[i], which[i] = num, last
	}
	factors, err := c.common(dens)
	if err != nil {
		return column{}, err
	}
	for i := range c.weights {
		if w := &c.weights[i]; which[i] != 0 || len(dens) > 1 {
			if _, over := w.MulOverflow(w, &factors[which[i]]); over {
				return column{}, fmt.Errorf("the scores: %w; write smaller ones or ones with fewer decimal places", money.ErrOverflow)
			}
		}
	}
	c.reduce()
	for i := range c.weights {
		if _, over := c.total.AddOverflow(&c.total, &c.weights[i]); over {
			return column{}, fmt.Errorf("the scores' sum: %w; write smaller scores or ones with fewer decimal places", money.ErrOverflow)
		}
	}
	return c, nil
}

// common sets the scale to the least common multiple of the denominators and says by what each is multiplied.
func (c *column) common(dens []uint256.Int) ([]uint256.Int, error) {
	lcm, gcd := big.NewInt(1), new(big.Int)
	for i := range dens {
		den := dens[i].ToBig()
		gcd.GCD(nil, nil, lcm, den)
		lcm.Mul(lcm, den.Quo(den, gcd))
		if lcm.BitLen() > 192 {
			return nil, fmt.Errorf("the scores have too many different denominators to be compared exactly; write them as decimals of a few places")
		}
	}
	c.scale.SetFromBig(lcm)
	factors := make([]uint256.Int, len(dens))
	for i := range dens {
		factors[i].Div(&c.scale, &dens[i])
	}
	return factors, nil
}

// reduce divides weights and scale by what they have in common, so that the scale does not depend on how the scores
// were written.
func (c *column) reduce() {
	gcd, none := c.scale, true
	for i := range c.weights {
		w := &c.weights[i]
		if w.IsZero() {
			continue
		}
		none = false
		if gcd.IsUint64() && gcd.Uint64() == 1 {
			return
		}
		a, b := gcd, *w
		for !b.IsZero() {
			a.Mod(&a, &b)
			a, b = b, a
		}
		gcd = a
	}
	if none {
		c.scale = *uint256.NewInt(1)
		return
	}
	for i := range c.weights {
		c.weights[i].Div(&c.weights[i], &gcd)
	}
	c.scale.Div(&c.scale, &gcd)
}

// score is the score behind a weight.
func (c *column) score(weight *uint256.Int) *big.Rat {
	return new(big.Rat).SetFrac(weight.ToBig(), c.scale.ToBig())
}

// weighRatios makes weights of ratios.
func weighRatios(ratios []money.Ratio) (column, error) {
	return weigh(len(ratios), func(i int) (num, den uint256.Int) {
		num.SetUint64(ratios[i].Num())
		den.SetUint64(ratios[i].Den())
		return num, den
	})
}
