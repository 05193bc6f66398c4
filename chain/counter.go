package chain

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// Counters are what the contracts count themselves, at a block that this watcher gave. A count is proven where the contract
// is our NodeSale or the program file names the slot, and the endpoints' word otherwise. It is unknown when no endpoint can answer for
// that block. Errors as [engine.Figures] says.
func (w *Watcher) Counters(ctx context.Context, at engine.Header) ([]engine.Count, error) {
	var counts []engine.Count
	for _, c := range w.options.Counters {
		count := engine.Count{Counter: c, Figure: engine.Figure{Assurance: engine.AssuranceProven}}
		for _, contract := range c.Contracts {
			f, err := w.counter(ctx, at, contract, &c)
			var apart *engine.Disagreement
			if errors.As(err, &apart) && len(c.Contracts) == 1 {
				count.Figure, count.Apart = engine.Figure{Assurance: engine.AssuranceUnknown, Why: apart.Error()}, apart
				break
			}
			if err != nil {
				return nil, err
			}
			if err := addTo(&count.Figure, f, c.Less); err != nil {
				return nil, fmt.Errorf("%s of %s: %w", c.View, contract, err)
			}
		}
		counts = append(counts, count)
	}
	return counts, nil
}

// Counter is the first of Counters; unknown when there is none.
func (w *Watcher) Counter(ctx context.Context, at engine.Header) (engine.Figure, error) {
	counts, err := w.Counters(ctx, at)
	if err != nil || len(counts) == 0 {
		return engine.Figure{Assurance: engine.AssuranceUnknown, Why: "the sale has no counter"}, err
	}
	if counts[0].Apart != nil {
		return engine.Figure{}, counts[0].Apart
	}
	return counts[0].Figure, nil
}

// addTo adds a contract's count, less what it counts too many. The sum is as sure as its least sure part.
func addTo(sum *engine.Figure, f engine.Figure, less uint64) error {
	if !f.Known() || !sum.Known() {
		if sum.Known() {
			*sum = engine.Figure{Assurance: engine.AssuranceUnknown, Why: f.Why}
		}
		return nil
	}
	// A contract that was not made yet has counted nothing, not one less than nothing.
	var value uint256.Int
	if value.SetUint64(less); f.Value.Lt(&value) {
		value = f.Value
	}
	value.Sub(&f.Value, &value)
	if _, over := sum.Value.AddOverflow(&sum.Value, &value); over {
		return errors.New("the counts are more than can be added up; check sale.counters in the program file")
	}
	if f.Assurance != engine.AssuranceProven {
		sum.Assurance, sum.Why = f.Assurance, f.Why
	}
	return nil
}

func (w *Watcher) counter(ctx context.Context, at engine.Header, contract common.Address, c *sale.Counter) (engine.Figure, error) {
	q := &question{what: "the contract's counter", account: contract, calldata: c.Selector[:]}
	if known := w.options.Known; known != nil && known.Selector == c.Selector {
		q.places = []place{{slot: known.Slot, at: program.Mapping{Slot: known.Slot}, codes: known.Codes}}
	} else if c.Slot != nil {
		q.places = []place{{slot: *c.Slot, at: program.Mapping{Slot: *c.Slot}, named: true}}
	} else {
		q.why = "the program file does not say in which slot the contract keeps its counter"
	}
	f, err := w.figure(ctx, at, q)
	if err == nil && !f.Known() {
		w.warnOnce("the contract's counter cannot be asked; the sum of purchases is not compared with it", "why", f.Why)
	}
	return f, err
}
