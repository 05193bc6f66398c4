package program

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// Payout says who pays and which amounts are too small to be paid now.
type Payout struct {
	Treasury common.Address // the Safe that pays; zero: not set
	Minimums []money.Amount // at most one an asset, in the file's order
}

// Minimum is the least amount of an asset that is paid; smaller ones wait. Zero when the file sets none.
func (p Payout) Minimum(asset money.Asset) money.Amount {
	for _, least := range p.Minimums {
		if least.Asset() == asset {
			return least
		}
	}
	return money.Zero(asset)
}
