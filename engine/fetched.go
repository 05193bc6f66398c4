package engine

import (
	"cmp"
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Fetched is how far books say what the chain says: the inputs up to one, and what they have of the blocks up to a final one, were fetched
// from it or proven again. The zero Fetched is of nothing.
type Fetched struct {
	Inputs uint64      `json:"inputs"`
	Block  uint64      `json:"block"`
	Hash   common.Hash `json:"hash"`
	// Digest is of these inputs, see [fold.NextDigest]: of books in which others stand now nothing was fetched.
	Digest ledger.Hash `json:"digest"`
}

// nowFetched is Fetched of the books as the engine knows them, if all of that came from the chain. Whoever calls it holds mu.
func (e *Engine) nowFetched() Fetched {
	final := e.state.Cursor.Final
	return Fetched{e.state.Inputs, final.Number, final.Hash, e.fold.ChainDigest()}
}

// has says whether a block is one of those that were fetched.
func (f *Fetched) has(number uint64) bool { return f.Hash != (common.Hash{}) && number <= f.Block }

// Knows says what of the books was fetched from the chain or proven again by a process before this one, as it was kept outside of them:
// that is not proven again before a step with money. Where a difference from the chain is known that nobody cleared it is nothing: the
// difference may be in what was fetched.
func (e *Engine) Knows(f Fetched) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.know(f)
}

func (e *Engine) know(f Fetched) {
	if f.Inputs >= e.fetched.Inputs && f.Block >= e.fetched.Block {
		e.fetched = f
	}
}

// Fetched is what of the books this process fetched from the chain or proved again, or one before it.
func (e *Engine) Fetched() Fetched {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.fetched
}

// Known is how far the books are as the engine knows them, and what of that was fetched from the chain or proven again.
func (e *Engine) Known() (State, Fetched) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.state, e.fetched
}

// CanAsk says that an engine without a chain can be opened again with one: a step with money is then refused with [ErrAsksNode] where books
// have something that must be compared with the chain first.
func (e *Engine) CanAsk() { e.canAsk = true }

// isFetched says that everything of the chain in the books as the engine knows them was fetched or proven again. Whoever calls it holds mu.
func (e *Engine) isFetched() bool {
	now := e.nowFetched()
	return e.fetched.Inputs >= e.fold.FromChain() && e.fetched.Block == now.Block && e.fetched.Hash == now.Hash &&
		e.fetched.Digest == now.Digest
}

// knowsAll is isFetched of the books as they were when the engine last looked at them.
func (e *Engine) knowsAll() bool {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.isFetched()
}

// FromChain proves again what is said to come from the chain and was fetched by somebody else, see [ProveAgain]. Others may write
// meanwhile. Without a chain nothing is compared.
func (e *Engine) FromChain(ctx context.Context) error {
	select {
	case e.proving <- struct{}{}:
		defer func() { <-e.proving }()
	case <-ctx.Done():
		return problem.New(problem.Busy, "", "what others fetched from the chain is being compared with it: try again when that is done")
	}
	for range attempts {
		if err := e.write(ctx, func() error { return nil }); err != nil { // takes over what others wrote
			return err
		}
		e.mu.RLock()
		from, all := e.fetched, e.isFetched()
		e.mu.RUnlock()
		switch {
		case all:
			if e.chain != nil && e.ofChain.Load().differs() { // all of it was compared since, see [Engine.Knows]
				e.Found(Finding{Time: e.clock.Now().UTC(), Whole: true, OfChain: true})
			}
			return nil
		case e.chain == nil && e.canAsk:
			return ErrAsksNode
		case e.chain == nil:
			e.log.Warn("what others fetched from the chain is taken as it stands, since no node was named to compare it with", "after", from.Block)
			return nil
		}
		a := cmp.Or(e.again, new(again))
		e.again = nil
		later, err := a.goOn(ctx, &byTurns{Chain: e.chain, engine: e}, e.store, from, e.Knows)
		if err == nil && later == "" && e.knowsAll() {
			e.again = a
		}
		if text := differenceOf(err); text != "" && ctx.Err() == nil {
			e.Found(Finding{Time: e.clock.Now().UTC(), Difference: text, OfChain: true, byStep: true})
			return &chainDiffers{err}
		}
		var contradiction *Contradiction
		if errors.As(err, &contradiction) {
			return problem.New(problem.Unavailable, problem.NoNode, "%v: what others fetched from the chain is not paid from before the nodes "+
				"agree; take out of --rpc the one that errs", err)
		}
		if err != nil {
			return err
		}
		if later != "" {
			return problem.New(problem.Unavailable, problem.NoNode, "%s: what is in between was fetched by somebody else, and is not paid from "+
				"before it was compared with the chain; try again later", later)
		}
	}
	return ErrMoved
}

// chainDiffers is a difference between the books and the chain.
type chainDiffers struct{ error }

func (d *chainDiffers) Unwrap() error { return d.error }

// byTurns is the chain of an engine beside its syncs.
type byTurns struct {
	Chain

	engine *Engine
	text   *program.Program
}

func (c *byTurns) Watch(p *program.Program) error {
	c.text = p
	return nil
}

func (c *byTurns) Prove(ctx context.Context, parent Header, to uint64, final bool) (Proven, error) {
	c.engine.following.Lock()
	defer c.engine.following.Unlock()
	if err := c.Chain.Watch(c.text); err != nil {
		return Proven{}, err
	}
	return c.Chain.Prove(ctx, parent, to, final)
}
