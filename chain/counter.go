package chain

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// Counter is the contract's own count of what it sold, at a block that this watcher gave. It is proven where the contract
// is our NodeSale or the program file names the slot, and the endpoints' word otherwise. It is unknown when the options
// have no counter, or when no endpoint can answer for that block. Errors as [engine.Figures] says.
func (w *Watcher) Counter(ctx context.Context, at engine.Header) (engine.Figure, error) {
	view := w.options.Counter
	if view == nil {
		return engine.Figure{Assurance: engine.AssuranceUnknown, Why: "the sale has no counter"}, nil
	}
	q := &question{what: "the contract's counter", account: w.options.Contract, calldata: view.Selector[:]}
	if view.Slot == nil {
		q.why = "the program file does not say in which slot the contract keeps its counter (sale.counter_slot)"
	} else {
		q.places = []place{{slot: *view.Slot, at: program.Mapping{Slot: *view.Slot}, code: view.Code, named: view.Code == (common.Hash{})}}
	}
	f, err := w.figure(ctx, at, q)
	if err == nil && !f.Known() {
		w.warnOnce("the contract's counter cannot be asked; the sum of purchases is not compared with it", "why", f.Why)
	}
	return f, err
}
