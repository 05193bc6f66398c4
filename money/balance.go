package money

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"
)

// Balance is what came into an account and what went out of it, each a sum that only grows. The net may be negative
// (an account that stands in credit, such as income), so it is a big.Int.
type Balance struct{ In, Out Amount }

// NewBalance is an empty balance of the asset.
func NewBalance(asset Asset) Balance { return Balance{Zero(asset), Zero(asset)} }

// Receive adds to what came in.
func (b Balance) Receive(a Amount) (Balance, error) {
	in, err := b.In.Add(a)
	return Balance{in, b.Out}, err
}

// Give adds to what went out.
func (b Balance) Give(a Amount) (Balance, error) {
	out, err := b.Out.Add(a)
	return Balance{b.In, out}, err
}

// Plus is the sum of two balances of one asset.
func (b Balance) Plus(c Balance) (Balance, error) {
	in, err := b.In.Add(c.In)
	if err != nil {
		return Balance{}, err
	}
	out, err := b.Out.Add(c.Out)
	return Balance{in, out}, err
}

// Negative says that more went out than came in.
func (b Balance) Negative() bool { return b.In.Cmp(b.Out) < 0 }

// Net is in minus out, in base units.
func (b Balance) Net() *big.Int { return new(big.Int).Sub(b.In.Big(), b.Out.Big()) }

// Held is what an account has that stands in debit, in minus out; ErrUnderflow when more went out than came in.
func (b Balance) Held() (Amount, error) { return b.In.Sub(b.Out) }

// Owed is what an account has that stands in credit, out minus in; ErrUnderflow when more came in than went out.
func (b Balance) Owed() (Amount, error) { return b.Out.Sub(b.In) }

// Minus is the difference of two balances of one asset, which are taken off crosswise, since both sides only grow.
func (b Balance) Minus(c Balance) (Balance, error) { return b.Plus(Balance{c.Out, c.In}) }

// String is the net in whole units with its symbol, such as "-0.075 ETH".
func (b Balance) String() string {
	return fmt.Sprintf("%s %s", decimal.NewFromBigInt(b.Net(), -int32(b.In.asset.Decimals())), b.In.asset)
}
