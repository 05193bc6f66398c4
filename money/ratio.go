package money

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/holiman/uint256"
	"github.com/shopspring/decimal"
)

// Rounding names which whole base unit stands for a fraction of one.
type Rounding uint8

// The roundings in use. Floor is the rule of the books: what is cut off stays with the payer or is carried.
const (
	Floor Rounding = iota + 1
	Ceil
)

// Ratio is an exact fraction of two whole numbers in lowest terms: a percentage, or a factor such as 1.2. The zero
// Ratio is 0/1.
type Ratio struct{ num, den uint64 }

// NewRatio is num/den in lowest terms. A zero den is an error.
func NewRatio(num, den uint64) (Ratio, error) {
	if den == 0 {
		return Ratio{}, fmt.Errorf("the ratio %d/0 does not exist", num)
	}
	if num == 0 {
		return Ratio{}, nil
	}
	g := gcd(num, den)
	return Ratio{num / g, den / g}, nil
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// ParseRatio reads an exact decimal such as "1.2", or a percentage such as "10%" or "2.5%".
func ParseRatio(text string) (Ratio, error) {
	digits, percent := strings.CutSuffix(text, "%")
	if !humanForm.MatchString(digits) || len(digits) > 40 {
		return Ratio{}, fmt.Errorf("%q is not a ratio: write an exact decimal such as 1.2, or a percentage such as 10%%", text)
	}
	d, err := decimal.NewFromString(digits)
	if err != nil {
		return Ratio{}, fmt.Errorf("%q is not a ratio: %w", text, err)
	}
	places := -int64(d.Exponent())
	if percent {
		places += 2
	}
	den := big.NewInt(1)
	if places > 0 {
		den.Exp(big.NewInt(10), big.NewInt(places), nil)
	}
	r := new(big.Rat).SetFrac(d.Coefficient(), den)
	if !r.Num().IsUint64() || !r.Denom().IsUint64() {
		return Ratio{}, fmt.Errorf("%q has too many digits: at most 19 are kept exactly", text)
	}
	return NewRatio(r.Num().Uint64(), r.Denom().Uint64())
}

// Num is the numerator in lowest terms.
func (r Ratio) Num() uint64 { return r.num }

// Den is the denominator in lowest terms, at least 1.
func (r Ratio) Den() uint64 { return max(r.den, 1) }

// IsZero says that the ratio is nothing.
func (r Ratio) IsZero() bool { return r.num == 0 }

// Rat is the ratio as a big.Rat, for sums of several.
func (r Ratio) Rat() *big.Rat {
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(r.num), new(big.Int).SetUint64(r.Den()))
}

// Cmp is -1, 0 or 1 as r is less than, equal to or more than s.
func (r Ratio) Cmp(s Ratio) int { return r.Rat().Cmp(s.Rat()) }

// Plus is the sum of two; an error when it cannot be written with numbers of 64 bits.
func (r Ratio) Plus(s Ratio) (Ratio, error) {
	sum := new(big.Rat).Add(r.Rat(), s.Rat())
	if !sum.Num().IsUint64() || !sum.Denom().IsUint64() {
		return Ratio{}, ErrOverflow
	}
	return NewRatio(sum.Num().Uint64(), sum.Denom().Uint64())
}

// Complement is 1-r, such as the 90% that remain after 10% off. An r above 1 is ErrUnderflow.
func (r Ratio) Complement() (Ratio, error) {
	if r.num > r.Den() {
		return Ratio{}, fmt.Errorf("1 - %s: %w", r, ErrUnderflow)
	}
	return NewRatio(r.Den()-r.num, r.Den())
}

// String is an exact decimal where one of at most 18 places exists ("1.2"), otherwise the fraction ("1/3").
func (r Ratio) String() string {
	exact, places := r.Rat(), 0
	for d := new(big.Rat).Set(exact); !d.IsInt(); d.Mul(d, big.NewRat(10, 1)) {
		if places++; places > 18 {
			return exact.RatString()
		}
	}
	return exact.FloatString(places)
}

// Times is a x r rounded once. ErrOverflow above 2^256-1; the product itself is exact in 512 bits.
func (a Amount) Times(r Ratio, how Rounding) (Amount, error) {
	units, err := mulDiv(&a.units, uint256.NewInt(r.num), uint256.NewInt(r.Den()), how)
	if err != nil {
		return Amount{}, fmt.Errorf("%s x %s: %w", a, r, err)
	}
	return Amount{a.asset, units}, nil
}

// mulDiv is x*y/d rounded; d must not be zero.
func mulDiv(x, y, d *uint256.Int, how Rounding) (z uint256.Int, err error) {
	if _, over := z.MulDivOverflow(x, y, d); over {
		return z, ErrOverflow
	}
	switch how {
	case Floor:
		return z, nil
	case Ceil:
		if rest := new(uint256.Int).MulMod(x, y, d); !rest.IsZero() {
			if _, over := z.AddOverflow(&z, uint256.NewInt(1)); over {
				return z, ErrOverflow
			}
		}
		return z, nil
	default:
		return z, fmt.Errorf("the rounding %d is not named: use Floor or Ceil", how)
	}
}
