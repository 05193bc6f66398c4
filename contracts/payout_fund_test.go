package contracts_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

func TestFundTakesExactlyTheAmount(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	d.mint(t, alice.Address, 1000)
	d.do(t, alice, d.token, nil, bindToken.PackApprove(d.at, n(700)))
	d.refuses(t, alice, bindPayout.PackFund(n(701)), fmt.Sprintf("InsufficientAllowance(spender=%s, allowance=700, needed=701)", d.at))
	d.call(t, alice, bindPayout.PackFund(n(600)))
	if a, b := d.held(t, alice.Address), d.held(t, d.at); a.Int64() != 400 || b.Int64() != 600 {
		t.Errorf("alice holds %s and the contract %s, want 400 and 600", a, b)
	}
	d.refuses(t, bob, bindPayout.PackFund(n(1)), fmt.Sprintf("InsufficientAllowance(spender=%s, allowance=0, needed=1)", d.at))
}

// TestTokenWithAFee starts without a fee, so that there is something to claim when the fee comes.
func TestTokenWithAFee(t *testing.T) {
	t.Parallel()
	d := newChain(t).distribute(t, testcontracts.FeeTokenMetaData.Bin)
	fee := func(bps int64, onTop bool) {
		t.Helper()
		d.do(t, owner, d.token, nil, bindFee.PackSetFee(n(bps), onTop))
	}
	d.mint(t, alice.Address, 10_000)
	d.do(t, alice, d.token, nil, bindToken.PackApprove(d.at, n(10_000)))
	d.call(t, alice, bindPayout.PackFund(n(2000)))
	tree := newPayoutTree(grant{bob.Address, n(300)})
	d.publish(t, tree)

	fee(100, false)
	d.refuses(t, alice, bindPayout.PackFund(n(1000)), "FeeOnTransfer(amount=1000, moved=990)")
	d.refuses(t, bob, packClaim(t, tree, bob.Address), "FeeOnTransfer(amount=300, moved=297)")
	d.call(t, owner, bindPayout.PackSweep(vault, n(100))) // left exactly; what arrives is the admin's to know

	fee(100, true)
	d.call(t, alice, bindPayout.PackFund(n(1000))) // all of it arrived
	d.refuses(t, bob, packClaim(t, tree, bob.Address), "FeeOnTransfer(amount=300, moved=303)")
	d.refuses(t, owner, bindPayout.PackSweep(vault, n(2600)), "FeeOnTransfer(amount=2600, moved=2626)") // 26 of bob's
	fee(10_000, false)
	d.refuses(t, alice, bindPayout.PackFund(n(1000)), "FeeOnTransfer(amount=1000, moved=0)")
	d.refuses(t, bob, packClaim(t, tree, bob.Address), "FeeOnTransfer(amount=300, moved=0)")
	if d.held(t, bob.Address).Sign() != 0 || d.figures(t) != "300 0 300 300" || d.held(t, d.at).Int64() != 2900 {
		t.Errorf("a refused claim left something behind: %s", d.figures(t))
	}

	fee(0, false)
	if paid := d.claim(t, bob, tree, bob.Address); paid != 300 || d.held(t, bob.Address).Int64() != 300 {
		t.Errorf("paid %d, want 300", paid)
	}
}

func TestSweepLeavesWhatIsGranted(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	sweeps := func(when string, most int64) {
		t.Helper()
		if got := d.sweepable(t); got != most {
			t.Fatalf("%s: %d can be swept, want %d", when, got, most)
		}
		d.refuses(t, owner, bindPayout.PackSweep(vault, n(most+1)), fmt.Sprintf("NotSweepable(amount=%d, sweepable=%d)", most+1, most))
	}
	sweeps("nothing granted", 1000)
	first := newPayoutTree(grant{alice.Address, n(200)}, grant{bob.Address, n(400)})
	d.propose(t, first)
	sweeps("600 proposed", 400)
	d.wait(t, payoutDelay)
	d.call(t, activator, packActivate(first))
	sweeps("600 active", 400)
	d.claim(t, alice, first, alice.Address)
	sweeps("200 of it claimed", 400)
	d.call(t, proposer, bindPayout.PackPropose(common.Hash{1}, n(900), common.Hash{}, common.Hash{}))
	sweeps("900 proposed", 100)
	d.call(t, proposer, bindPayout.PackPropose(common.Hash{1}, n(5000), common.Hash{}, common.Hash{}))
	sweeps("more proposed than there is", 0)
	d.call(t, activator, bindPayout.PackCancel())
	sweeps("cancelled", 400)

	d.refuses(t, owner, bindPayout.PackSweep(common.Address{}, n(1)), "ZeroAddress()")
	d.refuses(t, owner, bindPayout.PackSweep(d.at, n(1)), "FeeOnTransfer(amount=1, moved=0)")
	d.call(t, owner, bindPayout.PackSweep(vault, n(150)))
	sweeps("150 swept", 250)
	d.call(t, owner, bindPayout.PackSweep(vault, n(250)))
	sweeps("all swept", 0)
	if paid := d.claim(t, bob, first, bob.Address); paid != 400 || d.held(t, d.at).Sign() != 0 || d.held(t, vault).Int64() != 400 {
		t.Errorf("paid %d, left %s, swept %s", paid, d.held(t, d.at), d.held(t, vault))
	}
}

func TestSweepOtherTokens(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	other, _ := d.deploy(t, testcontracts.TetherLikeMetaData.Bin, nil)
	d.do(t, owner, other, nil, bindToken.PackMint(d.at, n(70)))
	d.refuses(t, owner, bindPayout.PackSweepOther(d.token, vault, n(1)), "UseSweep()")
	d.refuses(t, owner, bindPayout.PackSweepOther(d.token, vault, n(0)), "UseSweep()")
	d.refuses(t, owner, bindPayout.PackSweepOther(other, common.Address{}, n(1)), "ZeroAddress()")
	d.refuses(t, owner, bindPayout.PackSweepOther(vault, vault, n(1)), fmt.Sprintf("SafeERC20FailedOperation(token=%s)", vault))
	d.call(t, owner, bindPayout.PackSweepOther(other, vault, n(70)))
	if got := ask(t, d.chain, other, bindToken.PackBalanceOf(vault), bindToken.UnpackBalanceOf); got.Int64() != 70 {
		t.Errorf("swept %s, want 70", got)
	}
}

// TestSecondAddressOfTheToken would let granted tokens out as if they were others.
func TestSecondAddressOfTheToken(t *testing.T) {
	t.Parallel()
	d := newChain(t).distribute(t, testcontracts.HookTokenMetaData.Bin)
	d.mint(t, d.at, 1000)
	alias, _ := d.deploy(t, testcontracts.AliasTokenMetaData.Bin, testcontracts.NewAliasToken().PackConstructor(d.token))
	d.refuses(t, owner, bindPayout.PackSweepOther(alias, vault, n(1000)), "UseSweep()")
	d.call(t, owner, bindPayout.PackSweep(vault, n(1000)))
}

func TestCoinsAreRefused(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	for _, data := range [][]byte{nil, {1, 2, 3, 4}, bindPayout.PackFund(n(0)), bindPayout.PackPause()} {
		if _, err := d.try(owner.Address, d.at, n(1), data); err == nil {
			t.Errorf("call %x took a coin", data)
		}
	}
}
