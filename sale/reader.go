package sale

import (
	"fmt"
	"sort"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

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
	// Counter is the contract's own count of what it sold, to check against; ok is false when it has none.
	Counter() (selector [4]byte, ok bool)
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

func logPlace(l *Log) Place { return Place{TxHash: l.TxHash, TxIndex: l.TxIndex, Index: l.Index} }

// inOrder sorts events by transaction, then by log; a call stands after its logs.
func inOrder(events []Event) []Event {
	sort.SliceStable(events, func(i, j int) bool {
		a, b := events[i].place(), events[j].place()
		if a.TxIndex != b.TxIndex {
			return a.TxIndex < b.TxIndex
		}
		return a.Index < b.Index
	})
	return events
}

func badLog(l *Log, event string, err error) error {
	return fmt.Errorf("log %d of transaction %s is not the %s that the program file expects: %w", l.Index, l.TxHash, event, err)
}

// word reads the n-th 32-byte word of a log's or call's data.
func word(data []byte, n int) (w uint256.Int, err error) {
	if len(data) < 32*(n+1) {
		return w, fmt.Errorf("its data has %d bytes, word %d is missing", len(data), n)
	}
	w.SetBytes32(data[32*n:])
	return w, nil
}

func wordAmount(asset money.Asset, data []byte, n int) (money.Amount, error) {
	w, err := word(data, n)
	return money.FromUint256(asset, &w), err
}

func wordCount(data []byte, n int) (uint64, error) {
	w, err := word(data, n)
	if err == nil && !w.IsUint64() {
		err = fmt.Errorf("%s is too large for a quantity", w.Dec())
	}
	return w.Uint64(), err
}

func wordAddress(data []byte, n int) (common.Address, error) {
	w, err := word(data, n)
	if err == nil && w.BitLen() > 160 {
		err = fmt.Errorf("word %d is no address", n)
	}
	return w.Bytes20(), err
}

// tail reads the dynamic bytes whose offset is the n-th word.
func tail(data []byte, n int) (string, error) {
	offset, err := word(data, n)
	if err != nil {
		return "", err
	}
	if !offset.IsUint64() || offset.Uint64() > uint64(len(data)) {
		return "", fmt.Errorf("the offset in word %d points outside", n)
	}
	rest := data[offset.Uint64():]
	size, err := word(rest, 0)
	if err != nil {
		return "", err
	}
	if !size.IsUint64() || size.Uint64() > uint64(len(rest)-32) {
		return "", fmt.Errorf("the text at word %d is cut off", n)
	}
	return string(rest[32 : 32+size.Uint64()]), nil
}

func mustArguments(types ...string) abi.Arguments {
	var args abi.Arguments
	for _, name := range types {
		t, err := abi.NewType(name, "", nil)
		if err != nil {
			panic(err) // the types are written in this package
		}
		args = append(args, abi.Argument{Type: t})
	}
	return args
}
