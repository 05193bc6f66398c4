package money

import "math/big"

// maxPlaces is the most decimal places that an exact number is written with; one that has more is written as a fraction.
const maxPlaces = 36

// Exact is a number as a decimal where one of at most 36 places is exact ("8.4"), otherwise as a fraction ("1/3").
func Exact(r *big.Rat) string {
	places, ok := DecimalPlaces(r.Denom())
	if !ok {
		return r.RatString()
	}
	return r.FloatString(places)
}

// DecimalPlaces is how many places n/den has at most; false when den divides no power of ten of at most 36.
func DecimalPlaces(den *big.Int) (int, bool) {
	rest, five := new(big.Int).Set(den), big.NewInt(5)
	twos := int(rest.TrailingZeroBits())
	rest.Rsh(rest, uint(twos))
	fives := 0
	for q, m := new(big.Int), new(big.Int); fives <= maxPlaces; fives++ {
		if q.QuoRem(rest, five, m); m.Sign() != 0 {
			break
		}
		rest.Set(q)
	}
	places := max(twos, fives)
	return places, rest.IsInt64() && rest.Int64() == 1 && places <= maxPlaces
}

// Truncated is a number for people and plots: a decimal where one of at most 18 places is exact, otherwise its first 18
// places, the rest cut off. The sign of a negative number is kept.
func Truncated(r *big.Rat) string {
	if places, ok := DecimalPlaces(r.Denom()); ok && places <= 18 {
		return r.FloatString(places)
	}
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)
	scaled := new(big.Int).Mul(r.Num(), power)
	return new(big.Rat).SetFrac(scaled.Quo(scaled, r.Denom()), power).FloatString(18)
}

// Rat is the amount in the asset's usual unit, exactly: 1.5 for 1500000 base units of USDT.
func (a Amount) Rat() *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(a.Asset().Decimals())), nil)
	return new(big.Rat).SetFrac(a.Big(), power)
}

// One is the ratio 1.
func One() Ratio { return Ratio{num: 1, den: 1} }

// Percent is a number as a percentage where one of at most 6 places is exact ("12.5%"), otherwise as a fraction ("1/3").
func Percent(r *big.Rat) string {
	percent := new(big.Rat).Mul(r, big.NewRat(100, 1))
	for places := range 7 {
		text := percent.FloatString(places)
		if back, ok := new(big.Rat).SetString(text); ok && back.Cmp(percent) == 0 {
			return text + "%"
		}
	}
	return r.RatString()
}
