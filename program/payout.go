package program

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// Payout says who pays, which amounts are too small to be paid now, and where holders claim.
type Payout struct {
	Treasury     Dated[common.Address] // the Safe that pays; empty: not set
	Minimums     []Minimum             // at most one an asset, in the file's order
	Distributors []Distributor         // at most one an asset, in the file's order
	Batch        int                   // how many transfers a batch for the Safe has at most, 1 to MaxBatch
	ManyClaims   common.Address        // the ManyClaims contract, by which claims of several distributors are one transaction; zero: none
}

// How many transfers a batch for the Safe may have: a transfer of a token costs some 40,000 to 65,000 gas, so MaxBatch of them take less
// than a third of a block on Ethereum.
const (
	DefaultBatch = 100
	MaxBatch     = 200
)

// Minimum is the least amount of an asset that is paid; smaller ones wait.
type Minimum struct {
	Asset  money.Asset
	Amount Dated[money.Amount]
}

// Distributor is the contract that holders claim an asset from, out of what the treasury sent there. Each one keeps its own sums: a
// later one begins with nothing granted, and what an earlier one granted is claimed there.
type Distributor struct {
	Asset   money.Asset           // kept by an ERC-20 contract
	Address Dated[common.Address] // each of one asset only
}

// Payer is the Safe that pays at a moment; zero: none is set.
func (p Payout) Payer(m Moment) common.Address {
	address, _ := p.Treasury.At(m)
	return address
}

// Distributor is the contract that an asset is claimed from at a moment; false when the file names none.
func (p Payout) Distributor(asset money.Asset, m Moment) (common.Address, bool) {
	for _, d := range p.Distributors {
		if d.Asset == asset {
			return d.Address.At(m)
		}
	}
	return common.Address{}, false
}

// Minimum is the least amount of an asset that is paid at a moment. Zero when the file sets none.
func (p Payout) Minimum(asset money.Asset, m Moment) money.Amount {
	for _, least := range p.Minimums {
		if amount, ok := least.Amount.At(m); ok && least.Asset == asset {
			return amount
		}
	}
	return money.Zero(asset)
}

// Claimed is every distributor of the file, those of other times too, with its asset, in the file's order.
func (p Payout) Claimed() (list []ClaimedFrom) {
	for _, d := range p.Distributors {
		for _, e := range d.Address {
			list = append(list, ClaimedFrom{d.Asset, e.Value})
		}
	}
	return list
}

// ClaimedFrom is a distributor that is, was or will be an asset's.
type ClaimedFrom struct {
	Asset   money.Asset
	Address common.Address
}

// Pays says that an address is, was or will be the treasury.
func (p Payout) Pays(address common.Address) bool {
	return slices.ContainsFunc(p.Treasury, func(e Entry[common.Address]) bool { return e.Value == address })
}
