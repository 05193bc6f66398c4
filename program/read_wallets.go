package program

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

func (r *reader) wallets(n *node, p *Program) []NamedWallet {
	if n == nil {
		return nil
	}
	var list []NamedWallet
	s := r.group(n, "wallets")
	for _, name := range s.order {
		item := s.get(name)
		switch {
		case !partForm.MatchString(name):
			r.fault(s.keyAt[name], "%q cannot name a wallet; write lower-case letters, digits and underscores", clip(name))
		case name == TreasuryWallet || name == ReceiverWallet:
			r.fault(s.keyAt[name], "wallets.%s is another section's: write payout.treasury or sale.treasury", name)
		}
		w := NamedWallet{name, r.address(item, "wallets."+clip(name))}
		for _, d := range p.Payout.Claimed() {
			if w.Address == d.Address {
				r.fault(item.place, "wallets.%s is the distributor of %s, whose movements are in the books already; leave it out", clip(name),
					d.Asset)
			}
		}
		if slices.Contains(p.Sale.Contracts(), w.Address) && w.Address != (common.Address{}) {
			r.fault(item.place, "wallets.%s is the sale contract; leave it out", clip(name))
		}
		list = append(list, w)
	}
	return list
}

// recovery reads the wallets that may give a key when nobody can: one, or three of which two sign; and which of them are contracts.
func (r *reader) recovery(n *node) (list, contracts []common.Address) {
	if n == nil {
		return nil, nil
	}
	s := r.open(n, "operators", "operators")
	const path, want = "operators.recovery", "a list of the owner's wallet, or of three wallets of which two sign"
	wallets := s.need("recovery", want)
	if wallets == nil {
		return nil, nil
	}
	list = r.differentWallets(wallets, path, want, "three people need three wallets")
	if n := len(list); wallets.kind == listNode && n != 1 && n != 3 {
		r.fault(wallets.place, "%s has %d wallets; write the owner's alone, or three of which two sign", path, n)
	}
	if which := s.get("contracts"); which != nil {
		contracts = r.differentWallets(which, s.path("contracts"), "a list of those recovery wallets that are contracts", "write it once")
		for _, wallet := range contracts {
			if !slices.Contains(list, wallet) {
				r.fault(which.place, "%s has %s, which is not in %s; write it there, too", s.path("contracts"), wallet, path)
			}
		}
	}
	return list, contracts
}

// differentWallets reads a list of wallets that differ.
func (r *reader) differentWallets(n *node, path, want, twice string) (list []common.Address) {
	if n.kind != listNode {
		r.fault(n.place, "%s is %s; write %s", path, n.what(), want)
		return nil
	}
	for _, item := range n.items {
		before := len(r.mistakes)
		wallet := r.address(item, path)
		switch {
		case len(r.mistakes) > before:
		case wallet == common.Address{}:
			r.fault(item.place, "%s has the zero address; write another wallet", path)
		case slices.Contains(list, wallet):
			r.fault(item.place, "%s has %s twice; %s", path, wallet, twice)
		}
		list = append(list, wallet)
	}
	return list
}
