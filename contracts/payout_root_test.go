package contracts_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// aliceGets is a tree of one leaf.
func aliceGets(amount int64) payoutTree { return newPayoutTree(grant{alice.Address, n(amount)}) }

// proposedNow describes the proposal.
func (d *distributor) proposedNow(t tester) string {
	t.Helper()
	p := ask(t, d.chain, d.at, bindPayout.PackProposed(), bindPayout.UnpackProposed)
	by := ask(t, d.chain, d.at, bindPayout.PackProposedBy(), bindPayout.UnpackProposedBy)
	return fmt.Sprint(common.Hash(p.Root), p.Total, common.Hash(p.File), p.ActiveFrom, by)
}

var nothingProposed = fmt.Sprint(common.Hash{}, 0, common.Hash{}, 0, common.Address{})

// TestRootIsProposedThenActivated follows one root and checks what is announced and what can be read at each step.
func TestRootIsProposedThenActivated(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	tree := aliceGets(100)
	receipt := d.call(t, proposer, bindPayout.PackPropose(tree.root(), n(100), tree.file()))
	activeFrom := d.now(t) + payoutDelay
	want := fmt.Sprintf("RootProposed(root=%s, total=100, file=%s, activeFrom=%d)", tree.root(), tree.file(), activeFrom)
	if got := describeLog(t, receipt.Logs[0]); got != want || len(receipt.Logs) != 1 {
		t.Errorf("announced %s, want %s", got, want)
	}
	if got, want := d.proposedNow(t), fmt.Sprint(tree.root(), 100, tree.file(), activeFrom, proposer.Address); got != want {
		t.Errorf("proposed %s, want %s", got, want)
	}
	if got := d.figures(t); got != "0 0 0 100" {
		t.Errorf("while proposed %s", got)
	}

	activate := bindPayout.PackActivate(tree.root())
	d.wait(t, payoutDelay-1)
	d.refuses(t, activator, activate, fmt.Sprintf("TooEarly(activeFrom=%d, time=%d)", activeFrom, activeFrom-1))
	d.wait(t, 1)
	receipt = d.call(t, activator, activate)
	if got, want := describeLog(t, receipt.Logs[0]), fmt.Sprintf("RootActivated(root=%s, total=100)", tree.root()); got != want ||
		len(receipt.Logs) != 1 {
		t.Errorf("announced %s, want %s", got, want)
	}
	root := common.Hash(ask(t, d.chain, d.at, bindPayout.PackRoot(), bindPayout.UnpackRoot))
	file := common.Hash(ask(t, d.chain, d.at, bindPayout.PackFile(), bindPayout.UnpackFile))
	if root != tree.root() || file != tree.file() || d.figures(t) != "100 0 100 100" || d.proposedNow(t) != nothingProposed {
		t.Errorf("active %s, %s, %s; proposed %s", root, file, d.figures(t), d.proposedNow(t))
	}
	d.refuses(t, activator, activate, "NothingProposed()")
}

// TestProposalSwapped proposes something else between the activator's look and call.
func TestProposalSwapped(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	seen, swapped := aliceGets(100), aliceGets(900)
	d.propose(t, seen)
	d.wait(t, payoutDelay)
	d.propose(t, swapped)
	d.refuses(t, activator, bindPayout.PackActivate(seen.root()),
		fmt.Sprintf("NotTheProposedRoot(named=%s, proposed=%s)", seen.root(), swapped.root()))
	d.wait(t, payoutDelay-1)
	early := fmt.Sprintf("TooEarly(activeFrom=%d, time=%d)", d.now(t)+1, d.now(t))
	d.refuses(t, activator, bindPayout.PackActivate(swapped.root()), early) // a replacement waits as long as the first
	d.wait(t, 1)
	d.call(t, proposer, bindPayout.PackPropose(swapped.root(), n(5000), swapped.file())) // the same root, another total
	early = fmt.Sprintf("TooEarly(activeFrom=%d, time=%d)", d.now(t)+payoutDelay, d.now(t))
	d.refuses(t, activator, bindPayout.PackActivate(swapped.root()), early)
	d.refuses(t, activator, bindPayout.PackActivate(common.Hash{}),
		fmt.Sprintf("NotTheProposedRoot(named=%s, proposed=%s)", common.Hash{}, swapped.root()))
}

