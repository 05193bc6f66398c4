package referral

import (
	"bytes"
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

// Board adds up credits by referrer. The zero Board is empty and ready.
type Board struct{ standings map[ledger.Wallet]*Standing }

// Add counts a credit.
func (b *Board) Add(c Credit) error {
	if b.standings == nil {
		b.standings = map[ledger.Wallet]*Standing{}
	}
	s := b.standings[c.Referrer]
	if s == nil {
		s = &Standing{Referrer: c.Referrer, Earned: money.Zero(c.Reward.Asset()), First: c.When}
		b.standings[c.Referrer] = s
	}
	earned, err := s.Earned.Add(c.Reward)
	if err != nil {
		return err
	}
	s.Earned = earned
	s.Nodes += c.Nodes
	s.Purchases++
	s.First = min(s.First, c.When)
	if c.Self {
		s.Selfs++
	}
	return nil
}

// Of is one referrer's standing, without a rank; ok is false when it has no credit.
func (b *Board) Of(w ledger.Wallet) (Standing, bool) {
	if s := b.standings[w]; s != nil {
		return *s, true
	}
	return Standing{}, false
}

// Top is the first n referrers in order with their ranks; all of them when n is 0.
func (b *Board) Top(n int) []Standing {
	out := make([]Standing, 0, len(b.standings))
	for _, s := range b.standings {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(x, y Standing) int {
		return cmp.Or(-x.Earned.Cmp(y.Earned), -cmp.Compare(x.Nodes, y.Nodes), cmp.Compare(x.First, y.First), bytes.Compare(x.Referrer[:], y.Referrer[:]))
	})
	for i := range out {
		out[i].Rank = i + 1
	}
	if n > 0 && n < len(out) {
		out = out[:n]
	}
	return out
}
