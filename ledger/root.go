package ledger

import (
	"crypto/sha256"
	"iter"
	"maps"
	"sort"

	"github.com/nodeledger/nodeledger/money"
)

// BalancesRoot is one hash for all balances whose net is not zero: the tree over the lines "path asset net" in order of
// path and asset. Two books that say the same about everybody have the same root, whatever happened on the way (a
// reorganisation of the chain leaves its traces in the journal, not here).
func BalancesRoot(now map[Place]money.Balance) Hash { return balancesRoot(len(now), maps.All(now)) }

// Root is BalancesRoot of what the places hold.
func (b *Balances) Root() Hash {
	return balancesRoot(len(b.Now), func(yield func(Place, money.Balance) bool) {
		for place, now := range b.Now {
			if !yield(place, now.Balance) {
				return
			}
		}
	})
}

func balancesRoot(places int, now iter.Seq2[Place, money.Balance]) Hash {
	lines := make([]string, 0, places)
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