func TestProposeRefuses(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	d.publish(t, aliceGets(100))
	d.refuses(t, proposer, bindPayout.PackPropose(common.Hash{}, n(100), common.Hash{}), "ZeroRoot()")
	d.refuses(t, proposer, bindPayout.PackPropose(common.Hash{1}, n(99), common.Hash{}), "TotalBelowActive(total=99, active=100)")
	d.call(t, proposer, bindPayout.PackPropose(common.Hash{1}, n(500), common.Hash{}))
	d.call(t, proposer, bindPayout.PackPropose(common.Hash{2}, n(100), common.Hash{})) // less than proposed, not than active
}

func TestCancel(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	for _, who := range []account{proposer, activator} {
		d.refuses(t, who, bindPayout.PackCancel(), "NothingProposed()")
		d.propose(t, aliceGets(100))
		d.wait(t, payoutDelay)
		receipt := d.call(t, who, bindPayout.PackCancel())
		if got, want := describeLog(t, receipt.Logs[0]), fmt.Sprintf("RootCancelled(root=%s)", aliceGets(100).root()); got != want {
			t.Errorf("announced %s, want %s", got, want)
		}
		if d.proposedNow(t) != nothingProposed || d.figures(t) != "0 0 0 0" {
			t.Errorf("left %s and %s", d.proposedNow(t), d.figures(t))
		}
		d.refuses(t, activator, bindPayout.PackActivate(aliceGets(100).root()), "NothingProposed()")
	}
}

// TestEveryCallNeedsItsRole compares itself with the ABI, so that a new call cannot be forgotten here.
func TestEveryCallNeedsItsRole(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	holders := map[common.Hash]account{adminRole: owner, pauserRole: owner, proposerRole: proposer, activatorRole: activator}
	covered := map[string]bool{"claim": true, "fund": true, "renounceRole": true} // open to anybody, for the caller or the holder
	contract := definitions()[2]
	for _, call := range []struct {
		data []byte
		role common.Hash
	}{
		{bindPayout.PackPropose(common.Hash{1}, n(1), common.Hash{}), proposerRole},
		{bindPayout.PackActivate(common.Hash{1}), activatorRole},
		{bindPayout.PackPause(), pauserRole},
		{bindPayout.PackUnpause(), pauserRole},
		{bindPayout.PackSweep(alice.Address, n(0)), adminRole},
		{bindPayout.PackSweepOther(alice.Address, alice.Address, n(0)), adminRole},
		{bindPayout.PackGrantRole(proposerRole, alice.Address), adminRole},
		{bindPayout.PackRevokeRole(activatorRole, activator.Address), adminRole},
	} {
		method, err := contract.MethodById(call.data)
		must(t, err)
		covered[method.Name] = true
		for _, who := range []account{alice, owner, proposer, activator} {
			if who.Address != holders[call.role].Address {
				d.refuses(t, who, call.data, unauthorised(who, call.role))
			}
		}
	}
	covered["cancel"] = true
	for _, who := range []account{alice, owner} {
		d.refuses(t, who, bindPayout.PackCancel(), unauthorised(who, activatorRole))
	}
	for name, method := range contract.Methods {
		if !method.IsConstant() && !covered[name] {
			t.Errorf("%s changes something and is not tested", name)
		}
	}
	d.refuses(t, alice, bindPayout.PackRenounceRole(proposerRole, proposer.Address), "AccessControlBadConfirmation()")
}

// TestProposerIsNeverActivator tries to be both at once, and one after the other.
func TestProposerIsNeverActivator(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	both := func(who account) string { return fmt.Sprintf("SameProposerAndActivator(account=%s)", who.Address) }
	d.refuses(t, owner, bindPayout.PackGrantRole(activatorRole, proposer.Address), both(proposer))
	d.refuses(t, owner, bindPayout.PackGrantRole(proposerRole, activator.Address), both(activator))
	d.refuses(t, owner, bindPayout.PackGrantRole(proposerRole, common.Address{}), "ZeroAddress()")

	tree := aliceGets(100)
	d.propose(t, tree)
	d.wait(t, payoutDelay)
	d.call(t, owner, bindPayout.PackRevokeRole(proposerRole, proposer.Address))
	d.call(t, owner, bindPayout.PackGrantRole(activatorRole, proposer.Address))
	d.refuses(t, proposer, bindPayout.PackActivate(tree.root()), fmt.Sprintf("ProposerCannotActivate(account=%s)", proposer.Address))
	d.refuses(t, proposer, bindPayout.PackPropose(tree.root(), n(100), tree.file()), unauthorised(proposer, proposerRole))
	d.call(t, activator, bindPayout.PackActivate(tree.root()))

	d.call(t, owner, bindPayout.PackGrantRole(proposerRole, bob.Address)) // a second proposer, whose root the first one checks
	d.call(t, bob, bindPayout.PackPropose(aliceGets(200).root(), n(200), common.Hash{}))
	d.wait(t, payoutDelay)
	d.call(t, proposer, bindPayout.PackActivate(aliceGets(200).root()))
}

