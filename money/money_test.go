package money_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/holiman/uint256"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/money"
)

var (
	eth  = money.MustAsset("ETH", 18)
	usdt = money.MustAsset("USDT", 6)
)

func units() *rapid.Generator[uint256.Int] {
	return rapid.Custom(func(t *rapid.T) uint256.Int {
		var u uint256.Int
		u.SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "bytes"))
		return u
	})
}

func smallWeights(t *rapid.T) []uint256.Int {
	ws := rapid.SliceOfN(rapid.Uint64(), 0, 50).Draw(t, "weights")
	out := make([]uint256.Int, len(ws))
	for i, w := range ws {
		out[i].SetUint64(w)
	}
	return out
}

func TestSplitConservesToTheBaseUnit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		u := units().Draw(t, "pool")
		pool, weights := money.FromUint256(usdt, &u), smallWeights(t)
		shares, carry, err := money.Split(pool, weights)
		if err != nil {
			t.Fatal(err)
		}
		sum, err := money.Sum(usdt, append(shares, carry)...)
		if err != nil || sum != pool {
			t.Fatalf("shares and carry are %v (%v), the pool is %v", sum, err, pool)
		}
		total := new(big.Int)
		for _, w := range weights {
			total.Add(total, w.ToBig())
		}
		for i, w := range weights {
			want := new(big.Int)
			if total.Sign() > 0 {
				want.Div(want.Mul(pool.Big(), w.ToBig()), total)
			}
			if shares[i].Big().Cmp(want) != 0 {
				t.Fatalf("share %d is %v, floor(pool x weight / total) is %v", i, shares[i].Big(), want)
			}
			for j := range weights {
				if c := weights[i].Cmp(&weights[j]); c == 0 && shares[i] != shares[j] {
					t.Fatalf("equal weights %d and %d got %v and %v", i, j, shares[i], shares[j])
				} else if c < 0 && shares[i].Cmp(shares[j]) > 0 {
					t.Fatalf("the smaller weight %d got more than %d", i, j)
				}
			}
		}
		if total.Sign() > 0 && carry.Big().Cmp(big.NewInt(int64(len(weights)))) >= 0 {
			t.Fatalf("the carry %v is one base unit a weight or more", carry)
		}
	})
}

func TestSplitRefusesWeightsThatOverflow(t *testing.T) {
	t.Parallel()
	most := *new(uint256.Int).SetAllOne()
	_, _, err := money.Split(money.Units(eth, 1), []uint256.Int{most, *uint256.NewInt(1)})
	if !errors.Is(err, money.ErrOverflow) {
		t.Fatalf("got %v", err)
	}
}

func TestArithmeticIsThatOfWholeNumbersOrAnError(t *testing.T) {
	t.Parallel()
	limit := new(big.Int).Lsh(big.NewInt(1), 256)
	rapid.Check(t, func(t *rapid.T) {
		ua, ub := units().Draw(t, "a"), units().Draw(t, "b")
		a, b := money.FromUint256(eth, &ua), money.FromUint256(eth, &ub)
		check := func(name string, got money.Amount, err error, want *big.Int, fault error) {
			switch inside := want.Sign() >= 0 && want.Cmp(limit) < 0; {
			case inside && (err != nil || got.Big().Cmp(want) != 0):
				t.Fatalf("%s: got %v (%v), want %v", name, got.Big(), err, want)
			case !inside && !errors.Is(err, fault):
				t.Fatalf("%s: got error %v, want %v", name, err, fault)
			}
		}
		sum, err := a.Add(b)
		check("add", sum, err, new(big.Int).Add(a.Big(), b.Big()), money.ErrOverflow)
		rest, err := a.Sub(b)
		check("sub", rest, err, new(big.Int).Sub(a.Big(), b.Big()), money.ErrUnderflow)
		n := rapid.Uint64().Draw(t, "n")
		product, err := a.Mul(n)
		check("mul", product, err, new(big.Int).Mul(a.Big(), new(big.Int).SetUint64(n)), money.ErrOverflow)

		num, den := rapid.Uint64().Draw(t, "num"), rapid.Uint64Min(1).Draw(t, "den")
		r, err := money.NewRatio(num, den)
		if err != nil {
			t.Fatal(err)
		}
		exact := new(big.Int).Mul(a.Big(), new(big.Int).SetUint64(num))
		quotient, rest2 := new(big.Int).QuoRem(exact, new(big.Int).SetUint64(den), new(big.Int))
		down, err := a.Times(r, money.Floor)
		check("floor", down, err, quotient, money.ErrOverflow)
		if rest2.Sign() > 0 {
			quotient.Add(quotient, big.NewInt(1))
		}
		up, err := a.Times(r, money.Ceil)
		check("ceil", up, err, quotient, money.ErrOverflow)
	})
}

