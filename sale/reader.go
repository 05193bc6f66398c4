package sale

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Reader turns one contract's logs and calls into events. It keeps nothing between blocks. A block may hold more than it
// watches: logs of other contracts, and transactions that only these brought in, are not its business and not read.
type Reader interface {
	// Watch says what the reader needs from the chain.
	Watch() Watch
	// Read gives the events of a block in their order. A log of the contract that does not decode is an error that
	// names it: the program file describes another contract.
	Read(b *Block) ([]Event, error)
	// Counters are the contracts' own counts, to check against.
	Counters() []Counter
}

// Counter is a view without arguments that returns one unsigned integer, summed over contracts.
type Counter struct {
	View      string // "totalSold()"
	Selector  [4]byte
	Contracts []common.Address
	Slot      *common.Hash // of the contracts' storage, that holds it; nil: it is not known
	Of        program.Counted
	Asset     money.Asset // of [program.CountsPaid]
	Less      uint64      // what each contract counts too many
}

// NewReader makes the reader that the program file asks for.
func NewReader(p *program.Program) (Reader, error) {
	switch p.Sale.Adapter {
	case program.PaymentHandler:
		return newPaymentHandler(p), nil
	case program.NodeSale:
		return newNodeSale(p), nil
	case program.EventAdapter:
		return newEventReader(p)
	default:
		return nil, fmt.Errorf("the adapter %q is none of nodesale, payment-handler, event", p.Sale.Adapter)
	}
}

// inOrder sorts events by transaction, then by log; a call stands after its logs.
func inOrder(events []Event) []Event {
	slices.SortStableFunc(events, func(a, b Event) int { return a.Position().Compare(b.Position()) })
	return events
}

// soldCounter is a contract's count of all nodes that it sold.
func soldCounter(view string, contract common.Address, slot *common.Hash) []Counter {
	return []Counter{{View: view, Selector: evm.Selector(view), Contracts: []common.Address{contract}, Slot: slot, Of: program.CountsNodes}}
}

func badLog(l *evm.Log, event string, err error) error {
	return fmt.Errorf("log %d of transaction %s is not the %s that the program file expects: %w", l.Index, l.TxHash, event, err)
}
