package contracts_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

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
	return fmt.Sprint(common.Hash(p.Root), p.Total, common.Hash(p.File), common.Hash(p.Checkpoint), p.ActiveFrom, by)
}

var nothingProposed = fmt.Sprint(common.Hash{}, 0, common.Hash{}, common.Hash{}, 0, common.Address{})

// TestRootIsProposedThenActivated follows one root and checks what is announced and what can be read at each step.
func TestRootIsProposedThenActivated(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	tree := aliceGets(100)
	receipt := d.call(t, proposer, packPropose(tree, n(100)))
	activeFrom := d.now(t) + payoutDelay
	want := fmt.Sprintf("RootProposed(root=%s, total=100, file=%s, checkpoint=%s, activeFrom=%d)",
		tree.root(), tree.file(), tree.checkpoint(), activeFrom)
	if got := describeLog(t, receipt.Logs[0]); got != want || len(receipt.Logs) != 1 {
		t.Errorf("announced %s, want %s", got, want)
	}
	want = fmt.Sprint(tree.root(), 100, tree.file(), tree.checkpoint(), activeFrom, proposer.Address)
	if got := d.proposedNow(t); got != want {
		t.Errorf("proposed %s, want %s", got, want)
	}
	if got := d.figures(t); got != "0 0 0 100" {
		t.Errorf("while proposed %s", got)
	}

	activate := packActivate(tree)
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
	books := common.Hash(ask(t, d.chain, d.at, bindPayout.PackCheckpoint(), bindPayout.UnpackCheckpoint))
	if root != tree.root() || file != tree.file() || books != tree.checkpoint() || d.figures(t) != "100 0 100 100" ||
		d.proposedNow(t) != nothingProposed {
		t.Errorf("active %s, %s, %s, %s; proposed %s", root, file, books, d.figures(t), d.proposedNow(t))
	}
	d.refuses(t, activator, activate, "NothingProposed()")
}

// proposal is everything that a proposal says.
type proposal struct {
	root             common.Hash
	total            int64
	file, checkpoint common.Hash
}

func (p proposal) propose() []byte {
	return bindPayout.PackPropose(p.root, n(p.total), p.file, p.checkpoint)
}

func (p proposal) activate() []byte {
	return bindPayout.PackActivate(p.root, n(p.total), p.file, p.checkpoint)
}

// refusal is how an activation of something else is answered.
func (p proposal) refusal() string {
	return fmt.Sprintf("NotWhatIsProposed(root=%s, total=%d, file=%s, checkpoint=%s)", p.root, p.total, p.file, p.checkpoint)
}

// TestProposerRunsAhead has the proposer change one thing of the proposal, with more gas than the activator's call that waits: the
// activator, who named what was checked, activates nothing.
func TestProposerRunsAhead(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	tree := aliceGets(100)
	seen := proposal{tree.root(), 100, tree.file(), tree.checkpoint()}
	for name, change := range map[string]func(p *proposal){
		"root":       func(p *proposal) { p.root = aliceGets(900).root() },
		"total":      func(p *proposal) { p.total = 1 << 62 },
		"file":       func(p *proposal) { p.file = common.Hash{0xbb} },
		"checkpoint": func(p *proposal) { p.checkpoint = common.Hash{0xcc} },
	} {
		swapped := seen
		change(&swapped)
		d.call(t, proposer, seen.propose())
		d.wait(t, payoutDelay)
		receipts := d.race(t, &d.at, order{activator, nil, seen.activate(), 1}, order{proposer, nil, swapped.propose(), 9})
		if receipts[1].TransactionIndex != 0 || receipts[1].Status != types.ReceiptStatusSuccessful {
			t.Fatalf("%s: the proposer was not first: %d of status %d", name, receipts[1].TransactionIndex, receipts[1].Status)
		}
		if receipts[0].Status != types.ReceiptStatusFailed {
			t.Errorf("%s: it was activated", name)
		}
		if got := d.figures(t); got != fmt.Sprintf("0 0 0 %d", swapped.total) {
			t.Errorf("%s: %s", name, got)
		}
		d.wait(t, payoutDelay)
		d.refuses(t, activator, seen.activate(), swapped.refusal())
		d.call(t, owner, bindPayout.PackCancel())
	}
	d.publish(t, tree) // a right total is not refused afterwards
}

// TestReplacementWaits proposes something else when the first delay has passed: its own begins.
func TestReplacementWaits(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	d.propose(t, aliceGets(100))
	d.wait(t, payoutDelay)
	d.propose(t, aliceGets(900))
	d.wait(t, payoutDelay-1)
	d.refuses(t, activator, packActivate(aliceGets(900)), fmt.Sprintf("TooEarly(activeFrom=%d, time=%d)", d.now(t)+1, d.now(t)))
	d.wait(t, 1)
	d.propose(t, aliceGets(900)) // the same again
	early := fmt.Sprintf("TooEarly(activeFrom=%d, time=%d)", d.now(t)+payoutDelay, d.now(t))
	d.refuses(t, activator, packActivate(aliceGets(900)), early)
}

func TestProposeRefuses(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	d.publish(t, aliceGets(100))
	d.refuses(t, proposer, bindPayout.PackPropose(common.Hash{}, n(100), common.Hash{}, common.Hash{}), "ZeroRoot()")
	d.refuses(t, proposer, bindPayout.PackPropose(common.Hash{1}, n(99), common.Hash{}, common.Hash{}),
		"TotalBelowActive(total=99, active=100)")
	d.call(t, proposer, bindPayout.PackPropose(common.Hash{1}, n(500), common.Hash{}, common.Hash{}))
	d.call(t, proposer, bindPayout.PackPropose(common.Hash{2}, n(100), common.Hash{}, common.Hash{})) // less than proposed, not than active
}