func TestAssetsNeverMix(t *testing.T) {
	t.Parallel()
	if _, err := money.Units(eth, 1).Add(money.Units(usdt, 1)); !errors.Is(err, money.ErrAsset) {
		t.Fatalf("add: %v", err)
	}
	if _, err := money.Units(eth, 1).Sub(money.Units(usdt, 1)); !errors.Is(err, money.ErrAsset) {
		t.Fatalf("sub: %v", err)
	}
}

func TestTextRoundTrips(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		u := units().Draw(t, "units")
		asset := money.MustAsset("X", uint8(rapid.IntRange(0, 36).Draw(t, "decimals")))
		a := money.FromUint256(asset, &u)
		if b, err := money.ParseUnits(asset, a.Digits()); err != nil || b != a {
			t.Fatalf("%s came back as %v (%v)", a.Digits(), b, err)
		}
		human := strings.TrimSuffix(a.String(), " X")
		if b, err := money.Parse(asset, human); err != nil || b != a {
			t.Fatalf("%s came back as %v (%v)", human, b, err)
		}
	})
}

func TestBadAmountsAreRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "-1", "+1", "1e3", "1.", ".5", "01", "0x10", "1,000", "1.0000001", "NaN", " 1", "1 ", "١"} {
		if a, err := money.Parse(usdt, text); err == nil {
			t.Errorf("Parse(%q) = %v", text, a)
		}
	}
	for _, text := range []string{"", "-1", "1.0", "007", "1e3", strings.Repeat("9", 78)} {
		if a, err := money.ParseUnits(usdt, text); err == nil {
			t.Errorf("ParseUnits(%q) = %v", text, a)
		}
	}
	if _, err := money.FromBig(eth, big.NewInt(-1)); !errors.Is(err, money.ErrUnderflow) {
		t.Errorf("FromBig(-1): %v", err)
	}
	if _, err := money.FromBig(eth, new(big.Int).Lsh(big.NewInt(1), 256)); !errors.Is(err, money.ErrOverflow) {
		t.Errorf("FromBig(2^256): %v", err)
	}
}

func TestRatios(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"10%", "0.1"}, {"2.5%", "0.025"}, {"1.2", "1.2"}, {"0", "0"}, {"100%", "1"}, {"1.75", "1.75"}, {"0%", "0"}, {"2.00", "2"},
	} {
		r, err := money.ParseRatio(c.text)
		if err != nil || r.String() != c.want {
			t.Errorf("%s is %v (%v), want %s", c.text, r, err, c.want)
		}
	}
	for _, text := range []string{"", "%", "-1%", "1e-1", "ten", "10 %", "0.12345678901234567890123"} {
		if r, err := money.ParseRatio(text); err == nil {
			t.Errorf("%q was read as %v", text, r)
		}
	}
	tenth, _ := money.ParseRatio("10%")
	if rest, err := tenth.Complement(); err != nil || rest.String() != "0.9" {
		t.Errorf("1 - 10%% = %v (%v)", rest, err)
	}
	third, _ := money.NewRatio(1, 3)
	if third.String() != "1/3" {
		t.Errorf("a third is written %s", third)
	}
}

func TestDiscountIsFlooredOnce(t *testing.T) {
	t.Parallel()
	// 450000000000000026 x 90% = 405000000000000023.4: the recorded purchase of five nodes over three tiers.
	list, _ := money.ParseUnits(eth, "450000000000000026")
	ninety, _ := money.ParseRatio("90%")
	paid, err := list.Times(ninety, money.Floor)
	if err != nil || paid.Digits() != "405000000000000023" {
		t.Fatalf("got %v (%v)", paid.Digits(), err)
	}
}

func TestBalances(t *testing.T) {
	t.Parallel()
	b := money.NewBalance(eth)
	b, _ = b.Receive(money.Units(eth, 5))
	b, _ = b.Give(money.Units(eth, 7))
	if !b.Negative() || b.Net().Int64() != -2 {
		t.Fatalf("net %v", b.Net())
	}
	if _, err := b.Held(); !errors.Is(err, money.ErrUnderflow) {
		t.Fatalf("held: %v", err)
	}
	c, err := b.Plus(b)
	if err != nil || c.Net().Int64() != -4 || c.String() != "-0.000000000000000004 ETH" {
		t.Fatalf("%v %v", c, err)
	}
}
