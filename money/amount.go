package money

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"github.com/holiman/uint256"
	"github.com/shopspring/decimal"
)

// Errors of amounts; test with errors.Is.
var (
	ErrOverflow  = errors.New("the amount is larger than 2^256-1 base units")
	ErrUnderflow = errors.New("the result would be below zero")
	ErrAsset     = errors.New("the amounts are of different assets")
)

// Amount is a whole number of base units of one asset, 0 to 2^256-1.
type Amount struct {
	asset Asset
	units uint256.Int
}

// Zero is no base units of the asset.
func Zero(asset Asset) Amount { return Amount{asset: asset} }

// Units makes an amount of n base units.
func Units(asset Asset, n uint64) Amount { return Amount{asset, *uint256.NewInt(n)} }

// FromUint256 makes an amount of n base units; n is copied.
func FromUint256(asset Asset, n *uint256.Int) Amount { return Amount{asset, *n} }

// FromBig makes an amount of n base units; n is copied. A negative n is ErrUnderflow, one above 2^256-1 ErrOverflow.
func FromBig(asset Asset, n *big.Int) (Amount, error) {
	if n.Sign() < 0 {
		return Amount{}, fmt.Errorf("%s %s: %w", n, asset, ErrUnderflow)
	}
	u, over := uint256.FromBig(n)
	if over {
		return Amount{}, fmt.Errorf("%s: %w", asset, ErrOverflow)
	}
	return Amount{asset, *u}, nil
}

// ParseUnits reads base units from plain digits, such as "75000000000000000".
func ParseUnits(asset Asset, digits string) (Amount, error) {
	if digits == "" || (len(digits) > 1 && digits[0] == '0') || strings.Trim(digits, "0123456789") != "" {
		return Amount{}, fmt.Errorf("%q is not a whole number of base units of %s: write digits only, without sign, point or leading zero",
			digits, asset)
	}
	u, err := uint256.FromDecimal(digits)
	if err != nil {
		return Amount{}, fmt.Errorf("%s %s: %w", digits, asset, ErrOverflow)
	}
	return Amount{asset, *u}, nil
}

var humanForm = regexp.MustCompile(`^(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// Parse reads a person's amount in whole units, such as "0.075" for 75,000,000,000,000,000 wei. It must be exact: more
// places than the asset has decimals, a sign or an exponent is an error.
func Parse(asset Asset, text string) (Amount, error) {
	if !humanForm.MatchString(text) || len(text) > 160 {
		return Amount{}, fmt.Errorf("%q is not an amount of %s: write digits and at most one point, such as 12.5", text, asset)
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		return Amount{}, fmt.Errorf("%q is not an amount of %s: %w", text, asset, err)
	}
	shifted := d.Shift(int32(asset.Decimals()))
	if !shifted.IsInteger() {
		return Amount{}, fmt.Errorf("%q has more decimal places than %s has (%d)", text, asset, asset.Decimals())
	}
	return FromBig(asset, shifted.BigInt())
}

// Asset is what the amount is of.
func (a Amount) Asset() Asset { return a.asset }

// IsZero says that there are no base units.
func (a Amount) IsZero() bool { return a.units.IsZero() }

// Uint256 is the number of base units.
func (a Amount) Uint256() uint256.Int { return a.units }

// Big is the number of base units, a copy.
func (a Amount) Big() *big.Int { return a.units.ToBig() }

// Digits is the number of base units as decimal digits, the form of the wire and of the database.
func (a Amount) Digits() string { return a.units.Dec() }

// Decimal is the amount in whole units, exact: for people, never for arithmetic that goes back into the books.
func (a Amount) Decimal() decimal.Decimal {
	return decimal.NewFromBigInt(a.units.ToBig(), -int32(a.asset.Decimals()))
}

// String is the amount in whole units with its symbol, such as "0.075 ETH".
func (a Amount) String() string { return a.Decimal().String() + " " + a.asset.Symbol() }

// Cmp is -1, 0 or 1 as a is less than, equal to or more than b in base units. Compare only amounts of one asset.
func (a Amount) Cmp(b Amount) int { return a.units.Cmp(&b.units) }

// Add is a+b. ErrAsset when the assets differ, ErrOverflow above 2^256-1.
func (a Amount) Add(b Amount) (Amount, error) {
	if a.asset != b.asset {
		return Amount{}, fmt.Errorf("%s + %s: %w", a, b, ErrAsset)
	}
	sum := Amount{asset: a.asset}
	if _, over := sum.units.AddOverflow(&a.units, &b.units); over {
		return Amount{}, fmt.Errorf("%s + %s: %w", a, b, ErrOverflow)
	}
	return sum, nil
}

// Sub is a-b. ErrAsset when the assets differ, ErrUnderflow when b is more than a.
func (a Amount) Sub(b Amount) (Amount, error) {
	if a.asset != b.asset {
		return Amount{}, fmt.Errorf("%s - %s: %w", a, b, ErrAsset)
	}
	rest := Amount{asset: a.asset}
	if _, under := rest.units.SubOverflow(&a.units, &b.units); under {
		return Amount{}, fmt.Errorf("%s - %s: %w", a, b, ErrUnderflow)
	}
	return rest, nil
}

// Mul is a taken n times, such as a tier's price for n licences. ErrOverflow above 2^256-1.
func (a Amount) Mul(n uint64) (Amount, error) {
	product := Amount{asset: a.asset}
	if _, over := product.units.MulOverflow(&a.units, uint256.NewInt(n)); over {
		return Amount{}, fmt.Errorf("%d x %s: %w", n, a, ErrOverflow)
	}
	return product, nil
}

// Sum adds amounts of one asset; no amounts sum to zero.
func Sum(asset Asset, amounts ...Amount) (Amount, error) {
	total := Zero(asset)
	for _, a := range amounts {
		var err error
		if total, err = total.Add(a); err != nil {
			return Amount{}, err
		}
	}
	return total, nil
}
