package wire

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/money"
)

// Amount is money on the wire.
type Amount struct {
	Asset    string `json:"asset" doc:"Symbol" example:"ETH"`
	Amount   string `json:"amount" doc:"Base units in digits, with a minus when negative" example:"75000000000000000" pattern:"^-?[0-9]+$"`
	Decimals int    `json:"decimals" doc:"Decimal places of the asset" example:"18"`
	Display  string `json:"display" doc:"In the asset, for people (not base units)" example:"0.075 ETH"`
}

// AmountOf is an amount as it goes out.
func AmountOf(a money.Amount) Amount {
	return Amount{a.Asset().Symbol(), a.Digits(), int(a.Asset().Decimals()), a.String()}
}

// NetOf is what a balance leaves, below zero where more went out than came in.
func NetOf(b money.Balance) Amount {
	asset := b.In.Asset()
	return Amount{asset.Symbol(), b.Net().String(), int(asset.Decimals()), b.String()}
}

// owedOf is NetOf of an account that normally stands in credit: above zero when more went out than came in.
func owedOf(b money.Balance) Amount { return NetOf(money.Balance{In: b.Out, Out: b.In}) }

// SignedAmount is a number of base units that may be below zero.
func SignedAmount(asset money.Asset, units *big.Int) Amount {
	whole := decimal.NewFromBigInt(units, -int32(asset.Decimals()))
	return Amount{asset.Symbol(), units.String(), int(asset.Decimals()), whole.String() + " " + asset.Symbol()}
}

// OptionalAmount is an amount, or nothing where the program has no such asset.
func OptionalAmount(a money.Amount) *Amount {
	if a.Asset().IsZero() {
		return nil
	}
	out := AmountOf(a)
	return &out
}
