package program

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// recovery reads the wallets that may give a key when nobody can: one, or three of which two sign.
func (r *reader) recovery(n *node) (list []common.Address) {
	if n == nil {
		return nil
	}
	s := r.open(n, "operators", "operators")
	const path, want = "operators.recovery", "a list of the owner's wallet, or of three wallets of which two sign"
	wallets := s.need("recovery", want)
	if wallets == nil {
		return nil
	}
	if wallets.kind != listNode {
		r.fault(wallets.place, "%s is %s; write %s", path, wallets.what(), want)
		return nil
	}
	for _, item := range wallets.items {
		before := len(r.mistakes)
		wallet := r.address(item, path)
		switch {
		case len(r.mistakes) > before:
		case wallet == common.Address{}:
			r.fault(item.place, "%s has the zero address; write another wallet", path)
		case slices.Contains(list, wallet):
			r.fault(item.place, "%s has %s twice; three people need three wallets", path, wallet)
		}
		list = append(list, wallet)
	}
	if n := len(list); n != 1 && n != 3 {
		r.fault(wallets.place, "%s has %d wallets; write the owner's alone, or three of which two sign", path, n)
	}
	return list
}
