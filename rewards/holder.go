package rewards

import (
	"fmt"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Holder is one wallet as an epoch sees it at its end: the nodes from the books, the rest from the recorded score file.
// A wallet that is only in the score file takes part by its compute score or stake, and its nodes are 0.
type Holder struct {
	Wallet  ledger.Wallet
	Nodes   uint64
	Stake   money.Amount // in the points or the token; the zero Amount is no stake
	Compute money.Ratio  // compute score; zero: not a provider
	Health  Health
	Queen   bool // takes part in the queens' pool with its stake
}

// inOrder gives the holders in rising order of wallet, without changing what it was given. A wallet that stands there
// twice is an error, since it would be scored as two.
func inOrder(holders []Holder) ([]Holder, error) {
	byWallet := func(a, b Holder) int { return a.Wallet.Compare(b.Wallet) }
	if !slices.IsSortedFunc(holders, byWallet) {
		holders = slices.Clone(holders)
		slices.SortFunc(holders, byWallet)
	}
	for i := range holders {
		if stake := holders[i].Stake.Uint256(); stake.BitLen() > 160 {
			return nil, fmt.Errorf("the wallet %s stakes %s, which is more than there can be; check the score file", holders[i].Wallet,
				holders[i].Stake)
		}
		if i > 0 && holders[i].Wallet == holders[i-1].Wallet {
			return nil, fmt.Errorf("the wallet %s stands twice among the holders; join the two, since one wallet has one score", holders[i].Wallet)
		}
	}
	return holders, nil
}
