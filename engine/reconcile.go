package engine

import (
	"context"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Reconciled is one asset of one of the project's wallets: what the books have and what the chain has at the same final block.
type Reconciled struct {
	Holding
	Books      *big.Int // base units
	Chain      Figure
	Difference *big.Int // chain less books; nil when the chain's figure is not known
}

// Reconciliation compares every wallet of the project with the chain.
type Reconciliation struct {
	At   Header // the last final block of the books
	When time.Time
	Rows []Reconciled
}

// Differences is how many rows differ.
func (r *Reconciliation) Differences() (n int) {
	for i := range r.Rows {
		if d := r.Rows[i].Difference; d != nil && d.Sign() != 0 {
			n++
		}
	}
	return n
}

// largestFirst is the order in which the chain is asked: where a token keeps its balances is found by one that is large, and then
// proves the small ones, too.
func (r *Reconciliation) largestFirst() (rows []*Reconciled) {
	for i := range r.Rows {
		rows = append(rows, &r.Rows[i])
	}
	slices.SortStableFunc(rows, func(a, b *Reconciled) int { return b.Books.Cmp(a.Books) })
	return rows
}

// Reconcile compares the books with a chain at the last final block that the books have, wallet by wallet. Errors are those of the
// chain's port: a [Disagreement] names endpoints that contradict each other. The chain is one that nobody else asks meanwhile.
func (e *Engine) Reconcile(ctx context.Context, chain Chain) (r Reconciliation, err error) {
	var final Header
	e.View(func(_ *fold.Fold, s State) { final = s.Cursor.Final })
	if final.Hash == (common.Hash{}) {
		return r, problem.Conflictf("nothing is booked yet: sync the books first")
	}
	if r.At, err = chain.HeaderAt(ctx, final.Number); err != nil {
		return r, err
	}
	if r.At.Hash != final.Hash {
		return r, problem.Conflictf("block %d is %s on the chain and %s in the books: sync them first", final.Number, r.At.Hash, final.Hash)
	}
	r.When = e.clock.Now()
	for _, h := range e.Holdings() {
		b, err := e.store.BalanceAt(ctx, ledger.Place{Account: h.Account, Asset: h.Asset}, final.When().Add(time.Second))
		if err != nil {
			return r, err
		}
		r.Rows = append(r.Rows, Reconciled{Holding: h, Books: b.Net()})
	}
	for _, row := range r.largestFirst() {
		if row.Chain, err = e.figure(ctx, chain, r.At, row.Holding); err != nil {
			return r, err
		}
		if row.Chain.Known() {
			row.Difference = new(big.Int).Sub(row.Chain.Value.ToBig(), row.Books)
		}
	}
	e.reconciled.Store(&r)
	return r, nil
}

// LastReconciliation is what the last comparison found; nil before the first.
func (e *Engine) LastReconciliation() *Reconciliation { return e.reconciled.Load() }
