package chain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// Watcher is an engine.Chain over one or more endpoints. Make it with [Dial], end it with [Watcher.Close].
// [Watcher.Endpoints], [Watcher.FaultyAnswers], [Watcher.Holding], [Watcher.Wake], [Watcher.Finalized], [Watcher.HeaderAt] and the methods
// of [engine.Figures] and [engine.Contracts] may be called from any goroutine; the other methods of [engine.Chain] by one caller at a time.
type Watcher struct {
	options    Options
	selections selections
	admin      map[common.Hash]bool
	endpoints  []*endpoint
	blooms     *blooms
	roots      *roots
	shapes     shapes
	logger     *slog.Logger
	blocks     sync.Pool // of *block
	wake       chan struct{}
	stop       context.CancelFunc
	listening  sync.WaitGroup
	vouchers   atomic.Int32 // how many endpoints vouched for what was final last

	mu            sync.Mutex
	text          *program.Program // whose events are fetched, where Watch said so
	leader        *endpoint        // whose head was taken last
	led           engine.Header    // that head
	final         engine.Header    // that the endpoints agreed on last
	alone         bool             // one of several endpoints vouched for it
	faultyAnswers []engine.Fault
	located       map[*endpoint]map[common.Hash]uint64 // admin transactions by block
	warned        map[string]bool
	causes        map[string]uint64                  // blocks by why something in them is not proven
	rooted        rooted                             // the state root that was looked up last
	keeps         map[kept]bool                      // the places that held what was reported
	layouts       map[common.Address]program.Mapping // the balances of tokens that were found
	unfit         map[[2]common.Address]bool         // tokens and wallets whose balance is in no usual place
}

var _ engine.Chain = (*Watcher)(nil)

// Close ends the connections and stops listening for heads. A call that is under way ends with its own context.
func (w *Watcher) Close() {
	w.stop()
	for _, e := range w.endpoints {
		e.carrier.close()
	}
	w.listening.Wait()
}

// FinalityOf is on whose word a block is final that the endpoints called final: several endpoints', or one's.
func (w *Watcher) FinalityOf(engine.Header) engine.Finality {
	if w.vouchers.Load() > 1 {
		return engine.FinalityAgreed
	}
	return engine.FinalityTold
}

// Wake has a value when a websocket endpoint told of a new head since the last one was taken. Without such an endpoint
// it never has. It is only a hint: polling must go on, or blocks are missed.
func (w *Watcher) Wake() <-chan struct{} { return w.wake }

// Endpoints is the health of every endpoint, in the order of [Options].Endpoints.
func (w *Watcher) Endpoints() []EndpointHealth {
	out := make([]EndpointHealth, len(w.endpoints))
	for i, e := range w.endpoints {
		out[i] = e.health()
	}
	return out
}

// maxFaultyAnswers is how many faults are remembered, the latest ones.
const maxFaultyAnswers = 100

// FaultyAnswers are the answers that did not hold, oldest first, whether or not another endpoint could replace them.
func (w *Watcher) FaultyAnswers() []engine.Fault {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.faultyAnswers)
}

// lessProven is how much lower an endpoint ranks that does not serve what a full proof needs: about as much as one and a half seconds.
const lessProven = 15

// byHealth are the endpoints, the healthiest first.
func (w *Watcher) byHealth() []*endpoint {
	out := slices.Clone(together(w.endpoints))
	rank := map[*endpoint]int{}
	for _, e := range out {
		rank[e] = e.rank()
		if e.lacksRaw() {
			rank[e] += lessProven
		}
	}
	slices.SortStableFunc(out, func(a, b *endpoint) int { return rank[a] - rank[b] })
	return out
}

// leaderFirst are the endpoints, the one whose head was taken last first: near the head, two endpoints may be on two branches.
func (w *Watcher) leaderFirst() []*endpoint {
	out := w.byHealth()
	w.mu.Lock()
	leader := w.leader
	w.mu.Unlock()
	if at := slices.Index(out, leader); at > 0 {
		out = slices.Insert(slices.Delete(out, at, at+1), 0, leader)
	}
	return out
}

// tryEach tries endpoints until one succeeds. What ends it early is said by final: a fork of what is final must be
// confirmed by every endpoint, near the head the first one's word is enough.
func (w *Watcher) tryEach(ctx context.Context, endpoints []*endpoint, final bool, try func(*endpoint) error) error {
	var caught *engine.Fault
	var forked []*engine.Fault
	var mismatches []error
	var passing error
	for _, e := range endpoints {
		err := w.prepare(ctx, e)
		if err == nil {
			err = try(e)
		}
		var fault *engine.Fault
		var m *mismatch
		var contradiction *engine.Contradiction
		switch {
		case errors.As(err, &contradiction):
			return err // no endpoint settles it
		case err == nil:
			for _, f := range forked {
				w.recordFault(f)
			}
			w.settle(append(mismatches, nil))
			return nil
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case errors.As(err, &m):
			mismatches = append(mismatches, err)
		case errors.As(err, &fault):
			w.recordFault(fault)
			if caught == nil {
				caught = fault
			}
		case errors.Is(err, engine.ErrForked):
			if !final {
				return err
			}
			var f *fork
			if errors.As(err, &f) {
				forked = append(forked, e.fault(f.block, "%s", f.text))
			}
			passing = err
		case passing == nil:
			passing = fmt.Errorf("%s: %w", e.name, err)
		}
	}
	w.settle(mismatches)
	for _, err := range append(mismatches, passing) {
		var fault *engine.Fault
		switch {
		case len(forked) > 0:
		case caught == nil && errors.As(err, &fault):
			caught = fault
		case passing == nil:
			passing = err
		}
	}
	if caught != nil && len(forked) == 0 {
		return caught
	}
	return passing
}

