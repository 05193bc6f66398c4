package money_test

import (
	"math/big"
	"testing"

	"github.com/nodeledger/nodeledger/money"
)

func TestNumbersAreWrittenExactly(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		num, den                int64
		exact, truncated, share string
	}{
		{42, 5, "8.4", "8.4", "840%"},
		{1, 3, "1/3", "0.333333333333333333", "1/3"},
		{-2, 3, "-2/3", "-0.666666666666666666", "-2/3"},
		{1, 8, "0.125", "0.125", "12.5%"},
		{0, 1, "0", "0", "0%"},
		{7, 1, "7", "7", "700%"},
		{1, 1 << 20, "0.00000095367431640625", "0.000000953674316406", "1/1048576"},
	} {
		r := big.NewRat(c.num, c.den)
		if got := money.Exact(r); got != c.exact {
			t.Errorf("%s exactly: %s, not %s", r, got, c.exact)
		}
		if got := money.Truncated(r); got != c.truncated {
			t.Errorf("%s cut off: %s, not %s", r, got, c.truncated)
		}
		if got := money.Percent(r); got != c.share {
			t.Errorf("%s as a percentage: %s, not %s", r, got, c.share)
		}
	}
	if one := money.One(); one.String() != "1" {
		t.Errorf("one is %s", one)
	}
}
