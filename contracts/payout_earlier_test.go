package contracts_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// next is a distributor that goes on from another one, with funds of its own; the other one is paused.
func (d *distributor) next(t tester, funds int64) *distributor {
	t.Helper()
	later := d.distributeAfter(t, d.token, d.at)
	later.mint(t, later.at, funds)
	d.call(t, owner, bindPayout.PackPause())
	return later
}

// claimedBy is what an account was paid since the beginning, as the distributor says it.
func (d *distributor) claimedBy(t tester, account common.Address) int64 {
	t.Helper()
	return ask(t, d.chain, d.at, bindPayout.PackClaimed(account), bindPayout.UnpackClaimed).Int64()
}

// threeGet is a tree of alice, bob and carol.
func threeGet(alices, bobs, carols int64) payoutTree {
	return newPayoutTree(grant{alice.Address, n(alices)}, grant{bob.Address, n(bobs)}, grant{carol.Address, n(carols)})
}

// TestGoesOnFromEarlierDistributors switches to a second distributor and to a third one: sums go on, and nobody gets anything twice.
func TestGoesOnFromEarlierDistributors(t *testing.T) {
	t.Parallel()
	first := newDistributor(t, 300)
	tree := threeGet(100, 200, 0)
	first.publish(t, tree)
	first.claim(t, alice, tree, alice.Address)

	second := first.next(t, 500)
	if got := second.figures(t); got != "100 100 0 100" || second.sweepable(t) != 500 || second.claimedBy(t, alice.Address) != 100 {
		t.Fatalf("the second one begins with %s, %d can be swept, alice has claimed %d", got, second.sweepable(t),
			second.claimedBy(t, alice.Address))
	}
	second.refuses(t, proposer, packPropose(aliceGets(99), n(99)), "TotalBelowActive(total=99, active=100)")
	second.refuses(t, alice, packClaim(t, tree, alice.Address), "NoActiveRoot()")
	grown := threeGet(150, 200, 30)
	second.publish(t, grown)
	for who, want := range map[account]int64{alice: 50, bob: 200} {
		if paid := second.claim(t, who, grown, who.Address); paid != want {
			t.Errorf("the second one paid %d, want %d", paid, want)
		}
	}
	if got := second.figures(t); got != "380 350 30 380" || second.sweepable(t) != 220 {
		t.Errorf("the second one stands at %s, %d can be swept", got, second.sweepable(t))
	}

	third := second.next(t, 100)
	last := threeGet(160, 201, 40)
	third.publish(t, last)
	for who, want := range map[account]int64{alice: 10, bob: 1, carol: 40} {
		if paid := third.claim(t, dave, last, who.Address); paid != want {
			t.Errorf("the third one paid %d, want %d", paid, want)
		}
		third.refuses(t, who, packClaim(t, last, who.Address),
			fmt.Sprintf("NothingToClaim(account=%s, claimed=%d)", who.Address, third.claimedBy(t, who.Address)))
	}
	if got := third.figures(t); got != "401 401 0 401" || third.sweepable(t) != 49 {
		t.Errorf("the third one stands at %s, %d can be swept", got, third.sweepable(t))
	}
}

// TestClaimsOnTheEarlierDistributor go on being counted after the switch, and while it pays the later one does not: otherwise bob could
// claim from both what one of them owes him.
func TestClaimsOnTheEarlierDistributor(t *testing.T) {
	t.Parallel()
	first := newDistributor(t, 300)
	tree, grown := threeGet(100, 200, 0), threeGet(150, 250, 30)
	first.publish(t, tree)
	second := first.next(t, 1000)
	third := second.next(t, 1000)
	for _, d := range []*distributor{second, third} {
		if d == second {
			second.call(t, owner, bindPayout.PackUnpause())
		} else {
			second.call(t, owner, bindPayout.PackPause())
		}
		d.publish(t, grown)
	}
	third.claim(t, alice, grown, alice.Address)
	pays := func(d *distributor) string { return fmt.Sprintf("EarlierStillPays(earlier=%s)", d.at) }

	first.call(t, owner, bindPayout.PackUnpause())
	third.refuses(t, bob, packClaim(t, grown, bob.Address), pays(second)) // the first one pays, two before
	third.refuses(t, bob, packClaimTo(t, grown, bob.Address, vault), pays(second))
	third.refuses(t, carol, third.signed(t, bob, grown, vault).pack(), pays(second))
	first.claim(t, bob, tree, bob.Address)
	first.call(t, owner, bindPayout.PackPause())
	second.call(t, owner, bindPayout.PackUnpause())
	third.refuses(t, bob, packClaim(t, grown, bob.Address), pays(second))
	second.call(t, owner, bindPayout.PackPause())
	if paid := third.claim(t, bob, grown, bob.Address); paid != 50 || third.claimedBy(t, bob.Address) != 250 {
		t.Errorf("the third one paid bob %d of %d, want 50 of 250", paid, third.claimedBy(t, bob.Address))
	}
	if got := third.figures(t); got != "430 400 30 430" || third.sweepable(t) != 1000-200-30 {
		t.Errorf("%s, %d can be swept", got, third.sweepable(t))
	}
}

