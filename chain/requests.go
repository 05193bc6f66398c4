package chain

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// callOne makes a single call.
func (e *endpoint) callOne(ctx context.Context, c *call) error {
	if err := e.send(ctx, c); err != nil {
		return err
	}
	return c.err
}

// askNumber asks for a block of the present chain by number or tag.
func askNumber(which string, whole bool, into *block) *call {
	return &call{
		method: "eth_getBlockByNumber", params: fmt.Appendf(nil, `["%s",%t]`, which, whole),
		read: func(r *reader) { readBlock(r, into) },
	}
}

// askHash asks for a block by its hash.
func askHash(hash common.Hash, whole bool, into *block) *call {
	return &call{
		method: "eth_getBlockByHash", params: fmt.Appendf(nil, `["0x%x",%t]`, hash[:], whole),
		read: func(r *reader) { readBlock(r, into) },
	}
}

// askReceipts asks for all receipts of a block.
func askReceipts(hash common.Hash, into *receipts) *call {
	return &call{
		method: "eth_getBlockReceipts", params: fmt.Appendf(nil, `["0x%x"]`, hash[:]),
		read: func(r *reader) { readReceipts(r, into) },
	}
}

// askReceipt asks for the receipt of the n-th transaction of a block; missing is set when the endpoint has none.
func askReceipt(hash common.Hash, into *receipts, n int, missing *bool) *call {
	into.room(n)
	return &call{
		method: "eth_getTransactionReceipt", params: fmt.Appendf(nil, `["0x%x"]`, hash[:]),
		read: func(r *reader) {
			if r.null() {
				*missing = true
				return
			}
			readReceipt(r, into.room(n), into)
		},
	}
}

// askRaw asks for the bytes of a transaction; they stay nil when the endpoint has none.
func askRaw(tx *transaction, arena *[]byte) *call {
	return &call{
		method: "eth_getRawTransactionByHash", params: fmt.Appendf(nil, `["0x%x"]`, tx.hash[:]),
		optional: true,
		read: func(r *reader) {
			if tx.raw = nil; !r.null() {
				tx.raw = r.data(arena)
			}
		},
	}
}

// callPromised is callAll for what the endpoint must have, such as blocks below its head: what it does not have the first time, as one
// behind a balancer may, is asked for again after a pause.
func (e *endpoint) callPromised(ctx context.Context, calls []*call) error {
	attempts := e.limits.Attempts
	if e.replaced() {
		attempts = min(attempts, 2)
	}
	for failures := 0; ; failures++ {
		if err := e.callAll(ctx, calls); err != nil {
			return err
		}
		calls = slices.DeleteFunc(slices.Clone(calls), func(c *call) bool { return !c.null })
		if len(calls) == 0 || failures+1 >= attempts {
			return nil // whoever asked sees what is not there
		}
		if err := sleep(ctx, e.limits.pauseAfter(failures)); err != nil {
			return err
		}
	}
}

// callAll makes calls of which none may fail.
func (e *endpoint) callAll(ctx context.Context, calls []*call) error {
	if err := e.send(ctx, calls...); err != nil {
		return err
	}
	for _, c := range calls {
		if c.err != nil {
			return fmt.Errorf("%s: %w", c.method, c.err)
		}
	}
	return nil
}
