package httpapi

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
)

// Amount is money on the wire.
type Amount struct {
	Asset    string `json:"asset" doc:"Symbol" example:"ETH"`
	Amount   string `json:"amount" doc:"Base units in digits, with a minus when negative" example:"75000000000000000" pattern:"^-?[0-9]+$"`
	Decimals int    `json:"decimals" doc:"Decimal places of one whole unit" example:"18"`
	Display  string `json:"display" doc:"Whole units, for people" example:"0.075 ETH"`
}

func amount(a money.Amount) Amount {
	return Amount{a.Asset().Symbol(), a.Digits(), int(a.Asset().Decimals()), a.String()}
}

func net(b money.Balance) Amount {
	asset := b.In.Asset()
	return Amount{asset.Symbol(), b.Net().String(), int(asset.Decimals()), b.String()}
}

// AsOf is the block that an answer is as of.
type AsOf struct {
	Block      uint64 `json:"block" doc:"The last block that is booked"`
	Time       string `json:"time" format:"date-time" doc:"When that block was made; empty before the first"`
	FinalBlock uint64 `json:"final_block" doc:"The last block that is booked as final"`
}

// Fresh stands in every answer about money.
type Fresh struct {
	AsOf  AsOf   `json:"as_of" doc:"How fresh the answer is"`
	Proof string `json:"proof" doc:"How the weakest block was proven: full, events, none; empty before the first" example:"full"`
}

func fresh(a view.AsOf) Fresh {
	return Fresh{AsOf{a.Block, instant(a.Time), a.Final}, string(a.Proof)}
}

// now is the freshness of the books at this moment.
func (a *api) now(ctx context.Context) (Fresh, error) {
	of, err := view.Now(ctx, a.engine)
	return fresh(of), err
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
