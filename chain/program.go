package chain

import (
	"log/slog"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts"
	"github.com/nodeledger/nodeledger/payout/evidence"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

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
		Level: p.Chain.Proof, Depth: p.Chain.Depth, Agree: int(p.Chain.Agree), Logger: log,
	}
	o.Watch.Also = slices.Concat(o.Watch.Also, evidence.Wanted(p), sale.StakesWanted(p))
	if selector, ok := reader.Counter(); ok {
		o.Counter = &Call{Selector: selector, Slot: p.Sale.CounterSlot}
		if o.Counter.Slot == nil && p.Sale.Adapter == program.NodeSale {
			o.Counter.Slot, o.Counter.Code = &contracts.SoldSlot, contracts.SaleCode
		}
	}
	return o, nil
}
