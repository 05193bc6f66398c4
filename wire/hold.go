package wire

import (
	"maps"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
)

// Hold is a wallet that is held back.
type Hold struct {
	Wallet string `json:"wallet" doc:"Address, in lower case"`
	Reason string `json:"reason" doc:"Why, for operators"`
}

// Holds are all of them.
type Holds struct {
	Holds     []Hold `json:"holds" doc:"In order of wallet"`
	Sanctions int    `json:"sanctions" doc:"How many wallets are on the sanctions list"`
}

// HoldsOf are the wallets that a book of payouts holds back.
func HoldsOf(b *payout.Book) Holds {
	out := Holds{Holds: []Hold{}, Sanctions: b.Sanctions()}
	for _, w := range slices.SortedFunc(maps.Keys(b.Holds()), ledger.Wallet.Compare) {
		out.Holds = append(out.Holds, Hold{w.String(), b.Holds()[w]})
	}
	return out
}