func TestCancel(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	for _, who := range []account{proposer, activator, owner} { // the owner is the admin
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
		d.refuses(t, activator, packActivate(aliceGets(100)), "NothingProposed()")
	}
}

// TestEveryCallNeedsItsRole compares itself with the ABI, so that a new call cannot be forgotten here.
func TestEveryCallNeedsItsRole(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 0)
	holders := map[common.Hash]account{adminRole: owner, pauserRole: owner, proposerRole: proposer, activatorRole: activator}
	open := []string{"claim", "claimTo", "claimWith", "fund", "renounceRole"} // to anybody, for the caller or the holder
	covered := map[string]bool{"cancel": true, "unpause": true}               // below
	for _, name := range open {
		covered[name] = true
	}
	contract := definitions()[2]
	for _, call := range []struct {
		data []byte
		role common.Hash
	}{
		{bindPayout.PackPropose(common.Hash{1}, n(1), common.Hash{}, common.Hash{}), proposerRole},
		{bindPayout.PackActivate(common.Hash{1}, n(1), common.Hash{}, common.Hash{}), activatorRole},
		{bindPayout.PackPause(), pauserRole},
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
	d.refuses(t, alice, bindPayout.PackCancel(), unauthorised(alice, activatorRole))
	for _, who := range []account{alice, proposer, activator} {
		d.refuses(t, who, bindPayout.PackUnpause(), unauthorised(who, pauserRole))
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
	d.refuses(t, proposer, packActivate(tree), fmt.Sprintf("ProposerCannotActivate(account=%s)", proposer.Address))
	d.refuses(t, proposer, packPropose(tree, n(100)), unauthorised(proposer, proposerRole))
	d.call(t, activator, packActivate(tree))

	d.call(t, owner, bindPayout.PackGrantRole(proposerRole, bob.Address)) // a second proposer, whose root the first one checks
	d.call(t, bob, packPropose(aliceGets(200), n(200)))
	d.wait(t, payoutDelay)
	d.call(t, proposer, packActivate(aliceGets(200)))
}

func TestPauseStopsClaimsAndActivationsOnly(t *testing.T) {
	t.Parallel()
	d := newDistributor(t, 500)
	d.publish(t, aliceGets(100))
	d.propose(t, aliceGets(200))
	d.wait(t, payoutDelay)
	d.call(t, owner, bindPayout.PackPause())
	d.refuses(t, bob, packClaim(t, aliceGets(100), alice.Address), "EnforcedPause()")
	d.refuses(t, alice, packClaimTo(t, aliceGets(100), alice.Address, bob.Address), "EnforcedPause()")
	d.refuses(t, bob, d.signed(t, alice, aliceGets(100), bob.Address).pack(), "EnforcedPause()")
	d.refuses(t, activator, packActivate(aliceGets(200)), "EnforcedPause()")
	d.refuses(t, owner, bindPayout.PackPause(), "EnforcedPause()")

	d.call(t, activator, bindPayout.PackCancel())
	d.propose(t, aliceGets(300))
	d.mint(t, bob.Address, 50)
	d.do(t, bob, d.token, nil, bindToken.PackApprove(d.at, n(50)))
	d.call(t, bob, bindPayout.PackFund(n(50)))
	d.call(t, owner, bindPayout.PackSweep(vault, n(250)))
	d.wait(t, payoutDelay)
	d.refuses(t, activator, packActivate(aliceGets(300)), "EnforcedPause()")

	d.call(t, owner, bindPayout.PackUnpause())
	d.refuses(t, owner, bindPayout.PackUnpause(), "ExpectedPause()")
	d.call(t, activator, packActivate(aliceGets(300)))
	if paid := d.claim(t, bob, aliceGets(300), alice.Address); paid != 300 {
		t.Errorf("paid %d, want 300", paid)
	}
}

func TestDistributorConstructor(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	token, _ := c.deploy(t, testcontracts.TetherLikeMetaData.Bin, nil)
	const shortest, longest = 10 * 60, 365 * 24 * 3600
	bad := func(delay uint64) string {
		return fmt.Sprintf("BadDelay(delay=%d, shortest=%d, longest=%d)", delay, shortest, longest)
	}
	deploy := func(token, admin, proposer, activator common.Address, delay uint64) string {
		data := append(common.FromHex(payoutdistributor.PayoutDistributorMetaData.Bin),
			bindPayout.PackConstructor(token, admin, proposer, activator, delay, common.Address{})...)
		_, err := c.client.CallContract(t.Context(), ethereum.CallMsg{From: owner.Address, Data: data}, nil)
		if err == nil {
			return ""
		}
		return revertOf(err)
	}
	a, b, none := alice.Address, bob.Address, common.Address{}
	for _, test := range []struct{ got, want string }{
		{deploy(token, a, a, b, shortest), ""}, // the admin may propose as well
		{deploy(token, a, a, b, longest), ""},
		{deploy(token, a, a, b, longest+1), bad(longest + 1)},
		{deploy(token, a, a, b, shortest-1), bad(shortest - 1)},
		{deploy(token, a, a, b, 0), bad(0)}, // it would leave no time to look
		{deploy(vault, a, a, b, shortest), fmt.Sprintf("NotAToken(token=%s)", vault)},
		{deploy(none, a, a, b, shortest), fmt.Sprintf("NotAToken(token=%s)", none)},
		{deploy(token, none, a, b, shortest), "ZeroAddress()"},
		{deploy(token, a, none, b, shortest), "ZeroAddress()"},
		{deploy(token, a, b, none, shortest), "ZeroAddress()"},
		{deploy(token, a, b, b, shortest), fmt.Sprintf("SameProposerAndActivator(account=%s)", b)},
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
