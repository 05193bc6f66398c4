package contracts_test

import (
	"fmt"
	"math/big"
	"testing"
)

// most is the greatest number of 256 bits.
var most = new(big.Int).Sub(new(big.Int).Lsh(n(1), 256), n(1))

// TestProposalThatBlocksSweeps has a proposer reserve everything there ever could be: an admin drops it.
func TestProposalThatBlocksSweeps(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	tree := aliceGets(100)
	d.publish(t, tree)
	d.call(t, proposer, packPropose(tree, most))
	if got := d.sweepable(t); got != 0 {
		t.Errorf("%d can be swept", got)
	}
	d.refuses(t, owner, bindPayout.PackSweep(vault, n(900)), "NotSweepable(amount=900, sweepable=0)")
	d.call(t, owner, bindPayout.PackCancel())
	d.call(t, owner, bindPayout.PackRevokeRole(proposerRole, proposer.Address))
	d.call(t, owner, bindPayout.PackSweep(vault, n(900)))
	if d.claim(t, alice, tree, alice.Address); d.held(t, d.at).Sign() != 0 {
		t.Errorf("%s left", d.held(t, d.at))
	}
}

// TestNobodyLeavesThemLocked pauses and has everybody leave who could end that, in every order: the last admin cannot.
func TestNobodyLeavesThemLocked(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 1000)
	d.publish(t, aliceGets(100))
	last := func(who account) string { return fmt.Sprintf("LastAdmin(account=%s)", who.Address) }
	d.call(t, owner, bindPayout.PackPause())
	d.call(t, owner, bindPayout.PackRenounceRole(pauserRole, owner.Address))
	d.refuses(t, owner, bindPayout.PackRenounceRole(adminRole, owner.Address), last(owner))
	d.refuses(t, owner, bindPayout.PackRevokeRole(adminRole, owner.Address), last(owner))
	d.call(t, owner, bindPayout.PackUnpause()) // an admin can, whoever paused
	d.claim(t, alice, aliceGets(100), alice.Address)

	// What changes nothing counts nothing: a role given twice, and one taken from somebody who has not got it.
	d.call(t, owner, bindPayout.PackGrantRole(adminRole, owner.Address))
	d.call(t, owner, bindPayout.PackRevokeRole(adminRole, dave.Address))
	d.refuses(t, owner, bindPayout.PackRenounceRole(adminRole, owner.Address), last(owner))

	d.call(t, owner, bindPayout.PackGrantRole(adminRole, dave.Address))
	d.call(t, owner, bindPayout.PackRenounceRole(adminRole, owner.Address))
	d.refuses(t, owner, bindPayout.PackSweep(vault, n(1)), unauthorised(owner, adminRole))
	d.refuses(t, dave, bindPayout.PackRenounceRole(adminRole, dave.Address), last(dave))
	d.call(t, dave, bindPayout.PackGrantRole(pauserRole, carol.Address))
	d.call(t, carol, bindPayout.PackPause())
	d.call(t, carol, bindPayout.PackUnpause())
	d.call(t, carol, bindPayout.PackPause())
	d.call(t, carol, bindPayout.PackRenounceRole(pauserRole, carol.Address))
	d.call(t, dave, bindPayout.PackUnpause())
	d.call(t, dave, bindPayout.PackSweep(vault, n(900)))
}
