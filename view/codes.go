package view

import (
	"cmp"
	"slices"
	"sync"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/referral"
)

// version tells one state of the fold from another: what was taken in, and what was booked from it.
type version struct {
	inputs uint64
	ledger ledger.Hash
	head   ledger.Hash
}

func versionOf(s engine.State) version {
	return version{s.Inputs, s.Ledger.Hash, ledger.Hash(s.Cursor.Head.Hash)}
}

// Codes finds the referral codes of a wallet. The registry knows them by their text only, so they are put in order of
// wallet once for each state of the books. It is safe for concurrent use.
type Codes struct {
	engine *engine.Engine

	mu sync.Mutex
	of version
	by map[ledger.Wallet][]referral.Code
}

// NewCodes looks at nothing yet.
func NewCodes(e *engine.Engine) *Codes { return &Codes{engine: e} }

// Of are the codes of a wallet, live or not, in order. Do not change them.
func (x *Codes) Of(w ledger.Wallet) []referral.Code {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.engine.View(func(f *engine.Fold, s engine.State) {
		now := versionOf(s)
		now.head = ledger.Hash{} // a block without facts changes no code
		if x.by == nil || x.of != now {
			x.of, x.by = now, map[ledger.Wallet][]referral.Code{}
			f.Codes.All(func(c referral.Code) bool {
				x.by[c.Wallet] = append(x.by[c.Wallet], c)
				return true
			})
			for _, list := range x.by {
				slices.SortFunc(list, func(a, b referral.Code) int { return cmp.Compare(a.Code, b.Code) })
			}
		}
	})
	return x.by[w]
}
