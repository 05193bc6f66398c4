package program

import "github.com/ethereum/go-ethereum/common"

// NamedWallet is a wallet of the project by what it is for.
type NamedWallet struct {
	Name    string // "treasury", "receiver", or as the file's wallets name it
	Address common.Address
}

// The names of wallets that other sections of the file give.
const (
	TreasuryWallet = "treasury" // payout.treasury
	ReceiverWallet = "receiver" // sale.treasury
)

// Own is every wallet of the project whose movements are in the books, each address once: those that pay, those that the file
// says receive the sale's proceeds, and those of the file's wallets, in this order.
func (p *Program) Own() []NamedWallet {
	var list []NamedWallet
	add := func(name string, address common.Address) {
		if address == (common.Address{}) {
			return
		}
		for _, known := range list {
			if known.Address == address {
				return
			}
		}
		list = append(list, NamedWallet{name, address})
	}
	for _, e := range p.Payout.Treasury {
		add(TreasuryWallet, e.Value)
	}
	for _, e := range p.Sale.Treasury {
		add(ReceiverWallet, e.Value)
	}
	for _, w := range p.Wallets {
		add(w.Name, w.Address)
	}
	return list
}
