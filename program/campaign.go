package program

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// Campaign is a dated rebate within a budget: first come, first served. It accrues and is paid by a payout run.
type Campaign struct {
	Name    string
	From    From             // zero: since ever
	Until   From             // exclusive; zero: no end
	Wallets []common.Address // in rising order, none twice; empty: everybody
	Rebate  money.Ratio      // of what was paid, floored; in the sale's asset. Zero: Fixed applies
	Fixed   money.Amount     // for each of Per; zero: Rebate applies
	Per     Per
	Asset   money.Asset
	Budget  money.Amount // above zero
}

// Per is what a fixed amount of a campaign is paid for.
type Per string

// What a fixed amount is paid for.
const (
	PerWallet   Per = "wallet" // once a wallet, with its first purchase in the campaign
	PerPurchase Per = "purchase"
	PerNode     Per = "node"
)

// Running says whether the campaign counts purchases made at a moment.
func (c Campaign) Running(m Moment) bool {
	return c.From.Begun(m) && (c.Until.IsZero() || !c.Until.Begun(m))
}

// Admits says whether a wallet may take part.
func (c Campaign) Admits(wallet common.Address) bool {
	if len(c.Wallets) == 0 {
		return true
	}
	_, found := slices.BinarySearchFunc(c.Wallets, wallet, common.Address.Cmp)
	return found
}