// fork is an ErrForked that knows where.
type fork struct {
	block uint64
	text  string
}

func (f *fork) Error() string        { return fmt.Sprintf("block %d %s", f.block, f.text) }
func (f *fork) Is(target error) bool { return target == engine.ErrForked }

// recordFault remembers a faulty answer and logs it.
func (w *Watcher) recordFault(f *engine.Fault) {
	for _, e := range w.endpoints {
		if e.name == f.Endpoint {
			e.recordFault(f)
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if slices.Contains(w.faultyAnswers, *f) {
		return
	}
	if len(w.faultyAnswers) == maxFaultyAnswers {
		w.faultyAnswers = slices.Delete(w.faultyAnswers, 0, 1)
	}
	w.faultyAnswers = append(w.faultyAnswers, *f)
	w.logger.Warn("an endpoint gave a faulty answer", "endpoint", f.Endpoint, "block", f.Block, "what", f.Text)
}

// BlocksAt is the block that each endpoint has at a number, in the order of [Options].Endpoints, and their names; those that are set apart
// are asked, too. Those that have none are left out; [engine.ErrNoBlock] when none has one.
func (w *Watcher) BlocksAt(ctx context.Context, number uint64) (names []string, blocks []engine.Header, err error) {
	from := slices.DeleteFunc(slices.Clone(w.endpoints), (*endpoint).resting)
	if len(from) == 0 {
		from = w.endpoints
	}
	there, err := w.blocksAt(ctx, number, from)
	for _, e := range w.endpoints {
		if h, ok := there[e]; ok {
			names, blocks = append(names, e.name), append(blocks, h)
		}
	}
	return names, blocks, err
}

// SetApart leaves endpoints alone that have another block than one that is proven to be final, and asks those again that have it. there is
// what they have, by their names; of one that is not in it nothing is known, and it stays as it is. Each other block is a faulty answer.
// Where all are set apart, they are asked as before.
func (w *Watcher) SetApart(proven engine.Header, there map[string]engine.Header) {
	for _, e := range w.endpoints {
		h, known := there[e.name]
		if !known {
			continue
		}
		is := h.Hash != proven.Hash
		e.mu.Lock()
		was := e.apart
		e.apart = is
		e.mu.Unlock()
		if is && !was {
			w.recordFault(e.fault(proven.Number, "the consensus proves the block %s final, and it has %s there: it is left alone until it has the "+
				"proven one", proven.Hash, h.Hash))
		}
		if is != was {
			e.noteState("")
		}
	}
}

// together are endpoints that are not set apart, and all of them when every one is.
func together(list []*endpoint) []*endpoint {
	some := slices.DeleteFunc(slices.Clone(list), func(e *endpoint) bool {
		e.mu.Lock()
		defer e.mu.Unlock()
		return e.apart
	})
	if len(some) == 0 {
		return list
	}
	return some
}

// warnOnce logs a warning the first time.
func (w *Watcher) warnOnce(text string, a ...any) {
	key := fmt.Sprint(append([]any{text}, a...)...)
	w.mu.Lock()
	known := w.warned[key]
	w.warned[key] = true
	w.mu.Unlock()
	if !known {
		w.logger.Warn(text, a...)
	}
}

// Unproven is a cause why something in blocks could not be proven and was taken as told, or left out.
type Unproven struct {
	Why    string
	Blocks uint64 // since the watcher was made
}

// Unproven are the causes so far, in order of their text.
func (w *Watcher) Unproven() (out []Unproven) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, why := range slices.Sorted(maps.Keys(w.causes)) {
		out = append(out, Unproven{why, w.causes[why]})
	}
	return out
}

// unproven counts a block under a cause, and warns of the first one.
func (w *Watcher) unproven(why string, block uint64) {
	w.mu.Lock()
	if _, known := w.causes[why]; !known && len(w.causes) >= mostNames {
		why = "other causes"
	}
	w.causes[why]++
	first := w.causes[why] == 1
	w.mu.Unlock()
	if first {
		w.logger.Warn(why, "first", block)
	}
}

// level is what a stretch is called in the books.
func (w *Watcher) level() engine.Proof {
	if w.agreeing() && w.options.Level != program.ProofFull {
		return engine.ProofAgreed(w.options.Agree)
	}
	switch w.options.Level {
	case program.ProofEvents:
		return engine.ProofEvents
	case program.ProofNone:
		return engine.ProofNone
	}
	return engine.ProofFull
}
