package chain

import (
	"context"
	"errors"
	"fmt"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
)

// Counter calls the contract's counter at a block, by the block's hash, or by its number where an endpoint does not take
// hashes. ok is false when the options have no counter or when no endpoint can answer for that block, as for state that
// was thrown away. The answer is the endpoint's word: nothing proves it.
func (w *Watcher) Counter(ctx context.Context, at engine.Header) (sold uint64, ok bool, err error) {
	view := w.options.Counter
	if view == nil {
		return 0, false, nil
	}
	var lastRefusal error
	err = w.tryEach(ctx, w.leaderFirst(), false, func(e *endpoint) error {
		for _, where := range []string{fmt.Sprintf(`{"blockHash":"0x%x"}`, at.Hash[:]), `"` + numbered(at.Number) + `"`} {
			var answer []byte
			ask := &call{
				method: "eth_call",
				params: fmt.Appendf(nil, `[{"to":"0x%x","data":"0x%x"},%s]`, w.options.Contract[:], view.Selector[:], where),
				read:   func(r *reader) { answer = r.data(new([]byte)) },
			}
			err := e.callOne(ctx, ask)
			var refused *rpcError
			if errors.As(err, &refused) {
				lastRefusal = err
				continue
			}
			if err != nil {
				return err
			}
			if len(answer) != 32 {
				lastRefusal = fmt.Errorf("it answers with %d bytes, not with one number; check sale.counter in the program file", len(answer))
				continue
			}
			count := new(uint256.Int).SetBytes(answer)
			if !count.IsUint64() {
				return fmt.Errorf("the contract's counter says %s, which cannot be a number of nodes; check sale.counter in the program file", count)
			}
			sold, ok = count.Uint64(), true
			return nil
		}
		return &unanswered{lastRefusal}
	})
	var none *unanswered
	if errors.As(err, &none) {
		w.warnOnce("the contract's counter cannot be asked; the sum of purchases is not compared with it", "error", err)
		return 0, false, nil
	}
	return sold, ok, err
}

// unanswered is a question that an endpoint understood and could not answer.
type unanswered struct{ error }

func (u *unanswered) Unwrap() error { return u.error }