func TestPauseStopsClaimsAndActivationsOnly(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 500)
	d.publish(t, aliceGets(100))
	d.propose(t, aliceGets(200))
	d.wait(t, payoutDelay)
	d.call(t, owner, bindPayout.PackPause())
	d.refuses(t, bob, packClaim(t, aliceGets(100), alice.Address), "EnforcedPause()")
	d.refuses(t, activator, bindPayout.PackActivate(aliceGets(200).root()), "EnforcedPause()")
	d.refuses(t, owner, bindPayout.PackPause(), "EnforcedPause()")

	d.call(t, activator, bindPayout.PackCancel())
	d.propose(t, aliceGets(300))
	d.mint(t, bob.Address, 50)
	d.do(t, bob, d.token, nil, bindToken.PackApprove(d.at, n(50)))
	d.call(t, bob, bindPayout.PackFund(n(50)))
	d.call(t, owner, bindPayout.PackSweep(vault, n(250)))
	d.wait(t, payoutDelay)

	d.call(t, owner, bindPayout.PackUnpause())
	d.refuses(t, owner, bindPayout.PackUnpause(), "ExpectedPause()")
	d.call(t, activator, bindPayout.PackActivate(aliceGets(300).root()))
	if paid := d.claim(t, bob, aliceGets(300), alice.Address); paid != 300 {
		t.Errorf("paid %d, want 300", paid)
	}
}

func TestDistributorConstructor(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	token, _ := c.deploy(t, testcontracts.TetherLikeMetaData.Bin, nil)
	const longest = 365 * 24 * 3600
	deploy := func(token, admin, proposer, activator common.Address, delay uint64) string {
		data := append(common.FromHex(payoutdistributor.PayoutDistributorMetaData.Bin),
			bindPayout.PackConstructor(token, admin, proposer, activator, delay)...)
		_, err := c.client.CallContract(t.Context(), ethereum.CallMsg{From: owner.Address, Data: data}, nil)
		if err == nil {
			return ""
		}
		return revertOf(err)
	}
	a, b, none := alice.Address, bob.Address, common.Address{}
	for _, test := range []struct{ got, want string }{
		{deploy(token, a, a, b, 0), ""}, // the admin may propose as well
		{deploy(token, a, a, b, longest), ""},
		{deploy(token, a, a, b, longest+1), fmt.Sprintf("DelayTooLong(delay=%d, longest=%d)", longest+1, longest)},
		{deploy(vault, a, a, b, 0), fmt.Sprintf("NotAToken(token=%s)", vault)},
		{deploy(none, a, a, b, 0), fmt.Sprintf("NotAToken(token=%s)", none)},
		{deploy(token, none, a, b, 0), "ZeroAddress()"},
		{deploy(token, a, none, b, 0), "ZeroAddress()"},
		{deploy(token, a, b, none, 0), "ZeroAddress()"},
		{deploy(token, a, b, b, 0), fmt.Sprintf("SameProposerAndActivator(account=%s)", b)},
	} {
		if test.got != test.want {
			t.Errorf("deployed with %q, want %q", test.got, test.want)
		}
	}

	d := newDistributor(t, 0)
	if at := ask(t, d.chain, d.at, bindPayout.PackToken(), bindPayout.UnpackToken); at != d.token {
		t.Errorf("token %s, want %s", at, d.token)
	}
	if delay := ask(t, d.chain, d.at, bindPayout.PackDelay(), bindPayout.UnpackDelay); delay != payoutDelay {
		t.Errorf("delay %d, want %d", delay, payoutDelay)
	}
}
