package chain

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// header fetches one header and proves that it hashes to what it is called. found is false when there is no such block.
func (w *Watcher) header(ctx context.Context, e *endpoint, which string) (h engine.Header, found bool, err error) {
	b := w.blocks.Get().(*block)
	defer w.blocks.Put(b)
	if err := e.callOne(ctx, askNumber(which, false, b)); err != nil || b.missing {
		return engine.Header{}, false, err
	}
	if err := w.verify(e, b, b.number()); err != nil {
		return engine.Header{}, false, err
	}
	return b.asHeader(), true, nil
}

// verify checks a header; at level none its hash is taken as it is stated.
func (w *Watcher) verify(e *endpoint, b *block, number uint64) error {
	if w.options.Level == program.ProofNone {
		if b.number() != number {
			return e.fault(number, "it answered with block %d instead", b.number())
		}
		b.hash = b.stated
		return nil
	}
	wrong, unknown := b.verify(number), b.unknownFields()
	switch {
	case wrong == "":
		w.shapes.held(unknown)
		return nil
	case b.hash == (common.Hash{}): // it is another block
		return e.fault(number, "%s", wrong)
	}
	return e.mismatch(number, w.shapes.causes(unknown), "set chain.proof to none", "%s", wrong)
}

func numbered(n uint64) string { return fmt.Sprintf("0x%x", n) }

// askAll asks every endpoint at once. One whose answer does not hold is caught and left out; the error is the first one,
// for the case that nobody answered.
func (w *Watcher) askAll(ctx context.Context, ask func(*endpoint) (engine.Header, error)) (map[*endpoint]engine.Header, error) {
	answers := make([]engine.Header, len(w.endpoints))
	wrong := make([]error, len(w.endpoints))
	var asking sync.WaitGroup
	for i, e := range w.endpoints {
		asking.Go(func() {
			if wrong[i] = w.prepare(ctx, e); wrong[i] == nil {
				answers[i], wrong[i] = ask(e)
			}
		})
	}
	asking.Wait()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	w.settle(wrong)
	out := map[*endpoint]engine.Header{}
	var first error
	for i, e := range w.endpoints {
		var fault *engine.Fault
		switch {
		case wrong[i] == nil:
			out[e] = answers[i]
			continue
		case errors.As(wrong[i], &fault):
			w.recordFault(fault)
		default:
			wrong[i] = fmt.Errorf("%s: %w", e.name, wrong[i])
		}
		if first == nil {
			first = wrong[i]
		}
	}
	if len(out) > 0 {
		first = nil
	}
	return out, first
}

// Head is the newest block of the endpoint that leads: the best one of those that are not behind.
func (w *Watcher) Head(ctx context.Context) (engine.Header, error) {
	heads, err := w.askAll(ctx, func(e *endpoint) (engine.Header, error) {
		h, found, err := w.header(ctx, e, "latest")
		if err == nil && !found {
			err = errors.New("it has no newest block yet; wait until it has synced")
		}
		return h, err
	})
	if err != nil {
		return engine.Header{}, err
	}
	var foremost uint64
	for _, h := range heads {
		foremost = max(foremost, h.Number)
	}
	for e, h := range heads {
		e.mu.Lock()
		e.head, e.lag = h.Number, foremost-h.Number
		e.mu.Unlock()
	}
	const behind, worse = 2, 8 // a leader stays until it is that many blocks behind or that much worse
	w.mu.Lock()
	leader := w.leader
	w.mu.Unlock()
	fits := func(e *endpoint) bool {
		h, ok := heads[e]
		return ok && h.Number+behind >= foremost
	}
	for _, e := range w.byHealth() {
		if !fits(e) {
			continue
		}
		if leader == nil || !fits(leader) || leader.rank() > e.rank()+worse {
			leader = e
		}
		break
	}
	w.mu.Lock()
	w.leader = leader
	w.mu.Unlock()
	return heads[leader], nil
}

