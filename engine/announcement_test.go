package engine_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
)

// discountCall is setDiscount(uint256) of so many hundredths of a per cent.
func discountCall(bps int64) string {
	selector := evm.Selector("setDiscount(uint256)")
	return string(selector[:]) + string(common.BigToHash(big.NewInt(bps)).Bytes())
}

// announce announces a call, which is good from a second on.
func (w *world) announce(call string, due uint64) evm.Log {
	return w.Log("ChangeAnnounced(bytes32,bytes,uint256)", []common.Hash{crypto.Keccak256Hash([]byte(call))}, call,
		new(big.Int).SetUint64(due))
}

// over says that a call was made, or given up.
func (w *world) over(event, call string) evm.Log {
	return w.Log(event+"(bytes32)", []common.Hash{crypto.Keccak256Hash([]byte(call))})
}

// list opens the first tier to a list, or to everybody.
func (w *world) list(root byte) evm.Log {
	return w.Log("AllowlistSet(uint256,bytes32)", []common.Hash{{}}, big.NewInt(int64(root)))
}

// opened is a purchase of a wallet that is on the list of the first tier.
func (w *world) opened(buyer byte, nodes int64) []evm.Log {
	bought := w.Buy(buyer, 0, nodes)
	told := w.Log("Opened(uint256,uint256)", []common.Hash{bought.Topics[1]}, big.NewInt(1))
	told.TxHash = bought.TxHash
	return []evm.Log{told, bought}
}

// settingsOf is what the books have of announcements, lists and vouchers.
func settingsOf(e *engine.Engine) string {
	var out []string
	e.View(func(f *fold.Fold, _ engine.State) {
		for _, a := range f.Sale.Announced {
			out = append(out, fmt.Sprintf("%x due %d", a.Call[len(a.Call)-2:], a.Due))
		}
		out = append(out, fmt.Sprint("listed ", f.Sale.Ladder.Rungs[0].Listed), fmt.Sprint("vouchers ", f.Sale.Vouchers),
			fmt.Sprint("flags ", len(f.Sale.Totals.Flags)), fmt.Sprint("discount ", f.Sale.Terms.Discount))
	})
	return strings.Join(out, ", ")
}

// What was announced, made, listed or asked for in blocks that left the chain was not; after a start, and in books that never saw those
// blocks, it is the same.
func TestAnnouncementsThatLeaveTheChain(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := t.Context()
		w := newWorld(1)
		due := uint64(w.Now().Unix()) + 86_400
		first, second, third := discountCall(0x0101), discountCall(0x0202), discountCall(0x0303)
		w.Mine(w.announce(first, due), w.announce(second, due), w.Buy(10, 0, 1))
		w.Finalise(0)
		e := start(t, s, w)
		fatal(t, e.Sync(ctx, nil))
		same(t, "settings", settingsOf(e), fmt.Sprintf("0101 due %d, 0202 due %d, listed false, vouchers false, flags 0, discount 0.1", due, due))
		twin := start(t, open(t, "twin.db"), w) // follows without a start in between

		check := func(want string) {
			t.Helper()
			fatal(t, e.Sync(ctx, nil))
			fatal(t, twin.Sync(ctx, nil))
			same(t, "settings", settingsOf(e), want)
			same(t, "settings of the twin", settingsOf(twin), want)
			e = start(t, s, w)
			same(t, "settings after a start", settingsOf(e), want)
			clean := start(t, open(t, "clean.db"), w)
			fatal(t, clean.Sync(ctx, nil))
			same(t, "settings of clean books", settingsOf(clean), want)
			_, err := engine.Verify(ctx, s, nil, w.Now(), nil)
			fatal(t, err)
		}
		// Pending: one is made, one announced again and one anew; the tier gets a list, purchases vouchers.
		w.Mine(w.over("ChangeMade", first), w.Log("DiscountSet(uint256)", nil, big.NewInt(0x0101)),
			w.announce(second, due+9), w.announce(third, due))
		w.Mine(slices.Concat([]evm.Log{w.list(7), w.Log("VoucherSignerSet(address)", []common.Hash{{31: 5}})}, w.opened(11, 2))...)
		check(fmt.Sprintf("0202 due %d, 0303 due %d, listed true, vouchers true, flags 0, discount 0.0257", due+9, due))
		// They leave: nothing of it was ever said.
		w.Cut(2)
		w.Mine(w.Buy(12, 0, 1))
		w.Mine(w.Buy(13, 0, 1))
		w.Mine()
		check(fmt.Sprintf("0101 due %d, 0202 due %d, listed false, vouchers false, flags 0, discount 0.1", due, due))
		// Giving up leaves the chain, too.
		w.Mine(w.over("ChangeWithdrawn", first), w.over("ChangeWithdrawn", third))
		check(fmt.Sprintf("0202 due %d, listed false, vouchers false, flags 0, discount 0.1", due))
		w.Cut(1)
		w.Mine(w.over("ChangeWithdrawn", second))
		w.Mine(slices.Concat([]evm.Log{w.list(7)}, w.opened(11, 2))...)
		check(fmt.Sprintf("0101 due %d, listed true, vouchers false, flags 0, discount 0.1", due))
		w.Finalise(0)
		check(fmt.Sprintf("0101 due %d, listed true, vouchers false, flags 0, discount 0.1", due))
		verifiedWholly(t, s)
	})
}
