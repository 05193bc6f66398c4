package chain

import (
	"log/slog"

	"github.com/nodeledger/nodeledger/contracts"
	"github.com/nodeledger/nodeledger/payout/evidence"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// OptionsOf is what a program file says to watch, through these endpoints: the sale, and what proves its payouts. The error
// is that of sale.NewReader.
func OptionsOf(p *program.Program, endpoints []string, log *slog.Logger) (Options, error) {
	reader, err := sale.NewReader(p)
	if err != nil {
		return Options{}, err
	}
	o := Options{
		Endpoints: endpoints, ChainID: p.Chain.ID, Watch: reader.Watch(), Contract: p.Sale.Contract,
		Level: p.Chain.Proof, Depth: p.Chain.Depth, Logger: log,
	}
	o.Watch.Also = append(o.Watch.Also, evidence.Wanted(p)...)
	if selector, ok := reader.Counter(); ok {
		o.Counter = &Call{Selector: selector, Slot: p.Sale.CounterSlot}
		if o.Counter.Slot == nil && p.Sale.Adapter == program.NodeSale {
			o.Counter.Slot, o.Counter.Code = &contracts.SoldSlot, contracts.SaleCode
		}
	}
	return o, nil
}
