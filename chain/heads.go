package chain

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

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
	want := b.number()
	if asked, err := strconv.ParseUint(which, 0, 64); err == nil { // otherwise it is a tag
		want = asked
	}
	if err := w.verify(e, b, want); err != nil {
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

// askAll asks every endpoint at once that does not rest, see [survey]. One whose answer does not hold is caught and left out; the error is
// the first one, for the case that nobody answered.
func (w *Watcher) askAll(ctx context.Context, ask func(context.Context, *endpoint) (engine.Header, error)) (map[*endpoint]engine.Header,
	error) {
	return w.askThese(ctx, w.awake(), ask)
}

func (w *Watcher) askThese(ctx context.Context, from []*endpoint, ask func(context.Context, *endpoint) (engine.Header, error)) (
	map[*endpoint]engine.Header, error) {
	answers, wrong := survey(ctx, w, from, ask)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	var all []error
	for _, e := range w.endpoints {
		if _, held := answers[e]; held || wrong[e] != nil {
			all = append(all, wrong[e])
		}
	}
	w.settle(all)
	if len(answers) > 0 {
		return answers, nil
	}
	if len(all) > 0 {
		return nil, all[0]
	}
	return nil, errors.New("no endpoint was asked")
}

// Head is the newest block of the endpoint that leads: the best one of those that are not behind. Where several must list the same logs, as
// many have come as far as the one that leads.
func (w *Watcher) Head(ctx context.Context) (engine.Header, error) {
	heads, err := w.askAll(ctx, func(ctx context.Context, e *endpoint) (engine.Header, error) {
		h, found, err := w.header(ctx, e, "latest")
		if err == nil && !found {
			err = errors.New("it has no newest block yet; wait until it has synced")
		}
		return h, err
	})
	if err != nil {
		return engine.Header{}, err
	}
	leading := trusted(heads)
	newest, foremost := w.foremost(leading)
	for e, h := range heads {
		e.mu.Lock()
		e.head, e.lag = h.Number, newest-min(newest, h.Number)
		e.mu.Unlock()
		e.noteState("")
	}
	const behind, worse = 2, 8 // a leader stays until it is that many blocks behind or that much worse
	w.mu.Lock()
	leader := w.leader
	w.mu.Unlock()
	fits := func(e *endpoint) bool {
		h, ok := leading[e]
		return ok && h.Number <= foremost && h.Number+behind >= foremost
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
	w.leader, w.led = leader, heads[leader]
	w.mu.Unlock()
	return heads[leader], nil
}

// foremost is the highest of some heads, and the highest to follow: where several endpoints must list the same logs, one that so many have.
func (w *Watcher) foremost(heads map[*endpoint]engine.Header) (newest, follow uint64) {
	var numbers []uint64
	for _, h := range heads {
		numbers = append(numbers, h.Number)
	}
	slices.Sort(numbers)
	return numbers[len(numbers)-1], numbers[max(0, len(numbers)-max(1, w.options.Agree))]
}

// trusted are the heads of endpoints that are not doubted, and all of them where every one is.
func trusted(heads map[*endpoint]engine.Header) map[*endpoint]engine.Header {
	some := map[*endpoint]engine.Header{}
	for e, h := range heads {
		if !e.doubted() {
			some[e] = h
		}
	}
	if len(some) == 0 {
		return heads
	}
	return some
}

// Finalized is the lowest of what the endpoints call final, and every one that answers must have the same block there, also one that does
// not know what is final. Where nobody knows it is block 0.
func (w *Watcher) Finalized(ctx context.Context) (engine.Header, error) {
	finals, err := w.askAll(ctx, w.finalOf)
	if err != nil {
		return engine.Header{}, err
	}
	lowest, known := ^uint64(0), false
	for _, h := range finals {
		if h != unknownFinal {
			lowest, known = min(lowest, h.Number), true
		}
	}
	if !known {
		lowest = 0
	}
	there, err := w.askAll(ctx, func(ctx context.Context, e *endpoint) (engine.Header, error) {
		if h, ok := finals[e]; !ok || h.Number == lowest && h != unknownFinal {
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
		w.noteVouchers(len(there))
		w.mu.Lock()
		w.final = final
		w.mu.Unlock()
	}
	return final, err
}

// noteVouchers logs, once each time, that what is final is the word of one endpoint of several, and that it no longer is.
func (w *Watcher) noteVouchers(n int) {
	w.vouchers.Store(int32(n))
	if len(w.endpoints) == 1 {
		return
	}
	w.mu.Lock()
	was := w.alone
	w.alone = n == 1
	w.mu.Unlock()
	switch {
	case n == 1 && !was:
		w.logger.Warn("what is final is the word of one endpoint alone, until another one answers", "endpoints", len(w.endpoints))
	case n > 1 && was:
		w.logger.Info("what is final is the word of several endpoints again", "endpoints", n)
	}
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
	there, err := w.blocksAt(ctx, number, w.awake())
	if err != nil {
		return engine.Header{}, err
	}
	return w.agreed(number, there)
}

func (w *Watcher) blocksAt(ctx context.Context, number uint64, from []*endpoint) (map[*endpoint]engine.Header, error) {
	return w.askThese(ctx, from, func(ctx context.Context, e *endpoint) (engine.Header, error) {
		h, found, err := w.header(ctx, e, numbered(number))
		if err == nil && !found {
			err = fmt.Errorf("block %d: %w", number, engine.ErrNoBlock)
		}
		return h, err
	})
}

// unknownFinal is the answer of an endpoint that does not know what is final.
var unknownFinal = engine.Header{Number: ^uint64(0)}

// finalOf is what one endpoint calls final.
func (w *Watcher) finalOf(ctx context.Context, e *endpoint) (engine.Header, error) {
	if w.options.Depth > 0 {
		return w.deepOf(ctx, e)
	}
	b := w.blocks.Get().(*block)
	defer w.blocks.Put(b)
	ask := askNumber("finalized", false, b)
	ask.optional = true // an endpoint that does not know the tag says so in every possible way
	err := e.callOne(ctx, ask)
	if isAnswer(err) && !slowed(err) || err == nil && b.missing {
		w.warnOnce("an endpoint does not say what is final; if no other one does, nothing that is booked becomes final: give another "+
			"endpoint, or, if the chain has no such tag, set chain.finality to a depth in blocks", "endpoint", e.name)
		return unknownFinal, nil
	}
	if err == nil {
		err = w.verify(e, b, b.number())
	}
	if err != nil {
		return engine.Header{}, err
	}
	return b.asHeader(), nil
}

// slowed says whether a refusal is about how often was asked.
func slowed(err error) bool {
	verdict, _ := judge(err, asked{calls: 1})
	return verdict == slower
}

// deepOf is the block at the depth of the options below an endpoint's newest.
func (w *Watcher) deepOf(ctx context.Context, e *endpoint) (engine.Header, error) {
	head, found, err := w.header(ctx, e, "latest")
	if err != nil {
		return engine.Header{}, err
	}
	if !found {
		return engine.Header{}, errors.New("it has no newest block yet; wait until it has synced")
	}
	which := numbered(head.Number - min(w.options.Depth, head.Number))
	h, found, err := w.header(ctx, e, which)
	if err == nil && !found {
		err = fmt.Errorf("it does not have block %s; wait until it has synced", which)
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
