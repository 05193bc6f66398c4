package chain_test

import (
	"errors"
	"math/big"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// TestBalanceIsProven: of wallets, of a contract, of an address that the state does not hold; of old blocks.
func TestBalanceIsProven(t *testing.T) {
	l := newLive(t)
	w, at := l.watch(nil, l.honest())
	for _, of := range []common.Address{l.wallet(1), l.wallet(2), l.Treasury(), l.Sale(), {1, 2, 3}} {
		for _, n := range []uint64{1, at.Number} {
			h, err := w.HeaderAt(t.Context(), n)
			if err != nil {
				t.Fatal(err)
			}
			want, err := l.Client().BalanceAt(t.Context(), of, new(big.Int).SetUint64(n))
			if err != nil {
				t.Fatal(err)
			}
			f, err := w.Balance(t.Context(), h, of)
			if err != nil || f.Assurance != engine.AssuranceProven || f.Value.ToBig().Cmp(want) != 0 {
				t.Errorf("%s at block %d: %s, %s (%s), %v; want %s", of, n, &f.Value, f.Assurance, f.Why, err, want)
			}
		}
	}
	blamed(t, w, -1)
}

// TestForgedBalanceOfOneOfTwo: it is named, and the balance is the honest one's. Without proofs it is an error, and where one
// endpoint alone is asked it is its word.
func TestForgedBalanceOfOneOfTwo(t *testing.T) {
	l := newLive(t)
	of := l.Treasury()
	forging := func() http.Handler { return l.changing("eth_getBalance", func(any) any { return "0x7" }) }
	for n, handlers := range [][]http.Handler{{forging(), l.honest()}, {l.honest(), forging()}, {forging(), l.noProofs()}} {
		w, at := l.watch(nil, handlers...)
		f, err := w.Balance(t.Context(), at, of)
		is(t, f, err, bought*1e15, engine.AssuranceProven)
		blamed(t, w, n%2)
	}
	w, at := l.watch(nil, without(forging(), "eth_getProof"), l.noProofs())
	var apart *engine.Disagreement
	if _, err := w.Balance(t.Context(), at, of); !errors.As(err, &apart) {
		t.Error(err)
	}
	w, at = l.watch(nil, without(forging(), "eth_getProof"))
	f, err := w.Balance(t.Context(), at, of)
	is(t, f, err, 7, engine.AssuranceReported)
}

// TestTokenBalanceByNamedSlot: the slot of the file is proven; a wrong one is not believed.
func TestTokenBalanceByNamedSlot(t *testing.T) {
	l := newLive(t)
	l.mint(1, 5_000_000)
	named := func(slot byte, order program.MappingOrder) program.Mapping {
		return program.Mapping{Slot: common.Hash{31: slot}, Order: order}
	}
	w, at := l.watch(nil, l.honest())
	balance := func(n int, m program.Mapping) (engine.Figure, error) {
		return w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(n), m)
	}
	f, err := balance(1, named(1, program.Solidity))
	is(t, f, err, 5_000_000, engine.AssuranceProven)
	f, err = balance(2, named(1, program.Solidity))
	is(t, f, err, 0, engine.AssuranceProven)
	f, err = balance(1, named(2, program.Solidity))
	is(t, f, err, 5_000_000, engine.AssuranceReported)
	f, err = balance(1, named(1, program.Vyper))
	is(t, f, err, 5_000_000, engine.AssuranceReported)
	f, err = w.TokenBalance(t.Context(), at, common.Address{5}, l.wallet(1), named(1, program.Solidity))
	is(t, f, err, 0, engine.AssuranceUnknown) // there is no contract, and nothing is reported
	blamed(t, w, -1)
}

// A token that is not deployed yet is told from one whose balance nobody can say: by a proof of its address, by the endpoints' word where
// there is none, and an endpoint that makes one up is named.
func TestATokenThatIsNotThereYet(t *testing.T) {
	l := newLive(t)
	l.mint(1, 5_000_000)
	made := l.changing("eth_getCode", func(any) any { return "0x6001" })
	for name, c := range map[string]struct {
		handlers []http.Handler
		faulty   int
		by       engine.Assurance
	}{
		"proven":           {[]http.Handler{l.honest()}, -1, engine.AssuranceProven},
		"reported":         {[]http.Handler{l.noProofs()}, -1, engine.AssuranceReported},
		"one makes it up":  {[]http.Handler{l.honest(), made}, 1, engine.AssuranceProven},
		"one has no proof": {[]http.Handler{l.noProofs(), l.honest()}, -1, engine.AssuranceProven},
	} {
		w, at := l.watch(nil, c.handlers...)
		for _, m := range []program.Mapping{{}, {Slot: common.Hash{31: 1}, Order: program.Solidity}} {
			f, err := w.TokenBalance(t.Context(), at, common.Address{5}, l.wallet(1), m)
			if err != nil || f.Known() || f.Absent != c.by || !strings.Contains(f.Why, "there is no contract at") {
				t.Errorf("%s: %+v, %v", name, f, err)
			}
			first, err := w.HeaderAt(t.Context(), 0)
			if err != nil {
				t.Fatal(err)
			}
			if f, err = w.TokenBalance(t.Context(), first, l.Tether(), l.wallet(1), m); err != nil || f.Absent != c.by {
				t.Errorf("%s, before it was deployed: %+v, %v", name, f, err)
			}
			if f, err = w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(1), m); err != nil || f.Absent != "" || !f.Known() {
				t.Errorf("%s, once it is there: %+v, %v", name, f, err)
			}
			// A contract that has no balanceOf is there all the same.
			if f, err = w.TokenBalance(t.Context(), at, l.Sale(), l.wallet(1), m); err != nil || f.Absent != "" || f.Known() {
				t.Errorf("%s, a contract that is no token: %+v, %v", name, f, err)
			}
		}
		blamed(t, w, c.faulty)
	}
}

