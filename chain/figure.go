package chain

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// question is a number of the chain's state: where it is kept, and the call that reports it.
type question struct {
	what     string         // for messages, such as "the contract's counter"
	account  common.Address // whose balance, or whose storage
	calldata []byte         // of the view that reports it; nil: the balance of the account
	gas      uint64         // that the view may use; 0: as much as an endpoint gives
	places   []place        // of the storage that may hold it; of a balance none are needed
	why      string         // why there is no place
	presence bool           // asks whether the account is a contract: 1, or 0 where it has no code
	refusal  bool           // a contract that refuses the call, or answers otherwise than with 32 bytes, is an answer: 0
}

// figure answers a question at a block: by proof, by what the endpoints report, or not. An endpoint that contradicts what
// is proven is recorded as faulty, and so is one whose proof does not hold where another's does.
func (w *Watcher) figure(ctx context.Context, at engine.Header, q *question) (engine.Figure, error) {
	var unfit string
	var found []held
	answers, silent, passing := w.report(ctx, at, q)
	if ctx.Err() != nil {
		return engine.Figure{}, context.Cause(ctx)
	}
	unproven := q.why
	if unproven == "" && len(q.places) > 1 && !answers.tells() {
		unproven = "where the contract keeps balances is not known yet, and this one is too small to look for it"
	}
	if unproven == "" {
		var err error
		if found, unproven, err = w.prove(ctx, at, q); err != nil {
			return engine.Figure{}, err
		}
	}
	if h, ok := w.choose(q, found, answers, &unfit); ok {
		w.blame(at, q, h.value, answers)
		return engine.Figure{Value: h.value, Assurance: engine.AssuranceProven}, nil
	}
	if unproven == "" {
		unproven = unfit
	}
	switch value, some := answers.any(); {
	case !some && passing != nil:
		return engine.Figure{}, passing
	case !some:
		return engine.Figure{Assurance: engine.AssuranceUnknown, Why: strings.Join([]string{unproven, silent}, "; ")}, nil
	case !answers.agree():
		return engine.Figure{}, q.disagreement(at, answers)
	default:
		return engine.Figure{Value: value, Assurance: engine.AssuranceReported, Why: unproven}, nil
	}
}

// prove asks one endpoint after the other for a proof, until one holds. The text says why none does.
func (w *Watcher) prove(ctx context.Context, at engine.Header, q *question) (found []held, why string, err error) {
	if w.options.Level == program.ProofNone {
		return nil, "the proof level is none, so the block itself is not proven", nil
	}
	slots := make([]common.Hash, len(q.places))
	for i, p := range q.places {
		slots[i] = p.slot
	}
	var bad []*engine.Fault
	answered := false
	for _, e := range w.leaderFirst() {
		if answered && e.resting() {
			continue
		}
		state, err := w.proveInTime(ctx, e, answered, at, q.account, slots)
		answered = answered || !errors.Is(err, errTimeout)
		var proof *badProof
		var fault *engine.Fault
		switch {
		case err == nil:
			for _, f := range bad {
				w.recordFault(f)
			}
			return q.holds(&state.account, state.slots), "", nil
		case ctx.Err() != nil:
			return nil, "", context.Cause(ctx)
		case errors.As(err, &proof):
			bad = append(bad, proof.Fault)
			why = proof.Error()
		case errors.As(err, &fault):
			w.recordFault(fault)
			why = fault.Error()
		default:
			why = fmt.Sprintf("%s: %s", e.name, err)
		}
	}
	for _, f := range bad {
		// Nobody could prove it, so that it may be how the chain keeps its state: no reason to distrust the endpoint.
		w.warnOnce("a proof of the chain's state does not hold, and no endpoint gives another", "endpoint", f.Endpoint, "what", f.Text)
	}
	return nil, why, nil
}

// proveInTime has an endpoint prove an account and slots. Once another one has answered, it is not waited for longer than a survey waits.
func (w *Watcher) proveInTime(
	ctx context.Context, e *endpoint, answered bool, at engine.Header, of common.Address, slots []common.Hash,
) (*provenState, error) {
	if answered {
		var end context.CancelFunc
		ctx, end = context.WithTimeoutCause(ctx, w.options.Limits.Survey, errLate)
		defer end()
	}
	err := w.prepare(ctx, e)
	var state *provenState
	if err == nil {
		state, err = w.proveState(ctx, e, at, of, slots)
	}
	if late := context.Cause(ctx); err != nil && errors.Is(late, errLate) {
		return nil, w.noAnswer(context.WithoutCancel(ctx), e, late)
	}
	return state, err
}

// blame records every endpoint that reports another value than the proven one.
func (w *Watcher) blame(at engine.Header, q *question, proven uint256.Int, answers reports) {
	for e, value := range answers {
		if !value.Eq(&proven) {
			w.recordFault(e.fault(at.Number, "it reports that %s is %s, and the proof says %s", q.what, &value, &proven))
		}
	}
}

func (q *question) disagreement(at engine.Header, answers reports) error {
	d := &engine.Disagreement{Block: at.Number, What: q.what, Answers: map[string]string{}}
	for e, value := range answers {
		d.Answers[e.name] = value.String()
	}
	return d
}
