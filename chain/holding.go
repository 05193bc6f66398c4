package chain

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// balanceOf is the selector of balanceOf(address).
const balanceOf = "70a08231"

// Holding is what an address holds of a token at the head, or of the chain's own coin when the token is zero, in base
// units. The answer is an endpoint's word: nothing proves it, and nothing may be booked from it. It may be asked while
// others use the watcher.
func (w *Watcher) Holding(ctx context.Context, token, of common.Address) (units uint256.Int, err error) {
	err = w.tryEach(ctx, w.byHealth(), false, func(e *endpoint) error {
		var answer []byte
		ask := &call{
			method: "eth_call", params: fmt.Appendf(nil, `[{"to":"0x%x","data":"0x%s%064x"},"latest"]`, token[:], balanceOf, of[:]),
			read: func(r *reader) { answer = r.data(new([]byte)) },
		}
		if token == (common.Address{}) {
			ask = &call{
				method: "eth_getBalance", params: fmt.Appendf(nil, `["0x%x","latest"]`, of[:]),
				read: func(r *reader) { answer = r.quantity(new([]byte)) },
			}
		}
		if err := e.callOne(ctx, ask); err != nil {
			return err
		}
		if len(answer) > 32 || token != (common.Address{}) && len(answer) != 32 {
			return fmt.Errorf("%s answers with %d bytes, not with one number: is it a token's contract?", token, len(answer))
		}
		units.SetBytes(answer)
		return nil
	})
	return units, err
}
