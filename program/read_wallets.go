package program

import "github.com/ethereum/go-ethereum/common"

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
		if w.Address == p.Sale.Contract && w.Address != (common.Address{}) {
			r.fault(item.place, "wallets.%s is the sale contract; leave it out", clip(name))
		}
		list = append(list, w)
	}
	return list
}
