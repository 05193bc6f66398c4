package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// Balance is what an address holds of the chain's own coin at a block that this watcher gave, in wei. It is proven where an
// endpoint can prove it, and the endpoints' word otherwise. Errors as [engine.Figures] says.
func (w *Watcher) Balance(ctx context.Context, at engine.Header, of common.Address) (engine.Figure, error) {
	return w.figure(ctx, at, &question{what: fmt.Sprintf("the balance of %s", of), account: of})
}

// nonceCall is the selector of nonce(), and nonceSlot where a Safe keeps it: the sixth of its variables, since version 1.0.0.
const (
	nonceCall = "affed0e0"
	nonceSlot = 5
)

// SafeNonce is how many nonces a Safe has used at a block that this watcher gave. It is proven by the slot of Safe's own contracts when
// the endpoints report the same as nonce(), and the endpoints' word otherwise. Errors as [engine.Figures] says.
func (w *Watcher) SafeNonce(ctx context.Context, at engine.Header, safe common.Address) (engine.Figure, error) {
	slot := common.BigToHash(big.NewInt(nonceSlot))
	return w.figure(ctx, at, &question{
		what: fmt.Sprintf("the nonce of the Safe %s", safe), account: safe, calldata: common.FromHex(nonceCall),
		places: []place{{slot: slot, at: program.Mapping{Slot: slot}}},
	})
}

// TokenBalance is what an address holds of an ERC-20 token at a block that this watcher gave, in base units.
//
// It is proven by the slot that holds it, when the endpoints report the same as balanceOf. Where balances is zero, the
// usual places are proven until one of them holds what is reported for a wallet with at least 256 base units; that place
// is then used for the token's other wallets. A token whose balanceOf is not what its storage holds, such as one that
// rebases, is the endpoints' word. One that is not there yet is unknown, and the figure says so. Errors as [engine.Figures] says.
func (w *Watcher) TokenBalance(
	ctx context.Context, at engine.Header, token, of common.Address, balances program.Mapping,
) (engine.Figure, error) {
	q := &question{
		what: fmt.Sprintf("the balance of %s in token %s", of, token), account: token,
		calldata: append(common.FromHex(balanceOf), common.LeftPadBytes(of[:], 32)...),
	}
	w.mu.Lock()
	found, known := w.layouts[token]
	unfit := w.unfit[[2]common.Address{token, of}]
	w.mu.Unlock()
	mappings := []program.Mapping{balances}
	switch {
	case !balances.IsZero():
	case known:
		mappings[0] = found
	case unfit:
		q.why = noUsualSlot
	default:
		mappings = usualMappings
	}
	for _, m := range mappings {
		q.places = append(q.places, place{slot: m.SlotOf(of), at: m, named: !balances.IsZero()})
	}
	f, err := w.figure(ctx, at, q)
	if err == nil && len(q.places) > 1 {
		w.learn(token, of, f)
	}
	if err == nil && !f.Known() {
		return w.absent(ctx, at, token, f)
	}
	return f, err
}

// absent looks whether a token's balance is unknown because the token is not there yet.
func (w *Watcher) absent(ctx context.Context, at engine.Header, token common.Address, unknown engine.Figure) (engine.Figure, error) {
	code, err := w.figure(ctx, at, presence(token))
	if err == nil && code.Known() && code.Value.IsZero() {
		unknown.Absent = code.Assurance
		unknown.Why = fmt.Sprintf("there is no contract at %s at block %d; check the token's address in the program file", token, at.Number)
	}
	return unknown, err
}

// learn remembers what a search for a token's balances came to.
func (w *Watcher) learn(token, of common.Address, f engine.Figure) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, m := range usualMappings {
		if w.keeps[kept{token, m}] {
			w.layouts[token] = m
			return
		}
	}
	if f.Why == noUsualSlot {
		w.unfit[[2]common.Address{token, of}] = true
	}
}

// usualMappings are where contracts of tokens keep balances: the first slots, those behind the gaps of OpenZeppelin's
// upgradeable contracts (51, 101), and the namespace of its version 5.
var usualMappings = func() (list []program.Mapping) {
	slot := func(n int64) common.Hash { return common.BigToHash(big.NewInt(n)) }
	for n := int64(0); n <= 20; n++ {
		list = append(list, program.Mapping{Slot: slot(n), Order: program.Solidity}, program.Mapping{Slot: slot(n), Order: program.Vyper})
	}
	return append(list, program.Mapping{Slot: slot(51), Order: program.Solidity}, program.Mapping{Slot: slot(101), Order: program.Solidity},
		program.Mapping{Slot: program.NamespacedBalances, Order: program.Solidity})
}()

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
