package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// settleWindow compares the blocks that were not final with the chain as it is: those that became final are marked, those
// that left it are reversed. It contradicts when a block that was final is no longer there.
func (e *Engine) settleWindow(ctx context.Context, final Header) error {
	window, err := e.pendingHeaders(ctx)
	if err != nil || len(window) == 0 {
		return err
	}
	fork, forked, err := e.fork(ctx, window, final)
	if err != nil {
		return err
	}
	if forked {
		if err := e.reorganise(ctx, fork, window, final); err != nil {
			return err
		}
		if window, err = e.pendingHeaders(ctx); err != nil {
			return err
		}
	}
	return e.finalise(ctx, window, final)
}

// pendingHeaders are the headers above the last final block of the books. They must lead from there to the head as the engine knows it, and
// have every block that is pending.
func (e *Engine) pendingHeaders(ctx context.Context) ([]Header, error) {
	if e.state.Cursor.Head == e.state.Cursor.Final {
		return nil, nil
	}
	window, err := e.store.Window(ctx)
	if err != nil {
		return nil, err
	}
	wrong := apart(e.state.Cursor, window, e.fold.PendingBlocks())
	if wrong == nil {
		return window, nil
	}
	now, err := e.store.State(ctx)
	if err == nil && now.Position != e.state.Position {
		err = ErrMoved // the headers are those of another writer's step
	}
	return nil, cmp.Or(err, wrong)
}

// apart says where the headers that are not final do not lead from the last final block to the head, or leave a pending block out; nil:
// they go together.
func apart(cursor Cursor, window []Header, pending []Header) error {
	before := cursor.Final
	for _, h := range window {
		if before.Hash != (common.Hash{}) && (h.Number != before.Number+1 || h.Parent != before.Hash) {
			return ledger.Differs("window", fmt.Sprintf("number %d", h.Number), "%s after %s does not follow %s", h, h.Parent, before)
		}
		for len(pending) > 0 && pending[0].Number == h.Number && pending[0].Hash == h.Hash {
			pending = pending[1:]
		}
		before = h
	}
	if before != cursor.Head {
		return ledger.Differs("window", "its end", "the headers that are not final end at %s, and the books at %s", before, cursor.Head)
	}
	if len(pending) > 0 {
		return ledger.Differs("window", fmt.Sprintf("number %d", pending[0].Number), "%s is pending in the books, and not among the headers "+
			"that are not final", pending[0])
	}
	return nil
}

// fork finds the highest block that the books and the chain share. forked is false when that is the books' head, or when
// the chain merely shows a lower head on the same branch. Up to the final block that is what the endpoints agree on, above it what the one
// says that leads.
func (e *Engine) fork(ctx context.Context, window []Header, final Header) (shared Header, forked bool, err error) {
	high := window
	for len(high) > 0 && high[0].Number <= final.Number {
		high = high[1:]
	}
	low := window[:len(window)-len(high)]
	shared = e.state.Cursor.Final
	if len(low) > 0 {
		if shared, err = e.sharedFinal(ctx, low, final); err != nil || shared != low[len(low)-1] {
			return shared, true, err
		}
	}
	var head Header
	if len(high) > 0 {
		top := high[len(high)-1]
		if head, err = e.away().Head(ctx); err != nil {
			return Header{}, false, err
		}
		if head.Hash == top.Hash || head.Number == top.Number+1 && head.Parent == top.Hash {
			e.lately = head
			return top, false, nil
		}
	}
	for _, h := range slices.Backward(high) {
		now, err := e.away().HeaderAt(ctx, h.Number)
		switch {
		case errors.Is(err, ErrNoBlock):
			continue // a lower head alone is no reorganisation
		case err != nil:
			return Header{}, false, err
		case now.Hash == h.Hash:
			if !forked {
				e.lately = head
			}
			return h, forked, nil
		}
		forked = true
	}
	if len(low) == 0 {
		if shared, err = e.sharedFinal(ctx, nil, final); errors.Is(err, ErrNoBlock) && !forked {
			return e.state.Cursor.Final, false, nil
		}
	}
	return shared, forked, err
}

// sharedFinal is the highest of some blocks of the books, or of their last final one, that the endpoints agree on. agreed is the final
// block on which they just did.
func (e *Engine) sharedFinal(ctx context.Context, blocks []Header, agreed Header) (Header, error) {
	for _, h := range slices.Backward(blocks) {
		if now, err := e.finalAt(ctx, h.Number, agreed); err != nil || now.Hash == h.Hash {
			return h, err
		}
	}
	final := e.state.Cursor.Final
	now, err := e.finalAt(ctx, final.Number, agreed)
	if err == nil && now.Hash != final.Hash {
		err = &Contradiction{
			Block: final.Number, Text: "a block that was final has been replaced",
			Evidence: map[string]string{"books": final.Hash.Hex(), "chain": now.Hash.Hex()},
		}
	}
	return final, err
}

// finalAt is the final block that the endpoints agree on at a number: they are not asked again for the one on which they just did.
func (e *Engine) finalAt(ctx context.Context, number uint64, agreed Header) (Header, error) {
	if number == agreed.Number {
		return agreed, nil
	}
	return e.away().FinalAt(ctx, number)
}

// reorganise replaces everything above the fork by the branch that the chain has now, which is proven first. What the endpoints agree on to
// be final is booked by the backfill: nobody's branch is asked for.
func (e *Engine) reorganise(ctx context.Context, fork Header, window []Header, final Header) error {
	stretch := Proven{From: fork.Number + 1, Last: fork, Level: ProofFull}
	if fork.Number >= final.Number {
		head, err := e.away().Head(ctx)
		if err != nil {
			return err
		}
		if head.Number > fork.Number {
			if stretch, err = e.away().Prove(ctx, fork, head.Number, false); err != nil {
				return err
			}
		}
	}
	e.log.Warn("blocks left the chain", "above", fork.Number, "to", window[len(window)-1].Number, "new head", stretch.Last.Number)
	err := e.replaceAbove(ctx, fork, &stretch)
	if err == nil {
		depth := window[len(window)-1].Number - fork.Number
		e.counting.count(func(c *Counts) {
			c.Reorganisations++
			c.Replaced += depth
			c.Deepest = max(c.Deepest, depth)
		})
	}
	return err
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
		f, err := e.resume(ctx, e.state.Inputs, drop)
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
	now, err := e.finalAt(ctx, last.Number, final)
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
	now, err := e.away().FinalAt(ctx, final.Number)
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
