package program

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

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
