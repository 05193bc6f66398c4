package chain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Dial asks every endpoint for its chain and for the contract. It refuses with a [problem.Error] of one line when none of them can be used,
// unless the options are patient. One that does not answer, is on another chain or does not have the contract is a warning while others
// can be used, and is asked again later.
func Dial(ctx context.Context, o Options) (*Watcher, error) {
	if len(o.Endpoints) == 0 {
		return nil, problem.New(problem.Invalid, "no-endpoint", "no endpoint is given; give at least one URL of a node")
	}
	if len(o.Watch.Addresses) == 0 {
		return nil, errors.New("there is no contract to watch")
	}
	o.Limits = o.Limits.orDefault()
	or(&o.Level, program.ProofFull)
	switch o.Level {
	case program.ProofFull, program.ProofEvents, program.ProofNone:
	default:
		return nil, problem.Invalidf("the proof level %q is not one of full, events and none", o.Level)
	}
	selected, err := selectionsOf(&o.Watch)
	if err != nil {
		return nil, err
	}
	background, stop := context.WithCancel(context.WithoutCancel(ctx))
	w := &Watcher{
		options: o, selections: selected, admin: map[common.Hash]bool{}, blooms: newBlooms(selected), logger: o.Logger,
		wake: make(chan struct{}, 1), stop: stop, located: map[*endpoint]map[common.Hash]uint64{}, warned: map[string]bool{},
		causes: map[string]uint64{},
		keeps:  map[kept]bool{}, layouts: map[common.Address]program.Mapping{}, unfit: map[[2]common.Address]bool{},
		blocks: sync.Pool{New: func() any { return new(block) }},
	}
	w.roots = newRoots(w.blooms)
	if w.logger == nil {
		w.logger = slog.New(slog.DiscardHandler)
	}
	for _, hash := range o.Watch.Admin {
		w.admin[hash] = true
	}
	names := map[string]int{}
	for i, raw := range o.Endpoints {
		e, err := newEndpoint(raw, o.Limits)
		if err != nil {
			w.Close()
			return nil, err
		}
		if slices.Contains(o.Endpoints[:i], raw) {
			w.Close()
			return nil, problem.New(problem.Invalid, "bad-endpoint", "the endpoint %s is given twice: what several say is believed more, so give "+
				"each one once", e.name)
		}
		if names[e.name]++; names[e.name] > 1 {
			e.name = fmt.Sprintf("%s (%d)", e.name, names[e.name])
		}
		e.logger, e.others = w.logger, func() []*endpoint { return w.endpoints }
		w.endpoints = append(w.endpoints, e)
	}
	if err := w.prepareAll(ctx); err != nil {
		w.Close()
		return nil, err
	}
	for _, e := range w.endpoints {
		if ws, ok := e.carrier.(*socket); ok {
			w.listening.Go(func() { ws.listen(background, w.wake) })
		}
	}
	return w, nil
}

// wrongEndpoint is the refusal of an endpoint that answers but is on another chain or lacks the contract.
type wrongEndpoint struct{ error }

// isWrong leaves an endpoint alone that is the wrong one. It is asked again later: it may have been put right.
func (w *Watcher) isWrong(e *endpoint, err error) error {
	e.mu.Lock()
	e.wrong, e.last = true, err
	e.mu.Unlock()
	e.rest(giveUp, err, 0)
	return &wrongEndpoint{err}
}

func (w *Watcher) prepareAll(ctx context.Context) error {
	usable, failures := survey(ctx, w, w.endpoints, func(context.Context, *endpoint) (struct{}, error) { return struct{}{}, nil })
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	var first error
	for _, e := range w.endpoints {
		if err := failures[e]; err != nil {
			w.logger.Warn("an endpoint cannot be used for now", "error", err)
			if first == nil {
				first = err
			}
		}
	}
	var wrong *wrongEndpoint
	switch {
	case len(usable) > 0 || w.options.Patient:
		return nil
	case errors.As(first, &wrong):
		return wrong.error
	}
	return problem.As(problem.Unavailable, "no-endpoint-answers", first)
}

// prepare asks an endpoint once who it is and what it can.
func (w *Watcher) prepare(ctx context.Context, e *endpoint) error {
	e.mu.Lock()
	ready := e.ready
	e.mu.Unlock()
	if ready {
		return nil
	}
	var id uint64
	ask := &call{method: "eth_chainId", params: []byte("[]"), read: func(r *reader) { id = r.uint() }}
	if err := e.callOne(ctx, ask); err != nil {
		return err
	}
	if id != w.options.ChainID {
		return w.isWrong(e, problem.New(problem.Conflict, "wrong-chain", "%s is on chain %d, the program is for chain %d; "+
			"give an endpoint of that chain, or correct chain.id in the program file", e.name, id, w.options.ChainID))
	}
	var head block
	if err := e.callOne(ctx, askNumber("latest", false, &head)); err != nil {
		return err
	}
	if head.missing {
		return errors.New("it has no newest block yet; wait until it has synced")
	}
	w.learnShape(ctx, e, &head)
	if err := w.findContract(ctx, e, &head); err != nil {
		return err
	}
	var probe receipts
	try := askReceipts(head.stated, &probe)
	try.optional = true
	if err := e.callOne(ctx, try); err != nil && !isAnswer(err) {
		return err
	}
	if !probe.there {
		w.logger.Info("an endpoint does not have eth_getBlockReceipts; receipts are fetched one by one", "endpoint", e.name)
	}
	e.mu.Lock()
	e.ready, e.wrong, e.blockReceipts = true, false, probe.there
	e.wakes()
	e.mu.Unlock()
	e.noteState("")
	return nil
}

// findContract looks for code at the contract's address.
func (w *Watcher) findContract(ctx context.Context, e *endpoint, head *block) error {
	contract := w.options.Contract
	if contract == (common.Address{}) {
		return nil
	}
	var code []byte
	ask := &call{
		method: "eth_getCode", params: fmt.Appendf(nil, `["0x%x","latest"]`, contract[:]),
		read: func(r *reader) { code = r.data(new([]byte)) },
	}
	err := e.callOne(ctx, ask)
	var refused *rpcError
	switch {
	case errors.As(err, &refused):
		w.logger.Warn("an endpoint cannot say whether the contract is there; going on without", "endpoint", e.name, "error", err)
	case err != nil:
		return err
	case len(code) == 0:
		return w.isWrong(e, problem.New(problem.Conflict, "no-contract", "%s has no contract at %s (chain %d, block %s); "+
			"check sale.contract in the program file and that the node has synced", e.name, contract, w.options.ChainID, head.header.Number))
	}
	return nil
}
