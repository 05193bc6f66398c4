package view

import (
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/payout"
)

// OpenExceptions are the movements of the project's wallets that nobody explained, in the order of the chain.
func OpenExceptions(e *engine.Engine) (open []*payout.Exception) {
	e.Payouts(func(b *payout.Book) {
		for _, x := range b.Exceptions() {
			if x.Closed.IsZero() {
				copied := *x
				open = append(open, &copied)
			}
		}
	})
	return open
}
