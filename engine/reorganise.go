package engine

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
)

// settleWindow compares the blocks that were not final with the chain as it is: those that became final are marked, those
// that left it are reversed. It contradicts when a block that was final is no longer there.
func (e *Engine) settleWindow(ctx context.Context, final Header) error {
	cursor := e.state.Cursor
	if cursor.Head == cursor.Final {
		return nil
	}
	window, err := e.store.Window(ctx)
	if err != nil {
		return err
	}
	fork, forked, err := e.fork(ctx, window)
	if err != nil {
		return err
	}
	if forked {
		if err := e.reorganise(ctx, fork, window, final); err != nil {
			return err
		}
		if window, err = e.store.Window(ctx); err != nil {
			return err
		}
	}
	return e.finalise(ctx, window, final)
}

// fork finds the highest block that the books and the chain share. forked is false when that is the books' head, or when
// the chain merely shows a lower head on the same branch.
func (e *Engine) fork(ctx context.Context, window []Header) (Header, bool, error) {
	forked := false
	for i := len(window) - 1; i >= 0; i-- {
		now, err := e.chain.HeaderAt(ctx, window[i].Number)
		switch {
		case errors.Is(err, ErrNoBlock):
			continue // a lower head alone is no reorganisation
		case err != nil:
			return Header{}, false, err
		case now.Hash == window[i].Hash:
			return window[i], forked, nil
		}
		forked = true
	}
	final := e.state.Cursor.Final
	now, err := e.chain.HeaderAt(ctx, final.Number)
	if errors.Is(err, ErrNoBlock) && !forked {
		return final, false, nil
	}
	if err != nil {
		return Header{}, false, err
	}
	if now.Hash != final.Hash {
		return Header{}, false, &Contradiction{
			Block: final.Number, Text: "a block that was final has been replaced",
			Evidence: map[string]string{"books": final.Hash.Hex(), "chain": now.Hash.Hex()},
		}
	}
	return final, forked, nil
}

// reorganise replaces everything above the fork by the branch that the chain has now. The branch is proven first.
func (e *Engine) reorganise(ctx context.Context, fork Header, window []Header, final Header) error {
	head, err := e.chain.Head(ctx)
	if err != nil {
		return err
	}
	stretch := Proven{From: fork.Number + 1, Last: fork, Level: ProofFull}
	if head.Number > fork.Number {
		if stretch, err = e.chain.Prove(ctx, fork, head.Number, false); err != nil {
			return err
		}
	}
	e.log.Warn("blocks left the chain", "above", fork.Number, "to", window[len(window)-1].Number, "new head", stretch.Last.Number)
	return e.replaceAbove(ctx, fork, &stretch)
}

// replaceAbove reverses every block above a final or a common one, and books a stretch in their place.
func (e *Engine) replaceAbove(ctx context.Context, fork Header, stretch *Proven) error {
	drop := fold.DropInput(fork.Number)
	return e.step(ctx, func(c *Commit) error {
		c.Fork = &fork.Number
		if err := e.take(ctx, c, drop); err != nil {
			return err
		}
		// What left the chain leaves the fold by its being made anew.
		f, err := fold.Restore(ctx, e.given, e.store, drop)
		if err != nil {
			return err
		}
		e.fold = f
		return e.takePending(c, stretch)
	})
}

// finalise marks the blocks of the window up to the final one, as the chain has them.
func (e *Engine) finalise(ctx context.Context, window []Header, final Header) error {
	var last Header
	for _, h := range window {
		if h.Number <= final.Number {
			last = h
		}
	}
	if last.Hash == (common.Hash{}) || (last.Number == final.Number && last.Hash != final.Hash) {
		return nil // the chain moved while we looked; the next sync sees it
	}
	now, err := e.chain.HeaderAt(ctx, last.Number)
	if err != nil {
		return err
	}
	if now.Hash != last.Hash {
		return nil // as above
	}
	return e.step(ctx, func(c *Commit) error {
		c.Cursor = &Cursor{now, e.state.Cursor.Head}
		if now.Number == e.state.Cursor.Head.Number {
			c.Cursor.Head = now
		}
		return e.takeFinal(ctx, c, now)
	})
}

// takeFinal adds a final header that the chain gave to a commit, where it is to be recorded.
func (e *Engine) takeFinal(ctx context.Context, c *Commit, h Header) error {
	if !e.fold.AwaitsFinal(h) {
		return nil
	}
	return e.take(ctx, c, fold.FinalInput(h))
}

// noteFinal records the header that the books are final to, where something waits for it although no block became final: a slot that
// was due when it came to be known.
func (e *Engine) noteFinal(ctx context.Context) error {
	final := e.state.Cursor.Final
	if final.Hash == (common.Hash{}) || final.Number < e.Program().Chain.StartBlock || !e.fold.AwaitsFinal(final) {
		return nil
	}
	return e.takeFinalAgain(ctx, final)
}

// noteKnownFinal records the header that the books are final to, before a text comes into force: the text is followed from there on.
func (e *Engine) noteKnownFinal(ctx context.Context) error {
	final, newest := e.state.Cursor.Final, e.fold.Final()
	if final.Hash == (common.Hash{}) || final.Number < e.Program().Chain.StartBlock || newest != (Header{}) && final.Number <= newest.Number ||
		e.fold.Frozen() != nil {
		return nil
	}
	return e.step(ctx, func(c *Commit) error { return e.take(ctx, c, fold.FinalInput(final)) })
}

// takeFinalAgain records the header that the books are final to, as the chain has it.
func (e *Engine) takeFinalAgain(ctx context.Context, final Header) error {
	now, err := e.chain.HeaderAt(ctx, final.Number)
	if err != nil {
		return err
	}
	if now != final {
		return notOnChain(final, now)
	}
	return e.step(ctx, func(c *Commit) error { return e.take(ctx, c, fold.FinalInput(now)) })
}

// notOnChain is the refusal of a final block that is not on the chain as the books say.
func notOnChain(books, chain Header) error {
	return problem.New(problem.Conflict, problem.NotSound, "%s is final in the books, and on the chain there is %s: "+
		"run `nodeledger ledger verify`", books, chain)
}
