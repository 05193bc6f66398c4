package referral

import (
	"cmp"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Credit is what one purchase did for a referrer.
type Credit struct {
	Referrer ledger.Wallet
	Reward   money.Amount
	Nodes    uint64
	When     int64 // seconds since 1970 UTC
	Self     bool  // the referrer bought from itself
	Above    bool  // somebody whom the referrer referred sold it, or nobody knows who bought
}

// Standing is a referrer's sum of credits.
type Standing struct {
	Rank      int // from 1, on a board
	Referrer  ledger.Wallet
	Earned    money.Amount
	Nodes     uint64
	Purchases uint64
	Selfs     uint64 // how many of the purchases were the referrer's own
	First     int64  // when the first credit was, seconds since 1970 UTC
}

// Board adds up credits by referrer, in each asset by itself. The zero Board is empty and ready.
type Board struct{ boards map[money.Asset]standings }

type standings map[ledger.Wallet]*Standing

// Add counts a credit in the asset of its reward.
func (b *Board) Add(c Credit) error {
	asset := c.Reward.Asset()
	if b.boards[asset] == nil {
		if b.boards == nil {
			b.boards = map[money.Asset]standings{}
		}
		b.boards[asset] = standings{}
	}
	s := b.boards[asset][c.Referrer]
	if s == nil {
		s = &Standing{Referrer: c.Referrer, Earned: money.Zero(asset), First: c.When}
		b.boards[asset][c.Referrer] = s
	}
	earned, err := s.Earned.Add(c.Reward)
	if err != nil {
		return err
	}
	s.Earned = earned
	s.Nodes += c.Nodes
	if !c.Above {
		s.Purchases++
	}
	s.First = min(s.First, c.When)
	if c.Self {
		s.Selfs++
	}
	return nil
}

// Of is one referrer's standing in an asset, without a rank; ok is false when it has no credit there.
func (b *Board) Of(w ledger.Wallet, asset money.Asset) (Standing, bool) {
	if s := b.boards[asset][w]; s != nil {
		return *s, true
	}
	return Standing{}, false
}

// Len is how many referrers have a credit in an asset.
func (b *Board) Len(asset money.Asset) int { return len(b.boards[asset]) }

// Top is the first n referrers of an asset in order with their ranks; all of them when n is 0. It looks at everybody, and sorts only
// those who are among the first so far.
func (b *Board) Top(asset money.Asset, n int) []Standing {
	all := b.boards[asset]
	if n <= 0 || n > len(all) {
		n = len(all)
	}
	first := make([]*Standing, 0, n)
	if n == len(all) {
		for _, s := range all {
			first = append(first, s)
		}
		slices.SortFunc(first, before)
	} else {
		for _, s := range all {
			if len(first) == n && before(s, first[n-1]) > 0 {
				continue
			}
			at, _ := slices.BinarySearchFunc(first, s, before)
			if len(first) == n {
				first = first[:n-1]
			}
			first = slices.Insert(first, at, s)
		}
	}
	out := make([]Standing, n)
	for i, s := range first {
		out[i] = *s
		out[i].Rank = i + 1
	}
	return out
}

// before orders by what was earned, then by nodes, then by the first credit, then by address; two referrers are never equal.
func before(x, y *Standing) int {
	return cmp.Or(-x.Earned.Cmp(y.Earned), -cmp.Compare(x.Nodes, y.Nodes), cmp.Compare(x.First, y.First), x.Referrer.Compare(y.Referrer))
}
