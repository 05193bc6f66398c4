package program

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// Payout says who pays, which amounts are too small to be paid now, and where holders claim.
type Payout struct {
	Treasury     common.Address // the Safe that pays; zero: not set
	Minimums     []money.Amount // at most one an asset, in the file's order
	Distributors []Distributor  // at most one an asset, in the file's order
	Batch        int            // how many transfers a batch for the Safe has at most, 1 to MaxBatch
}

// How many transfers a batch for the Safe may have: a transfer of a token costs some 40,000 to 65,000 gas, so MaxBatch of them take less
// than a third of a block on Ethereum.
const (
	DefaultBatch = 100
	MaxBatch     = 200
)

// Distributor is the contract that holders claim an asset from, out of what the treasury sent there.
type Distributor struct {
	Asset   money.Asset    // kept by an ERC-20 contract
	Address common.Address // of one asset only
}

// Distributor is the contract that an asset is claimed from; false when the file names none.
func (p Payout) Distributor(asset money.Asset) (common.Address, bool) {
	for _, d := range p.Distributors {
		if d.Asset == asset {
			return d.Address, true
		}
	}
	return common.Address{}, false
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