// Finalized is the lowest of what the endpoints call final, and every one that answers must have the same block there.
func (w *Watcher) Finalized(ctx context.Context) (engine.Header, error) {
	finals, err := w.askAll(ctx, func(e *endpoint) (engine.Header, error) { return w.finalOf(ctx, e) })
	if err != nil {
		return engine.Header{}, err
	}
	lowest := ^uint64(0)
	for _, h := range finals {
		lowest = min(lowest, h.Number)
	}
	there, err := w.askAll(ctx, func(e *endpoint) (engine.Header, error) {
		if h, ok := finals[e]; !ok || h.Number == lowest {
			return h, nil // one that did not answer then is not asked now
		}
		h, found, err := w.header(ctx, e, numbered(lowest))
		if err == nil && !found {
			err = fmt.Errorf("it does not have block %d, which is final", lowest)
		}
		return h, err
	})
	if err != nil {
		return engine.Header{}, err
	}
	for e := range there {
		if _, first := finals[e]; !first {
			delete(there, e)
		}
	}
	final, err := w.agreed(lowest, there)
	if err == nil {
		w.mu.Lock()
		w.final = final
		w.mu.Unlock()
	}
	return final, err
}

// agreed is the one header that endpoints have at a number that is final.
func (w *Watcher) agreed(number uint64, there map[*endpoint]engine.Header) (one engine.Header, err error) {
	contradicted := false
	evidence := map[string]string{}
	for _, e := range w.endpoints {
		h, answered := there[e]
		if !answered {
			continue
		}
		if len(evidence) == 0 {
			one = h
		}
		contradicted = contradicted || h.Hash != one.Hash
		evidence[e.name] = h.Hash.Hex()
	}
	if contradicted {
		return engine.Header{}, &engine.Contradiction{
			Block: number, Text: "the endpoints have different blocks where all of them call the chain final", Evidence: evidence,
		}
	}
	return one, nil
}

// FinalAt asks every endpoint for a block. One that does not have it yet is left out.
func (w *Watcher) FinalAt(ctx context.Context, number uint64) (engine.Header, error) {
	there, err := w.askAll(ctx, func(e *endpoint) (engine.Header, error) {
		h, found, err := w.header(ctx, e, numbered(number))
		if err == nil && !found {
			err = fmt.Errorf("block %d: %w", number, engine.ErrNoBlock)
		}
		return h, err
	})
	if err != nil {
		return engine.Header{}, err
	}
	return w.agreed(number, there)
}

// finalOf is what one endpoint calls final.
func (w *Watcher) finalOf(ctx context.Context, e *endpoint) (engine.Header, error) {
	which := "finalized"
	if depth := w.options.Depth; depth > 0 {
		head, found, err := w.header(ctx, e, "latest")
		if err != nil {
			return engine.Header{}, err
		}
		if !found {
			return engine.Header{}, errors.New("it has no newest block yet; wait until it has synced")
		}
		which = numbered(head.Number - min(depth, head.Number))
	}
	h, found, err := w.header(ctx, e, which)
	var refused *rpcError
	if errors.As(err, &refused) && strings.Contains(strings.ToLower(refused.text), "not found") || err == nil && !found {
		if which != "finalized" {
			return engine.Header{}, fmt.Errorf("it does not have block %s; wait until it has synced", which)
		}
		w.warnOnce("an endpoint calls no block final yet; if the chain has no such tag, set chain.finality to a depth in blocks",
			"endpoint", e.name)
		h, found, err = w.header(ctx, e, numbered(0))
		if err == nil && !found {
			err = errors.New("it has no final block and no block 0")
		}
		return h, err
	}
	if errors.As(err, &refused) && which == "finalized" {
		return h, fmt.Errorf("%w; if the chain does not know what is final, set chain.finality to a depth in blocks", err)
	}
	return h, err
}

// HeaderAt is a block of the branch that the leading endpoint is on.
func (w *Watcher) HeaderAt(ctx context.Context, number uint64) (h engine.Header, err error) {
	missing := false
	err = w.tryEach(ctx, w.leaderFirst(), false, func(e *endpoint) error {
		var found bool
		h, found, err = w.header(ctx, e, numbered(number))
		missing = err == nil && !found
		return err
	})
	if err == nil && missing {
		err = fmt.Errorf("block %d: %w", number, engine.ErrNoBlock)
	}
	return h, err
}
