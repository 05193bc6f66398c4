// Package reconciler compares the project's wallets with the chain while a server runs: now and then, and when an operator asks.
//
// Guarantees:
//   - Comparisons and steps of a follower take turns, since a chain is asked by one caller at a time.
//   - A comparison that fails is no failure of the step before it.
package reconciler

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
)

// every is how often wallets are compared by themselves, at the most.
const every = 10 * time.Minute

// patience is how long somebody who asks is kept waiting for the step that is being taken, and for the comparison.
const patience = 90 * time.Second

// Reconciler compares the wallets of books with their chain. Make it with [New].
type Reconciler struct {
	engine *engine.Engine
	chain  engine.Chain
	log    *slog.Logger
	last   time.Time // of the goroutine that takes the steps
	asked  chan func(context.Context)
	one    sync.Mutex // held while somebody waits
}

// New compares nothing yet.
func New(e *engine.Engine, chain engine.Chain, log *slog.Logger) *Reconciler {
	return &Reconciler{engine: e, chain: chain, log: log, asked: make(chan func(context.Context))}
}

// After is a step after which the wallets are compared when that was long ago. What differs is a warning in the log and shown.
func (r *Reconciler) After(step func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		if err := step(ctx); err != nil || time.Since(r.last) < every {
			return err
		}
		if err := r.compare(ctx); err != nil {
			r.log.Warn("the wallets could not be compared with the chain", "error", err)
		}
		return nil
	}
}

// Asked is what whoever takes the steps does between two of them.
func (r *Reconciler) Asked() <-chan func(context.Context) { return r.asked }

// Now compares at the next moment at which no step is being taken, and gives what it found. It refuses with problem.Busy while
// somebody else waits for that, with problem.Unavailable when no step ends in time or the chain does not answer, and with
// problem.Conflict when the books have not begun or the chain has another block where they end.
func (r *Reconciler) Now(ctx context.Context) (*engine.Reconciliation, error) {
	if !r.one.TryLock() {
		return nil, problem.New(problem.Busy, "", "the wallets are being compared already: look again in a moment")
	}
	defer r.one.Unlock()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	done := make(chan error, 1)
	select {
	case r.asked <- func(ctx context.Context) { done <- r.compare(ctx) }:
	case <-ctx.Done():
		return nil, problem.New(problem.Unavailable, problem.NoNode, "the books are being brought up to date: compare when they are")
	}
	select {
	case err := <-done:
		switch {
		case problem.KindOf(err) == problem.Internal && err != nil:
			r.log.Warn("the wallets could not be compared with the chain", "error", err)
			return nil, problem.New(problem.Unavailable, problem.NoNode,
				"the chain could not be asked, and the server's log says why: look at the endpoints, and compare again")
		case err != nil:
			return nil, err
		}
		return r.engine.LastReconciliation(), nil
	case <-ctx.Done():
		return nil, problem.New(problem.Unavailable, problem.NoNode, "the chain answers slowly: what is found is shown when it is there")
	}
}

func (r *Reconciler) compare(ctx context.Context) error {
	r.last = time.Now()
	found, err := r.engine.Reconcile(ctx, r.chain)
	if err != nil {
		return err
	}
	for i := range found.Rows {
		if row := &found.Rows[i]; row.Token != (common.Address{}) && row.Difference != nil && row.Difference.Sign() != 0 {
			r.log.Warn("a wallet differs from the chain", "account", row.Account, "asset", row.Asset, "books", row.Books,
				"chain", &row.Chain.Value)
		}
	}
	return nil
}
