package chain

import (
	"log/slog"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts"
	"github.com/nodeledger/nodeledger/payout/evidence"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// Options say what to watch and through which endpoints; [OptionsOf] makes them from a program file.
type Options struct {
	Endpoints []string       // http, https, ws or wss URLs; at least one
	ChainID   uint64         // any other chain is refused
	Watch     sale.Watch     // at least one address
	Contract  common.Address // must have code at the head; zero is not checked
	Level     program.ProofLevel
	Agree     int    // endpoints that must list the same logs; 0 and 1: one is enough
	Depth     uint64 // final is so many blocks below the head; 0: what the chain calls finalized
	Counters  []sale.Counter
	Known     *Known       // where a contract that we know keeps what a counter counts; nil: we know none
	Logger    *slog.Logger // nil: nothing is logged
	Limits    Limits
	Patient   bool // [Dial] does not refuse when no endpoint can be used yet
}

// Known is the slot of a counter of contracts with a code that we know.
type Known struct {
	Selector [4]byte
	Slot     common.Hash
	Codes    []common.Hash // the hashes of the codes with which the slot holds it, at least one
}

// Limits bound what one call may cost. A zero field means the number in its comment.
type Limits struct {
	Timeout  time.Duration // of one request, its answer included: 30 s
	Attempts int           // at one request before an endpoint counts as failed: 5
	Pause    time.Duration // after the first failure, twice as long after each one that follows: 100 ms
	Wait     time.Duration // the longest pause that a Retry-After may ask for: 60 s
	Rest     time.Duration // that an endpoint is left alone after a failure, twice as long after each that follows: 5 s
	Survey   time.Duration // to wait for an endpoint when another one has answered: 3 s
	Body     int           // bytes of one answer: 64 MiB
	Range    uint64        // blocks of the first eth_getLogs: 2,000
	MaxRange uint64        // blocks that it may grow to: 10,000
	Logs     int           // logs that a stretch should not have many more of: 20,000
	Batch    int           // calls in a batch: 64
	Parallel int           // batches under way at once: 2
	Near     uint64        // blocks near the head in one stretch: 512
}

func (l Limits) orDefault() Limits {
	or(&l.Timeout, 30*time.Second)
	or(&l.Attempts, 5)
	or(&l.Pause, 100*time.Millisecond)
	or(&l.Wait, time.Minute)
	or(&l.Rest, 5*time.Second)
	or(&l.Survey, 3*time.Second)
	or(&l.Body, 64<<20)
	or(&l.Range, 2000)
	or(&l.MaxRange, 10_000)
	or(&l.Logs, 20_000)
	or(&l.Batch, 64)
	or(&l.Parallel, 2)
	or(&l.Near, 512)
	return l
}

func or[T comparable](value *T, otherwise T) {
	var zero T
	if *value == zero {
		*value = otherwise
	}
}

// Watch fetches another text's events from now on: those of a wallet, a distributor or a token that the text adds. The proof level, the
// depth of what is final and the counter's slot stay as they are until the next start.
func (w *Watcher) Watch(p *program.Program) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.text == p {
		return nil
	}
	o, err := OptionsOf(p, nil, nil)
	if err != nil {
		return err
	}
	selected, err := selectionsOf(&o.Watch)
	if err != nil {
		return err
	}
	w.options.Counters = o.Counters
	w.text, w.options.Watch, w.selections, w.blooms = p, o.Watch, selected, newBlooms(selected)
	w.roots = newRoots(w.blooms)
	w.admin = map[common.Hash]bool{}
	for _, hash := range o.Watch.Admin {
		w.admin[hash] = true
	}
	return nil
}

// OptionsOf is what a program file says to watch, through these endpoints: the sale, and what proves its payouts. The error
// is that of sale.NewReader.
func OptionsOf(p *program.Program, endpoints []string, log *slog.Logger) (Options, error) {
	reader, err := sale.NewReader(p)
	if err != nil {
		return Options{}, err
	}
	o := Options{
		Endpoints: endpoints, ChainID: p.Chain.ID, Watch: reader.Watch(), Contract: p.Sale.Contract,
		Level: p.Chain.Proof, Depth: p.Chain.Depth, Agree: int(p.Chain.Agree), Logger: log, Counters: reader.Counters(),
	}
	o.Watch.Also = slices.Concat(o.Watch.Also, evidence.Wanted(p), sale.StakesWanted(p))
	if p.Sale.Adapter == program.NodeSale {
		o.Known = &Known{Selector: o.Counters[0].Selector, Slot: contracts.SoldSlot, Codes: contracts.SaleCodes}
	}
	return o, nil
}