// TestTokenBalanceBySearch: a wallet with enough tells where balances are, and then the others are proven too.
func TestTokenBalanceBySearch(t *testing.T) {
	l := newLive(t)
	l.mint(1, 5_000_000)
	l.mint(2, 3)
	w, at := l.watch(nil, l.honest())
	balance := func(n int) (engine.Figure, error) {
		return w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(n), program.Mapping{})
	}
	f, err := balance(2)
	is(t, f, err, 3, engine.AssuranceReported) // too small to look for it
	f, err = balance(1)
	is(t, f, err, 5_000_000, engine.AssuranceProven)
	f, err = balance(2)
	is(t, f, err, 3, engine.AssuranceProven)
	f, err = balance(3)
	is(t, f, err, 0, engine.AssuranceProven)
	blamed(t, w, -1)
}

// TestForgedTokenBalanceOfOneOfTwo: it is named where the file names the slot, and where it was found before the forging
// began, then also for an empty wallet. A slot that was never found proves nothing against either of them.
func TestForgedTokenBalanceOfOneOfTwo(t *testing.T) {
	l := newLive(t)
	l.mint(1, 5_000_000)
	named := program.Mapping{Slot: common.Hash{31: 1}, Order: program.Solidity}
	for n := range 2 {
		var forging atomic.Bool
		handlers := []http.Handler{l.honest(), l.honest()}
		handlers[n] = l.changing("eth_call", func(result any) any {
			if forging.Load() {
				return common.BigToHash(big.NewInt(6_000_000)).Hex()
			}
			return result
		})
		forging.Store(true)
		w, at := l.watch(nil, handlers...)
		f, err := w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(1), named)
		is(t, f, err, 5_000_000, engine.AssuranceProven)
		blamed(t, w, n)

		w, at = l.watch(nil, handlers...)
		var apart *engine.Disagreement
		if _, err := w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(1), program.Mapping{}); !errors.As(err, &apart) {
			t.Error(err)
		}
		blamed(t, w, -1)
		forging.Store(false)
		f, err = w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(1), program.Mapping{})
		is(t, f, err, 5_000_000, engine.AssuranceProven)
		forging.Store(true)
		for wallet, units := range map[int]uint64{1: 5_000_000, 2: 0} {
			f, err = w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(wallet), program.Mapping{})
			is(t, f, err, units, engine.AssuranceProven)
		}
		blamed(t, w, n)
	}
}

// TestTokensThatStorageDoesNotShow: where balanceOf is not what the slot holds, it is what the endpoints report.
func TestTokensThatStorageDoesNotShow(t *testing.T) {
	l := newLive(t)
	l.mint(1, 5_000_000)
	double := l.changing("eth_call", func(result any) any {
		value := new(big.Int).SetBytes(common.FromHex(result.(string)))
		return common.BigToHash(value.Add(value, value)).Hex()
	})
	w, at := l.watch(nil, double)
	for _, m := range []program.Mapping{{}, {}, {Slot: common.Hash{31: 1}, Order: program.Solidity}} {
		f, err := w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(1), m)
		is(t, f, err, 10_000_000, engine.AssuranceReported)
	}
	blamed(t, w, -1)
}

// TestFiguresAreAskedByMany: several goroutines ask one watcher at once.
func TestFiguresAreAskedByMany(t *testing.T) {
	l := newLive(t)
	l.mint(1, 5_000_000)
	w, at := l.watch(nil, l.honest(), l.reporting(9))
	var asking sync.WaitGroup
	for n := range 8 {
		asking.Go(func() {
			f, err := w.Counter(t.Context(), at)
			is(t, f, err, bought, engine.AssuranceProven)
			m := program.Mapping{Slot: common.Hash{31: 1}, Order: program.Solidity}
			f, err = w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(1), m)
			is(t, f, err, 5_000_000, engine.AssuranceProven)
			if _, err := w.Balance(t.Context(), at, l.wallet(n%4)); err != nil {
				t.Error(err)
			}
		})
	}
	asking.Wait()
	blamed(t, w, 1)
}

// TestFlagsBesideABalance: a slot that holds a flag beside the balance, as USDC's does of a wallet that is blocked, decides
// nothing. Neither does it when an endpoint reports the slot as the balance, to make the honest one look faulty.
func TestFlagsBesideABalance(t *testing.T) {
	l := newLive(t)
	packed := new(big.Int).Add(new(big.Int).Lsh(big.NewInt(1), 255), big.NewInt(700))
	if err := l.Mint(t.Context(), l.wallet(1), packed); err != nil {
		t.Fatal(err)
	}
	named := program.Mapping{Slot: common.Hash{31: 1}, Order: program.Solidity}
	w, at := l.watch(nil, l.reporting(700), l.reporting(700))
	for _, m := range []program.Mapping{named, {}} {
		f, err := w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(1), m)
		is(t, f, err, 700, engine.AssuranceReported)
	}
	blamed(t, w, -1)
	w, at = l.watch(nil, l.reporting(700), l.honest())
	for _, m := range []program.Mapping{named, {}} {
		var apart *engine.Disagreement
		if _, err := w.TokenBalance(t.Context(), at, l.Tether(), l.wallet(1), m); !errors.As(err, &apart) {
			t.Error(err)
		}
	}
	blamed(t, w, -1)
}
