package ledger

import (
	"crypto/sha256"
	"sort"

	"github.com/nodeledger/nodeledger/money"
)

// BalancesRoot is one hash for all balances whose net is not zero: the tree over the lines "path asset net" in order of
// path and asset. Two books that say the same about everybody have the same root, whatever happened on the way (a
// reorganisation of the chain leaves its traces in the journal, not here).
func BalancesRoot(now map[Place]money.Balance) Hash {
	lines := make([]string, 0, len(now))
	for place, b := range now {
		if b.In != b.Out {
			lines = append(lines, place.Account.path+" "+place.Asset.Symbol()+" "+b.Net().String())
		}
	}
	sort.Strings(lines)
	leaves := make([]Hash, len(lines))
	for i, line := range lines {
		leaves[i] = leafHash([]byte(line))
	}
	if len(leaves) == 0 {
		return sha256.Sum256(nil)
	}
	return merkleRoot(leaves)
}
