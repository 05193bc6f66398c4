package engine

import (
	"cmp"
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

// away is the chain of an engine for a step that holds writing: while it is asked nobody is kept from writing. An answer is ErrMoved where
// the books are others by then: at another cursor or by another text, and, where every is set, also when anything was recorded.
type away struct {
	Chain

	engine *Engine
	every  bool
}

// away is the chain for a step that holds writing.
func (e *Engine) away() Chain { return &away{e.chain, e, false} }

// awayWhole is away for a step that goes on by what it read of the books before.
func (e *Engine) awayWhole() Chain { return &away{e.chain, e, true} }

// ask asks while others may write.
func (a *away) ask(ctx context.Context, ask func() error) error {
	e := a.engine
	before, by := e.state.Position, e.Program()
	return cmp.Or(e.released(ask), e.stands(ctx, before, by, a.every))
}

// released runs something while others may write.
func (e *Engine) released(run func() error) error {
	e.writing.Unlock()
	defer e.writing.Lock()
	return run()
}

// stands takes over what others wrote, and is ErrMoved when that is more than facts, or, with every, anything.
func (e *Engine) stands(ctx context.Context, before Position, by *program.Program, every bool) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err := e.catchUp(ctx); err != nil {
		return err
	}
	if before.Cursor != e.state.Cursor || by != e.Program() || every && before != e.state.Position {
		return ErrMoved
	}
	return nil
}

// Head is of the chain.
func (a *away) Head(ctx context.Context) (h Header, err error) {
	err = a.ask(ctx, func() error { h, err = a.Chain.Head(ctx); return err })
	return h, err
}

// Finalized is of the chain.
func (a *away) Finalized(ctx context.Context) (h Header, err error) {
	err = a.ask(ctx, func() error { h, err = a.Chain.Finalized(ctx); return err })
	return h, err
}

// HeaderAt is of the chain.
func (a *away) HeaderAt(ctx context.Context, number uint64) (h Header, err error) {
	err = a.ask(ctx, func() error { h, err = a.Chain.HeaderAt(ctx, number); return err })
	return h, err
}

// FinalAt is of the chain.
func (a *away) FinalAt(ctx context.Context, number uint64) (h Header, err error) {
	err = a.ask(ctx, func() error { h, err = a.Chain.FinalAt(ctx, number); return err })
	return h, err
}

// Counters is of the chain.
func (a *away) Counters(ctx context.Context, at Header) (c []Count, err error) {
	err = a.ask(ctx, func() error { c, err = a.Chain.Counters(ctx, at); return err })
	return c, err
}

// Prove is of the chain.
func (a *away) Prove(ctx context.Context, parent Header, to uint64, final bool) (p Proven, err error) {
	err = a.ask(ctx, func() error { p, err = a.Chain.Prove(ctx, parent, to, final); return err })
	return p, err
}

// Balance is of the chain.
func (a *away) Balance(ctx context.Context, at Header, of common.Address) (f Figure, err error) {
	err = a.ask(ctx, func() error { f, err = a.Chain.Balance(ctx, at, of); return err })
	return f, err
}

// TokenBalance is of the chain.
func (a *away) TokenBalance(ctx context.Context, at Header, token, of common.Address, balances program.Mapping) (f Figure, err error) {
	err = a.ask(ctx, func() error { f, err = a.Chain.TokenBalance(ctx, at, token, of, balances); return err })
	return f, err
}

// SafeNonce is of the chain.
func (a *away) SafeNonce(ctx context.Context, at Header, safe common.Address) (f Figure, err error) {
	err = a.ask(ctx, func() error { f, err = a.Chain.SafeNonce(ctx, at, safe); return err })
	return f, err
}
