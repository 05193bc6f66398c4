package rewards

import (
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
)

// scoreWriter writes weight/scale as money.Exact does, without the cost of a fraction in lowest terms for each of a
// million holders: where the scale divides a power of ten, it moves the point.
type scoreWriter struct {
	scale  uint256.Int
	times  uint256.Int // 10^places / scale; zero when the scale divides no power of ten
	places int
}

func newScoreWriter(scale *uint256.Int) scoreWriter {
	s := scoreWriter{scale: *scale}
	if places, ok := money.DecimalPlaces(scale.ToBig()); ok {
		power := tenTo(uint8(places))
		s.places = places
		s.times.Div(&power, scale)
	}
	return s
}

func (s *scoreWriter) append(b []byte, weight *uint256.Int) []byte {
	var digits uint256.Int
	_, over := digits.MulOverflow(weight, &s.times)
	if over || s.times.IsZero() {
		c := column{scale: s.scale}
		return append(b, money.Exact(c.score(weight))...)
	}
	start := len(b)
	b = appendDec(b, &digits)
	if s.places == 0 {
		return b
	}
	for len(b)-start <= s.places { // at least one digit before the point
		b = append(b, 0)
		copy(b[start+1:], b[start:])
		b[start] = '0'
	}
	point := len(b) - s.places
	b = append(b, 0)
	copy(b[point+1:], b[point:])
	b[point] = '.'
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}