// TestEarlierDistributorThatPaidTooMuch has the earlier one pay past what is granted: nothing is left to claim, and nothing wraps.
func TestEarlierDistributorThatPaidTooMuch(t *testing.T) {
	t.Parallel()
	first := newDistributor(t, 1000)
	second := first.next(t, 70)
	small := twoGet(20, 30)
	second.publish(t, small)
	first.call(t, owner, bindPayout.PackUnpause())
	first.publish(t, twoGet(60, 30))
	first.claim(t, alice, twoGet(60, 30), alice.Address)
	first.call(t, owner, bindPayout.PackPause())
	if got := second.figures(t); got != "50 60 0 50" || second.sweepable(t) != 70 {
		t.Errorf("%s, %d can be swept", got, second.sweepable(t))
	}
	second.refuses(t, bob, packClaim(t, small, bob.Address), "TotalExceeded(amount=30, left=0)")
	second.refuses(t, alice, packClaim(t, small, alice.Address),
		fmt.Sprintf("CumulativeBelowClaimed(account=%s, cumulative=20, claimed=60)", alice.Address))
	second.publish(t, twoGet(60, 30))
	second.claim(t, bob, twoGet(60, 30), bob.Address)
}

// TestWhatIsLeftInTheEarlierDistributor gets out of it by a last tree, which grants the rest to whom it belongs to.
func TestWhatIsLeftInTheEarlierDistributor(t *testing.T) {
	t.Parallel()
	first := newDistributor(t, 300)
	tree := twoGet(100, 200)
	first.publish(t, tree)
	first.claim(t, alice, tree, alice.Address)
	rest := newPayoutTree(grant{dave.Address, n(200)})
	first.publishTotal(t, rest, n(300))
	first.claim(t, owner, rest, dave.Address)
	second := first.next(t, 200)
	grown := newPayoutTree(grant{alice.Address, n(100)}, grant{bob.Address, n(200)}, grant{dave.Address, n(200)})
	second.publish(t, grown)
	if paid := second.claim(t, bob, grown, bob.Address); paid != 200 || second.figures(t) != "500 500 0 500" {
		t.Errorf("paid %d, %s", paid, second.figures(t))
	}
}

// TestGoesOnFromADistributorOfBefore, which cannot say whether those before it are stopped: there were none.
func TestGoesOnFromADistributorOfBefore(t *testing.T) {
	t.Parallel()
	d, b := newDistributor(t, 0), testcontracts.NewOldDistributor()
	old, _ := d.deploy(t, testcontracts.OldDistributorMetaData.Bin, b.PackConstructor(d.token))
	d.do(t, owner, old, nil, b.PackCount(alice.Address, n(40)))
	later := d.distributeAfter(t, d.token, old)
	later.mint(t, later.at, 100)
	tree := twoGet(100, 10)
	later.publish(t, tree)
	later.refuses(t, alice, packClaim(t, tree, alice.Address), fmt.Sprintf("EarlierStillPays(earlier=%s)", old))
	d.do(t, owner, old, nil, b.PackPause(true))
	if paid := later.claim(t, alice, tree, alice.Address); paid != 60 || later.figures(t) != "110 100 10 110" {
		t.Errorf("paid %d, %s", paid, later.figures(t))
	}
}

func TestEarlierDistributorIsOne(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	other, _ := d.deploy(t, testcontracts.TetherLikeMetaData.Bin, nil)
	deploy := func(token, earlier common.Address) string {
		data := append(common.FromHex(payoutdistributor.PayoutDistributorMetaData.Bin),
			bindPayout.PackConstructor(token, owner.Address, proposer.Address, activator.Address, payoutDelay, earlier)...)
		_, err := d.client.CallContract(t.Context(), ethereum.CallMsg{From: owner.Address, Data: data}, nil)
		if err == nil {
			return ""
		}
		return revertOf(err)
	}
	none := func(at common.Address) string { return fmt.Sprintf("NotADistributor(earlier=%s)", at) }
	for _, test := range []struct{ got, want string }{
		{deploy(d.token, d.at), ""},
		{deploy(other, d.at), none(d.at)},
		{deploy(d.token, vault), none(vault)},
	} {
		if test.got != test.want {
			t.Errorf("deployed with %q, want %q", test.got, test.want)
		}
	}
	if got := deploy(d.token, d.token); got == "" { // a contract that is no distributor
		t.Error("went on from a token")
	}
	if at := ask(t, d.chain, d.distributeAfter(t, d.token, d.at).at, bindPayout.PackEarlier(), bindPayout.UnpackEarlier); at != d.at {
		t.Errorf("goes on from %s, want %s", at, d.at)
	}
}
