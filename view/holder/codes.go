package holder

import (
	"cmp"
	"slices"
	"sync"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/view"
)

// Codes finds the referral codes of a wallet. The registry knows them by their text only, so they are put in order of
// wallet once for each state of the books. It is safe for concurrent use.
type Codes struct {
	engine *engine.Engine

	mu sync.Mutex
	of view.Version
	by map[ledger.Wallet][]referral.Code
}

// NewCodes looks at nothing yet.
func NewCodes(e *engine.Engine) *Codes { return &Codes{engine: e} }

// Of are the codes of a wallet, live or not, in order. Do not change them.
func (x *Codes) Of(w ledger.Wallet) []referral.Code {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.engine.View(func(f *fold.Fold, s engine.State) {
		now := view.VersionOf(s)
		now.Head = ledger.Hash{} // a block without facts changes no code
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
