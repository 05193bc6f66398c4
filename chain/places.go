package chain

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/chain/stateproof"
	"github.com/nodeledger/nodeledger/program"
)

// place is a slot that may hold the number.
type place struct {
	slot  common.Hash
	at    program.Mapping // that the slot is in; a mapping without an order is the slot itself
	codes []common.Hash   // with each of these codes it is certain that the slot holds it
	named bool            // the program file says so
}

// held is what a proof says that a number is.
type held struct {
	place
	value   uint256.Int
	certain bool // no endpoint's word is needed to know what the value means
}

// telling is the least value that tells a slot from others: smaller ones are flags and counts, which many slots hold.
var telling = uint256.NewInt(256)

// holds is what the proven state says at each of the places.
func (q *question) holds(account *stateproof.Account, slots []uint256.Int) []held {
	if q.presence {
		return []held{{value: present(account.Code != types.EmptyCodeHash), certain: true}}
	}
	if q.calldata == nil {
		return []held{{value: account.Balance, certain: true}}
	}
	out := make([]held, len(q.places))
	for i, p := range q.places {
		out[i] = held{p, slots[i], slices.Contains(p.codes, account.Code)}
	}
	return out
}

// noUsualSlot is why a token's balance is not proven when the search for its place came to nothing.
const noUsualSlot = "none of the usual slots holds what is reported; name the token's balances_slot in the program file"

// choose takes the value that is proven, if what holds it is known well enough. What a slot means is certain by the code
// of the contract; every other one must stand beside what the endpoints report. The text says why none was taken.
func (w *Watcher) choose(q *question, found []held, answers reports, why *string) (chosen held, ok bool) {
	for _, h := range found {
		if !h.certain && !w.stands(q, h, len(found), answers) {
			continue
		}
		if ok {
			*why = fmt.Sprintf("slots %s and %s both hold what is reported", chosen.slot, h.slot)
			return held{}, false
		}
		chosen, ok = h, true
	}
	switch {
	case ok:
		w.confirm(q, chosen, answers)
	case len(found) == 1:
		*why = fmt.Sprintf("slot %s holds %s, which the endpoints do not report", found[0].slot, &found[0].value)
	default:
		*why = noUsualSlot
	}
	return chosen, ok
}

// stands says whether a value at a place that is not certain counts as the answer. It must be what an endpoint reports. When
// another one reports something else, the place must be known from before: or else an endpoint could make any slot look like
// the right one, and the honest one faulty.
func (w *Watcher) stands(q *question, h held, places int, answers reports) bool {
	confirmed := w.confirmed(q, h)
	switch {
	case len(answers) == 0:
		// A token may keep flags beside a balance, which only balanceOf leaves out.
		return h.at.Order == "" && (h.named || confirmed)
	case !answers.has(h.value):
		return false
	case !answers.agree():
		return h.value.BitLen() <= 128 && (confirmed || h.named && !h.value.IsZero())
	case places > 1:
		return !h.value.Lt(telling)
	default:
		return confirmed || h.named || !h.value.IsZero()
	}
}

// kept is where an account keeps a number, or a number for each address.
type kept struct {
	account common.Address
	at      program.Mapping // without an order: one slot
}

// confirmed says whether a place held what every endpoint reported, once.
func (w *Watcher) confirmed(q *question, h held) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.keeps[kept{q.account, h.at}]
}

// confirm remembers a place that holds what every endpoint reports.
func (w *Watcher) confirm(q *question, h held, answers reports) {
	if len(answers) == 0 || !answers.agree() || !answers.has(h.value) || h.value.Lt(telling) {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.keeps[kept{q.account, h.at}] = true
}
