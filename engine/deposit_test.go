package engine_test

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
)

const vault, second = "0x4000000000000000000000000000000000000001", "0x4000000000000000000000000000000000000002"

// depositsAt is the entry of a contract that holds stakes, in a program file.
func depositsAt(contract, from string) string {
	return "    - { " + from + "contract: \"" + contract + "\", staked: { event: \"Staked(address indexed user, uint256 amount)\", " +
		"holder: user, amount: amount }, unstaked: { event: \"Withdrawn(address indexed user, uint256 amount)\", " +
		"holder: user, amount: amount } }\n"
}

// deposit is the event of a contract by which a wallet stakes so many whole tokens, or stakes them no longer.
func (w *world) deposit(contract, event string, of byte, whole int64) evm.Log {
	l := w.Log(event+"(address,uint256)", []common.Hash{{31: of}}, new(big.Int).Mul(big.NewInt(whole), big.NewInt(1e18)))
	l.Address = common.HexToAddress(contract)
	return l
}

// What a contract of the chain holds for somebody is their stake, as its events say, once their block is final: it makes them take part,
// nobody is owed less for it, and what was staked before the books followed the contract neither counts nor goes below zero.
func TestStakesOnAContract(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 4))
		rules := []string{"kind: token, supply", `kind: token, address: "` + gpuToken.Hex() + `", supply`,
			"campaigns:\n", "stakes:\n  contracts:\n" + depositsAt(vault, "") + "campaigns:\n",
			"  health:", "  eligible: { validators: { stake: [100 GPOINT, 200 GPU] } }\n  health:"}
		e, err := engine.Open(ctx, rewardingBut(t, rules...), s, w, w, silent())
		fatal(t, err)
		one, two := ledger.Wallet{19: 50}, ledger.Wallet{19: 51}
		held := func(of ledger.Wallet, want string) {
			t.Helper()
			same(t, "staked on contracts", has(t, s, ledger.HolderToken(of, gpu, ledger.Deposited), gpu), want)
		}
		earned := func(of ledger.Wallet) string {
			return has(t, s, ledger.HolderToken(of, gpu, ledger.Locked), gpu)
		}
		run := func(until time.Time) {
			t.Helper()
			w.upTo(t, e, until)
			_, err := e.RunJobs(ctx)
			fatal(t, err)
		}
		w.upTo(t, e, on(4, 15))
		staff(t, e)
		w.Mine(w.deposit(vault, "Staked", 50, 300), w.deposit(vault, "Withdrawn", 51, 70))
		w.upTo(t, e, on(4, 16))
		w.Mine(w.deposit(vault, "Staked", 51, 500)) // and this one leaves the chain again
		fatal(t, e.Sync(ctx, nil))
		held(one, "300 GPU")
		held(two, "0 GPU")
		w.Cut(1)
		run(on(4, 21))
		held(two, "0 GPU")
		if got := earned(two); got != "0 GPU" {
			t.Errorf("who stakes nothing earned %s", got)
		}
		before := earned(one)
		if before == "0 GPU" {
			t.Error("who stakes earned nothing")
		}

		// Too little is staked from the middle of a day on: from the end of that day on nobody takes part.
		w.Mine(w.deposit(vault, "Withdrawn", 50, 150))
		run(on(4, 23))
		held(one, "150 GPU")
		after := has(t, s, ledger.HolderToken(one, gpu, ledger.Locked), gpu)
		if after != "0 GPU" { // two days of lock are over
			t.Errorf("who stakes too little has %s locked", after)
		}
		w.Mine(w.deposit(vault, "Withdrawn", 50, 1000))
		run(on(4, 24))
		held(one, "0 GPU")

		// Another contract from the 26th on.
		rules[3] = "stakes:\n  contracts:\n" + depositsAt(vault, "") + depositsAt(second, "from: 2024-04-26, ") + "campaigns:\n"
		agreed(t, e, "second", rewardingBut(t, rules...))
		w.upTo(t, e, on(4, 24).Add(6*time.Hour))
		w.Mine(w.deposit(second, "Staked", 51, 400))
		run(on(4, 26))
		held(two, "0 GPU")
		w.Mine(w.deposit(second, "Staked", 51, 250), w.deposit(second, "Withdrawn", 51, 10))
		run(on(4, 28))
		held(two, "240 GPU")
		if earned(two) == "0 GPU" || earned(one) != "0 GPU" {
			t.Errorf("who stakes earned %s, who does not %s", earned(two), earned(one))
		}
		w.Mine(w.deposit(second, "Withdrawn", 51, 650)) // what was there before the 26th, too
		w.upTo(t, e, on(4, 29))
		held(two, "0 GPU")
		verifiedWholly(t, s)
		fatal(t, e.Reload(ctx))
		w.Mine(w.deposit(vault, "Withdrawn", 50, 1))
		w.upTo(t, e, on(4, 30))
		held(one, "0 GPU")
		verifiedWholly(t, s)
	})
}
