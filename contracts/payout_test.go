package contracts_test

import (
	"context"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/contracts/payoutdistributor"
	"github.com/nodeledger/nodeledger/contracts/testcontracts"
)

// payoutDelay is what the tests' distributors wait for, in seconds.
const payoutDelay = uint64(3600)

var (
	bindPayout = payoutdistributor.NewPayoutDistributor()
	bindToken  = testcontracts.NewTetherLike() // packs for the other test tokens too: their calls have the same names
	bindFee    = testcontracts.NewFeeToken()
	bindHook   = testcontracts.NewHookToken()

	adminRole     common.Hash
	proposerRole  = crypto.Keccak256Hash([]byte("PROPOSER_ROLE"))
	activatorRole = crypto.Keccak256Hash([]byte("ACTIVATOR_ROLE"))
	pauserRole    = crypto.Keccak256Hash([]byte("PAUSER_ROLE"))
)

// distributor is a PayoutDistributor on a chain; the owner is its admin.
type distributor struct {
	*chain
	token, at common.Address
}

// distribute deploys a token and its distributor.
func (c *chain) distribute(t tester, tokenCode string) *distributor {
	t.Helper()
	token, _ := c.deploy(t, tokenCode, nil)
	return c.distributeAfter(t, token, common.Address{})
}

// distributeAfter deploys a distributor of a token that goes on from an earlier one; the zero address: from none.
func (c *chain) distributeAfter(t tester, token, earlier common.Address) *distributor {
	t.Helper()
	at, _ := c.deploy(t, payoutdistributor.PayoutDistributorMetaData.Bin,
		bindPayout.PackConstructor(token, owner.Address, proposer.Address, activator.Address, payoutDelay, earlier))
	return &distributor{c, token, at}
}

// newDistributor is one of a token like USDT, with so much in it.
func newDistributor(t *testing.T, funds int64) *distributor {
	t.Helper()
	d := newChain(t).distribute(t, testcontracts.TetherLikeMetaData.Bin)
	d.mint(t, d.at, funds)
	return d
}

func (d *distributor) mint(t tester, to common.Address, amount int64) {
	t.Helper()
	d.do(t, owner, d.token, nil, bindToken.PackMint(to, n(amount)))
}

func (d *distributor) held(t tester, by common.Address) *big.Int {
	t.Helper()
	return ask(t, d.chain, d.token, bindToken.PackBalanceOf(by), bindToken.UnpackBalanceOf)
}

// call makes a call to the distributor that must succeed.
func (d *distributor) call(t tester, from account, data []byte) *types.Receipt {
	t.Helper()
	return d.do(t, from, d.at, nil, data)
}

// refuses checks that a call to the distributor is refused with just this error.
func (d *distributor) refuses(t tester, from account, data []byte, want string) {
	t.Helper()
	answer, err := d.try(from.Address, d.at, nil, data)
	if err == nil {
		t.Fatalf("went through with %x, want %s", answer, want)
	}
	if err.Error() != want {
		t.Fatalf("refused with %v, want %s", err, want)
	}
}

// wait moves the head's time on by just so many seconds.
func (d *distributor) wait(t tester, seconds uint64) {
	t.Helper()
	for until := d.now(t) + seconds; d.now(t) < until; {
		if d.backend.AdjustTime(time.Duration(until-d.now(t))*time.Second) != nil {
			d.backend.Commit() // the pool has not yet forgotten what was mined; an empty block of a second makes it
		}
	}
}

// now is the time of the head, which is the time that try's calls see.
func (d *distributor) now(t tester) uint64 {
	t.Helper()
	head, err := d.client.HeaderByNumber(context.Background(), nil)
	must(t, err)
	return head.Time
}

func (d *distributor) propose(t tester, tree payoutTree) {
	t.Helper()
	d.call(t, proposer, packPropose(tree, tree.total()))
}

// packPropose is the call that proposes a tree with a total, which may be a lie.
func packPropose(tree payoutTree, total *big.Int) []byte {
	return bindPayout.PackPropose(tree.root(), total, tree.file(), tree.checkpoint())
}

// packActivate is the call that activates a tree as it is.
func packActivate(tree payoutTree) []byte { return packActivateTotal(tree, tree.total()) }

// packActivateTotal is the call that activates a tree with a total, which may be a lie.
func packActivateTotal(tree payoutTree, total *big.Int) []byte {
	return bindPayout.PackActivate(tree.root(), total, tree.file(), tree.checkpoint())
}

// publish makes a tree the active one.
func (d *distributor) publish(t tester, tree payoutTree) {
	t.Helper()
	d.publishTotal(t, tree, tree.total())
}

// publishTotal makes a tree the active one, with a total that may be a lie.
func (d *distributor) publishTotal(t tester, tree payoutTree, total *big.Int) {
	t.Helper()
	d.call(t, proposer, packPropose(tree, total))
	d.wait(t, payoutDelay)
	d.call(t, activator, packActivateTotal(tree, total))
}

// packClaim is the call that claims for an account what the tree grants it.
func packClaim(t tester, tree payoutTree, account common.Address) []byte {
	t.Helper()
	g, proof := tree.of(t, account)
	return bindPayout.PackClaim(account, g.cumulative, proof)
}

// claim returns how much was paid, as the event tells it.
func (d *distributor) claim(t tester, from account, tree payoutTree, account common.Address) int64 {
	t.Helper()
	receipt := d.call(t, from, packClaim(t, tree, account))
	for _, log := range receipt.Logs {
		if claimed, err := bindPayout.UnpackClaimedEvent(log); err == nil && log.Address == d.at {
			return claimed.Amount.Int64()
		}
	}
	t.Fatalf("the claim emitted no event")
	return 0
}

func (d *distributor) sweepable(t tester) int64 {
	t.Helper()
	return ask(t, d.chain, d.at, bindPayout.PackSweepable(), bindPayout.UnpackSweepable).Int64()
}

// figures are total, total claimed, unclaimed and granted.
func (d *distributor) figures(t tester) string {
	t.Helper()
	return fmt.Sprint(
		ask(t, d.chain, d.at, bindPayout.PackTotal(), bindPayout.UnpackTotal), " ",
		ask(t, d.chain, d.at, bindPayout.PackTotalClaimed(), bindPayout.UnpackTotalClaimed), " ",
		ask(t, d.chain, d.at, bindPayout.PackUnclaimed(), bindPayout.UnpackUnclaimed), " ",
		ask(t, d.chain, d.at, bindPayout.PackGranted(), bindPayout.UnpackGranted),
	)
}

// unauthorised is the refusal of a call that needs a role.
func unauthorised(who account, role common.Hash) string {
	return fmt.Sprintf("AccessControlUnauthorizedAccount(account=%s, neededRole=%s)", who.Address, role)
}
