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

// WalletBar is what keeps a wallet from being paid.
type WalletBar struct {
	Wallet     string `json:"wallet" doc:"Address, in lower case"`
	Sanctioned bool   `json:"sanctioned" doc:"It is on the sanctions list"`
	Held       bool   `json:"held" doc:"It is held back"`
	Reason     string `json:"reason,omitempty" doc:"Why it is held back, for operators"`
}

// WalletBarOf is what keeps a wallet from being paid by a book of payouts.
func WalletBarOf(b *payout.Book, w ledger.Wallet) WalletBar {
	reason, held := b.Holds()[w]
	return WalletBar{w.String(), b.IsSanctioned(w), held, reason}
}
